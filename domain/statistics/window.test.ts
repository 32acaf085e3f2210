import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAfter, partsOf, windowOf } from './window.ts'

const anyDay = fc
  .integer({ min: 0, max: 4000 })
  .map((days) => Temporal.PlainDate.from('2018-01-01').add({ days }))

test('the parts of a window are its days, each once', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(900), (from, length) => {
      const window = { from: from.toString(), to: from.add({ days: length }).toString() }
      const { months, days } = partsOf(window)
      const covered: string[] = []
      const walk = (first: string, end: string) => {
        for (let day = Temporal.PlainDate.from(first); day.toString() < end; day = day.add({ days: 1 }))
          covered.push(day.toString())
      }
      for (const part of days) walk(part.from, dayAfter(part))
      if (months) {
        expect(months.from.slice(8)).toBe('01')
        walk(months.from, Temporal.PlainDate.from(months.to).add({ months: 1 }).toString())
      }
      const expected: string[] = []
      for (let day = from; day.toString() <= window.to; day = day.add({ days: 1 }))
        expected.push(day.toString())
      expect(covered.toSorted()).toEqual(expected)
      expect(days.length).toBeLessThanOrEqual(2)
    }),
  )
})

test('days in the wrong order are refused', () => {
  expect(windowOf('2019-05-31', '2019-01-01')).toMatchObject({ refused: 'days-in-wrong-order' })
  expect(windowOf('2019-01-01', '2019-01-01')).toEqual({ from: '2019-01-01', to: '2019-01-01' })
})
