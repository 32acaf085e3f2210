import { expect, test } from 'vitest'
import { dayNumber, fromDayNumber, newYear, readDay, weekdayOf, yearOf } from './day-number.ts'

test.each([
  ['1970-01-01', 0],
  ['1969-12-31', -1],
  ['2000-03-01', 11_017],
  ['2026-11-24', 20_781],
])('%s is day %i', (text, number) => {
  const date = Temporal.PlainDate.from(text)
  expect(dayNumber(date)).toBe(number)
  expect(readDay(text)).toBe(number)
  expect(fromDayNumber(number).toString()).toBe(text)
})

test('year and weekday of every day from 1896 to 2104 are those of the Gregorian calendar', () => {
  let date = Temporal.PlainDate.from('1896-01-01')
  const last = readDay('2104-12-31')
  for (let day = readDay('1896-01-01'); day <= last; day++) {
    if (yearOf(day) !== date.year || weekdayOf(day) !== date.dayOfWeek) expect.fail(date.toString())
    if (date.dayOfYear === 1 && newYear(date.year) !== day) expect.fail(`new year ${date.year}`)
    date = date.add({ days: 1 })
  }
})
