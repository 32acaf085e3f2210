import type { Context } from 'hono'
import type { Refusal } from '#domain/outcome.ts'
import { readContact, veiled } from '#domain/people/contact.ts'
import { first, refusalText, sentForm, type Typed } from '../desk/form.ts'
import { citizenSession } from '../desk/session-cookie.ts'
import { answerPage, assets, type Page } from '../page.tsx'
import { Button } from '../parts/button.tsx'
import { type Fault, faultAt, TextField } from '../parts/field.tsx'
import { Link } from '../parts/link.tsx'
import { Notice } from '../parts/notice.tsx'
import { PasskeyButton } from '../parts/passkey-button.tsx'
import { PostForm } from '../parts/post-form.tsx'
import { SIGN_IN as STAFF_SIGN_IN } from '../portal/sign-in.tsx'
import { type Visit, visitOf, type WebDoors } from '../visit.ts'
import type { Words } from '../words/vi.ts'
import { CODE, identityFor, MESSAGES, nextOf, PASSKEY, SIGN_IN } from './addresses.ts'

/** What is carried from page to page until the person is in. */
interface Carried {
  readonly contact: string
  /** The way gone on to afterwards. */
  readonly next: string
  readonly handle: string
}

/** How a citizen signs in here. */
export async function citizenSignIn(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  if (!visit.centre.takesFilings) return answerPage(visit, noFilingsPage(visit.words))
  const next = nextOf(c.req.query('tiep'))
  if (visit.citizen) return c.redirect(next, 303)
  return answerPage(visit, await signInPage(visit, doors, { ...NOTHING, next }))
}

/** The same in place of an answer to a form that came when the session had ended. */
export async function signInEnded(visit: Visit, doors: WebDoors): Promise<Response> {
  const next = nextOf(visit.url.pathname)
  const page = await signInPage(visit, doors, { ...NOTHING, next }, { isEnded: true })
  return answerPage(visit, { ...page, status: 401 })
}

/** The same after the national identity has let nobody in. */
export async function signInRefused(
  visit: Visit,
  doors: WebDoors,
  { next, refusal }: { readonly next: string; readonly refusal: Refusal },
): Promise<Response> {
  const refused = refusalText(visit.words, refusal)
  const page = await signInPage(visit, doors, { ...NOTHING, next }, { refused })
  return answerPage(visit, { ...page, status: refusal.refused === 'identity-unreachable' ? 503 : 422 })
}

/** What the browser asks the person's device to sign. */
export async function askCitizenPasskey(c: Context, doors: WebDoors): Promise<Response> {
  return c.json(await doors.citizens.askPasskey(), 200, { 'Cache-Control': 'no-store' })
}

/** Sends a code to the telephone or mailbox that was typed; or lets in whose device has answered. */
export async function askForCode(c: Context, doors: WebDoors): Promise<Response> {
  const form = await sentForm(c)
  const [visit, carried] = [await visitOf(c, doors), carriedIn(form)]
  const said = visit.words.citizens
  if (!visit.centre.takesFilings) return answerPage(visit, noFilingsPage(visit.words))
  if (textIn(form, 'lam') === 'passkey') {
    const given = { handle: textIn(form, 'handle'), response: textIn(form, 'response') }
    const entered = await doors.citizens.enterByPasskey(c, given)
    if (entered.kind === 'signed-in') return goOn(c, entered.token, carried.next)
    const refused = visit.words.citizens.passkeyFailed
    return answerPage(visit, await signInPage(visit, doors, carried, { refused }))
  }
  const contact = readContact(carried.contact)
  if (!contact) {
    const fault = { field: 'contact', text: said.notAContact }
    return answerPage(visit, await signInPage(visit, doors, carried, { faults: [fault] }))
  }
  const outcome = await doors.citizens.askCode(c, visit.desk, { contact, say: codeMessage(visit) })
  if (outcome.kind === 'sent')
    return answerPage(visit, codePage(visit, { ...carried, handle: outcome.handle }))
  const refused = outcome.kind === 'wait' ? waiting(visit.words, outcome.until) : said.notSent
  return answerPage(visit, await signInPage(visit, doors, carried, { refused }))
}

/** The code as typed: in, or once more. */
export async function enterCode(c: Context, doors: WebDoors): Promise<Response> {
  const form = await sentForm(c)
  const [visit, carried] = [await visitOf(c, doors), carriedIn(form)]
  if (!visit.centre.takesFilings) return answerPage(visit, noFilingsPage(visit.words))
  const given = { handle: carried.handle, code: textIn(form, 'code').slice(0, 20) }
  const outcome = await doors.citizens.enterByCode(c, visit.desk, given)
  if (outcome.kind === 'signed-in') return goOn(c, outcome.token, carried.next)
  const refused =
    outcome.kind === 'wait' ? waiting(visit.words, outcome.until) : visit.words.citizens.wrongCode
  return answerPage(visit, codePage(visit, carried, refused))
}

function goOn(c: Context, token: string, next: string): Response {
  citizenSession.give(c, token)
  return c.redirect(next, 303)
}

/** Ends this sign-in. */
export async function citizenSignOut(c: Context, doors: WebDoors): Promise<Response> {
  await doors.citizens.signOut(c)
  citizenSession.take(c)
  return c.redirect('/', 303)
}

const NOTHING: Carried = { contact: '', next: '', handle: '' }

const textIn = (form: Typed, name: string) => first(form, name).trim()

function carriedIn(form: Typed): Carried {
  return {
    contact: textIn(form, 'contact').slice(0, 200),
    next: nextOf(textIn(form, 'next')),
    handle: textIn(form, 'handle').slice(0, 100),
  }
}

/** What goes to the telephone or mailbox. */
export function codeMessage({ words, centre }: Visit) {
  const { codeSubject, codeText } = words.citizens
  return (code: string) => ({ subject: codeSubject(code), text: codeText(code, centre.name) })
}

export function waiting(words: Words, until: Temporal.Instant): string {
  return words.citizens.wait(words.format.moment(until.toString()))
}

interface Answer {
  readonly isEnded?: boolean
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

async function signInPage(
  visit: Visit,
  doors: WebDoors,
  carried: Carried,
  { isEnded, faults = [], refused }: Answer = {},
): Promise<Page> {
  const { words } = visit
  const said = words.citizens
  const { national, codes } = await doors.citizens.ways(visit.c)
  const main = (
    <div class="wrap page narrow">
      <h1>{said.signInTitle}</h1>
      <p>{said.signInLead}</p>
      {isEnded && (
        <Notice kind="warning" role="status">
          <p>{said.ended}</p>
        </Notice>
      )}
      {refused && (
        <Notice kind="danger" role="alert">
          <p>{refused}</p>
        </Notice>
      )}
      {national !== null && (
        <>
          <h2>{said.nationalTitle}</h2>
          <p>{said.nationalLead}</p>
          <p>
            <a class="ds-button" data-variant="primary" href={identityFor(carried.next)}>
              {said.national(national)}
            </a>
          </p>
        </>
      )}
      {codes && (
        <>
          <h2>{said.localTitle}</h2>
          <PostForm words={words} action={SIGN_IN} class="stacked" faults={faults}>
            <input type="hidden" name="next" value={carried.next} />
            <TextField
              name="contact"
              label={said.contact}
              hint={said.contactHint}
              value={carried.contact}
              fault={faultAt(faults, 'contact')}
              autocomplete="username"
              required
            />
            <Button>{said.askCode}</Button>
          </PostForm>
          <p class="hint">{said.neverShare}</p>
        </>
      )}
      <form method="post" action={SIGN_IN} class="stacked">
        <input type="hidden" name="next" value={carried.next} />
        <PasskeyButton
          does="sign-in"
          ask={PASSKEY}
          label={words.signIn.passkey}
          failed={said.passkeyFailed}
          sends={{ name: 'lam', value: 'passkey' }}
        />
      </form>
      {national === null && !codes && <p>{said.noWays}</p>}
      <p>
        <Link href={STAFF_SIGN_IN}>{said.staffElsewhere}</Link>
      </p>
    </div>
  )
  const status = refused || faults.length > 0 ? 422 : 200
  return { title: said.signInTitle, main, status, script: assets.signInScript }
}

function codePage(visit: Visit, carried: Carried, refused?: string): Page {
  const { words, centre } = visit
  const said = words.citizens
  const contact = readContact(carried.contact)
  const main = (
    <div class="wrap page narrow">
      <h1>{said.codeTitle}</h1>
      <p>{said.codeSent(contact ? veiled(contact) : '')}</p>
      {centre.isDemonstration && <DemonstrationCode words={words} />}
      <PostForm words={words} action={CODE} class="stacked" refused={refused}>
        <Carry carried={carried} />
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
        <Button>{said.enter}</Button>
      </PostForm>
      <form method="post" action={SIGN_IN} class="stacked">
        <Carry carried={carried} />
        <Button kind="secondary">{said.askAgain}</Button>
      </form>
      <p>
        <Link href={SIGN_IN}>{said.otherContact}</Link>
      </p>
    </div>
  )
  return { title: said.codeTitle, main, status: refused ? 422 : 200 }
}

function Carry({ carried }: { carried: Carried }) {
  return (
    <>
      <input type="hidden" name="contact" value={carried.contact} />
      <input type="hidden" name="next" value={carried.next} />
      <input type="hidden" name="handle" value={carried.handle} />
    </>
  )
}

/** Where the demonstration shows what it would have sent. */
export function DemonstrationCode({ words }: { words: Words }) {
  return (
    <Notice kind="info">
      <p>
        {words.citizens.demonstrationCode}{' '}
        <a class="ds-link" href={MESSAGES} target="_blank" rel="noopener">
          {words.citizens.demonstrationMessages}
        </a>
      </p>
    </Notice>
  )
}

/** The national portal is in front: what stays here is said instead. */
export function noFilingsPage(words: Words): Page {
  const said = words.citizens
  const main = (
    <div class="wrap page narrow">
      <h1>{said.noFilingsTitle}</h1>
      <p>{said.noFilings}</p>
      <p>
        <Link href="/tra-cuu">{words.site.lookUp}</Link>
      </p>
      <p>
        <Link href={STAFF_SIGN_IN}>{said.staffElsewhere}</Link>
      </p>
    </div>
  )
  return { title: said.noFilingsTitle, main, status: 404 }
}
