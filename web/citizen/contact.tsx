import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { type Contact, readContact, veiled } from '#domain/people/contact.ts'
import { seeOther } from '../desk/desk-page.ts'
import { first, refusalText, type Typed } from '../desk/form.ts'
import type { Page } from '../page.tsx'
import { Button } from '../parts/button.tsx'
import { type Fault, faultAt, TextField } from '../parts/field.tsx'
import { PostForm } from '../parts/post-form.tsx'
import { CONTACT, MINE } from './addresses.ts'
import type { CitizenPage, CitizenVisit } from './citizen-page.ts'
import { codeMessage, DemonstrationCode, waiting } from './sign-in.tsx'

/** A telephone or a mailbox of the person's own, proved by a code: for notices, and to sign in by. */
export const contactPage: CitizenPage = {
  path: CONTACT,
  action: 'keep-account',
  get: async (visit) => askPage(visit, ''),
  post: (visit, typed) => (first(typed, 'handle') === '' ? asked(visit, typed) : proved(visit, typed)),
}

async function asked(visit: CitizenVisit, typed: Typed): Promise<Page> {
  const { c, doors, desk, words } = visit
  const said = words.citizens
  const contact = readContact(first(typed, 'contact'))
  if (!contact)
    return askPage(visit, first(typed, 'contact'), { faults: [{ field: 'contact', text: said.notAContact }] })
  const outcome = await doors.askCode(c, desk, {
    contact,
    say: codeMessage(visit),
  })
  if (outcome.kind === 'sent') return codePage(visit, contact, outcome.handle)
  const refused = outcome.kind === 'wait' ? waiting(words, outcome.until) : said.notSent
  return askPage(visit, contact.address, { refused })
}

async function proved(visit: CitizenVisit, typed: Typed): Promise<Page | Response> {
  const { c, doors, desk, words } = visit
  const given = { handle: first(typed, 'handle').slice(0, 100), code: first(typed, 'code').slice(0, 20) }
  const outcome: Outcome<Contact> | Temporal.Instant = await doors.proveContact(c, desk, given)
  if (!isRefusal(outcome) && !(outcome instanceof Temporal.Instant)) return seeOther(MINE)
  const refused = isRefusal(outcome) ? refusalText(words, outcome) : waiting(words, outcome)
  if (isRefusal(outcome) && outcome.refused === 'contact-taken')
    return { ...askPage(visit, '', { refused }), status: 409 }
  return codePage(visit, readContact(first(typed, 'contact')), given.handle, refused)
}

interface Answer {
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

function askPage({ words }: CitizenVisit, typed: string, { faults = [], refused }: Answer = {}): Page {
  const said = words.citizens
  const main = (
    <div class="wrap page narrow">
      <h1>{said.contactTitle}</h1>
      <p>{said.contactLead}</p>
      <PostForm words={words} class="stacked" faults={faults} refused={refused}>
        <TextField
          name="contact"
          label={said.contact}
          hint={said.contactSends}
          value={typed}
          fault={faultAt(faults, 'contact')}
          autocomplete="off"
          required
        />
        <Button>{said.askCode}</Button>
      </PostForm>
    </div>
  )
  return { title: said.contactTitle, main, status: refused || faults.length > 0 ? 422 : 200 }
}

function codePage(
  { words, centre }: CitizenVisit,
  contact: Contact | null,
  handle: string,
  refused?: string,
): Page {
  const said = words.citizens
  const main = (
    <div class="wrap page narrow">
      <h1>{said.codeTitle}</h1>
      <p>{said.codeSent(contact ? veiled(contact) : '')}</p>
      {centre.isDemonstration && <DemonstrationCode words={words} />}
      <PostForm words={words} class="stacked" refused={refused}>
        <input type="hidden" name="contact" value={contact?.address ?? ''} />
        <input type="hidden" name="handle" value={handle} />
        <TextField
          name="code"
          label={said.code}
          hint={said.codeHint}
          autocomplete="one-time-code"
          inputmode="numeric"
          maxLength={20}
          required
          autofocus
        />
        <Button>{said.prove}</Button>
      </PostForm>
    </div>
  )
  return { title: said.codeTitle, main, status: refused ? 422 : 200 }
}
