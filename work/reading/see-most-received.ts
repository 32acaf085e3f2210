import { FEWEST_SHOWN } from '#domain/statistics/small-cells.ts'
import { toMoment } from '#domain/calendar/moment.ts'
import { mostReceivedSince, type ReceivedOften } from '#store/most-received.ts'
import type { Centre } from '#store/database.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { entriesOn } from './catalogue-index.ts'

/** A procedure with how many dossiers of it were received lately. */
export interface MostReceived {
  readonly key: string
  readonly name: string
  readonly received: number
}

export interface SeenMostReceived {
  /** In so many days. */
  readonly days: number
  readonly procedures: readonly MostReceived[]
}

const DAYS = 30
const MOST = 8
/** What was counted is shown for so long; what people mostly come for does not turn about in minutes. */
const KEPT_MS = 10 * 60_000

interface Counted {
  readonly until: number
  readonly rows: Promise<readonly ReceivedOften[]>
}

const counted = new WeakMap<Centre, Counted>()

/** What people come for: the procedures received most in the last thirty days, counted from the dossiers. */
export async function seeMostReceived(desk: Desk): Promise<SeenMostReceived> {
  const [book, rows] = await Promise.all([bookOf(desk.centre), rowsOf(desk)])
  const inForce = new Map(entriesOn(book, today(desk)).map(({ procedure }) => [procedure.key, procedure]))
  const procedures = rows.flatMap(({ procedure, received }) => {
    const one = inForce.get(procedure)
    return one && received >= FEWEST_SHOWN ? [{ key: one.key, name: one.name, received }] : []
  })
  return { days: DAYS, procedures: procedures.slice(0, MOST) }
}

/** Counted once for all who ask within some minutes; a count that fails is not kept. */
function rowsOf({ centre, now }: Desk): Promise<readonly ReceivedOften[]> {
  const known = counted.get(centre)
  if (known && performance.now() < known.until) return known.rows
  const since = now.subtract({ hours: DAYS * 24 })
  const rows = mostReceivedSince(centre, toMoment(since), MOST * 2)
  counted.set(centre, { until: performance.now() + KEPT_MS, rows })
  rows.catch(() => counted.delete(centre))
  return rows
}
