import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  NUMBERS,
  PERIOD_LENGTHS,
  PERIOD_RULES,
  type Period,
  periodOf,
  windowOfPeriod,
} from './reporting-periods.ts'

const closing = { rule: 'closing-14', year: 2019 } as const
const calendar = { rule: 'calendar', year: 2019 } as const

test.each([
  [{ ...calendar, length: 'month', number: 2 }, '2019-02-01', '2019-02-28'],
  [{ ...calendar, length: 'half-year', number: 2 }, '2019-07-01', '2019-12-31'],
  [{ ...closing, length: 'month', number: 1 }, '2018-12-15', '2019-01-14'],
  [{ ...closing, length: 'month', number: 5 }, '2019-04-15', '2019-05-14'],
  [{ ...closing, length: 'quarter', number: 2 }, '2019-03-15', '2019-06-14'],
  [{ ...closing, length: 'half-year', number: 1 }, '2018-12-15', '2019-06-14'],
  [{ ...closing, length: 'nine-months', number: 1 }, '2018-12-15', '2019-09-14'],
  [{ ...closing, length: 'year', number: 1 }, '2018-12-15', '2019-12-14'],
] satisfies [Period, string, string][])('%o runs from %s to %s', (period, from, to) => {
  expect(windowOfPeriod(period)).toEqual({ from, to })
})

test('the 14th closes a month and the 15th opens the next', () => {
  expect(periodOf('closing-14', 'month', '2019-05-14').number).toBe(5)
  expect(periodOf('closing-14', 'month', '2019-05-15').number).toBe(6)
  expect(periodOf('closing-14', 'year', '2019-12-15')).toMatchObject({ year: 2020, number: 1 })
})

const anyPeriod = fc
  .record({
    rule: fc.constantFrom(...PERIOD_RULES),
    length: fc.constantFrom(...PERIOD_LENGTHS),
    year: fc.integer({ min: 2018, max: 2030 }),
    number: fc.integer({ min: 1, max: 12 }),
  })
  .filter(({ length, number }) => number <= NUMBERS[length])

test('periods follow one another without a gap, and each day lies in its own', () => {
  fc.assert(
    fc.property(anyPeriod, fc.double({ min: 0, max: 1, noNaN: true }), (period, share) => {
      const { from, to } = windowOfPeriod(period)
      expect(from <= to).toBe(true)
      const length = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
      const day = Temporal.PlainDate.from(from)
        .add({ days: Math.round(length * share) })
        .toString()
      expect(periodOf(period.rule, period.length, day)).toEqual(period)
      if (period.number === NUMBERS[period.length]) return
      const next = windowOfPeriod({ ...period, number: period.number + 1 })
      expect(Temporal.PlainDate.from(to).add({ days: 1 }).toString()).toBe(next.from)
    }),
  )
})
