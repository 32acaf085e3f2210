import { toMoment } from '#domain/calendar/moment.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import type { Contact } from '#domain/people/contact.ts'
import { citizenOfContact, giveContact } from '#store/citizens.ts'
import { tryCode, useCode } from '#store/contact-codes.ts'
import { newId, seal } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { codeHash } from './ask-code.ts'

export interface CodeGiven {
  readonly handle: string
  readonly code: string
}

/** The citizen whose way in a code is; the first code to a contact makes the account. */
export async function enterByCode(desk: Desk, given: CodeGiven): Promise<Outcome<string>> {
  const contact = await proved(desk, given, null)
  return contact
    ? citizenOfContact(desk.centre, contact, { id: newId(), at: toMoment(desk.now) })
    : refuse('code-wrong')
}

/** A citizen who is signed in proves a telephone or a mailbox to be his. */
export async function proveContact(desk: Desk, given: CodeGiven): Promise<Outcome<Contact>> {
  const { actor, centre } = desk
  if (actor.kind !== 'citizen') return refuse('not-permitted', { action: 'keep-account' })
  const contact = await proved(desk, given, actor.id)
  if (!contact) return refuse('code-wrong')
  return (await giveContact(centre, actor.id, contact)) ? contact : refuse('contact-taken')
}

/** The contact a code was sent to; null when it is wrong, has run out, was used, or was asked for another purpose. */
async function proved(
  { centre, now }: Desk,
  { handle, code }: CodeGiven,
  citizen: string | null,
): Promise<Contact | null> {
  const handleHash = seal(handle)
  const kept = await tryCode(centre, handleHash, toMoment(now))
  // Both are hashes: how long the comparison takes tells nothing of the code.
  if (!kept || kept.citizen !== citizen || kept.codeHash !== codeHash(handle, code.replace(/\s/g, '')))
    return null
  return (await useCode(centre, handleHash)) ? kept.contact : null
}
