import { type CalendarData, workingCalendar } from '#domain/calendar/working-time.ts'
import { slowDue } from '#domain/calendar/slow-model.ts'
import { dueMoment } from '#domain/dossier/due.ts'
import type { Limit } from '#domain/procedure/limit.ts'
import { calendar2019 } from '#domain/dossier/a-dossier.ts'

const LIMITS: readonly Limit[] = [
  { kind: 'civil-days', days: 3 },
  { kind: 'civil-days', days: 30 },
  { kind: 'working-hours', minutes: 2400 },
  { kind: 'calendar-days', days: 30 },
  { kind: 'same-day', cutOffMinute: 900 },
]

/** How long one due moment takes, beside the slow calculation that walks every day. */
export function dueTimes(): string[] {
  const calendar = workingCalendar(calendar2019)
  const from = Temporal.Instant.from('2019-01-02T01:00:00Z')
  const moments = Array.from({ length: 1000 }, (_, minute) => from.add({ minutes: minute * 400 }))
  const each = (
    reckon: (data: CalendarData, limit: Limit, at: Temporal.Instant) => unknown,
    times: number,
  ) => {
    const began = performance.now()
    for (let time = 0; time < times; time += 1)
      for (const limit of LIMITS) {
        const at = moments[time % moments.length]
        if (at) reckon(calendar2019, limit, at)
      }
    return ((performance.now() - began) * 1000) / (times * LIMITS.length)
  }
  each((_, limit, at) => dueMoment(calendar, limit, at), 2000)
  const fast = each((_, limit, at) => dueMoment(calendar, limit, at), 20_000)
  const slow = each(slowDue, 200)
  return [
    `due moment: ${fast.toFixed(2)} µs; slow calculation ${slow.toFixed(0)} µs; ratio ${(slow / fast).toFixed(0)}`,
  ]
}
