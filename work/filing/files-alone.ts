import type { Outcome } from '#domain/outcome.ts'
import { mayFileAlone } from '#domain/procedure/age-rule.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** Whether whoever is signed in is old enough to file a procedure; of whom no birth is known it is asked when it is filed. */
export function filesAlone(desk: Desk, procedure: Pick<Procedure, 'ageRules'>): Outcome<true> {
  const { actor } = desk
  if (actor.kind !== 'citizen' || actor.bornOn === null) return true
  return mayFileAlone(procedure, actor.bornOn, today(desk))
}
