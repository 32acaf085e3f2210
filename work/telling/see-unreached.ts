import { fromMoment, type Moment, toMoment } from '#domain/calendar/moment.ts'
import type { NoticeState } from '#domain/notices/going.ts'
import type { NoticeKind, NoticeSubject, NoticeWay } from '#domain/notices/notice.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { type AfterNotice, unreachedNotices, waitingNotices } from '#store/notices.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** A notice that reached nobody for sure. */
export interface UnreachedLine {
  readonly id: string
  readonly about: NoticeSubject
  readonly aboutId: string
  readonly code: string
  readonly kind: NoticeKind
  readonly way: NoticeWay
  readonly state: NoticeState
  readonly changedAt: Moment
  /** Veiled. */
  readonly sentTo: string | null
}

export interface SeenUnreached {
  readonly lines: readonly UnreachedLine[]
  /** Where the next page begins; null on the last. */
  readonly next: string | null
  /** What could not be sent so far and is still tried. */
  readonly waiting: { readonly count: number; readonly since: Moment | null }
}

const PAGE = 50

/** Notices about what is open that reached nobody for sure: somebody has to call, or put the address right. */
export async function seeUnreached(
  desk: Desk,
  { after }: { readonly after: string | null },
): Promise<Outcome<SeenUnreached>> {
  const { centre, actor, now } = desk
  const allowed = may(actor, { kind: 'see-unreached' }, today(desk))
  if (isRefusal(allowed)) return allowed
  const [rows, waiting] = await Promise.all([
    unreachedNotices(centre, { after: readCursor(after), size: PAGE + 1 }),
    waitingNotices(centre, toMoment(now.subtract({ minutes: WAITS_LONG_MINUTES }))),
  ])
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  return {
    lines: page.map(({ id, about, aboutId, code, kind, way, state, changedAt, sentTo }) => {
      return { id, about, aboutId, code, kind, way, state, changedAt, sentTo }
    }),
    next: rows.length > PAGE && last ? cursorAt(last) : null,
    waiting,
  }
}

/** What waits no longer than this is on its way. */
export const WAITS_LONG_MINUTES = 5

const CURSOR = /^(\d{1,14})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

const cursorAt = ({ changedAt, id }: UnreachedLine) => `${fromMoment(changedAt).epochMilliseconds}~${id}`

/** A cursor that is not one of ours begins at the first page. */
function readCursor(cursor: string | null): AfterNotice | null {
  const [, at, id] = CURSOR.exec(cursor ?? '') ?? []
  if (at === undefined || id === undefined) return null
  return { at: toMoment(Temporal.Instant.fromEpochMilliseconds(Number(at))), id }
}
