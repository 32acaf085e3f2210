import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spread, type Taker } from './spread.ts'

const handler = { post: 'handler' } as const
const khanh: Taker = { id: 'khanh', posts: ['handler'], load: 0 }
const nam: Taker = { id: 'nam', posts: ['handler', 'approver'], load: 0 }

test.each<[string, number, readonly Taker[], readonly (string | null)[]]>([
  ['in turn among equals', 4, [khanh, nam], ['khanh', 'nam', 'khanh', 'nam']],
  ['first to whoever has less', 3, [{ ...khanh, load: 2 }, nam], ['nam', 'nam', 'khanh']],
  ['all to the only one', 2, [khanh], ['khanh', 'khanh']],
  ['to nobody outside the post', 1, [{ ...khanh, posts: ['clerk'] }], [null]],
])('work is spread %s', (_, count, takers, expected) => {
  expect(
    spread(
      Array.from({ length: count }, () => handler),
      takers,
    ).map(({ to }) => to),
  ).toEqual(expected)
})

test('every dossier goes to one of its post, and loads that began alike end alike', () => {
  const takers = [khanh, nam, { ...khanh, id: 'dung' }]
  fc.assert(
    fc.property(fc.array(fc.constantFrom('handler' as const, 'approver' as const)), (posts) => {
      const given = spread(
        posts.map((post) => ({ post })),
        takers,
      )
      expect(given).toHaveLength(posts.length)
      for (const { given: one, to } of given)
        expect(takers.find(({ id }) => id === to)?.posts).toContain(one.post)
    }),
  )
  fc.assert(
    fc.property(fc.nat(60), (count) => {
      const given = spread(
        Array.from({ length: count }, () => handler),
        takers,
      )
      const loads = takers.map(({ id }) => given.filter(({ to }) => to === id).length)
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
    }),
  )
})
