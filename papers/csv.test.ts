import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test('whatever stands in the cells comes back from another reader of CSV', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string(), fc.integer({ min: 0 }), fc.constant(null)), { minLength: 1 }),
      (lines) => {
        const read = parse(csvOf(lines), { bom: true, relax_column_count: true, trim: false })
        expect(read).toHaveLength(lines.length)
        for (const [place, [text, number]] of lines.entries()) {
          const [first, second, third] = read[place] ?? []
          expect(first === text || first === `'${text}`).toBe(true)
          expect([second, third]).toEqual([String(number), ''])
        }
      },
    ),
  )
})

test('no cell becomes a formula', () => {
  expect(csvOf([['=1+1', '@x', '-2', 'a']])).toBe("\uFEFF'=1+1,'@x,'-2,a\r\n")
})
