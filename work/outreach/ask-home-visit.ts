import { timingSafeEqual } from 'node:crypto'
import { toMoment } from '#domain/calendar/moment.ts'
import { lookupKey, LOOKUP_KEY_BYTES, readLookupKey } from '#domain/dossier/lookup-key.ts'
import { homeCode, readHomeCode } from '#domain/outreach/home-code.ts'
import { evolveHome, type HomeStage, takeBack } from '#domain/outreach/home-visit.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { isVerified } from '#domain/people/citizen.ts'
import { may } from '#domain/people/may.ts'
import type { HomeVisitToAsk } from '#shapes/outreach.ts'
import {
  homeRequestByCode,
  homeRequestById,
  homeRequestsOfCitizen,
  keepHomeRequest,
  type KeptHomeRequest,
  writeHomeRequest,
} from '#store/home-requests.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import { seal } from '../chance.ts'
import { derivedId } from '../derived-id.ts'
import type { Desk } from '../desk.ts'
import { communeOf } from './communes.ts'

/** What a request is followed by. */
export interface HomeSlip {
  readonly code: string
  readonly key: string
}

const CODES = 20

/**
 * Takes in a request for a visit: from the public or an account, or entered by an officer for who called, of the centre
 * or of the commune. The same again
 * is answered with the same code and key.
 */
export async function askHomeVisit(desk: Desk, given: HomeVisitToAsk): Promise<Outcome<HomeSlip>> {
  const { centre, actor, now } = desk
  const on = today(desk)
  const { commune } = given
  const allowed =
    actor.kind === 'staff'
      ? may(actor, { kind: 'enter-home-request', commune }, on)
      : may(actor, { kind: 'ask-to-come' }, on)
  if (isRefusal(allowed)) return allowed
  if (!communeOf(await bookOf(centre), given.commune)) return refuse('no-such-commune')
  const { id, ...words } = given
  const event = { type: 'HomeVisitAsked', at: toMoment(now) } as const
  const key = keyOf(id)
  const citizen = actor.kind === 'citizen' ? actor : null
  const isOwn = citizen !== null && given.askedBy === 'person' && isVerified(citizen)
  const kept = {
    ...words,
    // The name and birthday that are vouched for count.
    ...(isOwn && { name: citizen.name, born: citizen.bornOn ?? words.born }),
    citizen: citizen?.id ?? null,
    staff: actor.kind === 'staff' ? actor.id : null,
  }
  for (let tried = 0; tried < CODES; tried++) {
    const code = homeCode(on, Buffer.from(seal(`home visit ${id} ${tried}`), 'hex'))
    const request = { id, code, keyHash: seal(key), state: evolveHome(null, event), ...kept }
    if (!(await keepHomeRequest(centre, { ...request, event }))) continue
    const stands = await homeRequestById(centre, id)
    if (!stands || stands.wish !== given.wish || stands.address !== given.address)
      return refuse('command-id-reused', { id })
    return { code: stands.code, key }
  }
  throw new Error('no free code for a visit at home')
}

/** Drawn from the id, which only the form that was sent has: sent twice, it is the same. */
function keyOf(id: string): string {
  return readLookupKey(
    lookupKey(Buffer.from(seal(`home visit key ${id}`), 'hex').subarray(0, LOOKUP_KEY_BYTES)),
  )
}

/** What code and key show: how it stands and when somebody comes; not who asked, nor where. */
export interface FollowedHomeVisit {
  readonly code: string
  readonly stage: HomeStage
  readonly askedAt: string
  readonly visitOn: string | null
  readonly why: string | null
  readonly mayTakeBack: boolean
}

export async function followHomeVisit(desk: Desk, asked: HomeSlip): Promise<Outcome<FollowedHomeVisit>> {
  const kept = await opened(desk, asked)
  return isRefusal(kept) ? kept : followed(kept)
}

const MOST_OWN = 20

/** What the citizen at the desk has asked for, the latest first. */
export async function seeOwnHomeVisits({ centre, actor }: Desk): Promise<readonly FollowedHomeVisit[]> {
  if (actor.kind !== 'citizen') return []
  return (await homeRequestsOfCitizen(centre, actor.id, MOST_OWN)).map(followed)
}

function followed({ code, state }: KeptHomeRequest): FollowedHomeVisit {
  const { stage, askedAt, schedule, why } = state
  return {
    code,
    stage,
    askedAt,
    visitOn: stage === 'scheduled' || stage === 'visited' ? (schedule?.on ?? null) : null,
    why,
    mayTakeBack: ['asked', 'entitled', 'scheduled'].includes(stage),
  }
}

/** Takes a request back by code and key. */
export async function takeBackHomeVisit(desk: Desk, asked: HomeSlip): Promise<Outcome<true>> {
  const kept = await opened(desk, asked)
  if (isRefusal(kept)) return kept
  if (kept.state.stage === 'ended') return true
  const event = takeBack(kept.state, toMoment(desk.now))
  if (isRefusal(event)) return event
  const state = evolveHome(kept.state, event)
  const command = derivedId(kept.id, 'taken back', kept.state.version)
  const isWritten = await writeHomeRequest(desk.centre, { command, id: kept.id, state, event })
  return isWritten || refuse('changed-meanwhile')
}

async function opened(desk: Desk, { code, key }: HomeSlip): Promise<Outcome<KeptHomeRequest>> {
  const allowed = may(desk.actor, { kind: 'ask-to-come' }, today(desk))
  if (isRefusal(allowed)) return allowed
  const kept = await homeRequestByCode(desk.centre, readHomeCode(code))
  const isSame = timingSafeEqual(
    Buffer.from(seal(readLookupKey(key))),
    Buffer.from(kept?.keyHash ?? seal('')),
  )
  return kept && isSame ? kept : refuse('no-such-home-visit')
}
