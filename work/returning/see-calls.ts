import { toMoment } from '#domain/calendar/moment.ts'
import { type CallsMade, type NextCall, nextCall } from '#domain/dossier/collection.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { recordAccess } from '#store/access-records.ts'
import { type AfterCalled, type CalledRow, listCalls } from '#store/collection-calls.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { callRuleOn } from './call-rule.ts'
import { type DrawerLine, drawerLine, drawersOf } from './drawer-line.ts'

export const CALL_ORDERS = ['next', 'often'] as const
export type CallOrder = (typeof CALL_ORDERS)[number]

export interface CallLine extends DrawerLine {
  readonly made: CallsMade
  readonly nextCall: NextCall | null
  /** Today or before. */
  readonly isDue: boolean
}

export interface SeenCalls {
  readonly lines: readonly CallLine[]
  /** Where the next page begins; null on the last. */
  readonly next: string | null
}

const PAGE = 50

/** What lies in the drawer, by when its owner is to be called next or by how often that was done. */
export async function seeCalls(
  desk: Desk,
  { order, after }: { readonly order: CallOrder; readonly after?: string | undefined },
): Promise<Outcome<SeenCalls>> {
  const { centre, actor, now } = desk
  const units = drawersOf(desk)
  if (isRefusal(units)) return units
  if (actor.kind === 'staff')
    await recordAccess(centre, {
      id: newId(),
      at: toMoment(now),
      staff: actor.id,
      what: 'see-drawer',
      code: null,
    })
  const book = await bookOf(centre)
  const on = today(desk)
  const rule = callRuleOn(book, on)
  const rows = await listCalls(centre, {
    units,
    order,
    everyDays: rule.everyDays,
    after: after === undefined ? null : readCursor(after),
    size: PAGE + 1,
  })
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  return {
    lines: page.map(({ state, count, lastAt }) => {
      const made = { count, lastAt }
      const next = state.stage === 'ready' ? nextCall(state, made, rule) : null
      return { ...drawerLine(desk, state, book), made, nextCall: next, isDue: next !== null && next.on <= on }
    }),
    next: rows.length > PAGE && last ? cursorAt(last) : null,
  }
}

const CURSOR = /^(\d{4}-\d{2}-\d{2})~(\d{1,6})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

const cursorAt = ({ next, count, id }: CalledRow) => `${next}~${count}~${id}`

/** A cursor that is not one of ours begins at the first page. */
function readCursor(cursor: string): AfterCalled | null {
  const [, next, count, id] = CURSOR.exec(cursor) ?? []
  return next === undefined || count === undefined || id === undefined
    ? null
    : { next, count: Number(count), id }
}
