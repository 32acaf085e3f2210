import { expect, test } from 'vitest'
import type { Party } from './events.ts'
import { mayJoinVisit } from './visit.ts'

const HUONG: Party = {
  kind: 'citizen',
  name: 'Nguyễn Thị Hương',
  idNumber: '022188000001',
  phone: '0912345678',
  address: null,
}
const FIRST = {
  code: '000.00.12.H49-190305-0001',
  applicant: HUONG,
  placeOfReceipt: 'HCC-TN',
  receivedAt: '2019-03-05T01:00:00.000Z',
}
const unknown: Party = { ...HUONG, idNumber: null, phone: null }
const same = { applicant: HUONG, placeOfReceipt: 'HCC-TN', at: '2019-03-05T09:00:00.000Z' }

test.each([
  ['the same person, later that day', FIRST, same, true],
  ['moved house meanwhile', FIRST, { ...same, applicant: { ...HUONG, address: 'Khu 2' } }, true],
  ['somebody else', FIRST, { ...same, applicant: { ...HUONG, idNumber: '022188000002' } }, false],
  ['the same name without a number', FIRST, { ...same, applicant: unknown }, false],
  ['at another counter', FIRST, { ...same, placeOfReceipt: 'HCC-2' }, false],
  ['early the next day in Vietnam', FIRST, { ...same, at: '2019-03-05T17:30:00.000Z' }, false],
  ['nobody gave a number', { ...FIRST, applicant: unknown }, { ...same, applicant: unknown }, true],
] as const)('%s', (_, first, joining, isSame) => {
  expect(mayJoinVisit(first, joining)).toEqual(
    isSame || { refused: 'other-visit', facts: { code: FIRST.code } },
  )
})
