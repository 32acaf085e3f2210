import { dayOf, fromLocalMinute, fromMoment, toMoment } from '#domain/calendar/moment.ts'
import { readDay } from '#domain/calendar/day-number.ts'
import { workingDayFrom } from '#domain/calendar/working-days.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { secondPerson } from '#domain/people/second-person.ts'
import type { ConsentToApology, DraftApology, DropApology, SendApology, SignApology } from './commands.ts'
import type { Dossier } from './dossier.ts'
import type { DossierEvent } from './events.ts'
import { guard } from './handling.ts'
import type { Law } from './law.ts'

/** Why a dossier cannot be settled in time: the closed list; the rest is said in words. */
export const APOLOGY_CAUSES = [
  'site-check',
  'opinion-awaited',
  'other-agency',
  'complex',
  'staff-absent',
  'system-fault',
  'other',
] as const
export type ApologyCause = (typeof APOLOGY_CAUSES)[number]

/** How the apology reaches the citizen. */
export const APOLOGY_WAYS = ['counter', 'electronic', 'post', 'home'] as const
export type ApologyWay = (typeof APOLOGY_WAYS)[number]

/**
 * The handling person writes the apology: the cause, the reason and the day by which the result is promised. It moves
 * `promisedDue` alone, once it is sent; lateness is judged by the lawful due moment as before.
 */
export function draftApology(dossier: Dossier, command: DraftApology, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step, cause, reason, promisedOn } = command
  const day = workingDayFrom(law.counting, readDay(promisedOn))
  if (isRefusal(day)) return day
  const promised = toMoment(fromLocalMinute(day.closing))
  if (promised <= at || promised <= (dossier.lawfulDue ?? ''))
    return refuse('promise-too-early', { promisedOn, lawfulDue: dossier.lawfulDue })
  return [{ type: 'ApologyDrafted', at, by, step, cause, reason, promised }]
}

/** The head of the unit agrees; not the one who wrote it. */
export function consentToApology(
  dossier: Dossier,
  command: ConsentToApology,
  law: Law,
): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step } = command
  const second = secondPerson(dossier.apology?.draftedBy ?? null, by.staff)
  if (isRefusal(second)) return second
  return [{ type: 'ApologyConsented', at, by, step }]
}

/** The competent person signs, by a mandate in force that day. */
export function signApology(dossier: Dossier, command: SignApology, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step, mandate, capacity, number } = command
  const how = { mandate, ...(capacity && { capacity }), ...(number && { number }) }
  return [{ type: 'ApologySigned', at, by, step, ...how }]
}

/** The centre passes it to the citizen; whether that was before the lawful due moment stands in the event. */
export function sendApology(dossier: Dossier, command: SendApology, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step, way } = command
  const { apology, lawfulDue } = dossier
  if (!apology) return refuse('no-apology')
  if (apology.promised <= at)
    return refuse('promise-too-early', {
      promisedOn: dayOf(fromMoment(apology.promised)).toString(),
      lawfulDue,
    })
  const isInTime = lawfulDue !== null && at <= lawfulDue
  return [{ type: 'ApologySent', at, by, step, way, promised: apology.promised, isInTime }]
}

/** An apology that is not to be sent: not agreed to, or no longer needed. */
export function dropApology(dossier: Dossier, command: DropApology, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step, comment } = command
  return [{ type: 'ApologyDropped', at, by, step, comment }]
}
