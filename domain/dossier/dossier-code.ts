import type { Day } from '#domain/calendar/moment.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'

/**
 * `{agency identifier}-{yymmdd}-{number of the day}`: four digits, growing beyond 9999. The identifier comes from the
 * rule set in force (QCVN 102:2016, lowest unit first; Decision 20/2020/QĐ-TTg, root first).
 */
const SHAPE = /^([A-Z]\d{2}(?:\.\d{2,3})*|\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})-(\d{6})-(\d{4,7})$/

/** A number of a register of before: what a slip can hold, with three digits at the least. */
const BEFORE = /^(?=(?:[^\d]*\d){3})[A-ZĐ\d][A-ZĐ\d./_-]{2,38}[A-ZĐ\d]$/

/** The code of the `number`th dossier of a day. */
export function dossierCode(identifier: string, on: Temporal.PlainDate, number: number): string {
  const day = on.toString().replaceAll('-', '').slice(2)
  return `${identifier}-${day}-${String(number).padStart(4, '0')}`
}

/** A code as typed, ours or one taken over: spaces and small letters forgiven. Refuses what cannot be a code. */
export function readDossierCode(typed: string): Outcome<string> {
  const code = typed.normalize('NFC').replace(/\s+/g, '').toUpperCase()
  return SHAPE.test(code) || BEFORE.test(code) ? code : refuse('no-such-dossier')
}

/** The series a code of ours stands in, and its place there; null for one of a register of before. */
export function seriesOf(code: string): { identifier: string; on: Day; number: number } | null {
  const [, identifier, day, number] = SHAPE.exec(code) ?? []
  if (identifier === undefined || day === undefined) return null
  const on = [`20${day.slice(0, 2)}`, day.slice(2, 4), day.slice(4)].join('-')
  return { identifier, on, number: Number(number) }
}
