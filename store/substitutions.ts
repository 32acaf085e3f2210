import { sql } from 'kysely'
import type { Day, Moment } from '#domain/calendar/moment.ts'
import type { Substitution } from '#domain/people/substitution.ts'
import type { Centre } from './database.ts'

export interface EnteredSubstitution extends Substitution {
  readonly id: string
  readonly absentName: string
  readonly substituteName: string
  readonly enteredByName: string
}

/** The substitutions of a unit that hold now or later, soonest first; a unit has a handful. */
export async function substitutionsFrom(
  centre: Pick<Centre, 'db'>,
  unit: string,
  on: Day,
): Promise<readonly EnteredSubstitution[]> {
  return standing(centre)
    .where('substitution.unit', '=', unit)
    .where('until_on', '>', on)
    .orderBy('from_on')
    .orderBy('substitution.id')
    .limit(200)
    .execute()
}

/** One that still stands, by its id. */
export async function standingSubstitution(
  centre: Pick<Centre, 'db'>,
  id: string,
): Promise<EnteredSubstitution | undefined> {
  return standing(centre).where('substitution.id', '=', id).executeTakeFirst()
}

const standing = ({ db }: Pick<Centre, 'db'>) =>
  db
    .selectFrom('substitution')
    .innerJoin('staff as absentee', 'absentee.id', 'substitution.absent')
    .innerJoin('staff as stand_in', 'stand_in.id', 'substitution.substitute')
    .innerJoin('staff as enterer', 'enterer.id', 'substitution.entered_by')
    .where('ended_at', 'is', null)
    .select([
      'substitution.id',
      'substitution.absent',
      'substitution.substitute',
      'substitution.unit',
      'from_on as from',
      'until_on as until',
      'absentee.name as absentName',
      'stand_in.name as substituteName',
      'enterer.name as enteredByName',
    ])

/** What was entered under an id, ended or not; undefined when the id is new. */
export async function enteredUnder(
  centre: Pick<Centre, 'db'>,
  id: string,
): Promise<Substitution | undefined> {
  return centre.db
    .selectFrom('substitution')
    .where('id', '=', id)
    .select(['absent', 'substitute', 'unit', 'from_on as from', 'until_on as until'])
    .executeTakeFirst()
}

export interface SubstitutionToWrite extends Substitution {
  readonly id: string
  readonly by: string
  readonly at: Moment
}

/**
 * Adds a substitution when `isAllowed` agrees to those that stand in the unit. Two heads at once come one after the
 * other: the unit's lines are read behind a lock that is held until the line is written.
 */
export async function addSubstitution<Refused>(
  centre: Centre,
  { id, absent, substitute, unit, from, until, by, at }: SubstitutionToWrite,
  isAllowed: (standing: readonly Substitution[]) => true | Refused,
): Promise<true | Refused> {
  return centre.db.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${centre.schema} substitution ${unit}`}, 0))`.execute(
      db,
    )
    const allowed = isAllowed(await substitutionsFrom({ db }, unit, from))
    if (allowed !== true) return allowed
    await db
      .insertInto('substitution')
      .values({
        id,
        absent,
        substitute,
        unit,
        from_on: from,
        until_on: until,
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
export async function endSubstitution(
  centre: Centre,
  { id, by, at }: { readonly id: string; readonly by: string; readonly at: Moment },
): Promise<boolean> {
  const { numUpdatedRows } = await centre.db
    .updateTable('substitution')
    .set({ ended_by: by, ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
