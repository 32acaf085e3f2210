import type { Day } from '#domain/calendar/moment.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import type { Appointment, Staff } from './may.ts'
import { appointmentsOn } from './may.ts'

/** One person of a unit stands in for another from a day until, not including, another (Law 309/2026, art. 11). */
export interface Substitution {
  readonly absent: string
  readonly substitute: string
  readonly unit: string
  readonly from: Day
  /** The first day on which it no longer holds. */
  readonly until: Day
}

/** What a substitute gets by one substitution: the absent person's own posts of that unit. */
export interface PostsOfAbsent extends Pick<Substitution, 'absent' | 'unit' | 'from' | 'until'> {
  readonly appointments: readonly Appointment[]
}

/**
 * The posts somebody has as a substitute: those of the absent person in that unit, on the days both hold. What the
 * absent person has as a substitute is not passed on, and a mandate to approve never is: it is a person's own.
 */
export function appointmentsInstead(absences: readonly PostsOfAbsent[]): Appointment[] {
  return absences.flatMap(({ absent, unit, from, until, appointments }) =>
    appointments
      .filter((one) => one.unit === unit)
      .map((one) => ({
        post: one.post,
        unit,
        from: one.from > from ? one.from : from,
        until: one.until !== null && one.until < until ? one.until : until,
        insteadOf: absent,
        ...(one.ofCommune && { ofCommune: one.ofCommune }),
        ...(one.notOver && { notOver: one.notOver }),
      }))
      .filter((one) => one.from < one.until),
  )
}

/** The absent persons somebody stands in for on a day: what lies with them in person lies with the substitute too. */
export function standsInFor(staff: Staff, on: Day): string[] {
  return [...new Set(appointmentsOn(staff, on).flatMap((one) => one.insteadOf ?? []))]
}

/**
 * In which appointment somebody acts on what lies with a holder: in that of the absent holder where the person stands in
 * for the holder, otherwise in the person's own before one held as a substitute.
 */
export function actsAs(
  staff: Staff,
  { post, unit, holder }: Pick<Appointment, 'post' | 'unit'> & { readonly holder: string | null },
  on: Day,
): Appointment | undefined {
  const fitting = appointmentsOn(staff, on).filter((one) => one.post === post && one.unit === unit)
  return (
    fitting.find((one) => one.insteadOf === holder) ??
    fitting.find((one) => one.insteadOf === undefined) ??
    fitting[0]
  )
}

/**
 * Whether a substitution can be entered beside those that stand in the unit: not for days that have passed, one
 * substitute at a time, and nobody stands in who is away or away who stands in, so that there are no chains.
 */
export function canBeEntered(asked: Substitution, standing: readonly Substitution[], on: Day): Outcome<true> {
  if (asked.absent === asked.substitute) return refuse('substitute-same-person')
  if (asked.until <= asked.from) return refuse('days-in-wrong-order')
  if (asked.from < on) return refuse('days-past', { on })
  const then = standing.filter(
    (one) => one.unit === asked.unit && one.from < asked.until && asked.from < one.until,
  )
  const has = then.find((one) => one.absent === asked.absent)
  if (has) return refuse('already-substituted', daysOf(has))
  const away = then.find((one) => one.absent === asked.substitute)
  if (away) return refuse('substitute-away', daysOf(away))
  const standsIn = then.find((one) => one.substitute === asked.absent)
  return standsIn ? refuse('substitutes-then', daysOf(standsIn)) : true
}

const daysOf = ({ from, until }: Substitution) => ({ from, last: lastDay(until) })

/** The last day of a period, as people say it. */
export function lastDay(until: Day): Day {
  return Temporal.PlainDate.from(until).subtract({ days: 1 }).toString()
}

/** The end of a period that is said by its last day. */
export function untilAfter(last: Day): Day {
  return Temporal.PlainDate.from(last).add({ days: 1 }).toString()
}
