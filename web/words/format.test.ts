import { expect, test } from 'vitest'
import { format } from './format.ts'

const vi = format('vi')
const en = format('en')

test.each([
  [254, 303, '83,82%', 'cut where rounding would give 83,83'],
  [303, 303, '100%', 'whole'],
  [243, 303, '80,19%', 'cut'],
  [2844, 10_000, '28,44%', 'exact'],
  [1, 200, '0,50%', 'two decimals or none'],
  [0, 0, '–', 'of nothing there is no share'],
])('%i of %i is %s: %s', (part, whole, expected) => {
  expect(vi.share(part, whole)).toBe(expected)
})

test.each([
  [0, '0 đ', 'VND 0'],
  [8000, '8.000 đ', 'VND 8,000'],
  [1_250_000, '1.250.000 đ', 'VND 1,250,000'],
])('%i đồng is %s and %s', (dong, inVietnamese, inEnglish) => {
  expect(vi.money(dong)).toBe(inVietnamese)
  expect(en.money(dong)).toBe(inEnglish)
})

test.each([
  [30, '30 phút', '30 minutes'],
  [80, '1 giờ 20 phút', '1 hour 20 minutes'],
  [60, '1 giờ', '1 hour'],
  [240, '0,5 ngày làm việc', '0.5 working days'],
  [480, '1 ngày làm việc', '1 working day'],
  [720, '1,5 ngày làm việc', '1.5 working days'],
  [4800, '10 ngày làm việc', '10 working days'],
  [500, '8 giờ 20 phút', '8 hours 20 minutes'],
])('%i minutes allotted are %s and %s', (minutes, inVietnamese, inEnglish) => {
  expect(vi.allotted(minutes)).toBe(inVietnamese)
  expect(en.allotted(minutes)).toBe(inEnglish)
})

test('what is left is said in hours and minutes', () => {
  expect(vi.minutes(500)).toBe('8 giờ 20 phút')
  expect(vi.minutes(0)).toBe('0 phút')
})

test('a moment is told in the time of Vietnam', () => {
  expect(vi.longMoment('2019-03-05T10:00:00.000Z')).toBe('17:00, thứ Ba 05/03/2019')
  expect(en.longMoment('2019-03-05T10:00:00.000Z')).toBe('17:00, Tuesday 05/03/2019')
  expect(vi.moment('2019-03-04T17:05:00.000Z')).toBe('00:05, 05/03/2019')
})

test('numbers are grouped by three', () => {
  expect(vi.number(51_729)).toBe('51.729')
  expect(en.number(51_729)).toBe('51,729')
  expect(vi.number(387)).toBe('387')
  expect(vi.number(0.5)).toBe('0,5')
})
