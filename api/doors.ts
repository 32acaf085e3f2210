import type { Context } from 'hono'
import type { Moment } from '#domain/calendar/moment.ts'
import type { Desk } from '#work/desk.ts'
import type { Limits } from './rate-limit.ts'

/** What a sign-in came to: a session, a wrong name or password, or an account that must wait. */
export type SignInOutcome =
  | { readonly kind: 'signed-in'; readonly token: string; readonly expiresAt: Moment }
  /** The password is right; the account has a second factor, and no code came. */
  | { readonly kind: 'code-wanted' }
  /** The password was drawn for the person, who chooses an own one on the page. */
  | { readonly kind: 'password-wanted' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly until: Temporal.Instant }

/** What the server gives the API: desks, sessions, addresses. Everything else are use cases. */
export interface ApiDoors {
  /**
   * The desk of a request: with the person of the token, or the public without one. Null when the token has ended
   * or never was. Cookies are not looked at: what no browser sends by itself, no other site can make it send.
   */
  deskFor(c: Context, token: string | null): Promise<Desk | null>
  signIn(
    c: Context,
    given: { readonly name: string; readonly password: string; readonly code?: string | undefined },
  ): Promise<SignInOutcome>
  signOut(c: Context, token: string): Promise<void>
  /** The address a request comes from, behind proxies that are trusted. */
  addressOf(c: Context): string
  readonly limits: Limits
  /** Whether an error means that the database cannot be reached for now. */
  isDatabaseAway(error: unknown): boolean
  /** Whether an error means that no centre answers to the host name of the request. */
  isUnknownHost?(error: unknown): boolean
  /** Told of faults of the program; the sender gets a problem in plain words. */
  onError(error: unknown, c: Context): void
}
