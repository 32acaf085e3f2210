import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FEWEST_SHOWN, withoutSmallCells } from './small-cells.ts'

const anyRows = fc.uniqueArray(
  fc.record({
    keys: fc.tuple(
      fc.constantFrom('TP', 'THUE', 'CA'),
      fc.constantFrom('a', 'b', 'c'),
      fc.constantFrom('', 'X1'),
    ),
    counts: fc.tuple(fc.nat(12), fc.nat(300)),
  }),
  { selector: ({ keys }) => keys.join('|'), maxLength: 18 },
)

test('no small count is shown, what is shown is right, and a zero stays a zero', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      for (const [at, { counts }] of withoutSmallCells(rows).entries())
        for (const [column, count] of counts.entries()) {
          const given = rows[at]?.counts[column] ?? 0
          if (count === null) expect(given).toBeGreaterThan(0)
          else expect(count).toBe(given)
          if (given > 0 && given < FEWEST_SHOWN) expect(count).toBeNull()
        }
    }),
  )
})

test('nothing hidden can be taken from a total: where one is hidden another is too, or there is no other', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const shown = withoutSmallCells(rows)
      for (const place of [0, 1, 2])
        for (const key of new Set(rows.map(({ keys }) => keys[place])))
          for (const column of [0, 1]) {
            const cells = shown.filter(({ keys }) => keys[place] === key).map(({ counts }) => counts[column])
            const hidden = cells.filter((cell) => cell === null).length
            if (hidden === 1) expect(cells.every((cell) => cell === null || cell === 0)).toBe(true)
          }
    }),
  )
})
