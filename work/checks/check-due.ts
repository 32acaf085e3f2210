import { fromMoment, toMoment } from '#domain/calendar/moment.ts'
import { slowDue } from '#domain/calendar/slow-model.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { caseOf, forChannel } from '#domain/procedure/procedure.ts'
import { isRefusal } from '#domain/outcome.ts'
import { countingCalendars } from '#store/calendars.ts'
import type { Centre } from '#store/database.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor } from '../change-dossier.ts'
import type { Finding } from './finding.ts'

/** Holds the due moment on a dossier's receipt against the slow calculation, by the law it was received under. */
export type DueCheck = (dossier: Dossier) => Finding[]

/**
 * Reads what due moments are reckoned from. A receipt is held against the calendar that stood when it was given out;
 * one from before the first calendar was entered (a replayed day) against that one.
 */
export async function dueCheckOf(centre: Centre): Promise<DueCheck> {
  const book = await bookOf(centre)
  const calendars = await countingCalendars(centre)
  return (dossier) => {
    // The slip was printed by another system: its moment stands as printed.
    if (dossier.takenOver) return []
    const chosen = caseOf(lawFor(dossier, book).procedure, dossier.case)
    const standing = calendars.findLast((one) => one.enteredAt <= dossier.receivedAt) ?? calendars[0]
    if (isRefusal(chosen) || !standing) return [broken(dossier, 'no case or calendar')]
    const limit = forChannel(chosen.limit, dossier.channel)
    const slow = slowDue(standing.data, limit, fromMoment(dossier.receivedAt))
    const expected = isRefusal(slow) ? slow.refused : slow.due && toMoment(slow.due)
    if (expected === dossier.dueAtReceipt) return []
    return [broken(dossier, `${dossier.dueAtReceipt} on the receipt, ${expected} by the slow calculation`)]
  }
}

function broken(dossier: Dossier, found: string): Finding {
  return { promise: 'due-equals-slow-calculation', code: dossier.code, found }
}
