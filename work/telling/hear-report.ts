import { createHmac, timingSafeEqual } from 'node:crypto'
import { toMoment } from '#domain/calendar/moment.ts'
import { afterReport, type DeliveryReport } from '#domain/notices/going.ts'
import { moveNotice, noticeStanding } from '#store/notices.ts'
import type { Desk } from '../desk.ts'

/** What who delivers says of a notice. */
export interface ReportGiven {
  readonly id: string
  readonly report: DeliveryReport
}

/** A report that is signed: with the secret over id and report. */
export interface SignedReport extends ReportGiven {
  /** HMAC-SHA256 over `id report`, hexadecimal. */
  readonly signature: string
}

/** Believes a report by its signature alone; false when it is not signed with the centre's secret. */
export async function hearSignedReport(
  desk: Pick<Desk, 'centre' | 'now' | 'notices'>,
  { signature, ...given }: SignedReport,
): Promise<boolean> {
  const secret = desk.notices?.reportSecret ?? null
  if (secret === null || !isSigned(secret, given, signature)) return false
  await hearReport(desk, given)
  return true
}

/** What Zalo posts, by its own signature; false where that is not ours. */
export async function hearZaloEvent(
  desk: Pick<Desk, 'centre' | 'now' | 'notices'>,
  { body, signature }: { readonly body: string; readonly signature: string | null },
): Promise<boolean> {
  const heard = desk.notices?.hearZalo?.(body, signature) ?? { kind: 'false' }
  if (heard.kind === 'delivered') await hearReport(desk, { id: heard.id, report: 'delivered' })
  return heard.kind !== 'false'
}

/** A report that is known already, of nothing we sent, or of what was never tried changes nothing. */
export async function hearReport(
  { centre, now }: Pick<Desk, 'centre' | 'now'>,
  { id, report }: ReportGiven,
): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const standing = await noticeStanding(centre, id)
    if (!standing) return
    const to = afterReport(standing, report)
    if (to === standing.state) return
    if (await moveNotice(centre, id, { from: standing.state, to, at: toMoment(now) })) return
  }
}

export function signReport(secret: string, { id, report }: ReportGiven): string {
  return createHmac('sha256', secret).update(`${id} ${report}`).digest('hex')
}

function isSigned(secret: string, given: ReportGiven, signature: string): boolean {
  const [ours, theirs] = [signReport(secret, given), signature.toLowerCase()].map((text) => Buffer.from(text))
  return (
    ours !== undefined &&
    theirs !== undefined &&
    ours.length === theirs.length &&
    timingSafeEqual(ours, theirs)
  )
}
