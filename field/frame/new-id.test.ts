import { expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from './new-id.ts'

test('an id is a UUIDv7 and sorts by its moment', () => {
  const at = Temporal.Instant.from('2026-11-28T01:02:03.004Z').epochMilliseconds
  const id = newId(at)
  expect(z.uuid({ version: 'v7' }).safeParse(id).success).toBe(true)
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(at)
  expect(newId(at + 1) > id && newId(at) !== id).toBe(true)
})
