import { sql } from 'kysely'
import type { Day } from '#domain/calendar/moment.ts'
import type { Channel } from '#domain/procedure/procedure.ts'
import { FLOWS, type Measure, MEASURES, STOCKS } from '#domain/statistics/facts.ts'
import { partsOf, type Window } from '#domain/statistics/window.ts'
import type { Centre, HotVerb } from './database.ts'

/** Which figures are asked for. What is not given is not asked. */
export interface FiguresAsked {
  readonly window: Window
  /** What falls due today or later is not overdue yet, though the window may run on. */
  readonly today: Day
  readonly unit?: string | undefined
  /** Whatever these settle is left out. */
  readonly exceptUnits?: readonly string[] | undefined
  readonly field?: string | undefined
  /** The commune or ward that helped. */
  readonly place?: string | undefined
  /** The desk it was handed in at, where that is not the competent agency's own. */
  readonly desk?: string | undefined
}

/** By what figures are told apart; months are `yyyy-mm`. */
export type FigureGrouping = 'unit' | 'field' | 'place' | 'desk' | 'month'

export interface FigureRow {
  readonly key: string
  readonly measure: Measure
  readonly channel: Channel
  /** Whether it is of the days before the window: then it is a stock, and not told apart by months. */
  readonly is_before: boolean
  readonly count: number
}

/** No day lies in it. */
const NEVER: Window = { from: '1900-01-02', to: '1900-01-01' }

/**
 * The rolled-up facts of a window in groups, and the stocks of all days before it; of one moment. Most of it is read
 * month by month, only odd days at either end by day.
 */
export async function rolledUp(
  centre: Centre,
  { window, today, unit, exceptUnits, field, place, desk }: FiguresAsked,
  by: FigureGrouping | null,
): Promise<readonly FigureRow[]> {
  const { months, days } = partsOf(window)
  const whole = months ?? NEVER
  const [head = NEVER, tail = NEVER] = days
  return centre.run<FigureRow>(ROLLED_UP[by ?? 'all'], [
    [...MEASURES],
    [...STOCKS],
    unit ?? null,
    field ?? null,
    place ?? null,
    whole.from,
    whole.to,
    head.from,
    head.to,
    tail.from,
    tail.to,
    `${window.from.slice(0, 8)}01`,
    window.from,
    today > window.from ? today : window.from,
    window.to,
    desk ?? null,
    exceptUnits ? [...exceptUnits] : null,
  ])
}

const MEANT = `($3::text is null or unit = $3) and ($4::text is null or field = $4) and ($5::text is null or place = $5)
  and ($16::text is null or desk = $16) and ($17::text[] is null or unit <> all($17))`

/** `key` tells groups apart within the window, `keyBefore` before it; both from a table's own columns. */
function rollUpVerb(name: string, key: (day: string) => string, keyBefore: string): HotVerb {
  const part = (table: string, keyed: string, isBefore: boolean, where: string, times = '') => `
    select ${keyed} as key, measure, channel, ${isBefore} as is_before, ${times}sum(count)::bigint as count
    from {c}.${table} where ${where} and ${MEANT} group by 1, 2, 3`
  return {
    name: `figures-by-${name}`,
    text: [
      part('monthly_figure', key('month'), false, 'measure = any($1) and month between $6 and $7'),
      part('daily_figure', key('on_day'), false, 'measure = any($1) and on_day between $8 and $9'),
      part('daily_figure', key('on_day'), false, 'measure = any($1) and on_day between $10 and $11'),
      part('daily_figure', key('on_day'), false, `measure = 'overdue' and on_day between $14 and $15`, '-'),
      part('monthly_figure', keyBefore, true, 'measure = any($2) and month < $12'),
      part('daily_figure', keyBefore, true, 'measure = any($2) and on_day >= $12 and on_day < $13'),
    ].join(' union all '),
  }
}

const ROLLED_UP: { readonly [by in FigureGrouping | 'all']: HotVerb } = {
  all: rollUpVerb('all', () => `''`, `''`),
  unit: rollUpVerb('unit', () => 'unit', 'unit'),
  field: rollUpVerb('field', () => 'field', 'field'),
  place: rollUpVerb('place', () => 'place', 'place'),
  desk: rollUpVerb('desk', () => 'desk', 'desk'),
  month: rollUpVerb('month', (day) => `to_char(${day}, 'YYYY-MM')`, `''`),
}

/** The figures of one day as rolled up. */
export async function figuresOf(centre: Centre, on: Day) {
  return centre.db
    .selectFrom('daily_figure')
    .select(['unit', 'field', 'channel', 'measure', 'count'])
    .where('measure', 'in', [...MEASURES])
    .where('on_day', '=', on)
    .execute()
}

/** First and last day on which anything was received; null while nothing was. */
export async function daysCounted(centre: Centre): Promise<Window | null> {
  const { from, to } = await centre.db
    .selectFrom('daily_figure')
    .select(({ fn }) => [fn.min<Day | null>('on_day').as('from'), fn.max<Day | null>('on_day').as('to')])
    .where('measure', '=', 'received')
    .executeTakeFirstOrThrow()
  return from !== null && to !== null ? { from, to } : null
}

/** How many dossiers are received and not yet settled. */
export async function openDossiers(centre: Centre): Promise<number> {
  const { open } = await centre.db
    .selectFrom('monthly_figure')
    .select(sql<number>`coalesce(sum(count), 0)::bigint`.as('open'))
    .where('measure', '=', 'open')
    .executeTakeFirstOrThrow()
  return open
}

/** How many lines of facts wait to be rolled up; zero means the figures hold everything that happened. */
export async function uncountedFacts(centre: Centre): Promise<number> {
  const { waiting } = await centre.db
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('task', '=', 'count')
    .executeTakeFirstOrThrow()
  return waiting
}

export interface OpenRow {
  /** `yyyy-mm`. */
  readonly month: string
  readonly measure: string
  readonly unit: string
  readonly field: string
  readonly place: string
  readonly count: number
}

/** What happened in whole months by month, unit, field and place. */
export async function openRows(
  { db }: Centre,
  window: Window,
  only: { readonly kind: 'unit' | 'field' | 'place'; readonly key: string } | undefined,
): Promise<readonly OpenRow[]> {
  const rows = await db
    .selectFrom('monthly_figure')
    .select(['month', 'measure', 'unit', 'field', 'place'])
    .select(sql<number>`sum(count)::bigint`.as('count'))
    .where('measure', 'in', [...FLOWS])
    .where('month', '>=', window.from)
    .where('month', '<=', window.to)
    .$if(only !== undefined, (query) => query.where(only?.kind ?? 'unit', '=', only?.key ?? ''))
    .groupBy(['month', 'measure', 'unit', 'field', 'place'])
    .orderBy('month')
    .orderBy('unit')
    .orderBy('field')
    .orderBy('place')
    .execute()
  return rows.map((row) => ({ ...row, month: row.month.slice(0, 7) }))
}
