import { expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import type { ExemptionRule } from '#domain/procedure/fee-lines.ts'
import { cashOf } from '#domain/cash/movements.ts'
import {
  aCharged,
  aDossier,
  aReceipt,
  aDoer,
  after,
  aLaw,
  aProcedure,
  aStep,
  goneTo,
  handBack,
  stepCommand,
} from './a-dossier.ts'
import type { AskRefund, AssessFee, ChangeCommand, RefundPayment, TakePayment } from './commands.ts'
import { under } from './decide.ts'
import { type Dossier, evolve } from './dossier.ts'
import type { DossierEvent } from './events.ts'
import { feeOf, owedDong, owedNowDong } from './owed.ts'

const steps = [aStep('receive'), aStep('collect-fee'), aStep('work'), aStep('approve'), aStep('return')]
const law = aLaw({ procedure: aCharged({ steps }) })
const atReturn = aLaw({ procedure: aCharged() })

const on = (dossier: Dossier, at = dossier.lastEventAt) => ({
  id: 'p',
  by: aDoer('thu', { post: 'cashier' }),
  version: dossier.version,
  step: dossier.step,
  at,
})
const take = (dossier: Dossier, over: Partial<TakePayment> = {}): TakePayment => ({
  ...on(dossier),
  type: 'TakePayment',
  way: 'cash',
  dong: 8000,
  receiptNumber: '2019/0000001',
  ...over,
})
const cancel = (dossier: Dossier, at?: string): ChangeCommand => ({
  ...on(dossier, at),
  type: 'CancelPayment',
  payment: 'p',
  reason: 'Ghi nhầm hình thức',
})
const refund = (dossier: Dossier, over: Partial<AskRefund> = {}): AskRefund => ({
  ...on(dossier),
  type: 'AskRefund',
  payment: 'p',
  dong: 8000,
  reason: 'Rút hồ sơ',
  ground: 'Luật Phí và lệ phí 2015',
  ...over,
})
/** The second person. */
const agree = (dossier: Dossier, staff = 'mai'): ChangeCommand => ({
  ...on(dossier),
  by: aDoer(staff, { post: 'cashier' }),
  type: 'AgreeToRefund',
})
/** Asked for by one and agreed to by the other. */
const refunded = (dossier: Dossier, over: Partial<AskRefund> = {}) => {
  const asked = after(dossier, refund(dossier, over), law).dossier
  return after(asked, agree(asked), law)
}
const assess = (dossier: Dossier, over: Partial<AssessFee> = {}): AssessFee => ({
  ...on(dossier),
  type: 'AssessFee',
  lines: [{ kind: 'fee', name: 'Lệ phí hộ tịch', dong: 5000 }],
  exemption: null,
  ...over,
})
const refusedAs = (dossier: Dossier, command: ChangeCommand, under_ = law) => {
  const outcome = under(under_).decide(dossier, command)
  return isRefusal(outcome) ? outcome.refused : null
}

test('at the step that collects it, paying all that is owed does the step; nothing less, nothing more, nothing without', () => {
  const dossier = goneTo('collect-fee', law)
  expect(refusedAs(dossier, { ...on(dossier), type: 'CompleteStep', note: null })).toBe('fee-unpaid')
  expect(refusedAs(dossier, take(dossier, { dong: 7999 }))).toBe('other-amount')
  const paid = after(dossier, take(dossier), law)
  expect(paid.events.map(({ type }) => type)).toEqual(['PaymentTaken', 'StepCompleted'])
  expect(paid.dossier).toMatchObject({ step: 'work', payments: [{ key: 'p', state: 'taken' }] })
  expect(owedDong(paid.dossier)).toBe(0)
  expect(refusedAs(paid.dossier, take(paid.dossier))).toBe('nothing-owed')
})

test('a result is not handed back while something is owed; a refusal always is', () => {
  const ready = goneTo('ready', atReturn)
  expect(refusedAs(ready, handBack(ready), atReturn)).toBe('fee-unpaid')
  const paid = after(ready, take(ready), atReturn).dossier
  expect(paid.stage).toBe('ready')
  expect(refusedAs(paid, handBack(paid), atReturn)).toBeNull()
  const appraised = goneTo('appraise', atReturn)
  const refusing = {
    ...on(appraised),
    type: 'ProposeRefusal',
    reason: 'x',
    ground: 'y',
    instead: null,
  } as const
  const refused = goneTo('ready', atReturn, after(appraised, refusing, atReturn).dossier)
  expect(refusedAs(refused, handBack(refused), atReturn)).toBeNull()
})

test('cancelled on its day it is owed again; on another day it is refunded, and not owed again', () => {
  const paid = after(goneTo('collect-fee', law), take(goneTo('collect-fee', law)), law).dossier
  const cancelled = after(paid, cancel(paid), law).dossier
  expect(owedDong(cancelled)).toBe(8000)
  expect(refusedAs(cancelled, cancel(cancelled))).toBe('nothing-paid')
  // 17:00 UTC is the next day in Vietnam.
  expect(refusedAs(paid, cancel(paid, '2019-03-05T17:00:00.000Z'))).toBe('cancel-same-day')
  expect(refusedAs(paid, cancel(paid, '2019-03-05T16:59:00.000Z'))).toBeNull()
  expect(refusedAs(paid, refund(paid, { dong: 8001 }))).toBe('other-amount')
  expect(refusedAs(paid, refund(paid))).toBeNull()
  expect(refusedAs(paid, refund(paid, { payment: 'q' }))).toBe('no-such-payment')
  const { dossier: inPart, events } = refunded(paid, { dong: 5000 })
  expect(inPart.payments).toMatchObject([{ state: 'taken', refundedDong: 5000 }])
  expect(owedDong(inPart)).toBe(0)
  expect(refusedAs(inPart, cancel(inPart))).toBe('payment-undone')
  expect(refusedAs(inPart, refund(inPart, { dong: 3001 }))).toBe('other-amount')
  const rest = refunded(inPart, { dong: 3000 }).dossier
  expect(rest.payments).toMatchObject([{ state: 'refunded', refundedDong: 8000 }])
  // Refunds recorded before a part could be followed by the rest stay what they were: the end of the payment.
  const old = events.map((event) => ({ ...event, leftDong: undefined })) as never as DossierEvent[]
  expect(old.reduce(evolve, paid).payments).toMatchObject([{ state: 'refunded' }])
})

test('what is not cash needs its reference, and the receipt bears who paid and for what', () => {
  const dossier = goneTo('collect-fee', law)
  expect(refusedAs(dossier, take(dossier, { way: 'card' }))).toBe('reference-needed')
  const { events } = after(
    dossier,
    take(dossier, { way: 'transfer', reference: 'FT19064', payer: 'Lê Văn Ba' }),
    law,
  )
  expect(events[0]).toMatchObject({ way: 'transfer', reference: 'FT19064', payer: 'Lê Văn Ba' })
  const assessed = after(dossier, assess(dossier), law).dossier
  expect(after(assessed, take(assessed, { dong: 5000 }), law).events[0]).toMatchObject({
    payer: 'Nguyễn Thị Hương',
    lines: [{ kind: 'fee', name: 'Lệ phí hộ tịch', dong: 5000 }],
  })
})

test('what is put down takes the place of the catalogue, an exemption with its ground asks nothing', () => {
  const dossier = goneTo('collect-fee', law)
  expect(refusedAs(dossier, assess(dossier, { lines: [] }))).toBe('no-fee-line')
  const assessed = after(dossier, assess(dossier), law).dossier
  expect(feeOf(assessed)).toBe(5000)
  const ground = 'Nghị quyết 62/2017/NQ-HĐND'
  const exempt = after(
    dossier,
    assess(dossier, { lines: [], exemption: { who: 'poor', ground } }),
    law,
  ).dossier
  expect(owedDong(exempt)).toBe(0)
  expect(refusedAs(exempt, stepCommand(exempt, 'collect-fee'))).toBeNull()
  const paid = after(assessed, take(assessed, { dong: 5000 }), law).dossier
  expect(refusedAs(paid, assess(paid))).toBe('paid-already')
})

test('undetermined is not nothing: it cannot be taken before it is put down, and holds up no result', () => {
  const fee = { any: { kind: 'undetermined', note: '' }, channels: {} } as const
  const cases = aProcedure().cases.map((one) => ({ ...one, fee }))
  const open = aLaw({ procedure: aProcedure({ cases }) })
  const ready = goneTo('ready', open)
  expect(owedDong(ready)).toBeNull()
  expect(refusedAs(ready, take(ready), open)).toBe('fee-undetermined')
  expect(refusedAs(ready, handBack(ready), open)).toBeNull()
})

test('lines are due at receipt, with the supplement or at return; what is due now is paid by itself', () => {
  const dossier = goneTo('collect-fee', law)
  const lines = [
    { kind: 'fee' as const, name: 'Lệ phí', dong: 5000, due: 'receipt' as const },
    { kind: 'charge' as const, name: 'Phí bổ sung', dong: 2000, due: 'supplement' as const },
    { kind: 'charge' as const, name: 'Phí thẩm định', dong: 9000, due: 'return' as const },
  ]
  const assessed = after(dossier, assess(dossier, { lines }), law).dossier
  expect([owedDong(assessed), owedNowDong(assessed)]).toEqual([16_000, 5000])
  expect(refusedAs(assessed, take(assessed, { dong: 9000 }))).toBe('other-amount')
  expect(refusedAs(assessed, take(assessed, { dong: 16_000 }))).toBeNull()
  const { dossier: paid, events } = after(assessed, take(assessed, { dong: 5000 }), law)
  expect(events[0]).toMatchObject({ lines: [{ name: 'Lệ phí' }] })
  expect([paid.step, owedDong(paid), owedNowDong(paid)]).toEqual(['work', 11_000, 0])
  // Nothing is due now, and no receipt is made out over nothing.
  expect(refusedAs(paid, take(paid, { id: 'q', dong: 0 }))).toBe('other-amount')
  expect(owedNowDong({ ...paid, supplementsAsked: 1 })).toBe(2000)
  const ready = goneTo('ready', law, paid)
  expect(owedNowDong(ready)).toBe(11_000)
  expect(refusedAs(ready, handBack(ready))).toBe('fee-unpaid')
  const all = after(ready, take(ready, { id: 'q', dong: 11_000 }), law)
  expect(all.events[0]).toMatchObject({ lines: [{ name: 'Phí bổ sung' }, { name: 'Phí thẩm định' }] })
  expect(refusedAs(all.dossier, handBack(all.dossier))).toBeNull()
})

test('who is exempt when handing in pays less, by the rule and the paper that are written down', () => {
  const exemption = { rule: 'ho-ngheo', evidence: 'Giấy chứng nhận hộ nghèo 45/2019' }
  const ground = 'NQ 62/2017/NQ-HĐND'
  const rule: ExemptionRule = {
    key: 'ho-ngheo',
    who: 'poor',
    name: 'Hộ nghèo',
    kind: 'both',
    channel: null,
    ground,
    off: { percent: 50 },
    from: '2019-03-05',
    until: '2019-03-06',
  }
  const exempting = aLaw({ procedure: { ...aCharged({ steps }), exemptions: [rule] } })
  expect(feeOf(aDossier({}, exempting))).toBe(8000)
  const reduced = aDossier({ exemption }, exempting)
  expect(feeOf(reduced)).toBe(4000)
  expect(reduced.fee).toMatchObject({
    lines: [{ beforeDong: 8000 }],
    exemption: { who: 'poor', ground, ...exemption },
  })
  const on = (over: object, at = '2019-03-05T01:00:00.000Z') =>
    under(exempting).receive(aReceipt({ at, ...over }))
  expect(on({ exemption: { ...exemption, rule: 'x' } })).toMatchObject({ refused: 'no-such-exemption' })
  expect(on({ exemption }, '2019-03-06T01:00:00.000Z')).toMatchObject({ refused: 'no-such-exemption' })
  expect(on({ exemption: { ...exemption, evidence: '' } })).toMatchObject({
    refused: 'exemption-evidence-needed',
  })
})

const through = { provider: 'vnpay', order: 'MC01234567893', money: 'm' } as const
const online = (dossier: Dossier, over: Partial<TakePayment> = {}) =>
  take(dossier, { way: 'online', reference: '14422574', through, ...over })

test('what came through a provider pays like any other, and goes back by two people and past every till', () => {
  const dossier = goneTo('collect-fee', law)
  expect(refusedAs(dossier, take(dossier, { way: 'online', reference: '14422574' }))).toBe(
    'not-through-provider',
  )
  expect(refusedAs(dossier, online(dossier, { way: 'cash' }))).toBe('not-through-provider')
  expect(refusedAs(dossier, online(dossier, { dong: 7999 }))).toBe('other-amount')
  const { dossier: paid, events } = after(dossier, online(dossier), law)
  expect(events.map(({ type }) => type)).toEqual(['PaymentTaken', 'StepCompleted'])
  expect(paid.payments).toMatchObject([{ way: 'online', through }])
  expect(refusedAs(paid, cancel(paid))).toBe('refund-by-two')
  expect(refusedAs(paid, refund(paid))).toBe('refund-by-two')
  const agreed = { askedBy: 'thu', agreedBy: 'mai', reference: 'R1' }
  const made = (dossier: Dossier): RefundPayment => ({
    ...refund(dossier, { dong: 3000 }),
    type: 'RefundPayment',
    agreed,
  })
  const back = after(paid, made(paid), law)
  expect(back.events).toMatchObject([{ way: 'online', dong: 3000, leftDong: 5000, agreed }])
  expect(back.dossier.payments).toMatchObject([{ state: 'taken', refundedDong: 3000 }])
  // Money of the counter does not go back past the tills.
  const cash = after(dossier, take(dossier), law).dossier
  expect(refusedAs(cash, made(cash))).toBe('refund-by-two')
})

test('money goes back when a second person agrees: out of the till of who asked, and once', () => {
  const paid = after(goneTo('collect-fee', law), take(goneTo('collect-fee', law)), law).dossier
  expect(refusedAs(paid, agree(paid))).toBe('no-refund-asked')
  const asked = after(paid, refund(paid, { dong: 3000 }), law).dossier
  // Nothing has moved, and nothing else moves meanwhile.
  expect(asked.payments).toEqual(paid.payments)
  expect(refusedAs(asked, refund(asked))).toBe('refund-under-way')
  expect(refusedAs(asked, cancel(asked))).toBe('refund-under-way')
  expect(refusedAs(asked, agree(asked, 'thu'))).toBe('second-person-needed')
  const { dossier: back, events } = after(asked, agree(asked), law)
  const agreed = { askedBy: 'thu', agreedBy: 'mai' }
  expect(events).toMatchObject([{ type: 'PaymentRefunded', dong: 3000, leftDong: 5000, till: 'thu', agreed }])
  expect(back.refund).toBeUndefined()
  expect(refusedAs(back, agree(back))).toBe('no-refund-asked')
  // Who does not agree says why, and it can be asked anew.
  const drop = { ...on(asked), type: 'DropRefund', comment: 'Không có căn cứ' } as const
  const dropped = after(asked, drop, law).dossier
  expect(dropped.payments).toEqual(paid.payments)
  expect(refusedAs(dropped, refund(dropped))).toBeNull()
})

test('the till holds what was taken less what went out the same way', () => {
  const sums = cashOf([
    { kind: 'taken', way: 'cash', dong: 8000 },
    { kind: 'taken', way: 'transfer', dong: 20_000 },
    { kind: 'cancelled', way: 'cash', dong: 8000 },
    { kind: 'taken', way: 'cash', dong: 50_000 },
    { kind: 'refunded', way: 'transfer', dong: 5000 },
  ])
  expect(sums).toEqual({ cash: 50_000, transfer: 15_000, card: 0 })
})
