import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { ProposeRefusal } from './commands.ts'
import type { Dossier } from './dossier.ts'
import type { DossierEvent } from './events.ts'
import { goOn, guard } from './handling.ts'
import type { Law } from './law.ts'

/**
 * The specialist finds that the request cannot be granted. A refusal is a result: it is approved, sealed and ready
 * within the same limit, and what only a granted request needs is left out (Decree 61/2018/NĐ-CP art. 19).
 */
export function proposeRefusal(dossier: Dossier, command: ProposeRefusal, law: Law): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, reason, ground, instead } = command
  const ahead = goOn({ ...dossier, refusal: { reason, ground } }, command, law)
  if (isRefusal(ahead)) return ahead
  return [{ type: 'RefusalProposed', at, by, ...ahead.moved, reason, ground, instead }]
}
