import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MUTATIONS } from './mutations.ts'

test('every mutation names one place of the rules as they stand', () => {
  const stale = MUTATIONS.filter(
    ({ file, from }) => readFileSync(join(import.meta.dirname, '..', file), 'utf8').split(from).length !== 2,
  )
  expect(stale).toEqual([])
})
