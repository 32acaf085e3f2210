import { isRefusal, type Outcome, type Refusal, refuse } from '#domain/outcome.ts'
import type { Limit } from '#domain/procedure/limit.ts'
import type { CalendarData, Opening } from './calendar-data.ts'

/**
 * The obvious calculation: every day and every open minute is walked, nothing is summed up and nothing remembered. It
 * shares only types with `working-time.ts` and `due.ts`; tests and the `doctor` command hold the two against each other.
 */
export interface SlowMoment {
  readonly due: Temporal.Instant | null
  readonly isProvisional: boolean
}

export function slowDue(data: CalendarData, limit: Limit, receivedAt: Temporal.Instant): Outcome<SlowMoment> {
  if (limit.kind === 'not-set') return { due: null, isProvisional: false }
  if (limit.kind === 'working-hours') return slowAddMinutes(data, receivedAt, limit.minutes)
  return walked(data, (openings) => {
    const received = inVietnam(receivedAt)
    const closing = openings(received.day).at(-1)?.closes ?? 1440
    const isAfterClosing = received.minute > closing
    const day = isAfterClosing ? next(received.day) : received.day
    switch (limit.kind) {
      case 'civil-days':
        return nthClosing(next(day), limit.days, openings)
      case 'calendar-days':
        return nthClosing(day.add({ days: limit.days }), 1, openings)
      case 'same-day':
        if (isAfterClosing || received.minute <= limit.cutOffMinute) return nthClosing(day, 1, openings)
        return nthClosing(next(day), 1, openings)
      case 'immediate':
        return nthClosing(day, 1, openings)
    }
  })
}

/** The end of the working minute so many working minutes away, back when they are not positive. */
export function slowAddMinutes(
  data: CalendarData,
  from: Temporal.Instant,
  minutes: number,
): Outcome<SlowMoment> {
  return walked(data, (openings) => {
    const start = inVietnam(from)
    return minutes > 0 ? walkOn(start, minutes, openings) : walkBack(start, -minutes, openings)
  })
}

/** The working minutes between two instants, counted one by one. */
export function slowMinutesBetween(
  data: CalendarData,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Outcome<number> {
  if (Temporal.Instant.compare(from, to) > 0) {
    const back = slowMinutesBetween(data, to, from)
    return isRefusal(back) || back === 0 ? back : -back
  }
  const [start, end] = [inVietnam(from), inVietnam(to)]
  return unlessOutside(() => {
    let count = 0
    for (let day = start.day; Temporal.PlainDate.compare(day, end.day) <= 0; day = next(day)) {
      for (const minute of openMinutes(openingsOn(data, day))) {
        const hasBegun = !day.equals(start.day) || minute >= start.minute
        const hasEnded = day.equals(end.day) && minute >= end.minute
        if (hasBegun && !hasEnded) count++
      }
    }
    return count
  })
}

export function slowIsOpenAt(data: CalendarData, instant: Temporal.Instant): Outcome<boolean> {
  const { day, minute } = inVietnam(instant)
  return unlessOutside(() => openMinutes(openingsOn(data, day)).includes(minute))
}

interface Place {
  readonly day: Temporal.PlainDate
  readonly minute: number
}

type Openings = (day: Temporal.PlainDate) => readonly Opening[]

function nthClosing(from: Temporal.PlainDate, n: number, openings: Openings): Place {
  let left = n
  for (let day = from; ; day = next(day)) {
    const closing = openings(day).at(-1)?.closes
    if (closing === undefined) continue
    left--
    if (left === 0) return { day, minute: closing }
  }
}

function walkOn(start: Place, minutes: number, openings: Openings): Place {
  let left = minutes
  for (let day = start.day; ; day = next(day)) {
    for (const minute of openMinutes(openings(day))) {
      if (day.equals(start.day) && minute < start.minute) continue
      left--
      if (left === 0) return { day, minute: minute + 1 }
    }
  }
}

function walkBack(start: Place, minutes: number, openings: Openings): Place {
  let left = minutes
  for (let day = start.day; ; day = day.subtract({ days: 1 })) {
    for (const minute of openMinutes(openings(day)).toReversed()) {
      if (day.equals(start.day) && minute >= start.minute) continue
      if (left === 0) return { day, minute: minute + 1 }
      left--
    }
  }
}

/** Walks to a place and says whether a year on the way is not announced yet. */
function walked(data: CalendarData, walk: (openings: Openings) => Place): Outcome<SlowMoment> {
  let isProvisional = false
  return unlessOutside(() => {
    const { day, minute } = walk((day) => {
      if (data.years.find(({ year }) => year === day.year)?.status === 'provisional') isProvisional = true
      return openingsOn(data, day)
    })
    const midnight = day.toZonedDateTime('Asia/Ho_Chi_Minh')
    return { due: midnight.add({ minutes: minute }).toInstant(), isProvisional }
  })
}

function openingsOn(data: CalendarData, day: Temporal.PlainDate): readonly Opening[] {
  if (!data.years.some(({ year }) => year === day.year)) throw new OutsideCalendar(day.year)
  const on = day.toString()
  const special = data.days.find((special) => special.on === on)
  if (special?.kind === 'off') return []
  if (special?.intervals) return special.intervals
  const begun = data.hours.filter(({ from }) => from <= on)
  const inForce = begun.find(({ from }) => begun.every((other) => other.from <= from))
  const isOpen = special?.kind === 'work' || inForce?.weekdays.includes(day.dayOfWeek)
  return isOpen ? (inForce?.intervals ?? []) : []
}

function openMinutes(openings: readonly Opening[]): number[] {
  return openings.flatMap(({ opens, closes }) =>
    Array.from({ length: closes - opens }, (_, index) => opens + index),
  )
}

function inVietnam(instant: Temporal.Instant): Place {
  const there = instant.toZonedDateTimeISO('Asia/Ho_Chi_Minh')
  return { day: there.toPlainDate(), minute: there.hour * 60 + there.minute }
}

function next(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.add({ days: 1 })
}

class OutsideCalendar extends Error {
  override readonly name = 'OutsideCalendar'
  readonly year: number
  constructor(year: number) {
    super(`no calendar knows ${year}`)
    this.year = year
  }
}

function unlessOutside<Value>(calculate: () => Value): Value | Refusal {
  try {
    return calculate()
  } catch (error) {
    if (error instanceof OutsideCalendar) return refuse('outside-calendar', { year: error.year })
    throw error
  }
}
