import { type Day, dayOf, instantAt } from '../calendar/moment.ts'
import { type Outcome, refuse } from '../outcome.ts'
import type { MobileSession, SessionPlan } from './session.ts'

type Hours = Pick<SessionPlan, 'opens' | 'closes' | 'slotMinutes' | 'perSlot'>

/** When one may be asked to come: one slot behind the other, each of them whole before closing. In minutes of the day. */
export function slotsOf({ opens, closes, slotMinutes, perSlot }: Hours): readonly number[] {
  if (perSlot === 0 || slotMinutes <= 0) return []
  const many = Math.max(0, Math.floor((closes - opens) / slotMinutes))
  return Array.from({ length: many }, (_, place) => opens + place * slotMinutes)
}

/** How many may still register for a slot. */
export function roomIn(
  { perSlot }: Pick<SessionPlan, 'perSlot'>,
  slot: number,
  taken: readonly number[],
): number {
  return Math.max(0, perSlot - taken.filter((one) => one === slot).length)
}

/** Whether somebody may register for a slot of a session: it is published, ahead, and has room. */
export function mayRegister(
  { stage, plan }: Pick<MobileSession, 'stage' | 'plan'>,
  slot: number,
  { taken, now }: { readonly taken: readonly number[]; readonly now: Temporal.Instant },
): Outcome<true> {
  if (stage !== 'published') return refuse('registration-closed')
  if (!slotsOf(plan).includes(slot)) return refuse('no-such-slot')
  if (Temporal.Instant.compare(startOf(plan.on, slot), now) <= 0) return refuse('registration-closed')
  return roomIn(plan, slot, taken) > 0 ? true : refuse('slot-full')
}

/** The moment at which a slot of a day begins. */
export function startOf(on: Day, minute: number): Temporal.Instant {
  return instantAt(Temporal.PlainDate.from(on), minute)
}

/** Whether a session is being held on the day of a moment. */
export function isOfDay({ on }: Pick<SessionPlan, 'on'>, now: Temporal.Instant): boolean {
  return dayOf(now).toString() === on
}
