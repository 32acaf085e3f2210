import { expect, test } from 'vitest'
import { rateLimit, subjectOf } from './rate-limit.ts'

const start = Temporal.Instant.from('2019-07-03T01:00:00Z')
const after = (seconds: number) => start.add({ milliseconds: Math.round(seconds * 1000) })

test('ten at once may go on, the eleventh is told from when', () => {
  const limit = rateLimit({ most: 10, perSeconds: 60 })
  for (let n = 0; n < 10; n += 1) expect(limit.take('a', start)).toBeNull()
  expect(limit.take('a', start)?.toString()).toBe(after(6).toString())
  expect(limit.take('b', start)).toBeNull()
})

test('trying on while it is too many does not make the wait longer', () => {
  const limit = rateLimit({ most: 10, perSeconds: 60 })
  for (let n = 0; n < 500; n += 1) limit.take('a', start)
  expect(limit.take('a', after(6))).toBeNull()
  expect(limit.take('a', after(6))).not.toBeNull()
})

test('in any minute no more than ten and those that came back go on', () => {
  const limit = rateLimit({ most: 10, perSeconds: 60 })
  let passed = 0
  for (let second = 0; second < 600; second += 0.5) if (!limit.take('a', after(second))) passed += 1
  expect(passed).toBe(10 + 99)
})

test('looking counts nothing', () => {
  const limit = rateLimit({ most: 1, perSeconds: 60 })
  for (let n = 0; n < 5; n += 1) expect(limit.look('a', start)).toBeNull()
  expect(limit.take('a', start)).toBeNull()
  expect(limit.look('a', start)?.toString()).toBe(after(60).toString())
})

test('so many subjects are remembered and no more, the one not seen for longest is forgotten', () => {
  const limit = rateLimit({ most: 1, perSeconds: 60, subjects: 2 })
  limit.take('a', start)
  limit.take('b', start)
  limit.take('a', start)
  limit.take('c', start)
  expect(limit.look('a', start)).not.toBeNull()
  expect(limit.look('b', start)).toBeNull()
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
  ['', ''],
])('the address %s stands for %s', (address, subject) => {
  expect(subjectOf(address)).toBe(subject)
})

test('what was given back was never counted', () => {
  const limit = rateLimit({ most: 2, perSeconds: 60 })
  limit.giveBack('a')
  for (let n = 0; n < 9; n += 1) {
    expect(limit.take('a', start)).toBeNull()
    limit.giveBack('a')
  }
  for (let n = 0; n < 2; n += 1) expect(limit.take('a', start)).toBeNull()
  expect(limit.take('a', start)?.toString()).toBe(after(30).toString())
})
