import type { Day } from '#domain/calendar/moment.ts'
import type { Dossier } from './dossier.ts'
import { owedNowDong } from './owed.ts'
import { awaited } from './prompts.ts'
import { waitsFor } from './waits-for.ts'

/** What the citizen has to do now for the dossier to go on or to end. */
export type ToDo =
  /** Bring what was asked for; by a last day where one was set. */
  | { readonly kind: 'supplement'; readonly by: Day | null }
  /** Pay to the state, by the notices that stand in the dossier. */
  | { readonly kind: 'pay-state'; readonly by: Day | null }
  | { readonly kind: 'pay-fee'; readonly dong: number }
  | { readonly kind: 'fetch' }
  /** A signed result waits to be taken from the own papers. */
  | { readonly kind: 'take' }

/** All of it, in the order in which it is to be done: what holds the dossier up, then money, then the result. */
export function toDoNow(dossier: Dossier): readonly ToDo[] {
  if (dossier.stage === 'returned' || dossier.stage === 'stopped') return []
  const waits = waitsFor(dossier)
  const { by } = awaited(dossier)
  const dong = owedNowDong(dossier) ?? 0
  return [
    ...(waits === null ? [] : [{ kind: waits === 'supplement' ? 'supplement' : 'pay-state', by } as const]),
    ...(dong > 0 ? [{ kind: 'pay-fee', dong } as const] : []),
    // What is brought or sent to him comes by itself.
    ...(dossier.stage === 'ready' && dossier.returnWish.way === 'counter'
      ? [{ kind: 'fetch' } as const]
      : []),
    ...(dossier.stage === 'ready' && dossier.returnWish.way === 'electronic' && dossier.document !== undefined
      ? [{ kind: 'take' } as const]
      : []),
  ]
}
