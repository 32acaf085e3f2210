import type { Kysely } from 'kysely'
import type { Centre } from './database.ts'
import type { CentreTables } from './tables.ts'

/** The figures of one day as rolled up, by procedure, channel and measure. */
export async function figuresOf(centre: Centre, on: string) {
  return centre.db
    .selectFrom('daily_figure')
    .select(['procedure_key as procedure', 'channel', 'measure', 'count'])
    .where('on_day', '=', on)
    .execute()
}

/** How many dossiers are received and not yet settled. */
export async function openDossiers(centre: Centre): Promise<number> {
  const { open } = await centre.db
    .selectFrom('dossier')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('ready_at', 'is', null)
    .executeTakeFirstOrThrow()
  return open
}

/** How many facts wait to be rolled up; zero means the figures hold everything that happened. */
export async function uncountedFacts(centre: Centre): Promise<number> {
  const { waiting } = await centre.db
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('task', '=', 'count')
    .executeTakeFirstOrThrow()
  return waiting
}

/** Sums of the roll-ups over all days, by measure. */
export async function figuresOfAllDays(snapshot: Kysely<CentreTables>) {
  return snapshot
    .selectFrom('daily_figure')
    .select('measure')
    .select(({ fn }) => fn.sum<string>('count').as('count'))
    .groupBy('measure')
    .execute()
    .then((rows) => rows.map(({ measure, count }) => ({ measure, count: Number(count) })))
}

/** What waits to be rolled up, by measure. */
export async function uncountedByMeasure(snapshot: Kysely<CentreTables>) {
  const rows = await snapshot.selectFrom('outbox').select('payload').where('task', '=', 'count').execute()
  return rows.flatMap(({ payload }) =>
    'measure' in payload && typeof payload.measure === 'string'
      ? [{ measure: payload.measure, count: 1 }]
      : [],
  )
}

/** The same measures counted from the dossiers' rows: a full count, for checks only. */
export async function figuresFromRows(snapshot: Kysely<CentreTables>): Promise<ReadonlyMap<string, number>> {
  const received = await snapshot
    .selectFrom('dossier')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .select(({ fn }) => fn.count<number>('returned_at').as('returned'))
    .executeTakeFirstOrThrow()
  const ready = await snapshot
    .selectFrom('dossier')
    .select('timeliness')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('timeliness', 'is not', null)
    .groupBy('timeliness')
    .execute()
  return new Map([
    ['received', received.count],
    ['returned', received.returned],
    ...ready.map(({ timeliness, count }) => [`ready-${timeliness}`, count] as const),
  ])
}
