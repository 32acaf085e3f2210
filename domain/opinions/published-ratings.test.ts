import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lastMonthShown, publishedRatings, type RatingCell } from './published-ratings.ts'

const cell = fc.record({
  month: fc.constantFrom('2019-01', '2019-02', '2019-03'),
  unit: fc.constantFrom('TP', 'TCKH', 'TNMT', 'HCC-TN'),
  satisfied: fc.integer({ min: 0, max: 12 }),
  others: fc.integer({ min: 0, max: 12 }),
})
const cells = fc
  .uniqueArray(cell, { selector: ({ month, unit }) => `${month} ${unit}`, maxLength: 12 })
  .map((all): RatingCell[] =>
    all
      .map(({ others, ...one }) => ({ ...one, ratings: one.satisfied + others }))
      .filter(({ ratings }) => ratings > 0),
  )

test('nothing published is about fewer than five people, nor comes to it when taken from the total', () => {
  fc.assert(
    fc.property(cells, (all) => {
      for (const own of Map.groupBy(all, ({ month }) => month).values()) {
        const { all: total, units } = publishedRatings(own)
        for (const { ratings } of units.values()) expect(ratings).toBeGreaterThanOrEqual(5)
        const shown = [...units.values()].reduce((sum, { ratings }) => sum + ratings, 0)
        const hidden = own.filter(({ unit }) => !units.has(unit))
        if (total.ratings === 0) expect(own.reduce((sum, { ratings }) => sum + ratings, 0)).toBeLessThan(5)
        // What is left over is never a single unit's.
        else if (shown < total.ratings) expect(hidden.length).toBeGreaterThan(1)
      }
    }),
  )
})

test('more months are the sum of their months: nobody learns a month by asking for two', () => {
  fc.assert(
    fc.property(cells, (all) => {
      const months = [...Map.groupBy(all, ({ month }) => month).values()].map(publishedRatings)
      const whole = publishedRatings(all)
      expect(whole.all.ratings).toBe(months.reduce((sum, one) => sum + one.all.ratings, 0))
      for (const [unit, { satisfied }] of whole.units)
        expect(satisfied).toBe(months.reduce((sum, one) => sum + (one.units.get(unit)?.satisfied ?? 0), 0))
    }),
  )
})

test.each([
  ['2019-04-07', '2019-02'],
  ['2019-04-08', '2019-03'],
  ['2019-04-30', '2019-03'],
  ['2019-01-03', '2018-11'],
])('on %s the last month that nobody can change any more is %s', (today, month) => {
  expect(lastMonthShown(today, 7)).toBe(month)
})
