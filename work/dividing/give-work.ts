import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { may, type Post } from '#domain/people/may.ts'
import type { Chosen, WorkToGive } from '#shapes/chosen-dossiers.ts'
import { heldInUnit, type WhoseWork } from '#store/unit-load.ts'
import { bookOf } from '../centre-book.ts'
import { type Changed, today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { chosenLine } from '../many/chosen-line.ts'
import type { OneDone } from '../one-by-one.ts'
import { assignSeveral } from './assign-several.ts'

/** Everything that lies with a person is given on in one go up to this many; more is asked for again. */
const MOST = 500

/** Gives work of a person, or of a unit's lists, to another or evenly to all: what was chosen, or everything. */
export async function giveWork(
  desk: Desk,
  from: WhoseWork,
  { id, to, note, all, chosen }: WorkToGive & { readonly chosen: readonly Chosen[] },
  onFault: (fault: unknown) => void,
): Promise<Outcome<readonly OneDone<Chosen & { readonly ownerName: string }, Changed>[]>> {
  const { centre } = desk
  const allowed = may(desk.actor, { kind: 'assign-dossier', unit: from.unit }, today(desk))
  if (isRefusal(allowed)) return allowed
  const book = await bookOf(centre)
  const lines = (await heldInUnit(centre, { ...from, most: MOST })).map((one) => chosenLine(desk, one, book))
  const known = new Map(lines.map((one) => [one.code, one]))
  // What was ticked is named as it stood on the page, so that what has changed meanwhile is refused and not given.
  const work = all ? lines : chosen.map((one) => ({ ...gone(from.unit), ...known.get(one.code), ...one }))
  const done = await assignSeveral(desk, { id, work, to, note, from: from.staff }, onFault)
  return done.map(({ given, outcome }) => ({
    given: { ...given, ownerName: known.get(given.code)?.ownerName ?? '' },
    outcome,
  }))
}

/** A dossier that lies there no longer: the command on it says what became of it. */
const gone = (unit: string): { unit: string; post: Post } => ({ unit, post: 'handler' })
