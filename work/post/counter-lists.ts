import { dayOf, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { confirmed, type ConfirmedAt, mayConfirm, mayScan, readLabel } from '#domain/post/counter-list.ts'
import { labelOf } from '#domain/post/parcel.ts'
import type { LabelToScan, ListToConfirm, ListToDrop, ListToOpen } from '#shapes/post.ts'
import { takeNumber } from '#store/number-books.ts'
import { type HeldParcel, type ParcelChange, parcelLabelled, parcelsById } from '#store/parcels.ts'
import {
  addLine,
  addPostList,
  closePostList,
  closingOf,
  dropLine,
  linesOfPostList,
  type PostList,
  postListById,
  type PostListLine,
} from '#store/post-lists.ts'
import { bookOf } from '../centre-book.ts'
import { commandHash, today } from '../change-dossier.ts'
import { derivedId } from '../derived-id.ts'
import type { Desk } from '../desk.ts'
import { counterOf } from '../papers/counter-of.ts'
import { atThePost } from './change-parcel.ts'

/** Opens a list at the own counter, with a number of its book. */
export async function openList(desk: Desk, { id, kind }: ListToOpen): Promise<Outcome<PostList>> {
  const staff = atThePost(desk)
  if (isRefusal(staff)) return staff
  const { centre, now } = desk
  const at = toMoment(now)
  const { year } = dayOf(now)
  const book = 'slip:BBGN-BC' as const
  const unit = counterOf(staff, today(desk))
  const taken = { id: derivedId(id, book), book, year, takenFor: unit, staff: staff.id, at }
  const { number } = await takeNumber(centre, taken)
  await addPostList(centre, { id, kind, unit, year, number, openedBy: staff.id, openedAt: at })
  return (await postListById(centre, id)) ?? refuse('no-such-list')
}

/** What a scan came to: on the list now, or there already. */
export interface Scanned {
  readonly label: string
  readonly isKnown: boolean
}

/** One scan, one parcel: whatever the label says it by, it stands on the list once. */
export async function scanLabel(desk: Desk, id: string, given: LabelToScan): Promise<Outcome<Scanned>> {
  const open = await openListOf(desk, id)
  if (isRefusal(open)) return open
  const { list, staff } = open
  const label = readLabel(given.label)
  const held = await parcelLabelled(desk.centre, label)
  const way = mayScan(list.kind, label, held?.parcel ?? null)
  if (isRefusal(way)) return way
  const line = { label: held ? labelOf(held.parcel) : label, parcel: held?.id ?? null }
  const isKnown = (await linesOfPostList(desk.centre, id)).some((one) => one.label === line.label)
  if (isKnown) return refuse('scanned-already', { label: line.label })
  const isAdded = await addLine(desk.centre, id, { ...line, scannedAt: toMoment(desk.now), staff: staff.id })
  return isAdded ? { label: line.label, isKnown: held !== null } : refuse('list-closed')
}

/** Takes a label off again. */
export async function takeOff(desk: Desk, id: string, { label }: LabelToScan): Promise<Outcome<true>> {
  const open = await openListOf(desk, id)
  if (isRefusal(open)) return open
  return (await dropLine(desk.centre, id, label)) || refuse('list-closed')
}

/**
 * Both sides confirm a list: everything on it changes hands at this moment, or nothing does. Sent again, the first answer stands.
 */
export function confirmList(desk: Desk, id: string, given: ListToConfirm): Promise<Outcome<PostList>> {
  return close(desk, id, given, async (list, by) => {
    const lines = await linesOfPostList(desk.centre, id)
    const possible = mayConfirm(lines.length, given)
    if (isRefusal(possible)) return possible
    const changes = await changesOf(desk, list, lines, by)
    if (isRefusal(changes)) return changes
    const { declared, worker, why } = given
    const confirmation = { declared, worker, why: declared === lines.length ? null : why }
    return { confirmation, lines: lines.length, changes }
  })
}

/** Gives a list up: nothing has changed hands. */
export function dropList(desk: Desk, id: string, given: ListToDrop): Promise<Outcome<PostList>> {
  return close(desk, id, given, async () => {
    const { length: lines } = await linesOfPostList(desk.centre, id)
    return { confirmation: null, lines, changes: [] }
  })
}

interface Closing {
  readonly confirmation: Omit<ListToConfirm, 'id'> | null
  readonly lines: number
  readonly changes: readonly ParcelChange[]
}

async function close(
  desk: Desk,
  id: string,
  given: { readonly id: string },
  decide: (list: PostList, by: string) => Promise<Outcome<Closing>>,
): Promise<Outcome<PostList>> {
  const { centre, now } = desk
  const staff = atThePost(desk)
  if (isRefusal(staff)) return staff
  const command = { id: given.id, hash: commandHash(staff, { list: id, ...given }) }
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const list = await postListById(centre, id)
    if (!list) return refuse('no-such-list')
    const before = await closingOf(centre, id)
    if (before) return before.id === command.id && before.hash === command.hash ? list : refuse('list-closed')
    const closing = await decide(list, staff.id)
    if (isRefusal(closing)) return closing
    const { confirmation, lines, changes } = closing
    const whole = { id, at: toMoment(now), by: staff.id, confirmation, command }
    if (await closePostList(centre, whole, lines, changes)) return (await postListById(centre, id)) ?? list
  }
  return refuse('changed-meanwhile', { version: null, since: [] })
}

async function openListOf(desk: Desk, id: string) {
  const staff = atThePost(desk)
  if (isRefusal(staff)) return staff
  const list = await postListById(desk.centre, id)
  if (!list) return refuse('no-such-list')
  return list.closed || list.isDropped ? refuse('list-closed') : { list, staff }
}

async function changesOf(
  desk: Desk,
  { id: list, kind }: PostList,
  lines: readonly PostListLine[],
  by: string,
): Promise<Outcome<readonly ParcelChange[]>> {
  const { counting, postRules } = await bookOf(desk.centre)
  const known = await parcelsById(
    desk.centre,
    lines.flatMap(({ parcel }) => parcel ?? []),
  )
  const held = new Map<string, HeldParcel>(known.map((one) => [one.id, one]))
  const ruleOf: ConfirmedAt['ruleOf'] = ({ rule }) => postRules.find(({ from }) => from === rule)
  const changes: ParcelChange[] = []
  for (const { label, parcel } of lines) {
    const one = parcel === null ? undefined : held.get(parcel)
    const at = { at: toMoment(desk.now), by, list, counting, ruleOf }
    const event = confirmed(kind, label, one?.parcel ?? null, at)
    if (isRefusal(event)) return event
    changes.push({
      id: one?.id ?? derivedId(list, label),
      parcel: one?.parcel ?? null,
      events: [event],
    })
  }
  return changes
}
