import type { SendOutcome } from '#domain/notices/going.ts'
import type { NoticeMessage } from '#domain/notices/message.ts'
import type { NoticeWay } from '#domain/notices/notice.ts'
import type { NoticeOffice } from './notice-office.ts'

export const REPORT_SECRET = 'bi-mat-bao-cao'

/** Who delivers by any way: keeps what arrived with him and answers what he is told to. Only for tests. */
export function aDeliverer() {
  const arrived: (NoticeMessage & { readonly way: NoticeWay })[] = []
  const accepts = (): SendOutcome => ({ kind: 'accepted', reference: 'g-1' })
  const made = {
    arrived,
    answer: accepts as (message: NoticeMessage) => SendOutcome,
    reset: () => {
      arrived.splice(0)
      made.answer = accepts
    },
    office: (ways: readonly NoticeWay[] = ['sms', 'email']): NoticeOffice => ({
      ways: new Map(ways.map((way) => [way, send(way)])),
      baseUrl: 'https://motcua.example.vn',
      push: null,
      reportSecret: REPORT_SECRET,
      hearZalo: null,
    }),
  }
  const send = (way: NoticeWay) => async (message: NoticeMessage) => {
    const outcome = made.answer(message)
    if (outcome.kind === 'accepted' || outcome.kind === 'unknown') arrived.push({ ...message, way })
    return outcome
  }
  return made
}
