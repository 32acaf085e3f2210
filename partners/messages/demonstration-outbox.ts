import type { SendNotice } from '#domain/notices/message.ts'
import type { NoticeLanguage, NoticeWay } from '#domain/notices/notice.ts'
import type { SendMessage } from '#domain/people/contact.ts'

/** A message as the demonstration shows it in place of a telephone, a mailbox or a screen. */
export interface ShownMessage {
  /** Null for a code, which goes to a telephone or a mailbox. */
  readonly way: NoticeWay | null
  /** Null for a device. */
  readonly to: string | null
  /** Null where it is not known. */
  readonly language: NoticeLanguage | null
  readonly subject: string
  readonly text: string
  /** Where the receiver can say that he wants no more of them. */
  readonly leave: string | null
  readonly at: Temporal.Instant
}

export interface DemonstrationOutbox {
  readonly send: SendMessage
  /** Takes on notices of a way, each once by its id. */
  channel(way: NoticeWay): SendNotice
  /** The latest first. */
  shown(): readonly ShownMessage[]
}

const MOST = 50

/** Delivers to nobody: what would have been sent is shown on a page of the demonstration, until the program ends. */
export function demonstrationOutbox(clock: () => Temporal.Instant): DemonstrationOutbox {
  const messages: ShownMessage[] = []
  const known = new Set<string>()
  const show = (message: Omit<ShownMessage, 'at'>) => {
    messages.unshift({ ...message, at: clock() })
    messages.splice(MOST)
  }
  return {
    async send({ to, subject, text }) {
      show({ way: null, to: to.address, language: null, subject, text, leave: null })
      return true
    },
    channel: (way) => async (message) => {
      const { id, to, language, subject, text, leave } = message
      if (!known.has(id))
        show({ way, to: 'address' in to ? to.address : null, language, subject, text, leave })
      known.add(id)
      return { kind: 'accepted', reference: null }
    },
    shown: () => [...messages],
  }
}
