import type { Outcome } from '#domain/outcome.ts'
import type { NationalPerson } from '#domain/people/national-person.ts'

/** What the browser keeps between going to the provider and coming back; each value is good for one sign-in. */
export interface Errand {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** A provider of national identity: people sign in there, and come back with its word for who they are. */
export interface NationalIdentity {
  /** As people call it: VNeID. */
  readonly name: string
  /** Under which its subjects are kept; stays when its address changes. */
  readonly key: string
  /** Where to send the browser so that it comes back to an address of ours. */
  begin(returnTo: URL): Promise<Outcome<{ readonly url: URL; readonly errand: Errand }>>
  /** Who has come back, by the address as it was called. */
  finish(calledAt: URL, errand: Errand): Promise<Outcome<NationalPerson>>
}
