import { type Channel, CHANNELS } from '#domain/procedure/procedure.ts'
import type { Flow } from './facts.ts'
import type { Sums } from './sums.ts'

/** One part of a figure: a flow of the window by some channels, or what stood at one of its midnights. */
export type Term =
  | { readonly flow: Flow; readonly channels: readonly Channel[] }
  | { readonly stock: 'open-before' | 'open-after' | 'overdue-after'; readonly times?: -1 }

/** What a figure counts, of what, and when. A definition that is changed gets another version and is kept. */
export interface FigureDefinition {
  readonly version: number
  readonly numerator: readonly Term[]
  /** Null where the figure is a number and no share. */
  readonly denominator: readonly Term[] | null
  readonly period: 'in-window' | 'at-start' | 'at-end'
}

const flow = (one: Flow, channels: readonly Channel[] = CHANNELS): Term => ({ flow: one, channels })
/** Whoever comes or writes, the centre is dealt with directly; only `online` is not (report II.06, column 5). */
const DIRECT = CHANNELS.filter((one) => one !== 'online')
const CARRIED: Term = { stock: 'open-before' }
const OPEN: Term = { stock: 'open-after' }
const OVERDUE: Term = { stock: 'overdue-after' }
const EARLY = [flow('ready-early')]
/** At the due moment, or without one (`reports-and-indices.md` 2). */
const ON_TIME = [flow('ready-on-time'), flow('ready-no-limit')]
const LATE = [flow('ready-late')]
const SETTLED = [...EARLY, ...ON_TIME, ...LATE]
const RECEIVED = [flow('received')]

const inWindow = (numerator: readonly Term[], denominator: readonly Term[] | null = null) =>
  ({ version: 1, numerator, denominator, period: 'in-window' }) as const
const atEnd = (numerator: readonly Term[], denominator: readonly Term[] | null = null) =>
  ({ version: 1, numerator, denominator, period: 'at-end' }) as const

/**
 * Every figure that is published or reported, in one table. Basis of early, on time and late: by the date for limits
 * in days, by the minute for the others, against the lawful due moment (`domain/dossier/timeliness.ts`).
 */
export const FIGURES = {
  'carried-over': { version: 1, numerator: [CARRIED], denominator: null, period: 'at-start' },
  received: inWindow(RECEIVED),
  'received-online': inWindow([flow('received', ['online'])]),
  'received-direct': inWindow([flow('received', DIRECT)]),
  'to-settle': inWindow([CARRIED, ...RECEIVED]),
  settled: inWindow(SETTLED),
  'settled-early': inWindow(EARLY),
  'settled-on-time': inWindow(ON_TIME),
  'settled-late': inWindow(LATE),
  'in-progress': atEnd([OPEN]),
  'in-progress-in-time': atEnd([OPEN, { stock: 'overdue-after', times: -1 }]),
  overdue: atEnd([OVERDUE]),
  returned: inWindow([flow('returned')]),
  supplements: inWindow([flow('supplement-asked')]),
  /** Of those settled: refused after appraisal, and stopped without a decision. */
  refused: inWindow([flow('refused')]),
  stopped: inWindow([flow('stopped')]),
  apologies: inWindow([flow('apologised')]),
  /** Came by post and went home by post. */
  post: inWindow([flow('returned-by-post', ['post'])]),
  mobile: inWindow([flow('received', ['mobile']), flow('earlier', ['mobile'])]),
  home: inWindow([flow('received', ['home']), flow('earlier', ['home'])]),
  'online-share': inWindow([flow('received', ['online'])], RECEIVED),
  'early-share': inWindow(EARLY, SETTLED),
  'in-time-share': inWindow([...EARLY, ...ON_TIME], SETTLED),
  'overdue-share': atEnd([OVERDUE], [OPEN]),
} as const satisfies { readonly [key: string]: FigureDefinition }

export type FigureKey = keyof typeof FIGURES
export const FIGURE_KEYS = Object.keys(FIGURES).filter((key): key is FigureKey => key in FIGURES)

/** A figure of a group in a window: the count, and of how many where it is a share. */
export function figureOf(key: FigureKey, sums: Sums): { readonly count: number; readonly of: number | null } {
  const { numerator, denominator }: FigureDefinition = FIGURES[key]
  return { count: total(numerator, sums), of: denominator && total(denominator, sums) }
}

function total(terms: readonly Term[], sums: Sums): number {
  return terms.reduce((all, term) => all + valueOf(term, sums), 0)
}

function valueOf(term: Term, sums: Sums): number {
  if ('flow' in term) return term.channels.reduce((all, one) => all + sums.flows[term.flow][one], 0)
  const stock = {
    'open-before': sums.openBefore,
    'open-after': sums.openAfter,
    'overdue-after': sums.overdueAfter,
  }[term.stock]
  return stock * (term.times ?? 1)
}
