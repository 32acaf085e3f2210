import { type Outcome, refuse } from '../outcome.ts'
import type { Channel } from '../procedure/procedure.ts'
import { type Consent, isWitnessed } from './home-visit.ts'

/** Where a dossier was taken that nobody brought to the counter: a session of the mobile team, or a visit at home. */
export type TakenOut =
  | { readonly kind: 'session'; readonly id: string }
  | {
      readonly kind: 'home-visit'
      readonly id: string
      readonly consent: Consent
      readonly witness: string | null
    }

const CHANNEL_OF: { readonly [kind in TakenOut['kind']]: Channel } = {
  session: 'mobile',
  'home-visit': 'home',
}

/** A session takes dossiers by the mobile channel, a visit by the one at home; a fingerprint has its witness. */
export function isTakenOutRight(takenOut: TakenOut, channel: Channel): Outcome<true> {
  if (CHANNEL_OF[takenOut.kind] !== channel) return refuse('taken-out-otherwise', { channel })
  return takenOut.kind === 'session' ? true : isWitnessed(takenOut)
}
