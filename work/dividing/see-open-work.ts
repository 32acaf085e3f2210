import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { recordAccess } from '#store/access-records.ts'
import { staffNames } from '#store/staff-names.ts'
import { heldInUnit, type WhoseWork } from '#store/unit-load.ts'
import { MOST_AT_ONCE } from '#shapes/chosen-dossiers.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { type ChosenLine, chosenLine } from '../many/chosen-line.ts'
import { takersOf, type UnitTaker } from './takers-of.ts'

export interface OpenWork {
  readonly unit: string
  readonly unitName: string
  /** Whose work it is; null for the lists nobody has taken from. */
  readonly staff: { readonly id: string; readonly name: string } | null
  /** Soonest due first, no more than can be given at once. */
  readonly lines: readonly ChosenLine[]
  readonly hasMore: boolean
  readonly takers: readonly UnitTaker[]
}

/** What lies with one person of a unit, or in its lists, to be given to others. */
export async function seeOpenWork(
  desk: Desk,
  { unit, staff, post = null }: WhoseWork,
): Promise<Outcome<OpenWork>> {
  const { centre, actor } = desk
  const allowed = may(actor, { kind: 'assign-dossier', unit }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'assign-dossier' })
  const at = toMoment(desk.now)
  await recordAccess(centre, { id: newId(), at, staff: actor.id, what: 'see-open-work', code: null })
  const [dossiers, takers, book] = await Promise.all([
    heldInUnit(centre, { unit, staff, post, most: MOST_AT_ONCE + 1 }),
    takersOf(desk, unit),
    bookOf(centre),
  ])
  const name =
    staff === null
      ? null
      : (takers.find(({ id }) => id === staff)?.name ?? (await staffNames(centre, [staff])).get(staff))
  if (name === undefined) return refuse('no-such-staff', { staff })
  return {
    unit,
    unitName: book.units.get(unit)?.name ?? unit,
    staff: staff === null || name === null ? null : { id: staff, name },
    lines: dossiers.slice(0, MOST_AT_ONCE).map((one) => chosenLine(desk, one, book)),
    hasMore: dossiers.length > MOST_AT_ONCE,
    takers,
  }
}
