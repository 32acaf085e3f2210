import fc from 'fast-check'
import { expect, test } from 'vitest'
import { takeTurns, type Turn } from './turns.ts'

const at = (minute: number) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000)

test('turns taken one at a time are taken in the order of time, those that follow included', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(1000), fc.array(fc.nat(50), { maxLength: 5 }))),
      async (all) => {
        const taken: number[] = []
        const turn = (minute: number, later: readonly number[]): Turn => ({
          at: at(minute),
          take: () => {
            taken.push(minute)
            const [wait, ...rest] = later
            return Promise.resolve(wait === undefined ? null : turn(minute + wait, rest))
          },
        })
        await takeTurns(
          all.map(([minute, later]) => turn(minute, later)),
          1,
        )
        expect(taken).toEqual(taken.toSorted((a, b) => a - b))
        expect(taken).toHaveLength(all.reduce((sum, [, later]) => sum + 1 + later.length, 0))
      },
    ),
  )
})

test('no more are under way than stand side by side', async () => {
  let underWay = 0
  let most = 0
  const turns = Array.from({ length: 40 }, (_, minute) => ({
    at: at(minute),
    take: async () => {
      most = Math.max(most, ++underWay)
      await new Promise((resolve) => setTimeout(resolve, 1))
      underWay -= 1
      return null
    },
  }))
  await takeTurns(turns, 8)
  expect(most).toBe(8)
})
