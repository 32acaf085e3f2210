import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWhole, mediaTypeOf, seenOutside } from './media-type.ts'
import { pictureSizeOf } from './picture-size.ts'

const bytes = (...all: (string | readonly number[])[]) =>
  new Uint8Array(
    all.flatMap((one) => (typeof one === 'string' ? [...one].map((c) => c.charCodeAt(0)) : [...one])),
  )
const JPEG = bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF', [0xff, 0xd9])

test.each([
  ['nothing', bytes(), 'empty'],
  ['a photograph', JPEG, null],
  ['half of one', JPEG.subarray(0, 8), 'cut-off'],
  ['a PDF', bytes('%PDF-1.7 ', 'x'.repeat(3000), '%%EOF'), null],
  ['a PDF that ends long before its end', bytes('%PDF-1.7 %%EOF', 'x'.repeat(3000)), 'cut-off'],
  [
    'a program called photo.jpg',
    bytes('MZ', [0x90, 0x00, 0x03], 'This program cannot be run in DOS mode.'),
    'of-no-kind',
  ],
  ['a program behind a PDF’s name', bytes(' %PDF-1.7', '%%EOF'), 'of-no-kind'],
  ['more than is taken', bytes('%PDF-', 'x'.repeat(100_000), '%%EOF'), 'too-large'],
])('%s on the outside', (_, content, fault) => {
  expect(seenOutside(content, 100_000).fault).toBe(fault)
})

test('what is cut off loses its kind or its end, wherever the line breaks', () => {
  const whole = bytes('%PDF-1.7 ', 'trang '.repeat(50), '%%EOF')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (at) => {
      const part = whole.subarray(0, at)
      expect(mediaTypeOf(part) === null || !isWhole(part, 'application/pdf')).toBe(true)
    }),
  )
})

describe('the size of a picture', () => {
  const side = fc.integer({ min: 1, max: 65_535 })
  const two = (value: number) => [value >> 8, value & 255]

  test('is read from the head, behind whatever a camera writes before it', () => {
    const segment = fc.tuple(fc.constantFrom(0xe0, 0xe1, 0xdb, 0xc4, 0xfe), fc.uint8Array({ maxLength: 300 }))
    fc.assert(
      fc.property(side, side, fc.array(segment, { maxLength: 5 }), (width, height, before) => {
        const segments = before.flatMap(([marker, content]) => [
          0xff,
          marker,
          ...two(content.length + 2),
          ...content,
        ])
        const frame = [0xff, 0xc0, 0, 17, 8, ...two(height), ...two(width), 3]
        expect(pictureSizeOf(bytes([0xff, 0xd8], segments, frame))).toEqual({ width, height })
        const png = bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13], 'IHDR')
        const size = [0, 0, ...two(width), 0, 0, ...two(height)]
        expect(pictureSizeOf(new Uint8Array([...png, ...size]))).toEqual({ width, height })
      }),
    )
  })

  test('of anything at all is found or not, and the look comes to an end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (content) => {
        const jpeg = new Uint8Array([0xff, 0xd8, ...content])
        for (const one of [content, jpeg]) {
          const size = pictureSizeOf(one)
          if (size) expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})
