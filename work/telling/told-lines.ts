import type { Moment } from '#domain/calendar/moment.ts'
import type { NoticeState } from '#domain/notices/going.ts'
import type { NoticeKind, NoticeWay } from '#domain/notices/notice.ts'
import type { Centre } from '#store/database.ts'
import { noticesOf } from '#store/notices.ts'
import { staffNames } from '#store/staff-names.ts'

/** What somebody was told once, by one way. */
export interface ToldLine {
  readonly id: string
  readonly kind: NoticeKind
  readonly way: NoticeWay
  readonly state: NoticeState
  readonly madeAt: Moment
  /** When it came to its state. */
  readonly changedAt: Moment
  readonly next: Moment | null
  /** Veiled. */
  readonly sentTo: string | null
  readonly text: string | null
  /** What who delivers it said. */
  readonly reason: string | null
  /** Who had it sent; null for what went by itself. */
  readonly byName: string | null
}

/** Nobody reads more of them on one screen. */
const MOST = 50

/** What was told of a dossier, a filing or what somebody wrote, the latest first. */
export async function toldLines(centre: Centre, about: string): Promise<readonly ToldLine[]> {
  const rows = await noticesOf(centre, about, MOST)
  const names = await staffNames(
    centre,
    rows.flatMap(({ staff }) => staff ?? []),
  )
  return rows.map(({ id, kind, way, state, madeAt, changedAt, next, sentTo, text, reason, staff }) => {
    const byName = staff && (names.get(staff) ?? null)
    return { id, kind, way, state, madeAt, changedAt, next, sentTo, text, reason, byName }
  })
}
