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

/**
 * One person for every post of the centre, those of the back office from the unit with the most procedures; and one for
 * every post of one commune.
 */
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
      'unit.kind',
      'unit.name as unit',
    ])
    .where('from_on', '<=', on)
    .where((where) => where.or([where('until_on', 'is', null), where('until_on', '>', on)]))
    .orderBy('staff.login')
    .execute()
  const byWeight = people.toSorted((a, b) => (weight.get(b.unitCode) ?? 0) - (weight.get(a.unitCode) ?? 0))
  const isOfCommune = ({ kind }: { readonly kind: string }) => kind === 'commune' || kind === 'ward'
  const ofCommunes = people.filter(isOfCommune).toSorted((a, b) => (a.unitCode < b.unitCode ? -1 : 1))
  const shown = ofCommunes.find(({ kind }) => kind === 'commune')?.unitCode
  return [
    ...onePerPost(byWeight.filter((one) => !isOfCommune(one))),
    ...onceEach(onePerPost(ofCommunes.filter(({ unitCode }) => unitCode === shown))),
  ]
}

/** Few people do all of a commune's work: each has one account, and chooses the post. */
function onceEach(people: readonly PersonInPost[]): PersonInPost[] {
  return [...new Map(people.toReversed().map((one) => [one.id, one])).values()].toReversed()
}

function onePerPost(
  people: readonly (Omit<PersonInPost, 'post'> & { readonly post: string })[],
): PersonInPost[] {
  return POSTS.flatMap((post) => {
    const person = people.find((one) => one.post === post)
    return person ? [{ id: person.id, login: person.login, name: person.name, post, unit: person.unit }] : []
  })
}
