import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allowed } from '#domain/dossier/a-dossier.ts'
import { type ExemptionRule, exemptionsOn, type FeeLineRule, linesDue, reckoned } from './fee-lines.ts'

const line = (over: Partial<FeeLineRule> = {}): FeeLineRule => ({
  kind: 'fee',
  name: 'Lệ phí hộ tịch',
  dong: 30_000,
  per: 'dossier',
  due: null,
  ground: 'NQ 62/2017/NQ-HĐND',
  ...over,
})
const rule = (over: Partial<ExemptionRule> = {}): ExemptionRule => ({
  key: 'ho-ngheo',
  who: 'poor',
  name: 'Hộ nghèo',
  kind: 'both',
  channel: null,
  off: { percent: 100 },
  ground: 'Luật Hộ tịch 2014, Điều 11',
  from: '2016-01-01',
  until: null,
  ...over,
})
const charge = line({ kind: 'charge', name: 'Phí thẩm định', dong: 8000, per: 'copy', due: 'return' })

test('lines are counted by dossier or copy; one that is undetermined makes the whole so, and so does none', () => {
  expect(linesDue([line(), charge], 3)).toMatchObject([{ dong: 30_000 }, { dong: 24_000, due: 'return' }])
  expect(linesDue([line(), line({ dong: null })], 1)).toBeNull()
  expect(linesDue([], 1)).toBeNull()
})

const lines = linesDue([line(), charge], 1)

test.each([
  ['all of it', rule(), []],
  ['half of the fee alone', rule({ kind: 'fee', off: { percent: 50 } }), [15_000, 8000]],
  ['a fixed amount, never below nothing', rule({ off: { dong: 10_000 } }), [20_000]],
  ['a third, rounded for who pays', rule({ kind: 'charge', off: { percent: 33 } }), [30_000, 5360]],
])('%s', (_, exemption, dong) => {
  const after = allowed(reckoned(lines, exemption, 'Sổ hộ nghèo 12'))
  expect(after?.lines.map((one) => one.dong)).toEqual(dong)
  expect(after?.exemption).toMatchObject({ who: 'poor', rule: 'ho-ngheo', evidence: 'Sổ hộ nghèo 12' })
})

test('without a paper nobody is exempt; what is undetermined is never 0 đ but by a full exemption', () => {
  expect(reckoned(lines, rule(), ' ')).toMatchObject({ refused: 'exemption-evidence-needed' })
  expect(reckoned(null, null, null)).toBeNull()
  expect(reckoned(null, rule({ off: { percent: 50 } }), 'Sổ')).toBeNull()
  expect(allowed(reckoned(null, rule(), 'Sổ'))).toMatchObject({ lines: [], exemption: { who: 'poor' } })
})

test('an exemption holds from its first day until the day before its last, for its channel', () => {
  const online = rule({ channel: 'online', from: '2019-03-05', until: '2019-04-01' })
  const on = (day: string, channel: 'online' | 'counter') =>
    exemptionsOn({ exemptions: [online] }, channel, day).length
  expect([on('2019-03-04', 'online'), on('2019-03-05', 'online'), on('2019-03-31', 'online')]).toEqual([
    0, 1, 1,
  ])
  expect([on('2019-04-01', 'online'), on('2019-03-05', 'counter')]).toEqual([0, 0])
})

test('an exemption never asks more, and never less than nothing', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.nat(10_000_000).map((dong) => line({ dong })),
        { minLength: 1 },
      ),
      fc.oneof(
        fc.integer({ min: 0, max: 100 }).map((percent) => ({ percent })),
        fc.nat(10_000_000).map((dong) => ({ dong })),
      ),
      (rules, off) => {
        const before = linesDue(rules, 1) ?? []
        const after = allowed(reckoned(before, rule({ off }), 'Sổ'))?.lines ?? []
        const sum = (all: readonly { dong: number }[]) => all.reduce((so, { dong }) => so + dong, 0)
        expect(sum(after)).toBeLessThanOrEqual(sum(before))
        expect(after.every(({ dong }) => Number.isInteger(dong) && dong > 0)).toBe(true)
      },
    ),
  )
})
