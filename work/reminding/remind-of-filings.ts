import { toMoment } from '#domain/calendar/moment.ts'
import { nearUntil } from '#domain/filing/acceptance.ts'
import type { Centre } from '#store/database.ts'
import { unremindedFilings, writeFilingReminder } from '#store/filing-reminders.ts'
import { announceFiling } from '../announce-change.ts'
import type { CentreBook } from '../desk.ts'

const PAGE = 200

/** The counters are told of what was filed online and not answered: when its deadline is near and when it is over, once each. */
export async function remindOfFilings(
  centre: Centre,
  { now, book }: { readonly now: Temporal.Instant; readonly book: CentreBook },
  failed: (code: string, error: unknown) => void,
): Promise<number> {
  const at = toMoment(now)
  const told = [
    ['near', nearUntil(book.counting, at) ?? at],
    // The minute of the deadline itself is still in time.
    ['over', toMoment(now.subtract({ minutes: 1 }))],
  ] as const
  let done = 0
  for (const [kind, before] of told) {
    const tried = new Set<string>()
    for (;;) {
      const found = await unremindedFilings(centre, { kind, before, size: PAGE + tried.size })
      const anew = found.filter(({ id }) => !tried.has(id))
      if (anew.length === 0) break
      for (const { id, code, acceptBy } of anew) {
        tried.add(id)
        try {
          if (!(await writeFilingReminder(centre, { id, kind, acceptBy, at }))) continue
          announceFiling(centre, code)
          done += 1
        } catch (error) {
          failed(code, error)
        }
      }
    }
  }
  return done
}
