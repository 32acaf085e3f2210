import type { Contact } from '#domain/people/contact.ts'
import type { SendOutcome } from './going.ts'
import type { NoticeKind, NoticeLanguage } from './notice.ts'
import type { TemplateValues } from './template.ts'

/** A browser on a device that shows what is pushed to it (RFC 8030). */
export interface Device {
  readonly endpoint: string
  /** Of the encryption (RFC 8291), in base64url. */
  readonly p256dh: string
  readonly auth: string
}

/** Something on its way to a telephone, a mailbox or a device; what it says is the receiver's alone and stands in no log. */
export interface OutgoingMessage {
  /** The same whenever it is sent again, so that who delivers it drops what came twice. */
  readonly id: string
  readonly to: Contact | Device
  readonly subject: string
  readonly text: string
  /** Where the receiver says that he wants no more of them; null where he cannot. */
  readonly leave: string | null
}

/** Hands a message to who delivers it. */
export type SendOutgoing = (message: OutgoingMessage) => Promise<SendOutcome>

/** A notice as it is handed to who delivers it. */
export interface NoticeMessage extends OutgoingMessage {
  readonly kind: NoticeKind
  readonly language: NoticeLanguage
  /** For who has the sentences and is told the words alone. */
  readonly values: TemplateValues
  /** Where more can be read. */
  readonly link: string
}

/** Hands a notice to who delivers it by one way. */
export type SendNotice = (message: NoticeMessage) => Promise<SendOutcome>

/** What who delivers tells in a shape of its own: not believed, of something else, or that a notice arrived. */
export type EventHeard =
  | { readonly kind: 'false' }
  | { readonly kind: 'other' }
  | { readonly kind: 'delivered'; readonly id: string }

/** Reads such a report by its very bytes and what they were signed with. */
export type HearEvent = (body: string, signature: string | null) => EventHeard
