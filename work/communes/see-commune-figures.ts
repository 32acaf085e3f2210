import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { appointmentsOn, may } from '#domain/people/may.ts'
import { communesBetween } from '#domain/procedure/reception-desk.ts'
import type { Sums } from '#domain/statistics/sums.ts'
import { NO_SUMS } from '#domain/statistics/sums.ts'
import { type Target, targetOn } from '#domain/statistics/targets.ts'
import type { Window } from '#domain/statistics/window.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { sumsBy } from '../statistics/sums.ts'

/** What one commune or ward settles and receives in a window. */
export interface CommuneFigures {
  readonly unit: string
  readonly name: string
  /** Its own procedures, wherever they were handed in. */
  readonly own: Sums
  /** What its desk received for other agencies. */
  readonly handedOn: Sums
  /** The share that is to be early; null where none is set. */
  readonly target: Target | null
}

/**
 * The figures of the communes and wards: of one's own to who works there, of all to who answers for the centre. Numbers
 * alone, nobody is named.
 */
export async function seeCommuneFigures(
  desk: Desk,
  window: Window,
): Promise<Outcome<readonly CommuneFigures[]>> {
  const { actor, centre } = desk
  const on = today(desk)
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-commune-figures' })
  const book = await bookOf(centre)
  const seen = communesBetween(book.desks, window).filter(
    (unit) => !isRefusal(may(actor, { kind: 'see-commune-figures', unit }, on)),
  )
  if (seen.length === 0) return refuse('not-permitted', { action: 'see-commune-figures' })
  const [byUnit, byDesk] = await Promise.all([
    sumsBy(centre, { window, today: on }, 'unit'),
    sumsBy(centre, { window, today: on }, 'desk'),
  ])
  const sumsOf = (groups: typeof byUnit, unit: string) =>
    groups.find(({ key }) => key === unit)?.sums ?? NO_SUMS
  return seen
    .map((unit) => ({
      unit,
      name: book.units.get(unit)?.name ?? unit,
      own: sumsOf(byUnit, unit),
      handedOn: sumsOf(byDesk, unit),
      target: targetOn(book.targets, [unit, 'communes'], window.to) ?? null,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
}

/** A commune of whose figures a person may be told; null for who is told of none. */
export function communeOf(desk: Desk): string | null {
  const { actor } = desk
  if (actor.kind !== 'staff') return null
  const posts = appointmentsOn(actor, today(desk))
  return posts.find(({ ofCommune, post }) => ofCommune ?? post === 'director')?.unit ?? null
}
