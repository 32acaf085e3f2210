import { expect, test } from 'vitest'
import { aDoer, aDossier, after, aLaw, allowed, aProcedure, goneTo } from '#domain/dossier/a-dossier.ts'
import { isRefusal } from '#domain/outcome.ts'
import { anAddress, aParcel, aPostRule, HANDED_AT, HANDED_OVER, TAKEN } from './a-parcel.ts'
import { orderParcel } from './ordering.ts'
import { evolveParcel, type Parcel } from './parcel.ts'

const rule = aPostRule()
const seat = { province: '22' }
const person = { name: 'Nguyễn Thị Hương', phone: '0912345678', address: anAddress() }
const asked = {
  at: '2019-03-20T01:00:00.000Z',
  by: 'lan',
  direction: 'out',
  person,
  contents: 'Kết quả',
} as const
const order = (
  dossier: ReturnType<typeof aDossier>,
  before: readonly Parcel[] = [],
  over: Partial<Parameters<typeof aProcedure>[0]> = {},
) =>
  orderParcel(dossier, before, { ...asked, isCollecting: true }, { rule, seat, procedure: aProcedure(over) })
const refusedAs = (outcome: ReturnType<typeof order>) => (isRefusal(outcome) ? outcome.refused : 'ordered')
const ready = goneTo('ready', aLaw())
const back = aParcel([TAKEN, HANDED_OVER, { type: 'ParcelCameBack', at: HANDED_AT, by: 'lan', list: 'L2' }])

test.each([
  ['a result that lies ready', ready, [], {}, 'ordered'],
  ['no result yet', aDossier(), [], {}, 'nothing-for-post'],
  ['off the list', ready, [], { isPostal: false }, 'not-by-post'],
  ['only to be sent in', ready, [], { postalOnly: 'send' }, 'not-by-post'],
  ['only to be brought back', ready, [], { postalOnly: 'return' }, 'ordered'],
  ['one is on its way', ready, [aParcel([TAKEN])], {}, 'parcel-under-way'],
  [
    'one was delivered',
    ready,
    [{ ...aParcel([TAKEN, HANDED_OVER]), stage: 'delivered' }],
    {},
    'parcel-under-way',
  ],
  ['one came back', ready, [back], {}, 'ordered'],
] as const)('an order for %s', (_, dossier, before, over, expected) => {
  expect(refusedAs(order(dossier, before, over))).toBe(expected)
})

test('the first order has the code, later ones a number behind; who is at fault pays for sending again', () => {
  expect(allowed(order(ready))).toMatchObject({ orderNumber: ready.code, zone: 'town', postageDong: 20_000 })
  expect(allowed(order(ready, [back]))).toMatchObject({
    orderNumber: `${ready.code}-2`,
    isAtPostsCost: false,
  })
  const hasty = evolveParcel(aParcel([TAKEN, HANDED_OVER]), {
    type: 'ParcelTracked',
    at: HANDED_AT,
    by: null,
    status: 'going-back',
    postAt: HANDED_AT,
    tracking: 1,
    said: '',
    receiver: null,
    collectedDong: 0,
    breach: 'too-few-attempts',
  })
  const again = evolveParcel(hasty, { type: 'ParcelCameBack', at: HANDED_AT, by: 'lan', list: 'L2' })
  expect(allowed(order(ready, [again])).isAtPostsCost).toBe(true)
})

test('the post collects what is owed, and only for a result', () => {
  const owing = { ...ready, feeDong: 30_000 }
  expect(allowed(order(owing))).toMatchObject({ codDong: 30_000, codFeeDong: 5000 })
  const without = orderParcel(
    owing,
    [],
    { ...asked, isCollecting: false },
    { rule, seat, procedure: aProcedure() },
  )
  expect(allowed(without)).toMatchObject({ codDong: 0, codFeeDong: 0 })
})

test('papers are fetched while a supplement is waited for, and nothing is collected for them', () => {
  const working = goneTo('appraise')
  const { dossier } = after(working, {
    type: 'RequestSupplement',
    id: 'x',
    by: aDoer('dung'),
    version: working.version,
    step: working.step,
    at: working.lastEventAt,
    items: [{ component: 'declaration', wrong: 'Mờ', todo: 'Nộp lại', ground: 'Luật' }],
    whyAgain: null,
  })
  const given = { ...asked, direction: 'in', isCollecting: true } as const
  const ordered = orderParcel({ ...dossier, feeDong: 8000 }, [], given, {
    rule,
    seat,
    procedure: aProcedure(),
  })
  expect(allowed(ordered)).toMatchObject({ direction: 'in', codDong: 0 })
  expect(refusedAs(order(dossier))).toBe('nothing-for-post')
})
