import { dayOf } from '#domain/calendar/moment.ts'
import type { DeliveryReport } from '#domain/notices/going.ts'
import type { DemonstrationOutbox } from '#partners/messages/demonstration-outbox.ts'
import type { Centre } from '#store/database.ts'
import { hearReport } from '#work/telling/hear-report.ts'
import type { NoticeDesk, NoticeOffice } from '#work/telling/notice-office.ts'
import { tellNobody } from '#work/telling/tell-nobody.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { readMessageSettings } from './message-settings.ts'
import { demonstrationMessages, type MessageOffice, openMessages } from './open-messages.ts'

interface Around {
  readonly centres: readonly Centre[]
  readonly clock: Clock
  readonly outbox: DemonstrationOutbox | null
  readonly pushSecret: string
}

/** How every centre reaches people; the demonstration shows it on a page unless a file says otherwise. */
export async function messageOffices(
  config: Pick<Config, 'messages' | 'baseUrl'>,
  { centres, clock, outbox, pushSecret }: Around,
): Promise<ReadonlyMap<string, MessageOffice>> {
  const settings = config.messages === null ? null : readMessageSettings(config.messages)
  const offices = new Map<string, MessageOffice>()
  const today = () => dayOf(clock()).toString()
  for (const centre of centres) {
    const { baseUrl } = config
    const own = settings?.get(centre.slug)
    const report = (id: string, report: DeliveryReport) =>
      hearReport({ centre, now: clock() }, { id, report })
    if (own) offices.set(centre.slug, openMessages(own, { baseUrl, report, pushSecret, today }))
    else if (centre.isDemonstration && outbox)
      offices.set(centre.slug, demonstrationMessages(outbox, { baseUrl, pushSecret }))
    if ((offices.get(centre.slug)?.notices.ways.size ?? 0) === 0) await tellNobody({ centre })
  }
  return offices
}

/** Where notices are sent at this moment. */
export function noticeDesks(
  centres: readonly Centre[],
  now: Temporal.Instant,
  noticesOf: (centre: Centre) => NoticeOffice | undefined,
): readonly NoticeDesk[] {
  return centres.flatMap((centre) => {
    const notices = noticesOf(centre)
    return notices && notices.ways.size > 0 ? [{ centre, now, notices }] : []
  })
}
