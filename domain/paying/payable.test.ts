import { expect, test } from 'vitest'
import { aCharged, aDossier, aLaw, aStep } from '#domain/dossier/a-dossier.ts'
import type { FeeLine } from '#domain/dossier/owed.ts'
import { feeShown, payableOf } from './payable.ts'

const law = aLaw({
  procedure: aCharged({ steps: [aStep('receive'), aStep('collect-fee'), aStep('return')] }),
})
const dossier = aDossier({}, law)
const fee = (lines: readonly FeeLine[], exemption: object | null = null) => ({
  ...dossier,
  fee: { lines, exemption: exemption as never },
})
const poor = { who: 'poor', ground: 'NQ 62/2017/NQ-HĐND' }
const line = (dong: number, over: object = {}): FeeLine => ({ kind: 'fee', name: 'Lệ phí', dong, ...over })

test('what is due by now is paid in one go; where nothing is due yet, all of it', () => {
  const later = line(9000, { due: 'return', name: 'Phí thẩm định' })
  const now = line(5000, { due: 'receipt' })
  expect(payableOf(fee([now, later]), law.procedure)).toMatchObject({ dong: 5000, lines: [now] })
  expect(payableOf(fee([later]), law.procedure)).toMatchObject({ dong: 9000, lines: [later] })
  expect(payableOf(dossier, law.procedure)).toMatchObject({
    kind: 'dossier',
    id: dossier.code,
    dong: 8000,
    lines: [{ dong: 8000 }],
    payer: { name: dossier.applicant.name },
  })
})

test('nothing is asked for where nothing is owed, or nobody has determined what', () => {
  expect(payableOf(fee([], poor), law.procedure)).toMatchObject({ refused: 'nothing-owed' })
  expect(payableOf({ ...dossier, feeDong: null }, law.procedure)).toMatchObject({
    refused: 'fee-undetermined',
  })
  expect(payableOf({ ...dossier, stage: 'stopped' } as never, law.procedure)).toMatchObject({
    refused: 'not-at-this-stage',
  })
})

test.each([
  ['one amount', { ...dossier }, 8000, 8000],
  ['lines without an exemption', fee([line(5000)]), 5000, 5000],
  ['half taken off', fee([line(4000, { beforeDong: 8000 })], poor), 8000, 4000],
  ['all taken off', fee([], poor), 8000, 0],
  ['one of two lines taken off', fee([line(3000)], poor), 8000, 3000],
  ['undetermined', { ...dossier, feeDong: null }, null, null],
])('shown before and after: %s', (_, of, beforeDong, dong) => {
  expect(feeShown(of)).toMatchObject({ beforeDong, dong })
})
