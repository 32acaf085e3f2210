import { DatabaseError } from 'pg'
import { expect, test } from 'vitest'
import { gathered } from './gathered.ts'

/** Sends numbers doubled; a batch with an odd one breaks a constraint, as a whole. */
function doubling(batches: number[][]) {
  return gathered(async (items: readonly number[]) => {
    batches.push([...items])
    await new Promise((resolve) => setTimeout(resolve, 1))
    if (items.some((item) => item % 2 === 1))
      throw Object.assign(new DatabaseError('odd', 0, 'error'), { code: '23505' })
    return items.map((item) => item * 2)
  })
}

test('one alone goes at once; what comes while it is under way goes together', async () => {
  const batches: number[][] = []
  const ask = doubling(batches)
  const first = ask(2)
  await new Promise((resolve) => setImmediate(resolve))
  const others = [ask(4), ask(6), ask(8)]
  expect(await Promise.all([first, ...others])).toEqual([4, 8, 12, 16])
  expect(batches).toEqual([[2], [4, 6, 8]])
})

test('a mistake is answered to the one who made it', async () => {
  const ask = doubling([])
  const answers = await Promise.allSettled([ask(2), ask(3), ask(4)])
  expect(answers.map((one) => (one.status === 'fulfilled' ? one.value : 'refused'))).toEqual([
    4,
    'refused',
    8,
  ])
})

test('a fault that is nobody’s mistake is told to all, and the next are sent all the same', async () => {
  let isAway = true
  const ask = gathered((items: readonly number[]) => {
    if (isAway) return Promise.reject(new Error('away'))
    return Promise.resolve(items)
  })
  const answers = await Promise.allSettled([ask(1), ask(2)])
  expect(answers.map((one) => one.status)).toEqual(['rejected', 'rejected'])
  isAway = false
  expect(await ask(3)).toBe(3)
})

test('a batch has an upper bound', async () => {
  const batches: number[][] = []
  const ask = doubling(batches)
  await Promise.all(Array.from({ length: 150 }, (_, place) => ask(place * 2)))
  expect(batches.map((batch) => batch.length)).toEqual([64, 64, 22])
})
