import type { Moment } from '#domain/calendar/moment.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import type { Doer, Party, SupplementItem } from './events.ts'

/**
 * What the counter answers when it receives nothing, so that no clock starts: what is missing or wrong (Mẫu 02 Phiếu yêu
 * cầu bổ sung), or that it may not be received here at all (Mẫu 03 Phiếu từ chối tiếp nhận).
 */
export type TurnedAway = {
  /** Of the command that wrote it. */
  readonly id: string
  readonly at: Moment
  readonly by: Doer
  readonly procedure: string
  readonly placeOfReceipt: string
  readonly applicant: Party
} & (
  | {
      readonly kind: 'supplement'
      readonly items: readonly SupplementItem[]
      /** Why the same person is sent away again; null the first time. */
      readonly whyAgain: string | null
    }
  | {
      readonly kind: 'refusal'
      readonly reason: string
      readonly ground: string
      /** Where to go instead. */
      readonly instead: string
    }
)

/**
 * Everything is said at once and once (Decree 61/2018/NĐ-CP art. 17; Decree 309/2026/NĐ-CP art. 17.2a): to send the same
 * person away again with the same procedure needs a reason.
 */
export function mayTurnAway(slip: TurnedAway, earlier: number): Outcome<true> {
  if (slip.kind === 'refusal') return true
  if (slip.items.length === 0) return refuse('nothing-to-supplement')
  return earlier === 0 || slip.whyAgain !== null || refuse('asked-once-already', { asked: earlier })
}
