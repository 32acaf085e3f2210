import type { Citizen } from '#domain/people/citizen.ts'
import type { Action } from '#domain/people/may.ts'
import type { Desk } from '#work/desk.ts'
import type { Typed } from '../desk/form.ts'
import type { Page } from '../page.tsx'
import type { Visit } from '../visit.ts'
import type { CitizenDoors } from './doors.ts'

/** A citizen at a page of his own. Who is not signed in never gets as far as this. */
export interface CitizenVisit extends Visit {
  readonly citizen: Citizen
  readonly desk: Desk & { readonly actor: Citizen }
  readonly doors: CitizenDoors
}

/** A page for citizens who are signed in: what it shows, and what it does with a form sent to it. */
export interface CitizenPage {
  readonly path: `/${string}`
  /** The line of the permission table (`domain/people/may.ts`) that its use case asks. */
  readonly action: Action['kind']
  /** Also before the person has said a name; any other page sends there first. */
  readonly isBeforeName?: boolean
  readonly get?: (visit: CitizenVisit) => Promise<Page | Response>
  /** Answers 303 when it was done, 422 with the faults or 409 with the refusal. */
  readonly post?: (visit: CitizenVisit, typed: Typed) => Promise<Page | Response>
  /** The largest content a form may send, in bytes; 64 KiB unless said. */
  readonly mostBytes?: number
}
