import { expect, test } from 'vitest'
import { takesFilings } from './online-filing.ts'

const UNTIL_THE_PORTAL = [{ from: '2019-01-01', until: '2025-07-01' }]

test.each([
  ['2018-12-31', false],
  ['2019-01-01', true],
  ['2025-06-30', true],
  ['2025-07-01', false],
])('a centre that gave its front to the national portal on 1/7/2025 takes filings on %s: %s', (on, takes) => {
  expect(takesFilings(UNTIL_THE_PORTAL, on)).toBe(takes)
})

test('a centre that never said so takes none, one that opens again takes them again', () => {
  expect(takesFilings([], '2019-03-05')).toBe(false)
  expect(takesFilings([...UNTIL_THE_PORTAL, { from: '2026-01-01', until: null }], '2026-11-23')).toBe(true)
})
