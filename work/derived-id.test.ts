import { expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from './chance.ts'
import { derivedId } from './derived-id.ts'

test('an id stems from another, is one itself and differs by what it is for', () => {
  const id = newId()
  const one = derivedId(id, 'code', 1)
  expect(z.uuid({ version: 'v7' }).safeParse(one).success).toBe(true)
  expect(derivedId(id, 'code', 1)).toBe(one)
  expect(new Set([one, derivedId(id, 'code', 2), derivedId(newId(), 'code', 1), id]).size).toBe(4)
})
