import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { canBeDelegated, type Delegation } from '#domain/people/delegation.ts'
import { may } from '#domain/people/may.ts'
import { untilAfter } from '#domain/people/substitution.ts'
import type { ApprovalToDelegate } from '#shapes/chosen-dossiers.ts'
import * as store from '#store/delegations.ts'
import { isUniqueViolation } from '#store/sql-state.ts'
import { peopleOfUnit } from '#store/unit-people.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** Somebody of a unit may approve for it, for a period, by a written decision; sent twice, it is entered once. */
export async function delegateApproval(
  desk: Desk,
  unit: string,
  { id, staff, from, last, form, principal, position, ground }: ApprovalToDelegate,
): Promise<Outcome<true>> {
  const { centre, actor, now } = desk
  const on = today(desk)
  const allowed = may(actor, { kind: 'delegate-approval', unit }, on)
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'delegate-approval' })
  const capacity = position === '' ? null : { form: form || null, principal: principal || null, position }
  const asked: Delegation = { staff, unit, from, until: untilAfter(last), capacity, ground }
  const before = await sameAsBefore(desk, id, asked)
  if (before !== undefined) return before
  const people = await peopleOfUnit(centre, unit, from < on ? on : from)
  if (!people.some((one) => one.id === staff)) return refuse('not-in-post', { staff, unit, on: from })
  try {
    return await store.addDelegation(centre, { ...asked, id, by: actor.id, at: toMoment(now) }, (standing) =>
      canBeDelegated(asked, actor.id, standing, on),
    )
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return (await sameAsBefore(desk, id, asked)) ?? refuse('command-id-reused', { id })
  }
}

async function sameAsBefore(
  { centre }: Desk,
  id: string,
  asked: Delegation,
): Promise<Outcome<true> | undefined> {
  const before = await store.delegatedUnder(centre, id)
  if (!before) return undefined
  const isSame = (['staff', 'unit', 'from', 'until', 'ground'] as const).every(
    (key) => before[key] === asked[key],
  )
  const isSameCapacity = (['form', 'principal', 'position'] as const).every(
    (key) => before.capacity?.[key] === asked.capacity?.[key],
  )
  return (isSame && isSameCapacity) || refuse('command-id-reused', { id })
}

/** What was delegated ends early: at once, not at the end of the day. */
export async function endDelegation(desk: Desk, id: string): Promise<Outcome<true>> {
  const { centre, actor, now } = desk
  const standing = await store.standingDelegation(centre, id)
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'delegate-approval' })
  if (!standing || standing.until <= today(desk)) return refuse('no-such-delegation', { id })
  const allowed = may(actor, { kind: 'delegate-approval', unit: standing.unit }, today(desk))
  if (isRefusal(allowed)) return allowed
  const isEnded = await store.endDelegation(centre, { id, by: actor.id, at: toMoment(now) })
  return isEnded || refuse('no-such-delegation', { id })
}
