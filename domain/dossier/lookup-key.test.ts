import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LOOKUP_KEY_BYTES, lookupKey, readLookupKey } from './lookup-key.ts'

test('carries at least forty random bits: each of its bytes gives five', () => {
  expect(LOOKUP_KEY_BYTES * 5).toBeGreaterThanOrEqual(40)
  const letters = Array.from({ length: 32 }, (_, byte) => lookupKey(Uint8Array.of(byte)))
  expect(new Set(letters).size).toBe(32)
  expect(lookupKey(Uint8Array.of(32, 33))).toBe(lookupKey(Uint8Array.of(0, 1)))
})

test('is read as it was printed, however it is typed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: LOOKUP_KEY_BYTES, maxLength: LOOKUP_KEY_BYTES }), (random) => {
      const key = lookupKey(random)
      expect(key).toHaveLength(LOOKUP_KEY_BYTES)
      expect(readLookupKey(key)).toBe(key)
      const spoken = ` ${key.slice(0, 5)}-${key.slice(5)} `
        .toLowerCase()
        .replaceAll('0', 'o')
        .replaceAll('1', 'l')
      expect(readLookupKey(spoken)).toBe(key)
      expect(readLookupKey(key.replaceAll('1', 'i'))).toBe(key)
    }),
  )
})
