import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aCalendar } from '#domain/calendar/a-calendar.ts'
import { workingCalendar } from '#domain/calendar/working-time.ts'
import { isRefusal } from '#domain/outcome.ts'
import { aParcel, aPostRule, HANDED_AT, HANDED_OVER, TAKEN } from './a-parcel.ts'
import { confirmed, mayConfirm, mayScan, readLabel } from './counter-list.ts'
import { cancelParcel, settleDoubt, useParcel } from './ordering.ts'
import { evolveParcel, labelOf, type Parcel } from './parcel.ts'

const counting = workingCalendar(aCalendar())
const worker = { name: 'Phạm Văn Thư', number: 'BĐ-0123' }
const rule = aPostRule()
const AT = { at: HANDED_AT, by: 'lan', list: 'L1', counting, ruleOf: () => rule }
const comingIn = aParcel([TAKEN], { direction: 'in' })
const waiting = aParcel([TAKEN])
const away = aParcel([TAKEN, HANDED_OVER])

test('both sides sign for the same number, or write down why not', () => {
  fc.assert(
    fc.property(
      fc.nat(300),
      fc.nat(300),
      fc.constantFrom(null, '', '  ', 'Một phong bì rách'),
      (scanned, declared, why) => {
        const outcome = mayConfirm(scanned, { declared, worker, why })
        const isRight = scanned > 0 && (scanned === declared || why === 'Một phong bì rách')
        expect(isRefusal(outcome)).toBe(!isRight)
        if (isRefusal(outcome)) expect(outcome.refused).toBe(scanned === 0 ? 'list-empty' : 'count-differs')
      },
    ),
  )
})

test.each<readonly [string, 'to-post' | 'from-post', Parcel | null, string]>([
  ['a result that waits', 'to-post', waiting, 'goes'],
  ['a result that is away already', 'to-post', away, 'parcel-not-so-far'],
  ['papers that come in', 'to-post', comingIn, 'parcel-not-so-far'],
  ['something unknown', 'to-post', null, 'no-such-parcel'],
  ['papers that were ordered', 'from-post', comingIn, 'came'],
  ['papers nobody announced', 'from-post', null, 'came'],
  ['a result nobody took', 'from-post', away, 'came-back'],
  ['a result that never left', 'from-post', waiting, 'parcel-not-so-far'],
])('%s on a list %s', (_, kind, parcel, expected) => {
  const way = mayScan(kind, 'EK123456789VN', parcel)
  expect(isRefusal(way) ? way.refused : way).toBe(expected)
})

test('a label is read however it was typed, and only a number of the post brings unknown papers', () => {
  expect(readLabel(' ek 123 456 789 vn ')).toBe('EK123456789VN')
  expect(mayScan('from-post', '000.00.12.H49-190304-0001', null)).toMatchObject({ refused: 'no-such-parcel' })
  expect([labelOf(waiting), labelOf(aParcel())]).toEqual(['EK123456789VN', '000.00.12.H49-190304-0001'])
})

test('the moment of the confirmation is the moment of submission, and that from which the post is to carry', () => {
  const sent = confirmed('to-post', labelOf(waiting), waiting, AT)
  expect(sent).toMatchObject({ type: 'ParcelHandedOver', at: HANDED_AT, due: '2019-03-06T10:00:00.000Z' })
  const came = confirmed('from-post', 'EK000000001VN', null, AT)
  if (isRefusal(came)) throw new Error(came.refused)
  const parcel = evolveParcel(null, came)
  expect(parcel).toMatchObject({ stage: 'arrived', direction: 'in', handedOverAt: HANDED_AT, code: null })
  const back = confirmed('from-post', labelOf(away), away, AT)
  if (isRefusal(back)) throw new Error(back.refused)
  expect(evolveParcel(away, back).stage).toBe('came-back')
})

test('papers that came are used once, and for the dossier they were sent for', () => {
  const by = { at: HANDED_AT, by: 'lan', code: 'A-1' }
  const arrived = evolveParcel(comingIn, { type: 'ParcelArrived', at: HANDED_AT, by: 'lan', list: 'L1' })
  expect(useParcel(arrived, by)).toMatchObject({ refused: 'other-parcel' })
  const used = useParcel(arrived, { ...by, code: arrived.code ?? '' })
  if (isRefusal(used)) throw new Error(used.refused)
  expect(useParcel(evolveParcel(arrived, used), by)).toMatchObject({ refused: 'parcel-not-so-far' })
})

test('an order is taken back while the post does not have the parcel; only a doubt can be cleared up', () => {
  const by = { at: HANDED_AT, by: 'lan' }
  expect(cancelParcel(waiting, { ...by, reason: 'x' })).toMatchObject({ type: 'ParcelCancelled' })
  expect(cancelParcel(away, { ...by, reason: 'x' })).toMatchObject({ refused: 'parcel-not-so-far' })
  expect(settleDoubt(away, { ...by, note: 'x' })).toMatchObject({ refused: 'parcel-not-so-far' })
})
