import type { Centre, HotVerb } from './database.ts'

/** What is left to be done, put down in the same statement as what it follows from. */
export interface Task {
  readonly id: number
  readonly task: string
  readonly payload: object
}

/**
 * Counted facts leave the outbox and enter the figures in one statement: exactly once, whatever is killed when, and
 * whoever else counts at the same time finds them gone.
 * `make_date` from parts, because a cast from text to date is not immutable (see the rules of Citus).
 */
const COUNT: HotVerb = {
  name: 'count-figures',
  text: `
  with taken as (
    delete from {c}.outbox
    where id in (
      select id from {c}.outbox where task = 'count' order by id limit 2000)
    returning payload
  ), summed as (
    select payload->>'on' as day, payload->>'procedure' as procedure, payload->>'channel' as channel,
      payload->>'measure' as measure, count(*) as count
    from taken group by 1, 2, 3, 4
  ), counted as (
    insert into {c}.daily_figure as f (on_day, procedure_key, channel, measure, count)
    select make_date(substr(day, 1, 4)::int, substr(day, 6, 2)::int, substr(day, 9, 2)::int),
      procedure, channel, measure, count
    from summed order by 1, 2, 3, 4
    on conflict (on_day, procedure_key, channel, measure) do update set count = f.count + excluded.count
  )
  select count(*)::int as taken from taken`,
}

/** Brings the figures up to date with what happened; how many facts were counted, at most 2,000 a call. */
export async function countFacts(centre: Centre): Promise<number> {
  const [row] = await centre.run<{ taken: number }>(COUNT, [])
  return row?.taken ?? 0
}

/** Tasks other than counting, oldest first. */
export async function waitingTasks(centre: Centre): Promise<readonly Task[]> {
  return centre.db
    .selectFrom('outbox')
    .selectAll()
    .where('task', '!=', 'count')
    .orderBy('id')
    .limit(500)
    .execute()
}

export async function removeTasks(centre: Centre, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await centre.db.deleteFrom('outbox').where('id', 'in', ids).execute()
}
