import { toMoment } from '#domain/calendar/moment.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import type { Contact, Message } from '#domain/people/contact.ts'
import { keepCode } from '#store/contact-codes.ts'
import { newCode, newHandle, seal } from '../chance.ts'
import type { Desk } from '../desk.ts'

/** A code is worth nothing after so long. */
export const CODE_MINUTES = 10
const TRIES = 5

export interface CodeAsked {
  readonly contact: Contact
  /** The message that carries the code, in the person's language. */
  readonly say: (code: string) => Omit<Message, 'to'>
}

/**
 * Sends a code to a telephone or a mailbox, whether anybody has an account with it or not: who asks learns nothing. Of
 * a citizen who is signed in it becomes a contact, of anybody else the way in. Answers what the browser shows with it.
 */
export async function askCode(desk: Desk, { contact, say }: CodeAsked): Promise<Outcome<string>> {
  const { centre, now, actor, sendMessage } = desk
  if (!sendMessage) return refuse('message-not-sent')
  const [handle, code] = [newHandle(), newCode()]
  await keepCode(centre, {
    handleHash: seal(handle),
    codeHash: codeHash(handle, code),
    contact,
    citizen: actor.kind === 'citizen' ? actor.id : null,
    at: toMoment(now),
    until: toMoment(now.add({ minutes: CODE_MINUTES })),
    tries: TRIES,
  })
  return (await sendMessage({ to: contact, ...say(code) })) ? handle : refuse('message-not-sent')
}

export function codeHash(handle: string, code: string): string {
  return seal(`${handle} ${code}`)
}
