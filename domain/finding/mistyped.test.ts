import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOneSlipApart, withoutToneKeys } from './mistyped.ts'

test.each([
  ['sinh', 'sihn', true, 'two letters changed about'],
  ['sinh', 'snih', true, 'two letters changed about in the middle'],
  ['sinh', 'sin', true, 'a letter too few'],
  ['sinh', 'singh', true, 'a letter too many'],
  ['sinh', 'sind', true, 'another letter'],
  ['sinh', 'sinh', false, 'the same'],
  ['sinh', 'hnis', false, 'too far'],
  ['sinh', 'si', false, 'two letters too few'],
  ['hi', 'thi', true, 'the first letter left out'],
  ['a', 'ba', false, 'a word of one letter'],
])('%s and %s: %s (%s)', (a, b, expected) => {
  expect(isOneSlipApart(a, b)).toBe(expected)
  expect(isOneSlipApart(b, a)).toBe(expected)
})

/** The number of slips between two words, reckoned letter by letter. */
function slips(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      const least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + Number(!same))
      const isTurned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const row = rows[i]
      if (row) row[j] = isTurned ? Math.min(least, at(i - 2, j - 2) + 1) : least
    }
  return at(a.length, b.length)
}

test('one slip is what reckoning letter by letter says it is', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abc'), minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(isOneSlipApart(a, b)).toBe(slips(a, b) === 1)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['giaays', 'giay'],
  ['ddor', 'do'],
  ['soor', 'so'],
  ['nhuwng', 'nhung'],
  ['so63', 'so'],
  ['d9o3', 'do'],
  ['sinh', null],
  ['2019', null],
  ['r', null],
])('tone keys left in %s: %s', (typed, expected) => {
  expect(withoutToneKeys(typed)).toBe(expected)
})
