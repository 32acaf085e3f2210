import { heatBounds } from '#domain/dossier/heat.ts'
import type { Taker } from '#domain/people/spread.ts'
import { substitutionsFrom } from '#store/substitutions.ts'
import { loadOfUnit } from '#store/unit-load.ts'
import { peopleOfUnit } from '#store/unit-people.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** Somebody of a unit work can be given to. */
export interface UnitTaker extends Taker {
  readonly name: string
  /** Absent today, with a substitute. */
  readonly isAway: boolean
}

/** Who of a unit has which posts today, how much lies with each, and who is away. */
export async function takersOf(desk: Desk, unit: string): Promise<readonly UnitTaker[]> {
  const on = today(desk)
  const [people, loads, substitutions] = await Promise.all([
    peopleOfUnit(desk.centre, unit, on),
    loadOfUnit(desk.centre, unit, heatBounds(desk.now)),
    substitutionsFrom(desk.centre, unit, on),
  ])
  const away = new Set(substitutions.filter(({ from }) => from <= on).map(({ absent }) => absent))
  return people.map(({ id, name, posts }) => ({
    id,
    name,
    posts,
    load: loads
      .filter(({ staff }) => staff === id)
      .reduce((sum, one) => sum + one.overdue + one.today + one.week + one.later, 0),
    isAway: away.has(id),
  }))
}
