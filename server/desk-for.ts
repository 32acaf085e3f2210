import type { Citizen } from '#domain/people/citizen.ts'
import type { Actor, Staff } from '#domain/people/may.ts'
import type { LookForViruses } from '#domain/digitising/look-for-viruses.ts'
import type { Centre, Database } from '#store/database.ts'
import { citizenById } from '#store/citizens.ts'
import { staffById } from '#store/people.ts'
import type { Desk } from '#work/desk.ts'
import type { PostCarrier } from '#domain/post/carrier.ts'
import type { FieldOffice } from '#work/field/field-office.ts'
import type { PaymentOffice } from '#work/paying/payment-office.ts'
import type { SigningOffice } from '#work/signing/signing-office.ts'
import { brieflyKept } from './briefly-kept.ts'
import type { Clock } from './clock.ts'
import type { Identity } from './identity.ts'
import type { MessageOffice } from './messages/open-messages.ts'

/** Makes the desk of a request. */
export interface DeskMaker {
  /** The centre that answers to a host name; throws when no centre does. */
  centreFor(host: string): Promise<Centre>
  /** The desk at the centre of a host: of the public, or of the token's person. Null when the token is worth nothing. */
  deskFor(host: string, token: string | null): Promise<Desk | null>
  /** The desk of a page of the public: of the citizen whose token it is, otherwise of the public. */
  publicDeskFor(host: string, token: string | null): Promise<Desk>
}

export interface DeskSettings {
  readonly database: Database
  readonly identity: Identity
  readonly clock: Clock
  /** False while demonstration accounts are refused. */
  readonly admitsDemonstration: boolean
  /** The keys of each centre, by its short name. */
  readonly signing?: ReadonlyMap<string, SigningOffice>
  /** How each centre reaches people, by its short name. */
  readonly messages?: ReadonlyMap<string, MessageOffice>
  /** Through whom each centre is paid online, by its short name. */
  readonly payments?: ReadonlyMap<string, PaymentOffice>
  /** Looks for viruses in what citizens of every centre hand in. */
  readonly lookForViruses?: LookForViruses | undefined
  /** The post each centre is joined to, by its short name. */
  readonly post?: ReadonlyMap<string, PostCarrier>
  /** What devices outside seal to, of each centre by its short name. */
  readonly field?: ReadonlyMap<string, FieldOffice>
}

/** A host name no centre answers to. */
export class NoCentre extends Error {
  override readonly name = 'NoCentre'
}

/** The end of a post takes its rights away within this time. */
const KEPT = { milliseconds: 1_000, most: 10_000 }

/** Centres, persons and posts are looked up at most once a second each. */
export function deskMaker(settings: DeskSettings): DeskMaker {
  const {
    database,
    identity,
    clock,
    admitsDemonstration,
    signing,
    messages,
    payments,
    post,
    field,
    lookForViruses,
  } = settings
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

  /** Read anew every time: what a citizen has just said of himself stands on the next page. */
  async function citizenOf(centre: Centre, token: string): Promise<Citizen | null> {
    if (centre.isDemonstration && !admitsDemonstration) return null
    const account = await identity.whichCitizen(token)
    if (account?.centre !== centre.slug) return null
    return (await citizenById(centre, account.citizenId)) ?? null
  }

  /** What belongs to the centre of a desk: its keys, through whom it is paid, its post, and how it reaches people. */
  function ownOf({
    slug,
  }: Centre): Pick<
    Desk,
    'signing' | 'payments' | 'post' | 'field' | 'notices' | 'sendMessage' | 'lookForViruses'
  > {
    const own = {
      signing: signing?.get(slug),
      payments: payments?.get(slug),
      post: post?.get(slug),
      field: field?.get(slug),
    }
    return { ...own, ...messages?.get(slug), lookForViruses }
  }

  return {
    centreFor,
    async deskFor(host, token) {
      const centre = await centreFor(host)
      const actor = token === null ? ({ kind: 'public' } as const) : await actorOf(centre, token)
      return actor && { centre, now: clock(), actor, ...ownOf(centre) }
    },
    async publicDeskFor(host, token) {
      const centre = await centreFor(host)
      const citizen = token === null ? null : await citizenOf(centre, token)
      const actor = citizen ?? ({ kind: 'public' } as const)
      return { centre, now: clock(), actor, ...ownOf(centre) }
    },
  }
}
