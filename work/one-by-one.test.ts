import { expect, test } from 'vitest'
import { isRefusal, refuse } from '#domain/outcome.ts'
import { oneByOne } from './one-by-one.ts'

/** Two is refused, three breaks, the others come to ten times themselves. */
function act(one: number) {
  if (one === 3) return Promise.reject(new Error('the line is dead'))
  return Promise.resolve(one === 2 ? refuse('not-approved') : one * 10)
}

test('a refusal or a fault of one keeps none of the others back, in the order given', async () => {
  const faults: unknown[] = []
  const done = await oneByOne([1, 2, 3, 4], act, (fault) => faults.push(fault))
  expect(done.map(({ given }) => given)).toEqual([1, 2, 3, 4])
  expect(done.map(({ outcome }) => (isRefusal(outcome) ? outcome.refused : outcome))).toEqual([
    10,
    'not-approved',
    'not-carried-out',
    40,
  ])
  expect(faults).toMatchObject([{ message: 'the line is dead' }])
})

test('a fault nobody is told of is not kept quiet', async () => {
  await expect(oneByOne([1, 3, 4], act)).rejects.toThrow('the line is dead')
})
