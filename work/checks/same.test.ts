import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from '#domain/dossier/trail.ts'
import { isSame } from './same.ts'

test('two values are the same when they are written the same, whatever the order of their names', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      expect(isSame(one, JSON.parse(canonical(one)))).toBe(true)
      expect(isSame(one, other)).toBe(canonical(one) === canonical(other))
    }),
  )
  expect(isSame({ a: 1, b: undefined }, { a: 1 })).toBe(true)
  expect(isSame({ a: [1, { b: null }] }, { a: [1, { b: 0 }] })).toBe(false)
})
