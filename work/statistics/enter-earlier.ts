import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { type EarlierDossier, enterEarlierDossiers } from '#store/earlier-dossiers.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { earlierFact } from './full-count.ts'

export type { EarlierDossier } from '#store/earlier-dossiers.ts'

const AT_ONCE = 500

/**
 * Takes over dossiers from the registers of before the system, one by one, so that totals over the years count them.
 * Entered twice they stand once. Answers how many were new.
 */
export async function enterEarlier(
  desk: Desk,
  dossiers: readonly EarlierDossier[],
): Promise<Outcome<number>> {
  const allowed = may(desk.actor, { kind: 'enter-earlier' }, today(desk))
  if (isRefusal(allowed)) return allowed
  let entered = 0
  for (let from = 0; from < dossiers.length; from += AT_ONCE)
    entered += await enterEarlierDossiers(desk.centre, dossiers.slice(from, from + AT_ONCE), (one) =>
      earlierFact({ ...one, on: one.receivedOn }),
    )
  return entered
}
