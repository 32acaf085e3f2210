import fc from 'fast-check'
import { dayOf, fromMoment } from '#domain/calendar/moment.ts'
import { aDoer, aNumber } from './a-dossier.ts'
import type { Step } from '#domain/procedure/process.ts'
import { CALL_OUTCOMES, CALL_WAYS } from './collection.ts'
import type { ChangeCommand } from './commands.ts'
import type { Dossier } from './dossier.ts'
import { DUE_TIMES, owedDong, owedNowDong } from './owed.ts'
import { isPossible } from './guards.ts'
import { openObligations } from './obligations.ts'

const KINDS = [
  'ProposeRefusal',
  'StopDossier',
  'DraftApology',
  'ConsentToApology',
  'SignApology',
  'SendApology',
  'DropApology',
  'AskOpinion',
  'RecordOpinion',
  'PromptApplicant',
  'AssessFee',
  'ChargePostage',
  'TakePayment',
  'CancelPayment',
  'AskRefund',
  'AgreeToRefund',
  'DropRefund',
  'CorrectContact',
  'ChangeReturnWish',
  'ProposeCorrection',
  'ConfirmCorrection',
  'DropCorrection',
  'NumberResult',
  'VoidNumber',
  'NotifyObligation',
  'WithdrawObligation',
  'MeetObligation',
  'CompletePart',
  'SendPartBack',
  'AskPartAgain',
  'GiveUpPart',
] as const

/** What leaves the straight road, for tests that try anything anywhere. */
export const anyBranch = fc.record({
  // A payment is cancelled on its own day alone, so that chance seldom comes to it.
  kind: fc.constantFrom(...KINDS, 'TakePayment' as const, 'CancelPayment' as const),
  /** Days from the command to the day it names. */
  days: fc.integer({ min: -2, max: 20 }),
  isYes: fc.boolean(),
  by: fc.constantFrom('dung', 'hung', 'lan'),
  id: fc.uuid(),
})
export type AnyBranch = typeof anyBranch extends fc.Arbitrary<infer Value> ? Value : never

const isAwaited = ({ consultations }: Dossier) => consultations?.some(({ isClosed }) => !isClosed) ?? false

const lastPayment = ({ payments }: Dossier) => payments?.at(-1)?.key ?? 'none'

const openNotice = (dossier: Dossier) => openObligations(dossier)[0]?.key ?? 'none'

const anyPart = ({ parts = [] }: Dossier, isFirst: boolean) => parts.at(isFirst ? 0 : -1)?.key ?? 'none'

const APOLOGY_GOES_ON = {
  drafted: 'ConsentToApology',
  consented: 'SignApology',
  signed: 'SendApology',
} as const

/** Mostly what is possible on the dossier as it stands: most of what is drawn is not, and would never be seen. */
export function fitted(tried: AnyBranch, dossier: Dossier, steps: readonly Step[]): AnyBranch {
  if (tried.days % 3 === 0) return tried
  const at = KINDS.indexOf(tried.kind)
  const around = [...KINDS.slice(at), ...KINDS.slice(0, at)]
  return { ...tried, kind: around.find((kind) => isPossible(dossier, steps, kind) === true) ?? tried.kind }
}

export function branchCommand(
  dossier: Dossier,
  { kind: tried, days, isYes, by, id }: AnyBranch,
  over: { at: string; step: string },
): ChangeCommand {
  const common = { id, by: aDoer(by), version: dossier.version, ...over }
  const on = dayOf(fromMoment(over.at)).add({ days }).toString()
  // Mostly what fits an apology on its way: its whole road is too long to be found by chance.
  const onward = dossier.apology && APOLOGY_GOES_ON[dossier.apology.state]
  const fitting = onward && (by === 'lan' && isYes ? 'DropApology' : by === 'lan' ? undefined : onward)
  // A receipt is cancelled on its own day only, which chance seldom meets.
  const takenBack = tried === 'AskRefund' && days % 4 !== 0 ? 'CancelPayment' : tried
  const kind = fitting ?? (isAwaited(dossier) && isYes ? 'RecordOpinion' : takenBack)
  const reason = 'Đất đang tranh chấp'
  const ground = 'Luật Đất đai'
  switch (kind) {
    case 'ProposeRefusal':
      return { ...common, type: kind, reason, ground, instead: null }
    case 'StopDossier': {
      const why = isYes ? 'asked-by-citizen' : 'not-answered'
      return { ...common, type: kind, why, reason, ground, papersReturned: 'không có', money: 'nothing-paid' }
    }
    case 'DraftApology':
      return { ...common, type: kind, cause: 'complex', reason, promisedOn: on }
    case 'SignApology':
      return { ...common, type: kind, mandate: 'uq-tp' }
    case 'SendApology':
      return { ...common, type: kind, way: 'counter' }
    case 'DropApology':
      return { ...common, type: kind, comment: 'Không cần nữa' }
    case 'AskOpinion':
      return { ...common, type: kind, body: 'Phòng QLĐT', question: 'Có vướng không?', answerBy: on }
    case 'RecordOpinion': {
      const consultation = dossier.consultations?.find(({ isClosed }) => !isClosed)?.key ?? id
      return { ...common, type: kind, consultation, answer: isYes ? 'Không vướng' : null }
    }
    case 'PromptApplicant':
      return {
        ...common,
        type: kind,
        way: CALL_WAYS[Math.abs(days) % CALL_WAYS.length] ?? 'sms',
        outcome: isYes ? 'told' : (CALL_OUTCOMES[Math.abs(days) % CALL_OUTCOMES.length] ?? 'sent'),
        note: null,
      }
    case 'ChargePostage':
      return {
        ...common,
        type: kind,
        isCollected: days > 9,
        lines: isYes ? [{ kind: 'postage', name: 'Cước', dong: 1000 * (Math.abs(days) + 1) }] : [],
      }
    case 'AssessFee': {
      const lines = [
        { kind: 'fee' as const, name: 'Lệ phí', dong: 1000 * (days + 3) },
        { kind: 'charge' as const, name: 'Phí', dong: 5000, due: DUE_TIMES[Math.abs(days) % 3] },
      ]
      return {
        ...common,
        type: kind,
        lines: isYes ? lines : [],
        exemption: isYes ? null : { who: 'poor', ground },
      }
    }
    case 'TakePayment': {
      const dong = ((days % 2 === 0 ? owedNowDong(dossier) : owedDong(dossier)) ?? 0) + (days > 15 ? 1 : 0)
      return {
        ...common,
        type: kind,
        way: isYes ? 'cash' : 'transfer',
        dong,
        receiptNumber: '2019/0000001',
        reference: days % 4 === 0 ? null : 'FT19064',
      }
    }
    case 'ChangeReturnWish': {
      const way = (['counter', 'post', 'home', 'electronic'] as const)[Math.abs(days) % 4] ?? 'counter'
      return { ...common, type: kind, way, address: isYes ? 'Khu 3, phường Mạo Khê' : null }
    }
    case 'CorrectContact': {
      const name = isYes ? dossier.owner.name.toUpperCase() : 'Người khác'
      return {
        ...common,
        type: kind,
        party: 'owner',
        name,
        phone: `09${days + 10}`,
        address: null,
        why: reason,
      }
    }
    case 'ProposeCorrection':
      return dossier.stage === 'returned' && isYes
        ? { ...common, type: kind, what: 'hand-back', mistake: 'wrong-person', ground }
        : isYes
          ? { ...common, type: kind, what: 'due', dueOn: on, ground }
          : {
              ...common,
              type: kind,
              what: 'identity',
              party: 'owner',
              name: `Tên ${days}`,
              idNumber: null,
              ground,
            }
    case 'NumberResult':
      return { ...common, type: kind, number: aNumber(dossier) }
    case 'VoidNumber':
      return { ...common, type: kind, reason }
    case 'ConfirmCorrection':
      return { ...common, type: kind }
    case 'DropCorrection':
      return { ...common, type: kind, comment: reason }
    case 'NotifyObligation': {
      const notice = { body: 'Chi cục Thuế', number: `LTB ${days}`, what: 'Lệ phí trước bạ', dong: 5000 }
      return { ...common, type: kind, ...notice, issuedOn: over.at.slice(0, 10), payBy: on }
    }
    case 'WithdrawObligation':
      return { ...common, type: kind, obligation: openNotice(dossier), reason }
    case 'MeetObligation': {
      const paid = { paidOn: on, dong: isYes ? 5000 : 4000, proof: 'GNT 1', channel: 'post' as const }
      return { ...common, type: kind, obligation: openNotice(dossier), ...paid }
    }
    case 'CompletePart':
      return { ...common, type: kind, part: anyPart(dossier, isYes), documentNumber: null, result: 'Đã cấp' }
    case 'SendPartBack':
      return { ...common, type: kind, part: anyPart(dossier, isYes), reason }
    case 'AskPartAgain':
      return { ...common, type: kind, part: anyPart(dossier, isYes), comment: reason }
    case 'GiveUpPart':
      return { ...common, type: kind, part: anyPart(dossier, isYes), reason, ground }
    case 'CancelPayment':
      return { ...common, type: kind, payment: lastPayment(dossier), reason }
    case 'AgreeToRefund':
      return { ...common, type: kind }
    case 'DropRefund':
      return { ...common, type: kind, comment: reason }
    case 'AskRefund':
      return {
        ...common,
        type: kind,
        payment: lastPayment(dossier),
        dong: 1000 * Math.max(1, days),
        reason,
        ground,
      }
    default:
      return { ...common, type: 'ConsentToApology' }
  }
}
