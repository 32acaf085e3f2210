import type { Actor, Staff } from '#domain/people/may.ts'
import type { Centre, Database } from '#store/database.ts'
import { staffById } from '#store/people.ts'
import type { Desk } from '#work/desk.ts'
import type { SigningOffice } from '#work/signing/signing-office.ts'
import { brieflyKept } from './briefly-kept.ts'
import type { Clock } from './clock.ts'
import type { Identity } from './identity.ts'

/** Makes the desk of a request. */
export interface DeskMaker {
  /** The centre that answers to a host name; throws when no centre does. */
  centreFor(host: string): Promise<Centre>
  /** The desk at the centre of a host: of the public, or of the token's person. Null when the token is worth nothing. */
  deskFor(host: string, token: string | null): Promise<Desk | null>
}

export interface DeskSettings {
  readonly database: Database
  readonly identity: Identity
  readonly clock: Clock
  /** False while demonstration accounts are refused. */
  readonly admitsDemonstration: boolean
  /** The keys of each centre, by its short name. */
  readonly signing?: ReadonlyMap<string, SigningOffice>
}

/** A host name no centre answers to. */
export class NoCentre extends Error {
  override readonly name = 'NoCentre'
}

/** The end of a post takes its rights away within this time. */
const KEPT = { milliseconds: 1_000, most: 10_000 }

/** Centres, persons and posts are looked up at most once a second each. */
export function deskMaker(settings: DeskSettings): DeskMaker {
  const { database, identity, clock, admitsDemonstration, signing } = settings
  const centres = brieflyKept({ ...KEPT, most: 100 }, (host) => database.centreFor(host))
  const people = brieflyKept<Staff | undefined>(KEPT, async (key) => {
    const [slug = '', id = ''] = key.split(' ')
    const centre = await database.centre(slug)
    return centre && staffById(centre, id)
  })

  async function centreFor(host: string): Promise<Centre> {
    const centre = await centres.get(host)
    if (!centre) throw new NoCentre('no centre answers to this host name')
    return centre
  }

  async function actorOf(centre: Centre, token: string): Promise<Actor | null> {
    if (centre.isDemonstration && !admitsDemonstration) return null
    const account = await identity.whoIs(token)
    if (account?.centre !== centre.slug) return null
    return (await people.get(`${centre.slug} ${account.staffId}`)) ?? null
  }

  return {
    centreFor,
    async deskFor(host, token) {
      const centre = await centreFor(host)
      const actor = token === null ? ({ kind: 'public' } as const) : await actorOf(centre, token)
      return actor && { centre, now: clock(), actor, signing: signing?.get(centre.slug) }
    },
  }
}
