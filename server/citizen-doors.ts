import { hash } from 'node:crypto'
import type { Context } from 'hono'
import { isRefusal, refuse } from '#domain/outcome.ts'
import type { Contact } from '#domain/people/contact.ts'
import { subjectOf } from '#api/rate-limit.ts'
import type { NationalIdentity } from '#partners/identity/national-identity.ts'
import type { DemonstrationOutbox } from '#partners/messages/demonstration-outbox.ts'
import type { Database } from '#store/database.ts'
import { countAttempt } from '#store/sign-ins.ts'
import { citizenSession } from '#web/desk/session-cookie.ts'
import type { CitizenDoors } from '#web/citizen/doors.ts'
import { enterByIdentity } from '#work/citizens/enter-by-identity.ts'
import { askCode } from '#work/citizens/ask-code.ts'
import { enterByCode, proveContact } from '#work/citizens/confirm-code.ts'
import type { Desk } from '#work/desk.ts'
import type { DeskMaker } from './desk-for.ts'
import type { Identity } from './identity.ts'
import { addressOf, hostOf } from './request-facts.ts'

/** Codes in a quarter of an hour: to one telephone or mailbox, and asked for or tried from one address. */
const MOST = { contact: 3, asked: 20, tried: 40 } as const

export interface CitizenDoorSettings {
  readonly database: Pick<Database, 'pool'>
  readonly desks: DeskMaker
  readonly identity: Identity
  readonly trustProxy: boolean
  /** The national identity of each centre, by its short name. */
  readonly nationals: ReadonlyMap<string, NationalIdentity>
  /** Where the demonstration shows what it sends; null without one. */
  readonly outbox: Pick<DemonstrationOutbox, 'shown'> | null
}

/** How citizens come in, and what they do with their sign-ins, as far as the pages need it. */
export function citizenDoors({
  database,
  desks,
  identity,
  trustProxy,
  nationals,
  outbox,
}: CitizenDoorSettings): CitizenDoors {
  const from = (c: Context) => ({
    address: subjectOf(addressOf(c, trustProxy)),
    agent: c.req.header('user-agent') ?? '',
  })
  const here = async (c: Context) => {
    const token = citizenSession.token(c)
    const account = token === null ? null : await identity.whichCitizen(token)
    if (token === null || !account) throw new Error('a page of a citizen without a session')
    return { token, account }
  }
  // Whose telephone it is stands nowhere in the clear beside the count.
  const subject = (slug: string, { way, address }: Contact) =>
    `code-to ${hash('sha256', [slug, way, address].join(' '))}`

  const tried = (c: Context, { now }: Desk) =>
    countAttempt(database, [{ subject: `code-tried ${from(c).address}`, most: MOST.tried }], now)

  const nationalAt = async (c: Context) => nationals.get((await desks.centreFor(hostOf(c))).slug)

  return {
    async ways(c) {
      const { sendMessage } = await desks.publicDeskFor(hostOf(c), null)
      return { national: (await nationalAt(c))?.name ?? null, codes: sendMessage !== undefined }
    },
    async beginIdentity(c, returnTo) {
      const national = await nationalAt(c)
      return national ? national.begin(returnTo) : refuse('identity-unreachable')
    },
    async enterByIdentity(c, desk, calledAt, errand) {
      const national = await nationalAt(c)
      if (!national) return refuse('identity-unreachable')
      const person = await national.finish(calledAt, errand)
      if (isRefusal(person)) return person
      const citizen = await enterByIdentity(desk, national.key, person)
      if (isRefusal(citizen)) return citizen
      return desk.actor.kind === 'citizen'
        ? null
        : identity.openForCitizen(desk.centre.slug, citizen, from(c))
    },
    async askCode(c, desk, asked) {
      const allowances = [
        { subject: subject(desk.centre.slug, asked.contact), most: MOST.contact },
        { subject: `code-from ${from(c).address}`, most: MOST.asked },
      ]
      const until = await countAttempt(database, allowances, desk.now)
      if (until) return { kind: 'wait', until }
      const handle = await askCode(desk, asked)
      return isRefusal(handle) ? { kind: 'not-sent' } : { kind: 'sent', handle }
    },
    async enterByCode(c, desk, given) {
      const until = await tried(c, desk)
      if (until) return { kind: 'wait', until }
      const citizen = await enterByCode(desk, given)
      if (isRefusal(citizen)) return { kind: 'wrong' }
      const token = await identity.openForCitizen(desk.centre.slug, citizen, from(c))
      return { kind: 'signed-in', token }
    },
    proveContact: async (c, desk, given) => (await tried(c, desk)) ?? proveContact(desk, given),
    askPasskey: () => identity.passkeys.ask(),
    async enterByPasskey(c, given) {
      const centre = await desks.centreFor(hostOf(c))
      const token = await identity.openCitizenByPasskey({ ...given, centre: centre.slug, ...from(c) })
      return token === null ? { kind: 'wrong' } : { kind: 'signed-in', token }
    },
    passkeys: async (c) => identity.passkeys.of((await here(c)).account.userId),
    offerPasskey: async (c, name, centre) =>
      identity.passkeys.offer((await here(c)).account.userId, name, centre),
    addPasskey: async (c, given) => identity.passkeys.add((await here(c)).account.userId, given),
    async removePasskey(c, id) {
      await identity.passkeys.remove((await here(c)).account.userId, id)
    },
    async signOut(c) {
      const token = citizenSession.token(c)
      if (token !== null) await identity.signOut(token)
    },
    async sessions(c) {
      const { account, token } = await here(c)
      return identity.sessionsOf(account, token)
    },
    async endSessions(c, id) {
      const { account, token } = await here(c)
      await identity.endSessions(account, { id, but: token })
    },
    async demonstrationMessages(c) {
      const { isDemonstration } = await desks.centreFor(hostOf(c))
      return isDemonstration && outbox ? outbox.shown() : null
    },
  }
}
