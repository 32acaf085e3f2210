import { toMoment } from '#domain/calendar/moment.ts'
import { lookupKey, LOOKUP_KEY_BYTES, readLookupKey } from '#domain/dossier/lookup-key.ts'
import { mayRegister, startOf } from '#domain/outreach/slots.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { SlotToTake } from '#shapes/outreach.ts'
import { giveBackSlot, register, registrationByCode } from '#store/outreach-sessions.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import { seal } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { heldSession } from './plan-sessions.ts'
import { offeredOn, type SeenSession, followSession } from './see-sessions.ts'

/** Registers somebody for a slot; the same again is answered with the same code, by which it is seen and given back. */
export async function registerForSession(
  desk: Desk,
  session: string,
  given: SlotToTake,
): Promise<Outcome<{ readonly code: string }>> {
  const { centre, actor, now } = desk
  const allowed = may(actor, { kind: 'ask-to-come' }, today(desk))
  if (isRefusal(allowed)) return allowed
  const held = await heldSession(desk, session)
  if (isRefusal(held)) return held
  const { id, slot, name, phone, procedure } = given
  const { on, units } = held.state.plan
  const isOffered =
    procedure === null || offeredOn(await bookOf(centre), on, units).some(({ key }) => key === procedure)
  if (!isOffered) return refuse('no-such-procedure', { procedure })
  const code = codeOf(id)
  const citizen = actor.kind === 'citizen' ? actor.id : null
  const wish = { id, session, slot, name, phone, procedure, citizen, registeredAt: toMoment(now) }
  const kept = await register(centre, { ...wish, codeHash: seal(code) }, (state, taken) => {
    const may = mayRegister(state, slot, { taken, now })
    return isRefusal(may) ? may : null
  })
  if (!kept) return refuse('no-such-session')
  if (kept === 'twice') return refuse('registered-already')
  if ('refused' in kept) return kept.refused
  const isSame = kept.kept.session === session && kept.kept.slot === slot && kept.kept.phone === phone
  return isSame ? { code } : refuse('command-id-reused', { id })
}

/** Drawn from the id, which only the form that was sent has: sent twice, it is the same. */
function codeOf(id: string): string {
  return readLookupKey(
    lookupKey(Buffer.from(seal(`registration ${id}`), 'hex').subarray(0, LOOKUP_KEY_BYTES)),
  )
}

/** What a code shows: the session and the slot, of the person nothing. */
export interface FollowedRegistration {
  readonly session: SeenSession
  readonly slot: number
  readonly procedure: { readonly key: string; readonly name: string } | null
  readonly isCancelled: boolean
  readonly mayCancel: boolean
}

export async function followRegistration(desk: Desk, typed: string): Promise<Outcome<FollowedRegistration>> {
  const opened = await openedBy(desk, typed)
  if (isRefusal(opened)) return opened
  const session = await followSession(desk, opened.session)
  if (isRefusal(session)) return refuse('no-such-registration')
  const { slot, procedure, cancelledAt } = opened
  const found = procedure === null ? undefined : session.procedures.find(({ key }) => key === procedure)
  return {
    session,
    slot,
    procedure: found ? { key: found.key, name: found.name } : null,
    isCancelled: cancelledAt !== null,
    mayCancel:
      cancelledAt === null &&
      session.stage === 'published' &&
      Temporal.Instant.compare(startOf(session.plan.on, slot), desk.now) > 0,
  }
}

/** Gives a slot back, so that somebody else can come. */
export async function cancelRegistration(desk: Desk, typed: string): Promise<Outcome<true>> {
  const opened = await openedBy(desk, typed)
  if (isRefusal(opened)) return opened
  await giveBackSlot(desk.centre, opened.id, toMoment(desk.now))
  return true
}

async function openedBy(desk: Desk, typed: string) {
  const allowed = may(desk.actor, { kind: 'ask-to-come' }, today(desk))
  if (isRefusal(allowed)) return allowed
  return (await registrationByCode(desk.centre, seal(readLookupKey(typed)))) ?? refuse('no-such-registration')
}
