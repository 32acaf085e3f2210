import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { countForShare, isCutTo, shareOfYears } from './targets.ts'

test('the number drawn for a share is one that is cut to it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 60_000 }), (hundredths, of) => {
      const share = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
      const count = countForShare(share, of)
      if (isRefusal(count))
        for (let any = 0; any <= of; any += Math.max(1, Math.floor(of / 500)))
          expect(isCutTo(share, any, of)).toBe(false)
      else expect(isCutTo(share, count, of)).toBe(true)
    }),
  )
})

test('shares are cut and not rounded', () => {
  expect(isCutTo('83.82', 254, 303)).toBe(true)
  expect(isCutTo('83.83', 254, 303)).toBe(false)
  expect(isCutTo('80', 243, 303)).toBe(true)
  expect(isCutTo('28.44', 14_714, 51_729)).toBe(true)
  expect(isCutTo('28.44', 0, 0)).toBe(false)
})

test('of a total over years the window has its part in proportion to its days', () => {
  const window = { from: '2019-01-01', to: '2019-12-31' }
  expect(shareOfYears(window, { since: '2018-01-01', atLeast: 730 })).toBe(365)
  expect(shareOfYears(window, { since: '2019-01-01', atLeast: 7 })).toBe(7)
})
