import { dayOf, fromMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { secondPerson } from '#domain/people/second-person.ts'
import type {
  AgreeToRefund,
  AskRefund,
  AssessFee,
  CancelPayment,
  ChargePostage,
  DropRefund,
  RefundPayment,
  TakePayment,
} from './commands.ts'
import type { Dossier, Payment } from './dossier.ts'
import type { DossierEvent, PaymentRefunded } from './events.ts'
import { goOn, guard } from './handling.ts'
import type { Law } from './law.ts'
import { linesToPay, owedDong, owedNowDong, unpaidLines, unpaidPostage } from './owed.ts'

/**
 * What is to be paid is put down line by line: where the catalogue leaves it open, where pages were counted, or where
 * the law exempts or reduces it, with its ground (Law 97/2015/QH13). Not once something has been paid.
 */
export function assessFee(dossier: Dossier, command: AssessFee, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step, lines, exemption } = command
  if (lines.length === 0 && exemption === null) return refuse('no-fee-line')
  const paymentsBefore = dossier.payments?.length ?? 0
  return [
    { type: 'FeeAssessed', at, by, step, lines, exemption, ...(paymentsBefore > 0 && { paymentsBefore }) },
  ]
}

/**
 * What the post is paid is put down beside what the state asks, to be paid with it: the lines take the place of those that were
 * put down and not paid, and none of them drops those.
 */
export function chargePostage(dossier: Dossier, command: ChargePostage, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step, lines, isCollected } = command
  if (lines.length === 0 && unpaidPostage(dossier).length === 0) return refuse('no-fee-line')
  return [{ type: 'PostageCharged', at, by, step, lines, ...(isCollected && { isCollected }) }]
}

/** All that is owed, or all that is due by now, is paid at once against a numbered receipt; at the step that collects it, that step is done too. */
export function takePayment(dossier: Dossier, command: TakePayment, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { id, at, by, step, way, dong, receiptNumber, receiptForm, through } = command
  const payer = command.payer || dossier.applicant.name
  const reference = command.reference || null
  const owed = owedDong(dossier)
  const owedNow = owedNowDong(dossier)
  // Where nothing is due yet no receipt is made out over nothing.
  if (dong === 0 || (dong !== owed && dong !== owedNow)) return refuse('other-amount', { dong, owed })
  if (way !== 'cash' && reference === null) return refuse('reference-needed', { way })
  if ((way === 'online') !== (through !== undefined)) return refuse('not-through-provider')
  const taken: DossierEvent = {
    type: 'PaymentTaken',
    at,
    by,
    step,
    payment: id,
    way,
    dong,
    receiptNumber,
    payer,
    ...linesOf(dossier, dong === owed, law),
    ...(receiptForm && { receiptForm }),
    ...(reference !== null && { reference }),
    ...(through ? { through } : { till: by.staff }),
  }
  const kind = law.procedure.steps.find(({ key }) => key === dossier.step)?.kind
  if (dossier.stage !== 'in-process' || kind !== 'collect-fee') return [taken]
  const ahead = goOn(dossier, command, law)
  if (isRefusal(ahead)) return ahead
  return [taken, { type: 'StepCompleted', at, by, ...ahead.moved, note: null }, ...ahead.besides]
}

function linesOf(dossier: Dossier, isAll: boolean, { procedure }: Law) {
  if (dossier.fee) return { lines: unpaidLines(dossier, isAll) }
  return unpaidPostage(dossier).length > 0 ? { lines: linesToPay(dossier, isAll, procedure.name) } : {}
}

/**
 * A receipt made out wrongly is cancelled on its own day, while it still lies in that day's cash; the fee is owed again.
 * The money comes out of the till it went into, whoever cancels (`may`: that cashier, or who leads the counter). Money
 * of a provider lies in no till.
 */
export function cancelPayment(dossier: Dossier, command: CancelPayment, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step, payment, reason } = command
  const found = takenPayment(dossier, payment)
  if (isRefusal(found)) return found
  if (found.through) return refuse('refund-by-two')
  if (found.refundedDong !== undefined) return refuse('payment-undone', { state: 'refunded' })
  if (dossier.refund?.payment === payment) return refuse('refund-under-way')
  const day = (moment: string) => dayOf(fromMoment(moment)).toString()
  if (day(found.at) !== day(at)) return refuse('cancel-same-day', { on: day(found.at) })
  const { way, dong, till = by.staff } = found
  const cancelled = { type: 'PaymentCancelled', at, by, step, payment, way, dong, reason } as const
  return [till === by.staff ? cancelled : { ...cancelled, till }]
}

/**
 * The cashier asks that money taken at the counter goes back, all of it or a part and then the rest, with its ground;
 * one refund at a time. Nothing moves before a second person agrees.
 */
export function askRefund(dossier: Dossier, command: AskRefund, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step, payment, dong, reason, ground } = command
  const found = takenPayment(dossier, payment)
  if (isRefusal(found)) return found
  if (found.through) return refuse('refund-by-two')
  const left = leftOf(found, dong)
  if (isRefusal(left)) return left
  return [{ type: 'RefundAsked', at, by, step, payment, dong, reason, ground }]
}

/** A second person agrees, and the money goes out of the till of the cashier who asked, as he hands it over. */
export function agreeToRefund(dossier: Dossier, command: AgreeToRefund, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { refund } = dossier
  if (!refund) return refuse('no-refund-asked')
  const { at, by, step } = command
  const { askedBy: till, ...asked } = refund
  const second = secondPerson(till, by.staff)
  if (isRefusal(second)) return second
  const agreed = { askedBy: till, agreedBy: by.staff }
  return given(dossier, { at, by, step, ...asked, till, agreed })
}

/** What was asked for does not go back after all. */
export function dropRefund(dossier: Dossier, command: DropRefund, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step, comment } = command
  return [{ type: 'RefundDropped', at, by, step, comment }]
}

/** What came through a provider has gone back the same way, past every till; two people agreed to it there (`paying/money-in.ts`). */
export function refundPayment(dossier: Dossier, command: RefundPayment, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step, payment, dong, reason, ground, agreed } = command
  const found = takenPayment(dossier, payment)
  if (isRefusal(found)) return found
  if (!found.through) return refuse('refund-by-two')
  return given(dossier, { at, by, step, payment, dong, reason, ground, agreed })
}

/** Money has gone back; what was refunded is not owed again. */
function given(
  dossier: Dossier,
  back: Omit<PaymentRefunded, 'type' | 'way' | 'leftDong'>,
): Outcome<DossierEvent[]> {
  const found = takenPayment(dossier, back.payment)
  if (isRefusal(found)) return found
  const leftDong = leftOf(found, back.dong)
  if (isRefusal(leftDong)) return leftDong
  return [{ type: 'PaymentRefunded', ...back, way: found.way, leftDong }]
}

/** What would be left of a payment, in đồng, when so much of it goes back. */
function leftOf({ dong: paid, refundedDong = 0 }: Payment, dong: number): Outcome<number> {
  const left = paid - refundedDong
  return dong > left ? refuse('other-amount', { dong, owed: left }) : left - dong
}

function takenPayment({ payments }: Dossier, key: string): Outcome<Payment> {
  const found = payments?.find((one) => one.key === key)
  if (!found) return refuse('no-such-payment', { payment: key })
  return found.state === 'taken' ? found : refuse('payment-undone', { state: found.state })
}
