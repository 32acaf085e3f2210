import { type Kysely, sql } from 'kysely'
import type { DossierEvent } from '#domain/dossier/events.ts'
import type { CountedFact } from '#domain/statistics/facts.ts'
import type { Centre } from './database.ts'
import type { CentreTables } from './tables.ts'

/** The centre at one moment, however long it is read. */
export type Snapshot = Kysely<CentreTables>

/** Does something on one snapshot of a centre; what it writes is written with it or not at all. */
export function onSnapshot<Value>(
  { db }: Centre,
  what: (snapshot: Snapshot) => Promise<Value>,
): Promise<Value> {
  return db.transaction().setIsolationLevel('repeatable read').execute(what)
}

const EVENTS_AT_ONCE = 20_000

/** The histories of all dossiers, many at a time. */
export async function* histories(snapshot: Snapshot): AsyncGenerator<readonly (readonly DossierEvent[])[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await snapshot
      .selectFrom('dossier_event')
      .select(['dossier_id', 'data'])
      .where('dossier_id', '>', after)
      .orderBy('dossier_id')
      .orderBy('sequence')
      .limit(EVENTS_AT_ONCE)
      .execute()
    const byDossier = [...Map.groupBy(rows, (row) => row.dossier_id)]
    // The last one may be cut off; it comes again with the next.
    const whole = rows.length < EVENTS_AT_ONCE ? byDossier : byDossier.slice(0, -1)
    yield whole.map(([, events]) => events.map(({ data }) => data as DossierEvent))
    const last = whole.at(-1)
    if (!last || rows.length < EVENTS_AT_ONCE) return
    after = last[0]
  }
}

/** Days, units, fields, channels and places of the dossiers from before the system. */
export async function earlierDossiers(snapshot: Snapshot) {
  return snapshot
    .selectFrom('earlier_dossier')
    .select(['received_on', 'unit', 'field', 'channel', 'place'])
    .execute()
}

/** What waits to be rolled up. */
export async function waitingFacts(snapshot: Snapshot): Promise<readonly CountedFact[]> {
  const rows = await snapshot.selectFrom('outbox').select('payload').where('task', '=', 'count').execute()
  return rows.flatMap(({ payload }) => payload as unknown as CountedFact[])
}

/** The roll-ups by month, in full. */
export async function monthlyFigures(snapshot: Snapshot) {
  return snapshot.selectFrom('monthly_figure').selectAll().where('count', '!=', 0).execute()
}

/** The roll-ups by day, over everything else. */
export async function dailyTotals(snapshot: Snapshot) {
  return snapshot
    .selectFrom('daily_figure')
    .select(['measure', 'on_day'])
    .select(sql<number>`sum(count)::bigint`.as('count'))
    .groupBy(['measure', 'on_day'])
    .having(({ fn }) => fn.sum('count'), '!=', 0)
    .execute()
}

/** How many figures of a month are not the sum of their days. */
export async function monthsUnlikeTheirDays(snapshot: Snapshot): Promise<number> {
  const dims = ['unit', 'field', 'channel', 'place', 'desk'] as const
  const days = snapshot
    .selectFrom('daily_figure')
    .select(['measure', ...dims])
    .select(sql<string>`(extract(year from on_day) * 100 + extract(month from on_day))::int`.as('month'))
    .select('count')
  const months = snapshot
    .selectFrom('monthly_figure')
    .select(['measure', ...dims])
    .select(sql<string>`(extract(year from month) * 100 + extract(month from month))::int`.as('month'))
    .select(sql<number>`-count`.as('count'))
  const { unlike } = await snapshot
    .selectFrom(
      snapshot
        .selectFrom(days.unionAll(months).as('every'))
        .select('measure')
        .groupBy(['measure', ...dims, 'month'])
        .having(({ fn }) => fn.sum('count'), '!=', 0)
        .as('one'),
    )
    .select(({ fn }) => fn.countAll<number>().as('unlike'))
    .executeTakeFirstOrThrow()
  return unlike
}

/** Empties the roll-ups and forgets what waits for them, to count anew. */
export async function clearFigures(snapshot: Snapshot): Promise<void> {
  await snapshot.deleteFrom('daily_figure').execute()
  await snapshot.deleteFrom('monthly_figure').execute()
  await snapshot.deleteFrom('outbox').where('task', '=', 'count').execute()
}

/** Puts facts down to be rolled up by the relay. */
export async function putFacts(snapshot: Snapshot, facts: readonly CountedFact[]): Promise<void> {
  if (facts.length === 0) return
  await snapshot
    .insertInto('outbox')
    .values({ task: 'count', payload: JSON.stringify(facts) })
    .execute()
}
