import { type Outcome, refuse } from '#domain/outcome.ts'

/**
 * `{agency identifier}-{yymmdd}-{number of the day}`: four digits, growing beyond 9999. The identifier comes from the
 * rule set in force (QCVN 102:2016, lowest unit first; Decision 20/2020/QĐ-TTg, root first).
 */
const SHAPE = /^([A-Z]\d{2}(?:\.\d{2,3})*|\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})-(\d{6})-(\d{4,7})$/

/** The code of the `number`th dossier of a day. */
export function dossierCode(identifier: string, on: Temporal.PlainDate, number: number): string {
  const day = on.toString().replaceAll('-', '').slice(2)
  return `${identifier}-${day}-${String(number).padStart(4, '0')}`
}

/** A code as typed: spaces and small letters forgiven. Refuses what cannot be a code. */
export function readDossierCode(typed: string): Outcome<string> {
  const code = typed.replace(/\s+/g, '').toUpperCase()
  return SHAPE.test(code) ? code : refuse('no-such-dossier')
}
