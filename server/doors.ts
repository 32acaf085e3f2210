import type { Context } from 'hono'
import { toMoment } from '#domain/calendar/moment.ts'
import type { ApiDoors } from '#api/doors.ts'
import { byKeyWithin, followWithin, payWithin } from '#api/follow.ts'
import { limits, subjectOf } from '#api/rate-limit.ts'
import { citizenSession, staffSession } from '#web/desk/session-cookie.ts'
import type { StaffDoors, WebDoors } from '#web/visit.ts'
import type { PublicReads } from '#web/reads.ts'
import { actsByKey } from '#work/own/own-acts.ts'
import { openPayment, seePayment } from '#work/paying/see-payment.ts'
import { seeCatalogue } from '#work/reading/see-catalogue.ts'
import { seeDue } from '#work/reading/see-due.ts'
import { seeCentre } from '#work/reading/see-centre.ts'
import { seeShownTexts, seeLifeEvent, seeLifeEvents, seePlainWords } from '#work/reading/see-guide.ts'
import { seeHours } from '#work/reading/see-hours.ts'
import { seeMostReceived } from '#work/reading/see-most-received.ts'
import { seeProcedure } from '#work/reading/see-procedure.ts'
import { seeBoard, seeOpenData } from '#work/statistics/see-board.ts'
import { seeSatisfaction } from '#work/opinions/see-ratings.ts'
import { seeTerritory } from '#work/reading/see-territory.ts'
import { seeToday } from '#work/reading/see-today.ts'
import { checkDocument } from '#work/signing/check-document.ts'
import type { Changes } from './changes.ts'
import type { Config } from './config.ts'
import { isDatabaseAway } from './database-away.ts'
import { type DeskMaker, NoCentre } from './desk-for.ts'
import type { CitizenDoors } from '#web/citizen/doors.ts'
import { accountDoors } from './account-doors.ts'
import type { Identity, SignedIn } from './identity.ts'
import { described, type Log } from './log.ts'
import { opinionDoors } from './opinion-doors.ts'
import { outreachDoors } from './outreach-doors.ts'
import { addressOf, hostOf, plainAddress } from './request-facts.ts'
import { senderOf } from './sender-of.ts'

export interface DoorSettings {
  readonly config: Pick<Config, 'trustProxy' | 'isLoopback' | 'baseUrl'>
  readonly desks: DeskMaker
  readonly identity: Identity
  readonly log: Log
  readonly changes: Changes
  readonly citizens: CitizenDoors
}

const READS: PublicReads = {
  seeCentre,
  seeCatalogue,
  seeProcedure,
  seeDue,
  seeToday,
  seeMostReceived,
  seeLifeEvents,
  seeLifeEvent,
  seePlainWords,
  seeHours,
  seeTerritory,
  seeShownTexts,
  seeBoard,
  seeOpenData,
  seeSatisfaction,
}

/** What the server gives API and pages to work with. */
export function makeDoors({ config, desks, identity, log, changes, citizens }: DoorSettings): {
  api: ApiDoors
  web: WebDoors
} {
  const shared = limits()
  const from = (c: Context) => addressOf(c, config.trustProxy)
  const onError = (error: unknown) => {
    if (isDatabaseAway(error)) log.warn({ error: described(error) }, 'database away')
    else log.error({ error: described(error) }, 'fault')
  }
  const agentOf = (c: Context) => c.req.header('user-agent') ?? ''
  async function signIn(c: Context, { name, password, code }: GivenToSignIn) {
    const centre = await desks.centreFor(hostOf(c))
    if (centre.isDemonstration && !config.isLoopback) return { kind: 'wrong' } as const
    const address = subjectOf(from(c))
    const given = { centre: centre.slug, login: name, password, address, agent: agentOf(c) }
    const outcome = await identity.signIn(given)
    return 'pending' in outcome && code !== undefined
      ? secondStep(c, { pending: outcome.pending, code })
      : toldOf(outcome)
  }
  async function secondStep(c: Context, given: { pending: string; code: string }) {
    return toldOf(await identity.confirm({ ...given, address: subjectOf(from(c)), agent: agentOf(c) }))
  }
  const api: ApiDoors = {
    deskFor: (c, token) => desks.deskFor(hostOf(c), token),
    signIn,
    signOut: (_c, token) => identity.signOut(token),
    addressOf: from,
    limits: shared,
    isDatabaseAway,
    isUnknownHost: (error) => error instanceof NoCentre,
    onError,
  }
  const signedIn = async (c: Context) => {
    const token = staffSession.token(c)
    const account = token === null ? null : await identity.whoIs(token)
    return token !== null && account ? { token, account } : null
  }
  const staff: StaffDoors = {
    publicUrl: config.baseUrl,
    async deskFor(c) {
      const token = staffSession.token(c)
      const desk = token === null ? null : await desks.deskFor(hostOf(c), token)
      return desk?.actor.kind === 'staff' ? { ...desk, actor: desk.actor } : null
    },
    signIn,
    confirm: secondStep,
    async choosePassword(c, given) {
      const outcome = await identity.choosePassword({
        ...given,
        address: subjectOf(from(c)),
        agent: agentOf(c),
      })
      return outcome && toldOf(outcome)
    },
    askPasskey: () => identity.passkeys.ask(),
    async openByPasskey(c, given) {
      const { slug, isDemonstration } = await desks.centreFor(hostOf(c))
      if (isDemonstration && !config.isLoopback) return { kind: 'wrong' }
      const where = { centre: slug, address: subjectOf(from(c)), agent: agentOf(c) }
      return toldOf(await identity.openByPasskey({ ...given, ...where }))
    },
    async signOut(c) {
      const token = staffSession.token(c)
      if (token !== null) await identity.signOut(token)
    },
    account: accountDoors(identity, signedIn),
    hear: (desk, listener) => changes.hear(desk.centre.schema, listener),
  }
  const web: WebDoors = {
    deskFor: (c) => desks.publicDeskFor(hostOf(c), citizenSession.token(c)),
    reads: READS,
    citizens,
    opinions: opinionDoors({ limits: shared, addressOf: from }),
    outreach: outreachDoors({ limits: shared, addressOf: from }),
    staff,
    follow: (c, desk, asked) => followWithin(shared, desk, from(c), asked),
    actsByKey,
    byKey: (c, desk, asked, act) => byKeyWithin(shared, { desk, from: from(c), asked }, act),
    seePayment: (c, desk, asked) =>
      payWithin(shared, { desk, from: from(c), asked }, () => seePayment(desk, asked)),
    openPayment: (c, desk, asked, order) =>
      payWithin(shared, { desk, from: from(c), asked }, () =>
        openPayment(desk, asked, { ...order, from: plainAddress(from(c)) }),
      ),
    checkDocument: async (c, desk, bytes) =>
      shared.checks.take(subjectOf(from(c)), desk.now) ?? (await checkDocument(desk, bytes)),
    mayBeginFiling: (c, desk) => shared.filings.take(senderOf(desk, from(c)), desk.now),
    mayUpload: (c, desk, files) => {
      const waits = Array.from({ length: files }, () =>
        shared.uploads.take(senderOf(desk, from(c)), desk.now),
      )
      return waits.find((again) => again !== null) ?? null
    },
    onError,
  }
  return { api, web }
}

interface GivenToSignIn {
  readonly name: string
  readonly password: string
  readonly code?: string | undefined
}

/** What a sign-in came to, as the doors tell it. */
function toldOf(outcome: SignedIn) {
  if ('token' in outcome) {
    const { token, staffId, endsAt } = outcome
    return { kind: 'signed-in', token, staffId, expiresAt: toMoment(endsAt) } as const
  }
  if ('choosing' in outcome) return { kind: 'password-wanted', pending: outcome.choosing } as const
  if ('pending' in outcome) return { kind: 'code-wanted', pending: outcome.pending } as const
  return outcome.refused === 'sign-in-failed'
    ? ({ kind: 'wrong' } as const)
    : ({ kind: 'wait', until: outcome.facts.until } as const)
}
