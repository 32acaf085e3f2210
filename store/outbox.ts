import type { NoticeSubject, Telling } from '#domain/notices/notice.ts'
import type { Centre, HotVerb } from './database.ts'

/** What is left to be done, put down in the same statement as what it follows from. */
export interface Task {
  readonly id: number
  readonly task: string
  readonly payload: object
}

/** Facts of one counting at most: small enough that nobody waits for it. */
const COUNTED_AT_ONCE = 2000

/**
 * Counted facts leave the outbox and enter the figures in one statement: exactly once, whatever is killed when, and
 * whoever else counts at the same time passes over them: two that waited for each other's lines were a deadlock.
 * `make_date` from parts, because a cast from text to date is not immutable (see the rules of Citus).
 */
const COUNT: HotVerb = {
  name: 'count-figures',
  text: `
  with taken as (
    delete from {c}.outbox
    where id in (
      select id from {c}.outbox where task = 'count' order by id limit ${COUNTED_AT_ONCE} for update skip locked)
    returning payload
  ), summed as (
    select f->>'measure' as measure, f->>'on' as day, f->>'unit' as unit, f->>'field' as field,
      f->>'channel' as channel, f->>'place' as place, coalesce(f->>'desk', '') as desk,
      sum((f->>'count')::int) as count
    from taken, jsonb_array_elements(payload) f
    group by 1, 2, 3, 4, 5, 6, 7
  ), of_days as (
    insert into {c}.daily_figure as d (measure, on_day, unit, field, channel, place, desk, count)
    select measure, make_date(substr(day, 1, 4)::int, substr(day, 6, 2)::int, substr(day, 9, 2)::int),
      unit, field, channel, place, desk, count
    from summed order by 1, 2, 3, 4, 5, 6, 7
    on conflict (measure, on_day, unit, field, channel, place, desk) do update set count = d.count + excluded.count
  ), of_months as (
    insert into {c}.monthly_figure as m (measure, month, unit, field, channel, place, desk, count)
    select measure, make_date(substr(day, 1, 4)::int, substr(day, 6, 2)::int, 1),
      unit, field, channel, place, desk, sum(count)
    from summed group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
    on conflict (measure, month, unit, field, channel, place, desk) do update set count = m.count + excluded.count
  )
  select count(*)::int as taken from taken`,
}

/** Brings the figures up to date with what happened; how many lines of the outbox were taken. */
export async function countFacts(centre: Centre): Promise<number> {
  const [row] = await centre.run<{ taken: number }>(COUNT, [])
  return row?.taken ?? 0
}

/** A citizen is to be told something. */
export const TELL = 'tell'
export interface ToTell extends Telling {
  /** A dossier unless said. */
  readonly about?: NoticeSubject
  readonly code: string
  /** By which it is told once. */
  readonly cause: string
}

/** Tasks other than counting and telling, oldest first. */
export async function waitingTasks(centre: Centre): Promise<readonly Task[]> {
  return centre.db
    .selectFrom('outbox')
    .selectAll()
    .where('task', 'not in', ['count', TELL])
    .orderBy('id')
    .limit(500)
    .execute()
}

/** So few at once that nobody at a counter waits behind them; five times a second that is a whole town told in minutes. */
const TOLD_AT_ONCE = 25

/** What citizens are to be told, oldest first. */
export async function tellTasks({ db }: Centre): Promise<readonly (ToTell & { readonly id: number })[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'payload'])
    .where('task', '=', TELL)
    .orderBy('id')
    .limit(TOLD_AT_ONCE)
    .execute()
  return rows.map(({ id, payload }) => ({ ...(payload as ToTell), id }))
}

/** Puts down what somebody is to be told, in the transaction of what it follows from. */
export async function addTelling({ db }: Pick<Centre, 'db'>, payload: ToTell): Promise<void> {
  await db
    .insertInto('outbox')
    .values({ task: TELL, payload: JSON.stringify(payload) })
    .execute()
}

export async function removeTasks(centre: Centre, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await centre.db.deleteFrom('outbox').where('id', 'in', ids).execute()
}

/** A centre that tells nobody anything has nothing to tell. */
export async function dropTellTasks({ db }: Centre): Promise<void> {
  await db.deleteFrom('outbox').where('task', '=', TELL).execute()
}
