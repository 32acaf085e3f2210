import type { Action, Staff } from '#domain/people/may.ts'
import type { Desk } from '#work/desk.ts'
import type { Page } from '../page.tsx'
import type { AccountDoors, Visit } from '../visit.ts'
import type { Typed } from './form.ts'
import type { Seat } from './seat.ts'

/** A person of the centre at a page of the desk. Who is not signed in never gets as far as this. */
export interface DeskVisit extends Visit {
  readonly desk: Desk & { readonly actor: Staff }
  /** The person with all posts, whichever was chosen. */
  readonly whole: Staff
  /** The chosen post; null for all of them. */
  readonly seat: Seat | null
  readonly areKeysOff: boolean
  readonly account: AccountDoors
  /** Told of a fault of the program at one of several things done at once. */
  readonly onFault: (fault: unknown) => void
}

/** A page of the desk: what it shows, and what it does with a form sent to it. */
export interface DeskPage {
  readonly path: `/ban${string}`
  /** The line of the permission table (`domain/people/may.ts`) that its use case asks. */
  readonly action: Action['kind'] | 'see-oneself'
  readonly get?: (visit: DeskVisit) => Promise<Page | Response>
  /** Answers 303 when it was done, 422 with the faults or 409 with the refusal, and never 200. */
  readonly post?: (visit: DeskVisit, typed: Typed) => Promise<Page | Response>
  /** The largest content a form may send, in bytes; a quarter of a megabyte unless said. */
  readonly mostBytes?: number
}

/** Done: on to a page of the house. Codes may stand in an address, personal data never. */
export function seeOther(path: `/${string}`): Response {
  return new Response(null, { status: 303, headers: { Location: encodeURI(decodeURI(path)) } })
}
