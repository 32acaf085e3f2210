import { expect, test } from 'vitest'
import {
  dayAt,
  dayOf,
  fromLocalMinute,
  fromMoment,
  instantAt,
  localMinute,
  minuteOfDay,
  timeAt,
  toMoment,
  ZONE,
} from './moment.ts'

const at = (text: string) => Temporal.Instant.from(text)

test.each([
  ['2026-04-29T10:15:00+07:00', '2026-04-29', 615],
  ['2026-04-29T00:00:00+07:00', '2026-04-29', 0],
  ['2026-04-29T23:59:59.999+07:00', '2026-04-29', 1439],
  ['2026-12-31T17:00:00Z', '2027-01-01', 0],
  ['2026-12-31T16:59:59.999Z', '2026-12-31', 1439],
  ['1969-12-31T17:00:00Z', '1970-01-01', 0],
  ['1969-12-31T16:59:00Z', '1969-12-31', 1439],
])('%s is %s in Vietnam, minute %i of the day', (text, day, minute) => {
  expect(dayOf(at(text)).toString()).toBe(day)
  expect(minuteOfDay(at(text))).toBe(minute)
  expect(timeAt(localMinute(at(text)))).toBe(minute)
})

test('seconds are cut from a local minute', () => {
  expect(localMinute(at('1970-01-02T00:01:59.999+07:00'))).toBe(1441)
  expect(dayAt(1441)).toBe(1)
  expect(dayAt(1439)).toBe(0)
  expect(fromLocalMinute(1441).equals(at('1970-01-02T00:01:00+07:00'))).toBe(true)
})

test('a minute of a day is an instant, and minute 1440 is the following midnight', () => {
  const day = Temporal.PlainDate.from('2026-12-31')
  expect(instantAt(day, 1020).toString()).toBe('2026-12-31T10:00:00Z')
  expect(instantAt(day, 1440).equals(at('2027-01-01T00:00+07:00'))).toBe(true)
})

test('a moment is text in UTC with three decimals, so that text order is order in time', () => {
  expect(toMoment(at('2026-04-29T10:15:00+07:00'))).toBe('2026-04-29T03:15:00.000Z')
  expect(toMoment(at('2026-04-29T10:15:00.1239+07:00'))).toBe('2026-04-29T03:15:00.123Z')
  expect(fromMoment('2026-04-29T03:15:00.123Z').epochMilliseconds).toBe(1_777_432_500_123)
})

test('the zone of Vietnam agrees with the seven hours reckoned with', () => {
  const instant = at('2026-07-15T20:00:00Z')
  expect(dayOf(instant).equals(instant.toZonedDateTimeISO(ZONE).toPlainDate())).toBe(true)
})
