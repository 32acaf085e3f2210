import { expect, test } from 'vitest'
import { canBeDelegated, delegated } from './delegation.ts'
import { may, type Staff } from './may.ts'

const ON = '2019-03-05'
const asked = {
  staff: 'mai',
  unit: 'TP',
  from: ON,
  until: '2019-03-08',
  capacity: null,
  ground: 'QĐ 12/QĐ-TP',
}
const standing = { ...asked, from: '2019-03-07', until: '2019-03-09' }

test.each([
  ['to oneself', asked, 'mai', [], 'second-person-needed'],
  ['backwards', { ...asked, until: ON }, 'hung', [], 'days-in-wrong-order'],
  ['for yesterday', { ...asked, from: '2019-03-04' }, 'hung', [], 'days-past'],
  ['twice for a day', asked, 'hung', [standing], 'already-delegated'],
] as const)('nobody delegates %s', (_, given, by, then, refused) => {
  expect(canBeDelegated(given, by, then, ON)).toMatchObject({ refused })
})

test('one after the other, for another person or another unit it can be delegated', () => {
  expect(canBeDelegated(asked, 'hung', [{ ...standing, from: '2019-03-08' }], ON)).toBe(true)
  expect(canBeDelegated(asked, 'hung', [{ ...standing, staff: 'lan' }], ON)).toBe(true)
  expect(canBeDelegated(asked, 'hung', [{ ...standing, unit: 'KT' }], ON)).toBe(true)
})

test('it gives the right to approve for that unit on its days and no others', () => {
  const { mandate, appointment } = delegated({ id: '1', ...asked })
  const mai: Staff = {
    kind: 'staff',
    id: 'mai',
    name: 'Mai',
    appointments: [appointment],
    mandates: [mandate],
  }
  const approve = (unit: string) =>
    ({ kind: 'approve', unit, post: 'approver', competentUnit: unit }) as const
  expect(may(mai, approve('TP'), '2019-03-07')).toBe(true)
  expect(may(mai, approve('TP'), '2019-03-08')).toMatchObject({ refused: 'not-permitted' })
  expect(may(mai, approve('KT'), ON)).toMatchObject({ refused: 'not-permitted' })
})
