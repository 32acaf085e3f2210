import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { recordAccess } from '#store/access-records.ts'
import { parcelsAt, parcelsById } from '#store/parcels.ts'
import { linesOfPostList, type PostList, postListById } from '#store/post-lists.ts'
import { staffNames } from '#store/staff-names.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { type ParcelLine, parcelLine } from './parcel-line.ts'

export interface SeenPostList extends PostList {
  readonly unitName: string
  readonly openedByName: string
  readonly closedByName: string | null
  readonly lines: readonly {
    readonly label: string
    readonly scannedAt: Moment
    /** Null for papers nobody had announced. */
    readonly parcel: ParcelLine | null
  }[]
  /** What is to go to the post and is not on this list, while it is open. */
  readonly leftHere: readonly ParcelLine[]
  readonly mayHandle: boolean
}

const MOST_LEFT = 100

/** A list with what stands on it, latest scan first while it is open, in the order of scanning once it is closed. */
export async function seePostList(desk: Desk, id: string): Promise<Outcome<SeenPostList>> {
  const { centre, actor, now } = desk
  const allowed = may(actor, { kind: 'see-post' }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-post' })
  const list = await postListById(centre, id)
  if (!list) return refuse('no-such-list')
  const at = toMoment(now)
  await recordAccess(centre, { id: newId(), at, staff: actor.id, what: 'see-post', code: null })
  const lines = await linesOfPostList(centre, id)
  const { postRules, units } = await bookOf(centre)
  const known = await parcelsById(
    centre,
    lines.flatMap(({ parcel }) => parcel ?? []),
  )
  const byId = new Map(known.map((held) => [held.id, parcelLine(held, postRules, at)]))
  const isOpen = list.closed === null && !list.isDropped
  const waiting = isOpen && list.kind === 'to-post' ? await parcelsAt(centre, ['waiting'], MOST_LEFT) : []
  const names = await staffNames(centre, [list.openedBy, ...(list.closed ? [list.closed.by] : [])])
  const seen = lines.map(({ label, scannedAt, parcel }) => ({
    label,
    scannedAt,
    parcel: parcel === null ? null : (byId.get(parcel) ?? null),
  }))
  return {
    ...list,
    unitName: units.get(list.unit)?.name ?? list.unit,
    openedByName: names.get(list.openedBy) ?? '',
    closedByName: list.closed ? (names.get(list.closed.by) ?? '') : null,
    lines: isOpen ? seen.toReversed() : seen,
    leftHere: waiting
      .filter((one) => one.parcel.direction === 'out' && !byId.has(one.id))
      .map((one) => parcelLine(one, postRules, at)),
    mayHandle: !isRefusal(may(actor, { kind: 'handle-post' }, today(desk))),
  }
}
