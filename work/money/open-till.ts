import { toMoment } from '#domain/calendar/moment.ts'
import { mayOpen } from '#domain/cash/cash-sheet.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { TillToOpen } from '#shapes/cash.ts'
import { openingOf, type TillOpening, withTill } from '#store/cash-sheets.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** A cashier begins the day: the float is counted and stands, so that closing goes by it and not by memory. */
export async function openTill(desk: Desk, given: TillToOpen): Promise<Outcome<TillOpening>> {
  const { actor, centre, now } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'open-cash' })
  const on = today(desk)
  const allowed = may(actor, { kind: 'open-cash' }, on)
  if (isRefusal(allowed)) return allowed
  const opening = { ...given, at: toMoment(now) }
  const till = { staff: actor.id, on: given.on }
  return withTill(centre, till, async (held) => {
    const stands = await openingOf(held.centre, till)
    // Sent again, it is the opening it made.
    if (stands?.id === given.id)
      return stands.dong === given.dong ? stands : refuse('command-id-reused', { id: given.id })
    const permitted = mayOpen(stands, { on: given.on, today: on, isClosed: held.isClosed })
    if (isRefusal(permitted)) return permitted
    await held.open(opening)
    return opening
  })
}
