import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import {
  awaitsPerson,
  doubtOf,
  evolveMoney,
  foldMoney,
  mayAgree,
  mayAskRefund,
  mayBeCredited,
  mayDrop,
  type MoneyEvent,
  type MoneyIn,
} from './money-in.ts'
import { askNext, isLate, type PaymentOrder } from './order.ts'

const AT = '2019-03-05T01:00:00.000Z'
const came: MoneyEvent = {
  type: 'MoneyCame',
  at: AT,
  by: null,
  provider: 'vnpay',
  transaction: '1',
  reference: 'MC01234567893',
  payable: { kind: 'dossier', id: '000.00.12.H49-190305-0001' },
  dong: 8000,
  paidAt: AT,
  heardBy: 'notice',
}
const order: PaymentOrder = {
  id: 'o',
  reference: 'MC01234567893',
  provider: 'vnpay',
  payable: { kind: 'dossier', id: '000.00.12.H49-190305-0001' },
  lines: [],
  dong: 8000,
  openedAt: AT,
  expiresAt: '2019-03-05T01:15:00.000Z',
  way: null,
  ended: null,
  asked: 0,
  askAt: null,
}

test.each([
  ['of no order of ours', null, {}, false, 'no-such-order'],
  ['of another amount', order, { dong: 7999 }, false, 'other-amount'],
  ['a second time', order, {}, true, 'twice'],
  ['paid when the order was over', order, { paidAt: '2019-03-05T01:20:00.001Z' }, false, 'late'],
  ['paid in time by the clock of the provider', order, { paidAt: '2019-03-05T01:20:00.000Z' }, false, null],
  ['as it was asked for', order, {}, false, null],
])('money %s', (_, of, over, isSecond, doubt) => {
  expect(doubtOf({ dong: 8000, paidAt: AT, ...over }, of, isSecond)).toBe(doubt)
})

test('a provider is asked ever less often, and no more three days after the order was over', () => {
  const minutesTo = (asked: number, now: string) => {
    const next = askNext({ ...order, asked }, now)
    return next && (Date.parse(next) - Date.parse(now)) / 60_000
  }
  expect([0, 1, 2, 6, 50].map((asked) => minutesTo(asked, AT))).toEqual([2, 3, 5, 60, 60])
  expect(minutesTo(80, '2019-03-08T01:15:00.000Z')).toBe(60)
  expect(minutesTo(80, '2019-03-08T01:15:00.001Z')).toBeNull()
  expect(isLate(order, AT)).toBe(false)
})

const happened = { at: AT, by: null }
const doubted: MoneyEvent = { ...happened, type: 'MoneyDoubted', doubt: 'late' }
const credited: MoneyEvent = {
  ...happened,
  type: 'MoneyCredited',
  code: 'c',
  payment: 'p',
  receiptNumber: '2019/TT-0000001',
}
const asked = (dong: number): MoneyEvent => {
  return { type: 'RefundAsked', at: AT, by: 'thu', refund: 'r', dong, reason: 'x', ground: 'y' }
}
const agreed: MoneyEvent = { type: 'RefundAgreed', at: AT, by: 'mai', reference: null }
const made: MoneyEvent = { ...happened, type: 'RefundMade', reference: 'R1' }
const refusedAs = (outcome: unknown) => (isRefusal(outcome) ? outcome.refused : null)

test('doubted money goes back whole, credited money in parts, and never more than came', () => {
  const doubt = foldMoney([came, doubted])
  expect(refusedAs(mayAskRefund(doubt, 3000))).toBe('other-amount')
  expect(refusedAs(mayAskRefund(doubt, 8000))).toBeNull()
  expect(refusedAs(mayAskRefund(foldMoney([came]), 8000))).toBe('money-settled')
  const paid = [came, credited]
  expect(refusedAs(mayAskRefund(foldMoney(paid), 0))).toBe('other-amount')
  const part = foldMoney([...paid, asked(3000), agreed, made])
  expect(part.refundedDong).toBe(3000)
  expect(refusedAs(mayAskRefund(part, 5001))).toBe('other-amount')
  const whole = foldMoney([...paid, asked(3000), agreed, made, asked(5000), agreed, made])
  expect([whole.refundedDong, refusedAs(mayAskRefund(whole, 1))]).toEqual([8000, 'money-settled'])
  expect(refusedAs(mayBeCredited(foldMoney([came, doubted, asked(8000), agreed, made])))).toBe(
    'money-settled',
  )
})

test('the second person is another, and agrees once', () => {
  const waiting = foldMoney([came, credited, asked(8000)])
  expect(refusedAs(mayAgree(waiting, 'thu'))).toBe('second-person-needed')
  expect(refusedAs(mayAgree(waiting, 'mai'))).toBeNull()
  const under = foldMoney([came, credited, asked(8000), agreed])
  expect(refusedAs(mayAgree(under, 'lan'))).toBe('refund-under-way')
  expect(refusedAs(mayDrop(under))).toBe('refund-under-way')
  expect(refusedAs(mayAgree(foldMoney([came]), 'mai'))).toBe('no-refund-asked')
})

/** What anybody may try with a sum, in any order; a rule lets it or not. */
const anyTry = fc.oneof(
  fc.constant('credit' as const),
  fc.constant('hold' as const),
  fc.constant('doubt' as const),
  fc.record({ ask: fc.constantFrom(1, 3000, 5000, 8000, 9000), by: fc.constantFrom('thu', 'mai') }),
  fc.record({ agree: fc.constantFrom('thu', 'mai') }),
  fc.constant('drop' as const),
  fc.constant('made' as const),
  fc.constant('refused' as const),
)
type Try = typeof anyTry extends fc.Arbitrary<infer Value> ? Value : never

function tried(money: MoneyIn, what: Try): MoneyEvent | null {
  const unless = (allowed: unknown, event: MoneyEvent) => (isRefusal(allowed) ? null : event)
  if (typeof what === 'object' && 'ask' in what)
    return unless(mayAskRefund(money, what.ask), { ...asked(what.ask), by: what.by })
  if (typeof what === 'object')
    return unless(mayAgree(money, what.agree), {
      type: 'RefundAgreed',
      at: AT,
      by: what.agree,
      reference: null,
    })
  switch (what) {
    case 'credit':
      return unless(mayBeCredited(money), credited)
    case 'hold':
      return money.standing === 'new' ? { ...happened, type: 'MoneyHeld' } : null
    case 'doubt':
      return money.standing === 'new' || money.standing === 'held' ? doubted : null
    case 'drop':
      return unless(mayDrop(money), { ...happened, type: 'RefundDropped', comment: 'x' })
    case 'made':
      return money.refund?.agreedBy ? made : null
    case 'refused':
      return money.refund?.agreedBy ? { ...happened, type: 'RefundRefused', code: '95' } : null
  }
}

test('whatever is tried with it: never more goes back than came, never by one person alone, and nothing lies forgotten', () => {
  fc.assert(
    fc.property(fc.array(anyTry, { maxLength: 40 }), (tries) => {
      const events: MoneyEvent[] = [came]
      let money = foldMoney(events)
      for (const what of tries) {
        const event = tried(money, what)
        if (!event) continue
        if (event.type === 'RefundMade') expect(money.refund?.askedBy).not.toBe(money.refund?.agreedBy)
        if (event.type === 'MoneyCredited') expect(money.refundedDong).toBe(0)
        events.push(event)
        money = evolveMoney(money, event)
        expect(money.refundedDong).toBeLessThanOrEqual(money.dong)
        // What pays no dossier and is not held for a filing is before a person, on its way back, or back.
        const isBack = money.refundedDong === money.dong
        const isUnderWay = money.refund !== null
        if (money.standing === 'doubted' && !isBack && !isUnderWay) expect(awaitsPerson(money)).toBe(true)
        if (isUnderWay && money.refund?.agreedBy === null) expect(awaitsPerson(money)).toBe(true)
      }
      expect(foldMoney(events)).toEqual(money)
      expect(events.filter(({ type }) => type === 'MoneyCredited').length).toBeLessThanOrEqual(1)
    }),
    { numRuns: 500 },
  )
})
