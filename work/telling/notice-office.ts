import type { HearEvent, SendNotice } from '#domain/notices/message.ts'
import type { NoticeWay } from '#domain/notices/notice.ts'
import type { PushService } from '#domain/notices/push-services.ts'
import type { Desk } from '../desk.ts'

/** By which ways a centre tells citizens what becomes of their dossiers. */
export interface NoticeOffice {
  readonly ways: ReadonlyMap<NoticeWay, SendNotice>
  /** Where the centre is reached from outside, without a slash at the end. */
  readonly baseUrl: string
  /** How browsers subscribe to what is pushed; null where nothing is. */
  readonly push: PushOffice | null
  /** With which the reports of delivery are signed; null where none are taken. */
  readonly reportSecret: string | null
  /** Hears Zalo's own reports; null where none are taken. */
  readonly hearZalo: HearEvent | null
}

export interface PushOffice {
  /** By which a browser knows the centre; base64url. */
  readonly key: string
  /** Whose addresses are taken. */
  readonly services: readonly PushService[]
}

/** Where notices are made and sent: nobody in particular does it. */
export interface NoticeDesk extends Pick<Desk, 'centre' | 'now'> {
  readonly notices: NoticeOffice
}
