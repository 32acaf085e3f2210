import type { Context } from 'hono'
import type { NoticeLanguage, NoticeWay } from '#domain/notices/notice.ts'
import type { Outcome } from '#domain/outcome.ts'
import type { Contact, Message } from '#domain/people/contact.ts'
import type { Desk } from '#work/desk.ts'
import type { AskedPasskey, SeenPasskey, SeenSession } from '../visit.ts'

export interface CodeToAsk {
  readonly contact: Contact
  readonly say: (code: string) => Omit<Message, 'to'>
}

/** What asking for a code came to; the same whoever has the telephone or mailbox, and whether there is an account. */
export type CodeOutcome =
  | { readonly kind: 'sent'; readonly handle: string }
  | { readonly kind: 'not-sent' }
  | { readonly kind: 'wait'; readonly until: Temporal.Instant }

export type CitizenSignIn =
  | { readonly kind: 'signed-in'; readonly token: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly until: Temporal.Instant }

/** What the browser keeps between going to the national identity and coming back. */
export interface Errand {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** How citizens come in, and what they do with their sign-ins. */
export interface CitizenDoors {
  /** What can be done here to sign in: by which national identity, by its name, and whether by codes. */
  ways(c: Context): Promise<{ readonly national: string | null; readonly codes: boolean }>
  /** Where to send the browser, and what it has to bring back. */
  beginIdentity(c: Context, returnTo: URL): Promise<Outcome<{ readonly url: URL; readonly errand: Errand }>>
  /** A session for who has come back; of a citizen who is signed in the identity becomes his, and the session stays. */
  enterByIdentity(c: Context, desk: Desk, calledAt: URL, errand: Errand): Promise<Outcome<string | null>>
  askCode(c: Context, desk: Desk, asked: CodeToAsk): Promise<CodeOutcome>
  enterByCode(
    c: Context,
    desk: Desk,
    given: { readonly handle: string; readonly code: string },
  ): Promise<CitizenSignIn>
  /** Of a citizen who is signed in: a telephone or mailbox becomes his; or the moment from which to try again. */
  proveContact(
    c: Context,
    desk: Desk,
    given: { readonly handle: string; readonly code: string },
  ): Promise<Outcome<Contact> | Temporal.Instant>
  /** What the browser asks a device to sign. */
  askPasskey(): Promise<AskedPasskey>
  enterByPasskey(
    c: Context,
    given: { readonly handle: string; readonly response: string },
  ): Promise<CitizenSignIn>
  passkeys(c: Context): Promise<readonly SeenPasskey[]>
  /** What a device needs to make a key that bears the person's name. */
  offerPasskey(c: Context, name: string, centre: string): Promise<AskedPasskey>
  /** False when the device's answer cannot be trusted. */
  addPasskey(
    c: Context,
    given: { readonly handle: string; readonly response: string; readonly name: string },
  ): Promise<boolean>
  removePasskey(c: Context, id: string): Promise<void>
  signOut(c: Context): Promise<void>
  sessions(c: Context): Promise<readonly SeenSession[]>
  /** Ends one, or with null all but this one. */
  endSessions(c: Context, id: string | null): Promise<void>
  /** What the demonstration would have sent, the latest first; null where there is none. */
  demonstrationMessages(c: Context): Promise<readonly SeenMessage[] | null>
}

export interface SeenMessage {
  /** Null for a code. */
  readonly way: NoticeWay | null
  readonly to: string | null
  readonly language: NoticeLanguage | null
  readonly subject: string
  readonly text: string
  /** Where the receiver can say that he wants no more of them. */
  readonly leave: string | null
  readonly at: Temporal.Instant
}
