import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageOn, capacityOf } from './capacity.ts'

test.each([
  ['2004-03-05', '2019-03-04', 14, 'none'],
  ['2004-03-05', '2019-03-05', 15, 'but-property'],
  ['2001-03-06', '2019-03-05', 17, 'but-property'],
  ['2001-03-05', '2019-03-05', 18, 'full'],
  ['2004-02-29', '2019-02-28', 14, 'none'],
  ['2004-02-29', '2019-03-01', 15, 'but-property'],
  ['2020-01-01', '2019-03-05', -1, 'none'],
  ['1990-01-01', '2010-06-01', 20, 'full'],
  ['1994-01-01', '2010-06-01', 16, 'but-property'],
  ['1940-01-01', '2005-12-31', 65, 'none'],
])('born on %s, on %s one is %i years old and has the capacity %s', (bornOn, on, age, capacity) => {
  expect(ageOn(bornOn, on)).toBe(age)
  expect(capacityOf(bornOn, on)).toBe(capacity)
})

test('nobody loses capacity by growing older', () => {
  const day = fc
    .date({ min: new Date('1930-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const order = ['none', 'but-property', 'full']
  fc.assert(
    fc.property(day, day, day, (bornOn, one, other) => {
      const [earlier, later] = [one, other].toSorted()
      const rank = (on = '') => order.indexOf(capacityOf(bornOn, on))
      expect(rank(later)).toBeGreaterThanOrEqual(rank(earlier))
    }),
  )
})
