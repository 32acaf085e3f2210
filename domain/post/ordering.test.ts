import { expect, test } from 'vitest'
import { aDoer, aDossier, after, aLaw, allowed, aProcedure, goneTo } from '#domain/dossier/a-dossier.ts'
import { owedDong } from '#domain/dossier/owed.ts'
import { isRefusal } from '#domain/outcome.ts'
import { anAddress, aParcel, aPostRule, HANDED_AT, HANDED_OVER, TAKEN } from './a-parcel.ts'
import { orderParcel } from './ordering.ts'
import { withPostage } from './postage.ts'
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
const ordered = (outcome: ReturnType<typeof order>) => allowed(outcome).ordered
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
  expect(ordered(order(ready))).toMatchObject({ orderNumber: ready.code, zone: 'town', postageDong: 20_000 })
  expect(ordered(order(ready, [back]))).toMatchObject({
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
  const atPostsCost = allowed(order(ready, [again]))
  expect(atPostsCost.ordered).toMatchObject({ isAtPostsCost: true, codDong: 0 })
  expect(atPostsCost.lines).toEqual([])
})

const line = (name: string, dong: number) => ({ kind: 'postage', name, dong }) as const
const CARRYING = line('Cước bưu chính phát kết quả', 20_000)

test('the post collects postage, its charge and what is owed, in one sum; or all of it was paid before', () => {
  const owing = { ...ready, feeDong: 980_000 }
  const collected = allowed(order(owing))
  expect(collected.ordered).toMatchObject({ codDong: 1_010_000, ofPostDong: 30_000 })
  expect(collected.lines).toEqual([CARRYING, line('Cước thu hộ khi phát', 10_000)])
  expect(owedDong(withPostage(owing, collected.lines))).toBe(1_010_000)

  const without = (dossier: typeof ready, before: readonly Parcel[] = []) =>
    orderParcel(dossier, before, { ...asked, isCollecting: false }, { rule, seat, procedure: aProcedure() })
  expect(without(ready)).toMatchObject({ refused: 'fee-unpaid', facts: { owed: 20_000 } })
  const paid = { ...ready, ...paying([CARRYING]), postage: [CARRYING] } as typeof ready
  expect(allowed(without(paid))).toMatchObject({ ordered: { codDong: 0, ofPostDong: 0 }, lines: [] })
  // It never left: what was paid for it pays for the next. It came back: carrying it again is another price.
  const cancelled = aParcel([TAKEN, { type: 'ParcelCancelled', at: HANDED_AT, by: 'lan', reason: 'x' }])
  expect(allowed(without(paid, [cancelled])).lines).toEqual([])
  expect(without(paid, [back])).toMatchObject({ refused: 'fee-unpaid', facts: { owed: 20_000 } })
  expect(allowed(order(paid, [back])).lines).toEqual([
    line('Cước bưu chính phát kết quả, lần 2', 20_000),
    line('Cước thu hộ khi phát, lần 2', 5000),
  ])
})

test('postage is owed beside the fee, whether that is known, paid or neither', () => {
  const paid = { ...ready, ...paying([CARRYING]), postage: [CARRYING] } as typeof ready
  expect(owedDong({ ...paid, feeDong: 8000 })).toBe(8000)
  const unknown = { ...ready, feeDong: null }
  expect([owedDong(unknown), owedDong(withPostage(unknown, [CARRYING]))]).toEqual([null, 20_000])
  // A charge for collecting that was not collected is not asked with the next order.
  const before = withPostage(ready, [CARRYING, line('Cước thu hộ khi phát', 5000)])
  expect(allowed(order(before, [back])).lines).toEqual([
    CARRYING,
    line('Cước bưu chính phát kết quả, lần 2', 20_000),
    line('Cước thu hộ khi phát, lần 2', 5000),
  ])
})

function paying(lines: readonly object[]) {
  const dong = 20_000
  return {
    payments: [{ key: 'p', at: HANDED_AT, way: 'cash', dong, receiptNumber: '1', state: 'taken', lines }],
  }
}

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
  const fetched = orderParcel({ ...dossier, feeDong: 8000 }, [], given, {
    rule,
    seat,
    procedure: aProcedure(),
  })
  expect(allowed(fetched)).toMatchObject({ ordered: { direction: 'in', codDong: 0 }, lines: [] })
  expect(refusedAs(order(dossier))).toBe('nothing-for-post')
})
