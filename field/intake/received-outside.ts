import { fromMoment, type Moment } from '#domain/calendar/moment.ts'
import { isOpenAt, type WorkingCalendar } from '#domain/calendar/working-time.ts'
import type { ReceiveDossier } from '#domain/dossier/commands.ts'
import { under } from '#domain/dossier/decide.ts'
import { type Dossier, fold } from '#domain/dossier/dossier.ts'
import { feeOf, owedNowDong } from '#domain/dossier/owed.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { DossierToReceive } from '#shapes/dossier-commands.ts'
import type { Taking } from './intake-lacks.ts'

/** What the receipt outside says, by the rules of the counter: it holds once the packet is taken in. */
export interface ReceivedOutside {
  /** Null where the procedure sets no limit. */
  readonly due: Moment | null
  readonly isDueProvisional: boolean
  /** Whole đồng in all; null is "chưa xác định". */
  readonly feeDong: number | null
  /** Of it what is to be paid now. */
  readonly nowDong: number | null
}

/** Who takes it in, as the receipt will have it. */
export interface TakenBy {
  readonly staff: string
  readonly code: string
  readonly lookupKey: string
}

/** What comes of the content if it is received at this moment; the domain's refusal where it is none. */
export function receivedOutside(
  content: DossierToReceive,
  { law, out }: Taking,
  by: TakenBy,
): Outcome<ReceivedOutside> {
  const { procedure: _, parcel: __, components, returnWish, ...rest } = content
  const command: ReceiveDossier = {
    ...rest,
    type: 'ReceiveDossier',
    components: components.map(({ heldCopy: ___, ...one }) => one),
    returnWish: { way: returnWish.way, address: returnWish.address },
    owner: content.owner ?? content.applicant,
    code: by.code,
    lookupKey: by.lookupKey,
    at: out.now,
    by: { staff: by.staff, unit: out.placeOfReceipt, post: 'clerk' },
  }
  const events = under(law).receive(command)
  return isRefusal(events) ? events : saidOf(fold(events))
}

function saidOf(dossier: Dossier): ReceivedOutside {
  const { dueAtReceipt: due, isDueProvisional } = dossier
  return { due, isDueProvisional, feeDong: feeOf(dossier), nowDong: owedNowDong(dossier) }
}

/** Whether the hall counts this minute as open: what comes at another counts from the next opening. */
export function countsFromNextOpening(counting: WorkingCalendar, now: Moment): boolean {
  return isOpenAt(counting, fromMoment(now)) === false
}
