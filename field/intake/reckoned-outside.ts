import type { Moment } from '#domain/calendar/moment.ts'
import { dueMoment } from '#domain/dossier/due.ts'
import { fromMoment, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { feeDue } from '#domain/procedure/fee.ts'
import { forChannel } from '#domain/procedure/procedure.ts'
import { caseTyped, CHANNEL_OUT } from './intake-content.ts'
import { type IntakeDraft, typedAt } from './intake-draft.ts'
import { feeReckoned, type Taking } from './intake-lacks.ts'

/** What can be said of fee and due moment before everything is there. */
export interface Reckoned {
  /** Whole đồng in all and by now; null is "chưa xác định". */
  readonly feeDong: number | null
  readonly nowDong: number | null
  readonly due: Moment | null
  /** False where the calendar brought along does not reach. */
  readonly isReckoned: boolean
}

/** Fee and due moment of a draft as far as it goes, by the rules of the counter. */
export function reckonedOutside(draft: IntakeDraft, taking: Taking): Reckoned {
  const { law, out } = taking
  const chosen = caseTyped(draft, law.procedure)
  if (!chosen) return { feeDong: null, nowDong: null, due: null, isReckoned: false }
  const channel = CHANNEL_OUT[out.kind]
  const due = dueMoment(law.counting, forChannel(chosen.limit, channel), fromMoment(out.now))
  const isDue = !isRefusal(due)
  return {
    ...money(draft, taking),
    due: isDue && due.due ? toMoment(due.due) : null,
    isReckoned: isDue,
  }
}

function money(draft: IntakeDraft, taking: Taking): Pick<Reckoned, 'feeDong' | 'nowDong'> {
  const chosen = caseTyped(draft, taking.law.procedure)
  const reckoned = feeReckoned(draft, taking)
  if (reckoned === null || isRefusal(reckoned)) {
    const fee = chosen && forChannel(chosen.fee, CHANNEL_OUT[taking.out.kind])
    const copies = Number(typedAt(draft, 'copiesWanted')) || 1
    const pages = Number(typedAt(draft, 'pages')) || null
    const dong = fee ? feeDue(fee, copies, pages) : null
    return { feeDong: dong, nowDong: dong }
  }
  const sum = (isNow: boolean) =>
    reckoned.lines
      .filter(({ due }) => !isNow || due === undefined || due === 'receipt')
      .reduce((all, { dong }) => all + dong, 0)
  return { feeDong: sum(false), nowDong: sum(true) }
}
