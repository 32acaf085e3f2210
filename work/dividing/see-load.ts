import { dayOf, instantAt, toMoment } from '#domain/calendar/moment.ts'
import { type Heat, heatBounds } from '#domain/dossier/heat.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { may, type Post } from '#domain/people/may.ts'
import { staffNames } from '#store/staff-names.ts'
import { type EnteredSubstitution, substitutionsFrom } from '#store/substitutions.ts'
import { doneInUnit, type LoadRow, loadOfUnit } from '#store/unit-load.ts'
import { peopleOfUnit } from '#store/unit-people.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { type PartsHere, partsHere } from '../linking/parts-here.ts'

export type Load = { readonly [heat in Heat]: number }

export interface PersonLoad {
  readonly id: string
  readonly name: string
  /** Empty when the person has left the unit and work was left lying. */
  readonly posts: readonly Post[]
  readonly load: Load
  readonly held: number
  /** Steps done in the last seven days. */
  readonly doneLately: number
  /** The substitution that holds today. */
  readonly absence: EnteredSubstitution | null
}

export interface UnitLoad {
  readonly unit: string
  readonly unitName: string
  readonly people: readonly PersonLoad[]
  /** What nobody has taken, by post. */
  readonly lists: readonly { readonly post: Post; readonly load: Load; readonly waiting: number }[]
  /** Absences that hold now or later. */
  readonly absences: readonly EnteredSubstitution[]
  /** What of linked procedures waits: each a list, and its number is how long that list is. */
  readonly parts: readonly PartsHere[]
}

const LATELY_DAYS = 7

/** Who of a unit has how much, how near to its due moments, and who is away. */
export async function seeLoad(desk: Desk, unit: string): Promise<Outcome<UnitLoad>> {
  const { centre, actor, now } = desk
  const on = today(desk)
  const allowed = may(actor, { kind: 'see-load', unit }, on)
  if (isRefusal(allowed)) return allowed
  const since = toMoment(instantAt(dayOf(now).subtract({ days: LATELY_DAYS - 1 }), 0))
  const [people, rows, done, absences, book, parts] = await Promise.all([
    peopleOfUnit(centre, unit, on),
    loadOfUnit(centre, unit, heatBounds(now)),
    doneInUnit(centre, unit, since),
    substitutionsFrom(centre, unit, on),
    bookOf(centre),
    partsHere(desk, unit),
  ])
  const known = new Set(people.map(({ id }) => id))
  const left = [...new Set(rows.flatMap(({ staff }) => (staff && !known.has(staff) ? [staff] : [])))]
  const names = await staffNames(centre, left)
  const all = [...people, ...left.map((id) => ({ id, name: names.get(id) ?? '', posts: [] }))]
  return {
    unit,
    unitName: book.units.get(unit)?.name ?? unit,
    people: all.map(({ id, name, posts }) => {
      const load = sum(rows.filter(({ staff }) => staff === id))
      const absence = absences.find((one) => one.absent === id && one.from <= on) ?? null
      return { id, name, posts, load, held: total(load), doneLately: done.get(id) ?? 0, absence }
    }),
    lists: [
      ...Map.groupBy(
        rows.filter(({ staff }) => staff === null),
        ({ post }) => post,
      ),
    ].map(([post, same]) => ({ post, load: sum(same), waiting: total(sum(same)) })),
    absences,
    parts,
  }
}

function sum(rows: readonly LoadRow[]): Load {
  return rows.reduce(
    (all, one) => ({
      overdue: all.overdue + one.overdue,
      today: all.today + one.today,
      week: all.week + one.week,
      later: all.later + one.later,
    }),
    { overdue: 0, today: 0, week: 0, later: 0 },
  )
}

const total = ({ overdue, today, week, later }: Load) => overdue + today + week + later
