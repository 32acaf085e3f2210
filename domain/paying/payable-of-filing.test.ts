import { expect, test } from 'vitest'
import { aCharged, aReceipt } from '#domain/dossier/a-dossier.ts'
import type { Filing } from '#domain/filing/filing.ts'
import { payableOfFiling } from './payable-of-filing.ts'

const procedure = aCharged()
const perCopy = { kind: 'per-copy', dong: 8000, note: '' } as const
const charged = (online: object = perCopy, over: object = {}) => ({
  ...procedure,
  cases: procedure.cases.map((one) => ({
    ...one,
    fee: { any: one.fee.any, channels: { online } } as never,
    ...over,
  })),
})
const { applicant } = aReceipt()

const filed = (over: Partial<Filing> = {}) => ({
  id: '01930000-0000-7000-8000-000000000001',
  filing: {
    stage: 'submitted',
    case: procedure.cases[0]?.key ?? '',
    copiesWanted: 2,
    submittedAt: '2019-03-05T01:00:00.000Z',
    unit: 'HCC-TN',
    applicant,
    ...over,
  } as Filing,
})

test('a filing is paid what it will cost as one that came online', () => {
  expect(payableOfFiling(filed(), charged())).toEqual({
    kind: 'filing',
    id: '01930000-0000-7000-8000-000000000001',
    lines: [{ kind: 'charge', name: procedure.name, dong: 16_000 }],
    dong: 16_000,
    procedure: { key: procedure.key, name: procedure.name },
    unit: 'HCC-TN',
    payer: applicant,
  })
  // Online it is free; at the counter it costs 8.000 đ.
  expect(payableOfFiling(filed(), procedure)).toMatchObject({ refused: 'nothing-owed' })
  expect(payableOfFiling(filed(), charged({ kind: 'undetermined', note: '' }))).toMatchObject({
    refused: 'fee-undetermined',
  })
})

test.each(['asked', 'answered'] as const)('one that is %s can be paid', (stage) => {
  expect(payableOfFiling(filed({ stage }), charged())).toMatchObject({ dong: 16_000 })
})

test.each(['accepted', 'refused', 'withdrawn'] as const)('one that is %s cannot', (stage) => {
  expect(payableOfFiling(filed({ stage }), charged())).toMatchObject({ refused: 'not-at-this-stage' })
})
