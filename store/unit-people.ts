import type { Day } from '#domain/calendar/moment.ts'
import type { Post } from '#domain/people/may.ts'
import type { Centre } from './database.ts'

export interface UnitPerson {
  readonly id: string
  readonly name: string
  /** The person's own posts in the unit on that day; what is held as a substitute is not among them. */
  readonly posts: readonly Post[]
}

/** Who has a post in a unit on a day, by name. */
export async function peopleOfUnit(
  centre: Pick<Centre, 'db'>,
  unit: string,
  on: Day,
): Promise<readonly UnitPerson[]> {
  const rows = await centre.db
    .selectFrom('appointment')
    .innerJoin('staff', 'staff.id', 'appointment.staff_id')
    .where('appointment.unit', '=', unit)
    .where('from_on', '<=', on)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>', on)]))
    .select(['staff.id', 'staff.name', 'appointment.post'])
    .$narrowType<{ post: Post }>()
    .orderBy('staff.name')
    .orderBy('staff.id')
    .limit(500)
    .execute()
  return [...Map.groupBy(rows, (one) => one.id)].map(([id, same]) => ({
    id,
    name: same[0]?.name ?? '',
    posts: [...new Set(same.map((one) => one.post))],
  }))
}

/** Units in which somebody has a post on a day, by code. */
export async function unitsWithPeople(centre: Pick<Centre, 'db'>, on: Day): Promise<readonly string[]> {
  const rows = await centre.db
    .selectFrom('appointment')
    .where('from_on', '<=', on)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>', on)]))
    .select('unit')
    .distinct()
    .orderBy('unit')
    .limit(500)
    .execute()
  return rows.map(({ unit }) => unit)
}

/** Logins of everybody with a post on a day or later, in order. */
export async function loginsInPost(centre: Pick<Centre, 'db'>, on: Day): Promise<readonly string[]> {
  const rows = await centre.db
    .selectFrom('appointment')
    .innerJoin('staff', 'staff.id', 'appointment.staff_id')
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>', on)]))
    .select('staff.login')
    .distinct()
    .orderBy('staff.login')
    .execute()
  return rows.map(({ login }) => login)
}
