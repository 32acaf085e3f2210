import { dayOf, fromMoment, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { type DueDay, dueDays, dueMoment, type DuePattern } from '#domain/dossier/due.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { caseOf, type Channel, forChannel, inForceOn, isOffered } from '#domain/procedure/procedure.ts'
import { bookOf } from '../centre-book.ts'
import type { Desk } from '../desk.ts'

export interface AskedDue {
  readonly procedure: string
  readonly case: string
  readonly channel: Channel
  /** Now when left out; while the hall is closed the reckoning begins with its next opening. */
  readonly receivedAt?: Moment
}

/** When the result would be due, and why, day by day. */
export interface SeenDue {
  readonly due: Moment | null
  readonly isProvisional: boolean
  readonly pattern: DuePattern
  readonly days: readonly DueDay[]
}

/** Reckons as a receipt would: by the version in force on the day of receipt, its case and channel. */
export async function seeDue(desk: Desk, asked: AskedDue): Promise<Outcome<SeenDue>> {
  const book = await bookOf(desk.centre)
  const versions = book.procedures.get(asked.procedure)
  if (!versions) return refuse('no-such-procedure', { key: asked.procedure })
  const receivedAt = asked.receivedAt === undefined ? desk.now : fromMoment(asked.receivedAt)
  const procedure = inForceOn(versions, dayOf(receivedAt).toString())
  if (isRefusal(procedure)) return procedure
  const chosen = caseOf(procedure, asked.case)
  if (isRefusal(chosen)) return chosen
  if (!isOffered(procedure, asked.channel))
    return refuse('channel-not-offered', { channel: asked.channel, procedure: procedure.key })
  const limit = forChannel(chosen.limit, asked.channel)
  const reckoned = dueMoment(book.counting, limit, receivedAt)
  if (isRefusal(reckoned)) return reckoned
  const days = dueDays(book.counting, limit, receivedAt)
  if (isRefusal(days)) return days
  const { due, isProvisional, pattern } = reckoned
  return { due: due && toMoment(due), isProvisional, pattern, days }
}
