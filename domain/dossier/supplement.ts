import { dayOf, fromMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { checkedData } from '#domain/procedure/data-for-paper.ts'
import type { RequestSupplement, TakeSupplement } from './commands.ts'
import { type Dossier, lawfulDueOf } from './dossier.ts'
import { pausedMinutes } from './due.ts'
import type { DossierEvent, SupplementItem } from './events.ts'
import { currentStep } from './guards.ts'
import { guard, runningAgain } from './handling.ts'
import type { Law } from './law.ts'

/**
 * The clock stops while the citizen supplements. All that is wrong is asked for at once; asking again needs a reason
 * (Decree 61/2018/NĐ-CP art. 17; Decree 309/2026/NĐ-CP art. 17.2: once only).
 */
export function requestSupplement(
  dossier: Dossier,
  command: RequestSupplement,
  law: Law,
): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step, items, whyAgain, answerBy = null } = command
  if (items.length === 0) return refuse('nothing-to-supplement')
  const asked = dossier.supplementsAsked ?? 0
  if (asked > 0 && whyAgain === null) return refuse('asked-once-already', { asked })
  const today = dayOf(fromMoment(at)).toString()
  if (answerBy !== null && answerBy < today) return refuse('days-past', { on: today })
  const minutesLeft = pausedMinutes(law.counting, lawfulDueOf(dossier), fromMoment(at))
  if (isRefusal(minutesLeft)) return minutesLeft
  const { unit, post } = currentStep(dossier, law.procedure.steps)
  const holder = { kind: 'citizen' as const, unit, post, staff: by.staff }
  return [
    {
      type: 'SupplementRequested',
      at,
      by,
      step,
      items,
      whyAgain: asked > 0 ? whyAgain : null,
      ...(answerBy !== null && { answerBy }),
      minutesLeft,
      holder,
    },
  ]
}

const ASKING: readonly DossierEvent['type'][] = [
  'SupplementRequested',
  'SupplementReceived',
  'DossierTakenOver',
]

/** What the citizen is asked for now; null when nothing is waited for. */
export function supplementAsked(history: readonly DossierEvent[]): readonly SupplementItem[] | null {
  const last = history.findLast(({ type }) => ASKING.includes(type))
  if (last?.type === 'DossierTakenOver') return last.stopped?.items ?? null
  return last?.type === 'SupplementRequested' ? last.items : null
}

/**
 * The supplement is there: the clock goes on with the minutes it stopped with, and the work with who had it. What data
 * must replace is not taken as paper without a reason, then as little as at receipt (Decree 309/2026/NĐ-CP, art. 4.2a).
 * What the post brought is there since both sides signed for it, whenever it is entered (Decision 45/2016/QĐ-TTg).
 */
export function takeSupplement(dossier: Dossier, command: TakeSupplement, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  if (dossier.stage !== 'awaiting-citizen') return refuse('not-at-this-stage', { stage: dossier.stage })
  const { at, by, step, components, channel, answer, sentIn } = command
  if (sentIn && channel !== 'post')
    return refuse('parcel-of-other-channel', { channel: channel ?? 'counter' })
  const there = sentIn?.submittedAt ?? at
  if (there > at) return refuse('before-last-event', { at, last: there })
  const running = runningAgain(dossier, there, law)
  if (isRefusal(running)) return running
  const data = checkedData(law.dataSources, components, dayOf(fromMoment(at)).toString())
  if (isRefusal(data)) return data
  const holder = { ...dossier.holder, kind: dossier.holder.staff === null ? 'list' : 'person' } as const
  return [
    {
      type: 'SupplementReceived',
      at,
      by,
      step,
      components,
      ...(channel && { channel }),
      ...(answer && { answer }),
      ...(sentIn && { sentIn }),
      ...running,
      holder,
    },
  ]
}
