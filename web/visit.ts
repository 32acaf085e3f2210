import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Outcome } from '#domain/outcome.ts'
import type { Citizen } from '#domain/people/citizen.ts'
import type { Staff } from '#domain/people/may.ts'
import type { PaymentOrder } from '#domain/paying/order.ts'
import type { Desk } from '#work/desk.ts'
import type { OwnActs } from '#work/own/own-acts.ts'
import type { OrderAsked } from '#work/paying/open-order.ts'
import type { SeenPayment } from '#work/paying/see-payment.ts'
import type { AskedByKey } from '#work/reading/dossier-by-key.ts'
import type { FollowedDossier } from '#work/reading/follow-dossier.ts'
import type { CheckedDocument } from '#work/signing/check-document.ts'
import type { CitizenDoors } from './citizen/doors.ts'
import type { OpinionDoors } from './portal/opinions/doors.ts'
import type { OutreachDoors } from './portal/outreach/doors.ts'
import { type Display, displayOf } from './display.ts'
import type { PublicReads, SeenCentre } from './reads.ts'
import { LANGUAGES, type Language } from './words/format.ts'
import type { Words } from './words/vi.ts'
import { wordsIn } from './words/words.ts'

/** What the server gives the pages: desks, the reading functions, and who may look up how often. */
export interface WebDoors {
  deskFor(c: Context): Promise<Desk>
  readonly reads: PublicReads
  /** Follows a dossier by code and key, within the limits; or the moment from which to try again. */
  follow(
    c: Context,
    desk: Desk,
    asked: { readonly code: string; readonly key: string },
  ): Promise<Outcome<FollowedDossier> | Temporal.Instant>
  /** What can be done with a dossier that `follow` has let through. */
  actsByKey(desk: Desk, asked: AskedByKey): Promise<Outcome<OwnActs>>
  /** Anything else that code and key open, within the same limits. */
  byKey<Value>(
    c: Context,
    desk: Desk,
    asked: AskedByKey,
    act: () => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value> | Temporal.Instant>
  /** What a dossier is to be paid and how, by code and key, within the same limits. */
  seePayment(c: Context, desk: Desk, asked: AskedByKey): Promise<Outcome<SeenPayment> | Temporal.Instant>
  /** Begins to pay it. */
  openPayment(
    c: Context,
    desk: Desk,
    asked: AskedByKey,
    order: Omit<OrderAsked, 'from'>,
  ): Promise<Outcome<PaymentOrder> | Temporal.Instant>
  /** Looks at a document somebody shows, within the limit; or the moment from which to try again. */
  checkDocument(
    c: Context,
    desk: Desk,
    bytes: Uint8Array,
  ): Promise<Outcome<CheckedDocument> | Temporal.Instant>
  /** What citizens say they think, within the limits. */
  readonly opinions: OpinionDoors
  /** Mobile sessions and visits at home, within the limits. */
  readonly outreach: OutreachDoors
  /** From when another filing may be begun from where a request comes from; null when one may. */
  mayBeginFiling(c: Context, desk: Desk): Temporal.Instant | null
  /** The same of so many files handed in: each is looked into. */
  mayUpload(c: Context, desk: Desk, files: number): Temporal.Instant | null
  /** How citizens come in. */
  readonly citizens: CitizenDoors
  /** What the desk needs besides: who is signed in, and what has changed. */
  readonly staff: StaffDoors
  /** Told of faults of the program; the person sees a page in plain words. */
  onError(error: unknown): void
}

/** What a sign-in came to: a session, a code that is wanted, a wrong name or password, or an account that must wait. */
export type SignInOutcome =
  | { readonly kind: 'signed-in'; readonly token: string; readonly staffId: string }
  | { readonly kind: 'code-wanted'; readonly pending: string }
  /** The password was drawn for the person: an own one is to be chosen. */
  | { readonly kind: 'password-wanted'; readonly pending: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly until: Temporal.Instant }

/** That a dossier has changed, with the persons and lists (`unit post`) it lay or lies with. */
export interface Change {
  readonly code: string
  readonly concerns: readonly string[]
}

export interface StaffDoors {
  /** Where the centre is reached from outside; it stands on papers that are kept for ever. */
  readonly publicUrl: string
  /** The desk of the person whose session the request carries; null without one, or when it has ended. */
  deskFor(c: Context): Promise<(Desk & { readonly actor: Staff }) | null>
  signIn(c: Context, given: { readonly name: string; readonly password: string }): Promise<SignInOutcome>
  /** The second step, with what the first gave out. */
  confirm(c: Context, given: { readonly pending: string; readonly code: string }): Promise<SignInOutcome>
  /** The first password of the person's own; null when it is the drawn one again. */
  choosePassword(
    c: Context,
    given: { readonly pending: string; readonly password: string },
  ): Promise<SignInOutcome | null>
  /** What the browser asks a device to sign. */
  askPasskey(): Promise<AskedPasskey>
  openByPasskey(
    c: Context,
    given: { readonly handle: string; readonly response: string },
  ): Promise<SignInOutcome>
  signOut(c: Context): Promise<void>
  readonly account: AccountDoors
  /** Hears what changes at the centre of a desk; answers how to stop. */
  hear(desk: Desk, listener: (change: Change) => void): () => void
}

export interface SeenSession {
  readonly id: string
  readonly since: string
  readonly until: string
  readonly address: string | null
  readonly agent: string | null
  readonly isThis: boolean
}

export type SeenSecondFactor =
  | { readonly kind: 'off' }
  | { readonly kind: 'waiting'; readonly secret: { readonly text: string; readonly url: string } }
  | { readonly kind: 'on'; readonly recoveryLeft: number }

/** What a device is asked, and the handle under which it answers. */
export interface AskedPasskey {
  readonly handle: string
  readonly options: object
}

export interface SeenPasskey {
  readonly id: string
  readonly name: string
  readonly since: string
  readonly usedAt: string | null
}

/** The own account of the person whose session the request carries. */
export interface AccountDoors {
  sessions(c: Context): Promise<readonly SeenSession[]>
  /** Ends one, or with null all but this one. */
  endSessions(c: Context, id: string | null): Promise<void>
  isPassword(c: Context, password: string): Promise<boolean>
  /** Ends every other session too. */
  changePassword(c: Context, password: string): Promise<void>
  secondFactor(c: Context, issuer: string): Promise<SeenSecondFactor>
  beginSecondFactor(c: Context, issuer: string): Promise<void>
  /** The recovery codes, shown once; null when the code is wrong. */
  confirmSecondFactor(c: Context, code: string, at: Temporal.Instant): Promise<readonly string[] | null>
  removeSecondFactor(c: Context): Promise<void>
  passkeys(c: Context): Promise<readonly SeenPasskey[]>
  offerPasskey(c: Context, centre: string): Promise<AskedPasskey>
  /** False when the device's answer cannot be trusted. */
  addPasskey(
    c: Context,
    given: { readonly handle: string; readonly response: string; readonly name: string },
  ): Promise<boolean>
  removePasskey(c: Context, id: string): Promise<void>
}

/** What the document around a page needs; an error page can be made of it when nothing can be read. */
export interface Frame {
  readonly c: Context
  readonly url: URL
  readonly words: Words
  readonly centre: SeenCentre
  readonly display: Display
  /** What texts of the catalogue are shown as, where that is not as they stand. */
  readonly shownAs: ReadonlyMap<string, string>
}

/** One person at one page: in which language, at which desk, and what the pages read from. */
export interface Visit extends Frame {
  readonly desk: Desk
  /** The citizen who is signed in; null for anybody else. */
  readonly citizen: Citizen | null
  /** Where the centre is reached from outside. */
  readonly publicUrl: string
  readonly reads: PublicReads
}

const YEAR_SECONDS = 365 * 86_400

/** Opens a visit: the desk of the request and the language asked for now or remembered. */
export async function visitOf(c: Context, doors: WebDoors): Promise<Visit> {
  const desk = await doors.deskFor(c)
  const words = wordsIn(languageOf(c))
  const [centre, shownAs] = await Promise.all([
    doors.reads.seeCentre(desk),
    doors.reads.seeShownTexts(desk, words.language),
  ])
  return {
    c,
    url: new URL(c.req.url),
    words,
    desk,
    citizen: desk.actor.kind === 'citizen' ? desk.actor : null,
    publicUrl: doors.staff.publicUrl,
    reads: doors.reads,
    centre,
    display: displayOf(c),
    shownAs,
  }
}

/** The frame of an error page: of the visit if there can be one, otherwise of the house alone. */
export async function frameOf(c: Context, doors: WebDoors): Promise<Frame> {
  try {
    return await visitOf(c, doors)
  } catch (error) {
    doors.onError(error)
    const centre = {
      name: 'Một Cửa',
      isDemonstration: false,
      takesFilings: false,
      asksRatings: false,
      takesFeedback: false,
      takesPostComplaints: false,
    }
    const url = new URL(c.req.url)
    return { c, url, words: wordsIn(languageOf(c)), centre, display: displayOf(c), shownAs: new Map() }
  }
}

/** The language asked for in the address, which is then remembered, or the one remembered; Vietnamese first. */
export function languageOf(c: Context): Language {
  const asked = languageNamed(c.req.query('lang'))
  if (asked) setCookie(c, 'lang', asked, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'Lax', httpOnly: true })
  return asked ?? languageNamed(getCookie(c, 'lang')) ?? 'vi'
}

function languageNamed(value: string | undefined): Language | undefined {
  return LANGUAGES.find((one) => one === value)
}

/** The same page in the other language; an answer to a post is shown again by its own address. */
export function inLanguage(url: URL, language: Language): string {
  return asked(url, 'lang', language)
}

/** The same page with one thing asked for otherwise. */
export function asked(url: URL, name: 'lang' | 'text' | 'contrast', value: string): string {
  const query = new URLSearchParams(url.search)
  for (const one of ['lang', 'text', 'contrast']) query.delete(one)
  query.set(name, value)
  return `${url.pathname}?${query}`
}
