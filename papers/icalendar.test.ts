import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CalendarEvent, icalendar } from './icalendar.ts'

const EVENT: CalendarEvent = {
  uid: '0197a5c2-6b1d-7d0e-a2c4-5f7e8d9c0b1a@motcua.example.vn',
  sequence: 2,
  changedAt: '2019-03-05T01:00:00.123Z',
  begins: '2019-03-09T00:30:00.000Z',
  ends: '2019-03-09T04:30:00.000Z',
  summary: 'Tiếp nhận lưu động tại xã An Sinh',
  location: 'Nhà văn hóa thôn Chí Linh; cạnh chợ, xã An Sinh',
  description: 'Dòng một\r\nDòng hai \\ hết',
  url: 'https://motcua.example.vn/luu-dong/x',
  isCancelled: false,
}

/** As a reader does it: unfolded, split into names and values, texts unescaped. */
function read(calendar: string): [string, string][] {
  expect(calendar.endsWith('\r\n')).toBe(true)
  return calendar
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .slice(0, -1)
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)])
}
const unescaped = (value: string) => value.replaceAll(/\\(.)/gs, (_, one) => (one === 'n' ? '\n' : one))

test('an event has what every reader of calendars needs, in UTC', () => {
  const lines = read(icalendar('Lịch, lưu động', [EVENT, { ...EVENT, isCancelled: true }]))
  expect(lines.slice(0, 2)).toEqual([
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
  ])
  expect(lines.at(-1)).toEqual(['END', 'VCALENDAR'])
  expect(
    lines.filter(([name]) => ['DTSTAMP', 'DTSTART', 'DTEND', 'SEQUENCE', 'STATUS'].includes(name)),
  ).toEqual([
    ['DTSTAMP', '20190305T010000Z'],
    ['SEQUENCE', '2'],
    ['DTSTART', '20190309T003000Z'],
    ['DTEND', '20190309T043000Z'],
    ['STATUS', 'CONFIRMED'],
    ['DTSTAMP', '20190305T010000Z'],
    ['SEQUENCE', '2'],
    ['DTSTART', '20190309T003000Z'],
    ['DTEND', '20190309T043000Z'],
    ['STATUS', 'CANCELLED'],
  ])
  const [, location = ''] = lines.find(([name]) => name === 'LOCATION') ?? []
  expect(location).toBe('Nhà văn hóa thôn Chí Linh\\; cạnh chợ\\, xã An Sinh')
})

test('whatever is written comes back as it was, in lines of at most 75 octets that split no character', () => {
  const anyText = fc.string({
    unit: fc.constantFrom('a', 'ế', '漢', '🏠', '\\', ';', ',', ':', '\n', ' ', '"', 'Đ'),
    maxLength: 300,
  })
  fc.assert(
    fc.property(anyText, anyText, anyText, (summary, location, description) => {
      const written = icalendar('Lịch', [{ ...EVENT, summary, location, description }])
      for (const line of written.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(line).not.toMatch(/[\n�]/)
        expect(line.isWellFormed()).toBe(true)
      }
      const lines = new Map(read(written))
      expect(unescaped(lines.get('SUMMARY') ?? '')).toBe(summary)
      expect(unescaped(lines.get('LOCATION') ?? '')).toBe(location)
      expect(unescaped(lines.get('DESCRIPTION') ?? '')).toBe(description)
    }),
  )
})

test('a line break in an address begins no other property', () => {
  const written = icalendar('Lịch', [{ ...EVENT, url: 'https://x.vn/\r\nSTATUS:CANCELLED' }])
  expect(read(written).filter(([name]) => name === 'STATUS')).toEqual([['STATUS', 'CONFIRMED']])
})
