import type { Limit } from '#domain/procedure/limit.ts'
import { PLANNED_DAY } from '#domain/procedure/process.ts'
import { type Findings, faultAt, type Place } from '#shapes/import-fault.ts'

interface LimitCells {
  readonly days: string
  readonly days_kind: string
  readonly same_day_cutoff: string
}

/**
 * The limit that three cells say: whole working days are counted as days, parts of a day as working hours
 * (`design` 5). Undefined when they do not fit together.
 */
export function limitOf(place: Place, cells: LimitCells, findings: Findings): Limit | undefined {
  const { days, days_kind: kind, same_day_cutoff: cutOff } = cells
  const fault = (column: string, code: 'days-needed' | 'days-not-wanted' | 'cutoff-needed') => {
    findings.faults.push(faultAt(place, column, code, { kind }))
    return undefined
  }
  if (kind !== 'same_day' && cutOff !== '') return fault('same_day_cutoff', 'days-not-wanted')
  switch (kind) {
    case 'working':
      if (!(Number(days) > 0)) return fault('days', 'days-needed')
      return Number.isInteger(Number(days))
        ? { kind: 'civil-days', days: Number(days) }
        : { kind: 'working-hours', minutes: Math.round(Number(days) * PLANNED_DAY) }
    case 'calendar':
      if (!Number.isInteger(Number(days)) || Number(days) === 0) return fault('days', 'days-needed')
      return { kind: 'calendar-days', days: Number(days) }
    case 'same_day':
      if (cutOff === '') return fault('same_day_cutoff', 'cutoff-needed')
      return { kind: 'same-day', cutOffMinute: minuteOf(cutOff) }
    case 'immediate':
      return Number(days) === 0 ? { kind: 'immediate' } : fault('days', 'days-not-wanted')
    default:
      return Number(days) === 0 ? { kind: 'not-set' } : fault('days', 'days-not-wanted')
  }
}

/** Minute of the day of a time `hh:mm`. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
