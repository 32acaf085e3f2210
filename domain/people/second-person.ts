import { type Outcome, refuse } from '#domain/outcome.ts'

/**
 * What one person began another must agree to: a correction, an apology, money that goes back. Refuses the one who began
 * it. Whether the other may do so at all is said by `may`.
 */
export function secondPerson(begunBy: string | null, by: string): Outcome<true> {
  return begunBy !== by || refuse('second-person-needed')
}
