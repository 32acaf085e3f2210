import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordsIn } from '#web/words/words.ts'
import { dotsOf } from './dots.ts'
import { escPos } from './esc-pos.ts'
import { receiptLines } from './receipt-lines.ts'
import {
  type Characteristic,
  PrinterFault,
  sendByBluetooth,
  sendByUsb,
  type UsbPrinter,
} from './send-to-printer.ts'
import { wrapped } from './wrapped.ts'

const pixels = (width: number, tones: readonly (readonly [tone: number, alpha: number])[]) => ({
  width,
  height: tones.length / width,
  data: new Uint8ClampedArray(tones.flatMap(([tone, alpha]) => [tone, tone, tone, alpha])),
})

describe('dots', () => {
  test('are black where the drawing is dark, the leftmost in the highest bit', () => {
    const row = [0, 255, 255, 255, 255, 255, 127, 128].map((tone) => [tone, 255] as const)
    expect([...dotsOf(pixels(8, row)).bits]).toEqual([0b1000_0010])
  })
  test('are paper where nothing was drawn', () => {
    expect([
      ...dotsOf(
        pixels(
          8,
          Array.from({ length: 8 }, () => [0, 0] as const),
        ),
      ).bits,
    ]).toEqual([0])
  })
  test('fill whole bytes', () => {
    expect(() =>
      dotsOf(
        pixels(
          4,
          Array.from({ length: 4 }, () => [0, 255] as const),
        ),
      ),
    ).toThrow(RangeError)
  })
})

describe('the bytes of ESC/POS', () => {
  test('begin anew, name width in bytes and height in rows, feed and cut', () => {
    const dots = { width: 16, height: 2, bits: new Uint8Array([1, 2, 3, 4]) }
    expect(escPos(dots).toHex()).toBe('1b401d76300002000200010203041b64031d564200')
  })
  test('hold every row once and in order, in bands a small printer can hold', () => {
    fc.assert(
      fc.property(fc.constantFrom(384, 576), fc.integer({ min: 1, max: 700 }), (width, height) => {
        const row = width / 8
        const bits = new Uint8Array(row * height).map((_, place) => place % 251)
        const bytes = escPos({ width, height, bits })
        const found: number[] = []
        let at = 2
        while (bytes[at + 1] === 0x76) {
          const rows = (bytes[at + 6] ?? 0) + (bytes[at + 7] ?? 0) * 256
          expect(rows).toBeLessThanOrEqual(128)
          found.push(...bytes.subarray(at + 8, at + 8 + rows * row))
          at += 8 + rows * row
        }
        expect(found).toEqual([...bits])
      }),
      { numRuns: 30 },
    )
  })
})

describe('lines', () => {
  const byLetters = (text: string) => [...text].length
  test('are broken between words', () => {
    expect(wrapped('Đăng ký khai sinh', 8, byLetters)).toEqual(['Đăng ký', 'khai', 'sinh'])
  })
  test('lose nothing and are never too wide', () => {
    const texts = fc.array(fc.stringMatching(/^[a-zđêơ]{1,20}$/), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(texts, fc.integer({ min: 3, max: 30 }), (all, width) => {
        const lines = wrapped(all.join(' '), width, byLetters)
        expect(lines.join('').replaceAll(' ', '')).toBe(all.join(''))
        for (const line of lines) expect(byLetters(line)).toBeLessThanOrEqual(width)
      }),
    )
  })
})

describe('what a receipt says', () => {
  const receipt = {
    code: 'H44.52-190309-0101',
    slip: 'T-7F3A',
    lookupKey: 'ABCDE23456',
    procedureName: 'Đăng ký khai sinh',
    applicantName: 'Nguyễn Thị Hương',
    receivedAt: '2019-03-09T01:30:00.000Z',
    due: null,
    feeDong: 8000,
    paidDong: 8000,
  }
  const textOf = (given: Partial<typeof receipt> | { code: null }) =>
    receiptLines(wordsIn('vi'), 'Trung tâm', { ...receipt, ...given }).map(({ text }) => text)
  test('names the code, the key and the cash', () => {
    const text = textOf({})
    expect(text).toContain('H44.52-190309-0101')
    expect(text.join('\n')).toMatch(/ABCDE23456[^]*Đã thu 8.000 đ tiền mặt/)
  })
  test('names the slip where the numbers are used up', () => {
    expect(textOf({ code: null })).toContain('T-7F3A')
  })
})

const bytes = new Uint8Array(5000).map((_, place) => place % 251)

describe('sending to a printer', () => {
  const bluetooth = (characteristics: readonly Characteristic[], left: string[] = []) => ({
    requestDevice: () =>
      Promise.resolve({
        gatt: {
          connect: () =>
            Promise.resolve({
              getPrimaryServices: () =>
                Promise.resolve([{ getCharacteristics: () => Promise.resolve(characteristics) }]),
              disconnect: () => void left.push('left'),
            }),
        },
      }),
  })
  const characteristic = (write: boolean, withoutResponse: boolean, got: number[][]): Characteristic => ({
    properties: { write, writeWithoutResponse: withoutResponse },
    writeValueWithResponse: async (part) => void got.push([...part]),
    writeValueWithoutResponse: async (part) => void got.push([...part]),
  })
  test('over Bluetooth gives all bytes in order in small parts to what takes bytes, and leaves', async () => {
    const [deaf, got, left]: [number[][], number[][], string[]] = [[], [], []]
    const all = [characteristic(false, false, deaf), characteristic(false, true, got)]
    await sendByBluetooth(bluetooth(all, left), bytes)
    expect(got.flat()).toEqual([...bytes])
    expect(Math.max(...got.map(({ length }) => length))).toBeLessThanOrEqual(180)
    expect([deaf, left]).toEqual([[], ['left']])
  })
  test('over Bluetooth says so where nothing takes bytes, and leaves', async () => {
    const left: string[] = []
    await expect(sendByBluetooth(bluetooth([], left), bytes)).rejects.toThrow(PrinterFault)
    expect(left).toEqual(['left'])
  })
  const usb = (
    printerClass: number,
    status: string,
    got: (readonly [number, ...number[]])[],
    left: string[],
  ) => ({
    requestDevice: () =>
      Promise.resolve<UsbPrinter>({
        configuration: {
          interfaces: [
            {
              interfaceNumber: 1,
              alternate: {
                interfaceClass: printerClass,
                endpoints: [
                  { direction: 'in', endpointNumber: 1 },
                  { direction: 'out', endpointNumber: 2 },
                ],
              },
            },
          ],
        },
        open: async () => {},
        close: async () => void left.push('left'),
        selectConfiguration: async () => {},
        claimInterface: async () => {},
        transferOut: async (endpoint, part) => {
          got.push([endpoint, ...part])
          return { status }
        },
      }),
  })
  test('over a cable gives all bytes in order to the way in of the printer, and leaves', async () => {
    const [got, left]: [(readonly [number, ...number[]])[], string[]] = [[], []]
    await sendByUsb(usb(7, 'ok', got, left), bytes)
    expect(got.flatMap(([, ...part]) => part)).toEqual([...bytes])
    expect(new Set(got.map(([endpoint]) => endpoint))).toEqual(new Set([2]))
    expect(left).toEqual(['left'])
  })
  test.each([
    [8, 'ok'],
    [7, 'stall'],
  ])('over a cable says so for class %i that answers %s', async (printerClass, status) => {
    const left: string[] = []
    await expect(sendByUsb(usb(printerClass, status, [], left), bytes)).rejects.toThrow(PrinterFault)
    expect(left).toEqual(['left'])
  })
})
