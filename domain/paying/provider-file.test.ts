import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareFile, daysOf, type FileLine, type Known } from './provider-file.ts'

const line = (transaction: string, dong: number): FileLine => ({
  transaction,
  dong,
  paidAt: '2019-03-05T17:30:00.000Z',
  text: '',
})

test('what both have, what one has alone, and what differs', () => {
  const compared = compareFile(
    [line('1', 8000), line('2', 5000), line('3', 100)],
    [
      { transaction: '1', dong: 8000 },
      { transaction: '2', dong: 4000 },
      { transaction: '4', dong: 9000 },
    ],
  )
  expect(compared).toEqual({
    lines: 3,
    dong: 13_100,
    matched: 1,
    unheard: ['3'],
    missing: [{ transaction: '4', dong: 9000, found: null }],
    differing: [{ transaction: '2', dong: 4000, found: 5000 }],
  })
  expect(daysOf([line('1', 1)])).toEqual({ from: '2019-03-06', to: '2019-03-06' })
  expect(daysOf([])).toBeNull()
})

test('every line and everything known is counted once', () => {
  const transactions = fc.uniqueArray(fc.nat(30).map(String), { maxLength: 20 })
  const amount = fc.integer({ min: 1, max: 3 })
  fc.assert(
    fc.property(transactions, transactions, fc.func(amount), fc.func(amount), (theirs, ours, there, here) => {
      const lines = theirs.map((one) => line(one, there(one)))
      const known: Known[] = ours.map((one) => ({ transaction: one, dong: here(one) }))
      const { matched, unheard, missing, differing } = compareFile(lines, known)
      expect(matched + differing.length + unheard.length).toBe(lines.length)
      expect(matched + differing.length + missing.length).toBe(known.length)
    }),
  )
})
