import { type Outcome, refuse } from '#domain/outcome.ts'

/**
 * Numbers for several documents sealed in one go, counting up from the first as the seal keeper's book does: `12/KT`,
 * `13/KT`; `0099/TP-HT`, `0100/TP-HT`. Refused where the first holds no number to count from.
 */
export function documentNumbers(first: string, count: number): Outcome<string[]> {
  const found = /\d{1,12}/.exec(first)
  if (!found) return refuse('no-number-to-count', { documentNumber: first })
  const [digits] = found
  const before = first.slice(0, found.index)
  const behind = first.slice(found.index + digits.length)
  return Array.from(
    { length: count },
    (_, place) => `${before}${String(Number(digits) + place).padStart(digits.length, '0')}${behind}`,
  )
}
