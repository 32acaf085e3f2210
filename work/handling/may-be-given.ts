import { dayOf } from '#domain/calendar/moment.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import { hasPost } from '#domain/people/may.ts'
import type { Step } from '#domain/procedure/process.ts'
import { staffById } from '#store/people.ts'
import type { Desk } from '../desk.ts'

/** Whether somebody may be given a step: a person of the centre who stands in its post on that day. */
export async function mayBeGiven(desk: Desk, to: string, { unit, post }: Step): Promise<Outcome<true>> {
  const on = dayOf(desk.now).toString()
  const person = await staffById(desk.centre, to)
  if (!person) return refuse('no-such-staff', { staff: to })
  return hasPost(person, post, unit, on) || refuse('not-in-post', { staff: to, unit, post, on })
}
