import { type Day, toMoment } from '#domain/calendar/moment.ts'
import { mayTakeOver } from '#domain/cash/cash-sheet.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { cashSheetsOn, takeOverSheet, unitsOfTills } from '#store/cash-sheets.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** A second person has counted the money of a closed sheet and takes it over. */
export async function takeOverCash(
  desk: Desk,
  { on, sheet: id }: { readonly on: Day; readonly sheet: string },
): Promise<Outcome<true>> {
  const { actor, centre, now } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'take-over-cash' })
  const seeing = may(actor, { kind: 'see-cash-sheet' }, today(desk))
  if (isRefusal(seeing)) return seeing
  const sheet = (await cashSheetsOn(centre, on)).find((one) => one.id === id)
  if (!sheet) return refuse('no-such-sheet')
  const units = (await unitsOfTills(centre, [sheet.staff]))(sheet.staff)
  const allowed = may(actor, { kind: 'take-over-cash', units }, today(desk))
  if (isRefusal(allowed)) return allowed
  const permitted = mayTakeOver(sheet.staff, actor.id, sheet.takenOver?.at ?? null)
  if (isRefusal(permitted)) return permitted
  const isTaken = await takeOverSheet(centre, { sheet: id, staff: actor.id, at: toMoment(now) })
  return isTaken || refuse('taken-over-already')
}
