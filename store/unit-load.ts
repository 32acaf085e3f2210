import { sql } from 'kysely'
import type { Moment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Post } from '#domain/people/may.ts'
import type { HeatBounds } from '#domain/dossier/heat.ts'
import type { Centre } from './database.ts'

/** How much lies with a person, or in the list of a post where `staff` is null. */
export interface LoadRow {
  readonly staff: string | null
  readonly post: Post
  readonly overdue: number
  readonly today: number
  readonly week: number
  readonly later: number
}

/** What is in process and lies with a unit, counted by who has it and how near it is to its due moment. */
export async function loadOfUnit(
  centre: Centre,
  unit: string,
  { now, tomorrow, nextWeek }: HeatBounds,
): Promise<readonly LoadRow[]> {
  const due = (from: Moment | null, until: Moment | null) =>
    sql<number>`count(*) filter (where ${from === null ? sql`true` : sql`due_order >= ${from}::timestamptz`}
      and ${until === null ? sql`true` : sql`due_order < ${until}::timestamptz`})`
  return centre.db
    .selectFrom('dossier')
    .where('holder_unit', '=', unit)
    .where('holder_kind', 'in', ['list', 'person'])
    .where('stage', '=', 'in-process')
    .groupBy(['holder_staff', 'holder_post'])
    .select([
      'holder_staff as staff',
      'holder_post as post',
      due(null, now).as('overdue'),
      due(now, tomorrow).as('today'),
      due(tomorrow, nextWeek).as('week'),
      due(nextWeek, null).as('later'),
    ])
    .$narrowType<{ post: Post }>()
    .execute()
}

/** How many steps each person has done in a unit since a moment. */
export async function doneInUnit(
  centre: Centre,
  unit: string,
  since: Moment,
): Promise<ReadonlyMap<string, number>> {
  const rows = await centre.db
    .selectFrom('dossier_event')
    .where('at', '>=', since)
    .where('type', 'in', [
      'DossierReceived',
      'StepCompleted',
      'ResultApproved',
      'ResultSealed',
      'ResultReady',
      'ResultHandedBack',
    ])
    .where(sql`data -> 'by' ->> 'unit'`, '=', unit)
    .groupBy(sql`data -> 'by' ->> 'staff'`)
    .select([sql<string>`data -> 'by' ->> 'staff'`.as('staff'), sql<number>`count(*)`.as('count')])
    .execute()
  return new Map(rows.map(({ staff, count }) => [staff, count]))
}

/** What lies with one person of a unit, or in its lists where `staff` is null; of one post, or of all. */
export interface WhoseWork {
  readonly unit: string
  readonly staff: string | null
  readonly post?: Post | null
}

/** What of somebody's work is in process, soonest due first. */
export async function heldInUnit(
  centre: Centre,
  { unit, staff, post = null, most }: WhoseWork & { readonly most: number },
): Promise<readonly Dossier[]> {
  const rows = await centre.db
    .selectFrom('dossier')
    .where('holder_unit', '=', unit)
    .where('stage', '=', 'in-process')
    .$if(staff !== null, (query) => query.where('holder_staff', '=', staff))
    .$if(staff === null, (query) => query.where('holder_kind', '=', 'list'))
    .$if(post !== null, (query) => query.where('holder_post', '=', post))
    .select('state')
    .$castTo<{ state: Dossier }>()
    .orderBy('due_order')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ state }) => state)
}
