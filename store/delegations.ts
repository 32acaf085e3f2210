import { sql } from 'kysely'
import type { Day, Moment } from '#domain/calendar/moment.ts'
import type { Delegation } from '#domain/people/delegation.ts'
import type { Centre } from './database.ts'

export interface EnteredDelegation extends Delegation {
  readonly id: string
  readonly staffName: string
  readonly enteredByName: string
}

const standing = ({ db }: Pick<Centre, 'db'>) =>
  db
    .selectFrom('delegation')
    .innerJoin('staff as person', 'person.id', 'delegation.staff_id')
    .innerJoin('staff as enterer', 'enterer.id', 'delegation.entered_by')
    .where('ended_at', 'is', null)
    .select([
      'delegation.id',
      'delegation.staff_id as staff',
      'delegation.unit',
      'from_on as from',
      'until_on as until',
      'capacity',
      'ground',
      'person.name as staffName',
      'enterer.name as enteredByName',
    ])

/** What is delegated in a unit on a day or later, soonest first. */
export function delegationsFrom(
  centre: Pick<Centre, 'db'>,
  unit: string,
  on: Day,
): Promise<EnteredDelegation[]> {
  return standing(centre)
    .where('delegation.unit', '=', unit)
    .where('until_on', '>', on)
    .orderBy('from_on')
    .orderBy('delegation.id')
    .limit(200)
    .execute()
}

export function standingDelegation(
  centre: Pick<Centre, 'db'>,
  id: string,
): Promise<EnteredDelegation | undefined> {
  return standing(centre).where('delegation.id', '=', id).executeTakeFirst()
}

/** What was entered under an id, ended or not. */
export function delegatedUnder({ db }: Centre, id: string): Promise<Delegation | undefined> {
  return db
    .selectFrom('delegation')
    .where('id', '=', id)
    .select(['staff_id as staff', 'unit', 'from_on as from', 'until_on as until', 'capacity', 'ground'])
    .executeTakeFirst()
}

interface DelegationToWrite extends Delegation {
  readonly id: string
  readonly by: string
  readonly at: Moment
}

/** Adds one when `isAllowed` agrees to those that stand in the unit; two at once come one after the other. */
export function addDelegation<Refused>(
  centre: Centre,
  { id, staff, unit, from, until, capacity, ground, by, at }: DelegationToWrite,
  isAllowed: (standing: readonly Delegation[]) => true | Refused,
): Promise<true | Refused> {
  return centre.db.transaction().execute(async (db) => {
    const lock = `${centre.schema} delegation ${unit}`
    await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(db)
    const allowed = isAllowed(await delegationsFrom({ db }, unit, from))
    if (allowed !== true) return allowed
    await db
      .insertInto('delegation')
      .values({
        id,
        staff_id: staff,
        unit,
        from_on: from,
        until_on: until,
        capacity: capacity && JSON.stringify(capacity),
        ground,
        entered_by: by,
        entered_at: at,
        ended_by: null,
        ended_at: null,
      })
      .execute()
    return true
  })
}

/** Ends one early; false when it has ended already. */
export async function endDelegation(
  { db }: Centre,
  { id, by, at }: { readonly id: string; readonly by: string; readonly at: Moment },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('delegation')
    .set({ ended_by: by, ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
