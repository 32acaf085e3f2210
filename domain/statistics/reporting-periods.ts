import type { Day } from '#domain/calendar/moment.ts'
import type { Window } from './window.ts'

/**
 * Periods of reporting. `calendar`: as on the wall. `closing-14`: periodic reports of state agencies close on the
 * 14th (Decree 09/2019/NĐ-CP art. 12), so that a month runs from the 15th of the month before.
 */
export const PERIOD_RULES = ['calendar', 'closing-14'] as const
export type PeriodRule = (typeof PERIOD_RULES)[number]

export const PERIOD_LENGTHS = ['month', 'quarter', 'half-year', 'nine-months', 'year'] as const
export type PeriodLength = (typeof PERIOD_LENGTHS)[number]

export interface Period {
  readonly rule: PeriodRule
  readonly length: PeriodLength
  readonly year: number
  /** Which month (1 to 12), quarter (1 to 4) or half (1 or 2) of the year; 1 for the others. */
  readonly number: number
}

/** How many of a length a year has; nine months are the first nine. */
export const NUMBERS: { readonly [length in PeriodLength]: number } = {
  month: 12,
  quarter: 4,
  'half-year': 2,
  'nine-months': 1,
  year: 1,
}

const MONTHS: { readonly [length in PeriodLength]: number } = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  'nine-months': 9,
  year: 12,
}

/** The exact days of a period, both included. */
export function windowOfPeriod({ rule, length, year, number }: Period): Window {
  const months = MONTHS[length]
  const first = Temporal.PlainDate.from({ year, month: (number - 1) * months + 1, day: 1 })
  const next = first.add({ months })
  return rule === 'calendar'
    ? { from: text(first), to: text(next.subtract({ days: 1 })) }
    : {
        from: text(first.subtract({ months: 1 }).with({ day: 15 })),
        to: text(next.subtract({ months: 1 }).with({ day: 14 })),
      }
}

/** The period of a rule and length in which a day falls; the first nine months, or the year, of it otherwise. */
export function periodOf(rule: PeriodRule, length: PeriodLength, on: Day): Period {
  const day = Temporal.PlainDate.from(on)
  // From the 15th on a day belongs to the month that closes on the next 14th.
  const { year, month } =
    rule === 'closing-14' && day.day >= 15 ? day.add({ months: 1 }).with({ day: 1 }) : day
  const number = length === 'nine-months' ? 1 : Math.floor((month - 1) / MONTHS[length]) + 1
  return { rule, length, year, number }
}

const text = (day: Temporal.PlainDate): Day => day.toString()
