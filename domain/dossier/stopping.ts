import { dayOf, fromMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { StopDossier } from './commands.ts'
import { type Dossier, lawfulDueOf } from './dossier.ts'
import type { DossierEvent } from './events.ts'
import { guard } from './handling.ts'
import type { Law } from './law.ts'
import { awaited, type LapseRule, lapsesOn } from './prompts.ts'
import { waitsFor } from './waits-for.ts'
import { type Timeliness, timeliness } from './timeliness.ts'

/**
 * Why a dossier is stopped: the citizen asks for it, or the day has passed by which a supplement or a payment was to
 * come, and the citizen was reminded of it (`prompts.ts`). Without a day that was given nothing lapses.
 */
export const STOP_REASONS = ['asked-by-citizen', 'not-answered'] as const
export type StopReason = (typeof STOP_REASONS)[number]

/** What becomes of what was paid. */
export const STOP_MONEY = ['nothing-paid', 'kept', 'refunded'] as const
export type StopMoney = (typeof STOP_MONEY)[number]

/** A dossier is stopped while nothing has been decided; the papers go back to the citizen (form of 2025, Mẫu 05). */
export function stopDossier(dossier: Dossier, command: StopDossier, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step, why, reason, ground, papersReturned, number, online } = command
  if (why === 'not-answered') {
    const lapsed = hasLapsed(dossier, command.at, law.lapse)
    if (isRefusal(lapsed)) return lapsed
  }
  // Whether anything was paid is known; what becomes of it is the clerk's to say.
  const hasPaid = (dossier.payments ?? []).some(({ state }) => state !== 'cancelled')
  if (hasPaid && command.money === 'nothing-paid') return refuse('money-was-paid')
  const money = hasPaid ? command.money : 'nothing-paid'
  const stopped = {
    type: 'DossierStopped',
    at,
    by,
    step,
    why,
    reason,
    ground,
    papersReturned,
    money,
    ...(online && { online }),
    ...(number && { number }),
  } as const
  return [{ ...stopped, timeliness: timelinessStopped(dossier, at) }]
}

/** Whether the citizen has let the day pass by which an answer was to come, and was reminded of it. */
function hasLapsed(dossier: Dossier, at: string, rule: LapseRule): Outcome<true> {
  const on = dayOf(fromMoment(at)).toString()
  const { by } = awaited(dossier)
  const lapses = lapsesOn(dossier, rule)
  if (waitsFor(dossier) !== null && by !== null && on <= by)
    return refuse('answer-limit-not-over', { answerBy: by })
  if (isRefusal(lapses)) return lapses
  return on >= lapses || refuse('prompted-lately', { from: lapses })
}

/** Stopped is never early; late is what was late already, and while the citizen was waited for no time passed. */
function timelinessStopped(dossier: Dossier, at: string): Timeliness {
  if (dossier.lawfulDue === null) return 'no-limit'
  if (dossier.stage === 'awaiting-citizen') return (dossier.minutesLeft ?? 0) < 0 ? 'late' : 'on-time'
  const judged = timeliness(dossier.limit, lawfulDueOf(dossier), fromMoment(at))
  return judged === 'late' ? 'late' : 'on-time'
}
