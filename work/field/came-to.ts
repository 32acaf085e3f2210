import { type Concern, refusedBy } from '#domain/outreach/intake-packet.ts'
import type { Refusal } from '#domain/outcome.ts'

/** A packet could not be taken in: why a person has to decide, and the rule that was in the way. */
export interface CameToNothing {
  readonly concerns: readonly Concern[]
  readonly refusal: Refusal | null
}

export function nothingBy(refusal: Refusal): CameToNothing {
  return { concerns: [refusedBy(refusal)], refusal }
}
