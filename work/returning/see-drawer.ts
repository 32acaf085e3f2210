import { toMoment } from '#domain/calendar/moment.ts'
import { type Asked, readAsked } from '#domain/dossier/asked.ts'
import { currentStep } from '#domain/dossier/guards.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { recordAccess } from '#store/access-records.ts'
import { type AfterInDrawer, type InDrawer, listArrived, listReady } from '#store/drawer.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { type DrawerLine, drawerLine, drawersOf } from './drawer-line.ts'

export interface Drawer {
  readonly asked: Asked
  readonly lines: readonly DrawerLine[]
  /** Where the next page begins; null on the last. */
  readonly next: string | null
}

const PAGE = 50
/** Results that come back sealed are reported at once; more than this at a time do not. */
const MOST_ARRIVED = 100

/** What lies ready at the counter, the longest waiting first; what was typed narrows it. */
export async function seeDrawer(
  desk: Desk,
  given: { readonly typed?: string; readonly after?: string },
): Promise<Outcome<Drawer>> {
  const units = drawersOf(desk)
  if (isRefusal(units)) return units
  await record(desk)
  const asked = readAsked(given.typed ?? '')
  const needles = asked.needles
  const after = given.after === undefined ? null : readCursor(given.after)
  const rows = await listReady(desk.centre, { units, needles, after, size: PAGE + 1 })
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  const book = await bookOf(desk.centre)
  return {
    asked,
    lines: page.map(({ state }) => drawerLine(desk, state, book)),
    next: rows.length > PAGE && last ? cursorAt(last) : null,
  }
}

/** Approved results that have come to the counter and are to be reported ready, soonest due first. */
export async function seeArrived(desk: Desk): Promise<Outcome<readonly DrawerLine[]>> {
  const units = drawersOf(desk)
  if (isRefusal(units)) return units
  await record(desk)
  const rows = await listArrived(desk.centre, { units, size: MOST_ARRIVED })
  const book = await bookOf(desk.centre)
  return rows
    .filter(({ state }) => currentStep(state, lawFor(state, book).procedure.steps).kind === 'return')
    .map(({ state }) => drawerLine(desk, state, book))
}

async function record({ centre, actor, now }: Desk): Promise<void> {
  if (actor.kind !== 'staff') return
  await recordAccess(centre, {
    id: newId(),
    at: toMoment(now),
    staff: actor.id,
    what: 'see-drawer',
    code: null,
  })
}

const CURSOR = /^(\d{1,14})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

function cursorAt({ id, state }: InDrawer): string {
  const readyAt = state.stage === 'ready' ? state.readyAt : state.receivedAt
  return `${Temporal.Instant.from(readyAt).epochMilliseconds}~${id}`
}

/** A cursor that is not one of ours begins at the first page. */
function readCursor(cursor: string): AfterInDrawer | null {
  const [, milliseconds, id] = CURSOR.exec(cursor) ?? []
  if (milliseconds === undefined || id === undefined) return null
  return { readyAt: toMoment(Temporal.Instant.fromEpochMilliseconds(Number(milliseconds))), id }
}
