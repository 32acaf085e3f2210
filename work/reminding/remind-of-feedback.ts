import { dayOf, instantAt, toMoment } from '#domain/calendar/moment.ts'
import type { Centre } from '#store/database.ts'
import { unremindedFeedback, writeFeedbackReminder } from '#store/feedback.ts'
import { announceChange } from '../announce-change.ts'

const PAGE = 200

/** Whoever has to answer what a citizen wrote is told the day before it is due and when it is over, once each. */
export async function remindOfFeedback(
  centre: Centre,
  now: Temporal.Instant,
  failed: (code: string, error: unknown) => void,
): Promise<number> {
  const told = [
    ['soon', toMoment(instantAt(dayOf(now).add({ days: 2 }), 0))],
    ['over', toMoment(now)],
  ] as const
  let done = 0
  for (const [kind, before] of told) {
    const tried = new Set<string>()
    for (;;) {
      const found = (await unremindedFeedback(centre, { kind, before, size: PAGE + tried.size })).filter(
        ({ id }) => !tried.has(id),
      )
      if (found.length === 0) break
      for (const { id, code, due, stage, unit, staff } of found) {
        tried.add(id)
        try {
          if (!(await writeFeedbackReminder(centre, { id, kind, due, at: toMoment(now) }))) continue
          const holder = { unit: unit ?? '', post: 'head' as const, staff }
          announceChange(centre, code, stage === 'open' && unit !== null ? [holder] : [])
          done += 1
        } catch (error) {
          failed(code, error)
        }
      }
    }
  }
  return done
}
