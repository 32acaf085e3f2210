import { toMoment } from '#domain/calendar/moment.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import { type Contact, veiled } from '#domain/people/contact.ts'
import { stopContact } from '#store/notice-receivers.ts'
import { noticeOfLeave } from '#store/notices.ts'
import type { Desk } from '../desk.ts'
import { receiversOf } from './receivers-of.ts'
import { subjectsOfIds } from './subjects.ts'

/** The address a letter went to, veiled, by the token in its link; nobody has to sign in to want no more of them. */
export async function seeStop(desk: Desk, token: string): Promise<Outcome<string>> {
  const contact = await contactOf(desk, token)
  return contact ? veiled(contact) : refuse('no-such-notice')
}

/** No more notices go to the address a letter went to. */
export async function stopNotices(desk: Desk, token: string): Promise<Outcome<string>> {
  const contact = await contactOf(desk, token)
  if (!contact) return refuse('no-such-notice')
  await stopContact(desk.centre, contact, toMoment(desk.now))
  return veiled(contact)
}

/** The address, if it is still told there: an old letter stops nobody else's. */
async function contactOf({ centre, now, notices }: Desk, token: string): Promise<Contact | null> {
  const found = notices && (await noticeOfLeave(centre, token))
  if (!notices || !found) return null
  const subjects = [...(await subjectsOfIds(centre, [found])).values()]
  const receivers = await receiversOf({ centre, now, notices }, subjects, { isStoppedToo: true })
  const destinations = receivers.get(found.aboutId)?.destinations ?? []
  const to = destinations.find(({ way }) => way === found.way)?.to ?? null
  return to && veiled(to) === found.sentTo ? to : null
}
