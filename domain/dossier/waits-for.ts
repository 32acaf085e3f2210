import type { Dossier } from './dossier.ts'

/** What the citizen is waited for: papers (status 5 of the national list) or a payment to the state (status 6). */
export const WAITS_FOR = ['supplement', 'payment'] as const
export type WaitsFor = (typeof WAITS_FOR)[number]

/** What a dossier in the citizen's hands waits for; null where it is not there. */
export function waitsFor({ holder, isToPay }: Pick<Dossier, 'holder' | 'isToPay'>): WaitsFor | null {
  if (holder?.kind !== 'citizen') return null
  return isToPay ? 'payment' : 'supplement'
}
