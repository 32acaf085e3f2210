import { subjectOf } from '#api/rate-limit.ts'
import type { Desk } from '#work/desk.ts'

/**
 * Whose attempts are counted together: the citizen's who is signed in, otherwise the address's. One account is not let
 * through by many addresses, and many people behind one address of a telephone company do not use up each other's.
 */
export function senderOf({ actor }: Desk, address: string): string {
  return actor.kind === 'citizen' ? `citizen ${actor.id}` : subjectOf(address)
}
