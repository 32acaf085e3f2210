import type { Context } from 'hono'
import { MINE } from '../citizen/addresses.ts'
import { keptFor, type KeptForm, keptText, rememberWho } from '../desk/kept-form.ts'
import { SHORTEST_PASSWORD } from '../desk/account/password-form.tsx'
import { first, sentForm, type Typed } from '../desk/form.ts'
import { staffSession } from '../desk/session-cookie.ts'
import { answerPage, assets, type Page } from '../page.tsx'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { Link } from '../parts/link.tsx'
import { Notice } from '../parts/notice.tsx'
import { PasskeyButton } from '../parts/passkey-button.tsx'
import { PostForm } from '../parts/post-form.tsx'
import { type SignInOutcome, type Visit, visitOf, type WebDoors } from '../visit.ts'

export const SIGN_IN = '/dang-nhap'
export const FIRST_PASSWORD = '/dang-nhap/mat-khau'
export const SECOND_STEP = '/dang-nhap/xac-thuc'
/** Where the browser asks what a passkey shall sign. */
export const PASSKEY = '/dang-nhap/khoa'

/** What is carried from page to page until the person is in. */
interface Carried {
  readonly name: string
  /** The way gone on to afterwards. */
  readonly next: string
  /** What was typed into a form of the desk when the session had ended. */
  readonly kept: string
  readonly pending: string
}

/** Name and password of a person of the centre. */
export async function signInForm(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  return answerPage(visit, signInPage(visit, { ...NOTHING, next: nextOf(c.req.query('tiep')) }))
}

/** The same in place of an answer to a form that came without a living session: nothing that was typed is lost. */
export async function signInAgain(c: Context, doors: WebDoors, typed: Typed): Promise<Response> {
  const visit = await visitOf(c, doors)
  const kept = keptText(visit.url.pathname, typed)
  return answerPage(visit, { ...signInPage(visit, { ...NOTHING, kept }), status: 401 })
}

/** Opens a session and goes on to where the person wanted to go. */
export async function signIn(c: Context, doors: WebDoors): Promise<Response> {
  const form = await sentForm(c)
  const visit = await visitOf(c, doors)
  const carried = { ...carriedIn(form), pending: '' }
  const outcome =
    first(form, 'lam') === 'passkey'
      ? await doors.staff.openByPasskey(c, {
          handle: first(form, 'handle'),
          response: first(form, 'response'),
        })
      : await doors.staff.signIn(c, { name: carried.name, password: first(form, 'password') })
  return answered(visit, outcome, carried, signInPage)
}

/** The code of the telephone, or a recovery code. */
export async function confirmSignIn(c: Context, doors: WebDoors): Promise<Response> {
  const form = await sentForm(c)
  const visit = await visitOf(c, doors)
  const carried = carriedIn(form)
  const given = { pending: carried.pending, code: first(form, 'code').slice(0, 40) }
  return answered(visit, await doors.staff.confirm(c, given), carried, secondStepPage)
}

/** The first password of the person's own, in place of the one that was drawn. */
export async function chooseFirstPassword(c: Context, doors: WebDoors): Promise<Response> {
  const form = await sentForm(c)
  const visit = await visitOf(c, doors)
  const carried = carriedIn(form)
  const said = visit.words.desk.account
  const again = (why: string) => answerPage(visit, firstPasswordPage(visit, carried, why))
  const password = first(form, 'fresh')
  if (password.length < SHORTEST_PASSWORD || password.length > 1000)
    return again(said.shortPassword(SHORTEST_PASSWORD))
  if (password !== first(form, 'again')) return again(said.otherPassword)
  const outcome = await doors.staff.choosePassword(c, { pending: carried.pending, password })
  if (!outcome) return again(visit.words.signIn.firstAgain)
  if (outcome.kind !== 'wrong') return answered(visit, outcome, carried, signInPage)
  return answerPage(visit, signInPage(visit, { ...carried, pending: '' }, visit.words.signIn.firstOver))
}

/** What the browser asks the person's device to sign. */
export async function askPasskey(c: Context, doors: WebDoors): Promise<Response> {
  return c.json(await doors.staff.askPasskey(), 200, { 'Cache-Control': 'no-store' })
}

/** Ends the session. */
export async function signOut(c: Context, doors: WebDoors): Promise<Response> {
  await doors.staff.signOut(c)
  staffSession.take(c)
  return c.redirect(SIGN_IN, 303)
}

const NOTHING: Carried = { name: '', next: '/ban', kept: '', pending: '' }

function carriedIn(form: Typed): Carried {
  return {
    name: first(form, 'name').slice(0, 120),
    next: nextOf(first(form, 'next')),
    kept: first(form, 'kept'),
    pending: first(form, 'pending').slice(0, 100),
  }
}

/** Only ways within the desk are gone on to. */
function nextOf(path: string | undefined): string {
  return path && /^\/ban(?:[/?][\w\-./?=&%~]*)?$/.test(path) ? path : '/ban'
}

type View = (visit: Visit, carried: Carried, refused?: string) => Page

function answered(visit: Visit, outcome: SignInOutcome, carried: Carried, again: View): Response {
  const { c, words } = visit
  switch (outcome.kind) {
    case 'password-wanted':
      return answerPage(visit, firstPasswordPage(visit, { ...carried, pending: outcome.pending }))
    case 'code-wanted':
      return answerPage(visit, secondStepPage(visit, { ...carried, pending: outcome.pending }))
    case 'wrong': {
      const why = again === signInPage ? words.signIn.wrong : words.signIn.wrongCode
      return answerPage(visit, again(visit, carried, why))
    }
    case 'wait': {
      const why = words.signIn.wait(words.format.moment(outcome.until.toString()))
      return answerPage(visit, again(visit, carried, why))
    }
    case 'signed-in': {
      const kept = keptFor(c, carried.kept, outcome.staffId)
      staffSession.give(c, outcome.token)
      rememberWho(c, outcome.staffId)
      return kept ? answerPage(visit, sendAgainPage(visit, kept)) : c.redirect(carried.next, 303)
    }
  }
}

function Carry({ carried }: { carried: Carried }) {
  return (
    <>
      <input type="hidden" name="next" value={carried.next} />
      {carried.kept !== '' && <input type="hidden" name="kept" value={carried.kept} />}
      {carried.pending !== '' && <input type="hidden" name="pending" value={carried.pending} />}
    </>
  )
}

/** Without the desk's script, which is there when a session has just ended and shows no page that answers a post. */
function signInPage({ words, centre }: Visit, carried: Carried, refused?: string): Page {
  const said = words.signIn
  const main = (
    <div class="wrap page narrow" data-turbo="false">
      <h1>{said.title}</h1>
      {carried.kept !== '' && (
        <Notice kind="warning" role="status">
          <p>{said.ended}</p>
        </Notice>
      )}
      <PostForm words={words} action={SIGN_IN} class="stacked" refused={refused}>
        <Carry carried={carried} />
        <TextField
          name="name"
          label={said.name}
          value={carried.name}
          autocomplete="username"
          maxLength={120}
        />
        <TextField
          name="password"
          label={said.password}
          type="password"
          autocomplete="current-password"
          maxLength={1000}
        />
        <Button>{said.send}</Button>
        <PasskeyButton
          does="sign-in"
          ask={PASSKEY}
          label={said.passkey}
          failed={said.passkeyFailed}
          sends={{ name: 'lam', value: 'passkey' }}
        />
      </PostForm>
      {centre.takesFilings && (
        <p>
          <Link href={MINE}>{words.citizens.citizensElsewhere}</Link>
        </p>
      )}
    </div>
  )
  return { title: said.title, main, script: assets.signInScript, status: refused ? 422 : 200 }
}

function secondStepPage({ words }: Visit, carried: Carried, refused?: string): Page {
  const said = words.signIn
  const main = (
    <div class="wrap page narrow" data-turbo="false">
      <h1>{said.secondTitle}</h1>
      <p>{said.secondLead}</p>
      <PostForm words={words} action={SECOND_STEP} class="stacked" refused={refused}>
        <Carry carried={carried} />
        <TextField
          name="code"
          label={said.code}
          hint={said.codeHint}
          autocomplete="one-time-code"
          maxLength={40}
          autofocus
        />
        <Button>{said.send}</Button>
      </PostForm>
    </div>
  )
  return { title: said.secondTitle, main, status: refused ? 422 : 200 }
}

function firstPasswordPage({ words }: Visit, carried: Carried, refused?: string): Page {
  const said = words.signIn
  const { fresh, again, freshHint } = words.desk.account
  const field = { type: 'password', autocomplete: 'new-password', maxLength: 1000 } as const
  const main = (
    <div class="wrap page narrow" data-turbo="false">
      <h1>{said.firstTitle}</h1>
      <p>{said.firstLead}</p>
      <PostForm words={words} action={FIRST_PASSWORD} class="stacked" refused={refused}>
        <Carry carried={carried} />
        <TextField name="fresh" label={fresh} hint={freshHint(SHORTEST_PASSWORD)} {...field} autofocus />
        <TextField name="again" label={again} {...field} />
        <Button>{said.send}</Button>
      </PostForm>
    </div>
  )
  return { title: said.firstTitle, main, status: refused ? 422 : 200 }
}

/** Fields that say nothing to a person. */
const SILENT = new Set(['id', 'version', 'step', 'lam', 'procedure', 'case', 'channel', 'placeOfReceipt'])

/** Signed in again: what was typed is shown, and one button sends it to where it was going. */
function sendAgainPage({ words }: Visit, { path, fields }: KeptForm): Page {
  const said = words.signIn
  const shown = Object.entries(fields).flatMap(([name, values]) =>
    SILENT.has(name) ? [] : values.filter((one) => one.trim() !== ''),
  )
  const main = (
    <div class="wrap page narrow" data-turbo="false">
      <h1>{said.againTitle}</h1>
      <p>{said.again}</p>
      {shown.length > 0 && (
        <ul class="kept" lang="vi">
          {shown.map((text, place) => (
            <li key={place}>{text}</li>
          ))}
        </ul>
      )}
      <form method="post" action={path}>
        {Object.entries(fields).flatMap(([name, values]) =>
          values.map((value, place) => (
            <input key={`${name} ${place}`} type="hidden" name={name} value={value} />
          )),
        )}
        <Button>{said.sendAgain}</Button>{' '}
        <a class="ds-link" href="/ban">
          {said.leave}
        </a>
      </form>
    </div>
  )
  return { title: said.againTitle, main }
}
