import fc from 'fast-check'
import { dayOf, fromMoment } from '#domain/calendar/moment.ts'
import { aDoer } from './a-dossier.ts'
import type { ChangeCommand } from './commands.ts'
import type { Dossier } from './dossier.ts'
import { DUE_TIMES, owedDong, owedNowDong } from './owed.ts'

/** What leaves the straight road, for tests that try anything anywhere. */
export const anyBranch = fc.record({
  kind: fc.constantFrom(
    'ProposeRefusal',
    'StopDossier',
    'DraftApology',
    'ConsentToApology',
    'SignApology',
    'SendApology',
    'DropApology',
    'AskOpinion',
    'RecordOpinion',
    'AssessFee',
    'TakePayment',
    'CancelPayment',
    'RefundPayment',
    'CorrectContact',
    'ProposeCorrection',
    'ConfirmCorrection',
    'DropCorrection',
  ),
  /** Days from the command to the day it names. */
  days: fc.integer({ min: -2, max: 20 }),
  isYes: fc.boolean(),
  by: fc.constantFrom('dung', 'hung', 'lan'),
  id: fc.uuid(),
})
export type AnyBranch = typeof anyBranch extends fc.Arbitrary<infer Value> ? Value : never

const isAwaited = ({ consultations }: Dossier) => consultations?.some(({ isClosed }) => !isClosed) ?? false

const lastPayment = ({ payments }: Dossier) => payments?.at(-1)?.key ?? 'none'

const APOLOGY_GOES_ON = {
  drafted: 'ConsentToApology',
  consented: 'SignApology',
  signed: 'SendApology',
} as const

export function branchCommand(
  dossier: Dossier,
  { kind: tried, days, isYes, by, id }: AnyBranch,
  over: { at: string; step: string },
): ChangeCommand {
  const common = { id, by: aDoer(by), version: dossier.version, ...over }
  const on = dayOf(fromMoment(over.at)).add({ days }).toString()
  // Mostly what fits an apology on its way: its whole road is too long to be found by chance.
  const fitting = dossier.apology && APOLOGY_GOES_ON[dossier.apology.state]
  const kind =
    fitting && by !== 'lan'
      ? fitting
      : fitting && days > 10
        ? 'DropApology'
        : isAwaited(dossier) && isYes
          ? 'RecordOpinion'
          : tried
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
    case 'ConfirmCorrection':
      return { ...common, type: kind }
    case 'DropCorrection':
      return { ...common, type: kind, comment: reason }
    case 'CancelPayment':
      return { ...common, type: kind, payment: lastPayment(dossier), reason }
    case 'RefundPayment':
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
