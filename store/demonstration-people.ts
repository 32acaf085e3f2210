import { sql } from 'kysely'
import { POSTS, type Post } from '#domain/people/may.ts'
import type { Day } from '#domain/calendar/moment.ts'
import type { Centre } from './database.ts'

export interface PersonInPost {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly post: Post
  readonly unit: string
}

/** One person for every post, those of the back office from the unit with the most procedures. */
export async function onePersonForEachPost(
  centre: Pick<Centre, 'db'>,
  on: Day,
): Promise<readonly PersonInPost[]> {
  const procedures = await centre.db
    .selectFrom('procedure')
    .select([sql<string>`content ->> 'unit'`.as('unit'), (at) => at.fn.countAll<number>().as('count')])
    .groupBy(sql`content ->> 'unit'`)
    .execute()
  const weight = new Map(procedures.map(({ unit, count }) => [unit, count]))
  const people = await centre.db
    .selectFrom('appointment')
    .innerJoin('staff', 'staff.id', 'appointment.staff_id')
    .innerJoin('unit', 'unit.code', 'appointment.unit')
    .select([
      'staff.id',
      'staff.login',
      'staff.name',
      'appointment.post',
      'appointment.unit as unitCode',
      'unit.name as unit',
    ])
    .where('from_on', '<=', on)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>', on)]))
    .orderBy('staff.login')
    .execute()
  const byWeight = people.toSorted((a, b) => (weight.get(b.unitCode) ?? 0) - (weight.get(a.unitCode) ?? 0))
  return POSTS.flatMap((post) => {
    const person = byWeight.find((one) => one.post === post)
    return person ? [{ id: person.id, login: person.login, name: person.name, post, unit: person.unit }] : []
  })
}
