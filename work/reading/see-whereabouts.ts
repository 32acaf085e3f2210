import type { Stage } from '#domain/dossier/dossier.ts'
import { currentStep } from '#domain/dossier/guards.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may, type Post } from '#domain/people/may.ts'
import { holdDossier } from '#store/dossiers.ts'
import { staffNames } from '#store/staff-names.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** Where a dossier lies. Nothing of the citizen's is in it, so no access is recorded. */
export interface Whereabouts {
  readonly stage: Stage
  readonly stepName: string
  readonly holder: {
    readonly unitName: string
    readonly post: Post
    readonly staffName: string | null
  } | null
}

/** Where a dossier lies now, for whoever may see it. */
export async function seeWhereabouts(desk: Desk, code: string): Promise<Outcome<Whereabouts>> {
  const { centre, actor } = desk
  const held = await holdDossier(centre, code)
  if (!held) return refuse('no-such-dossier')
  const { dossier } = held
  const allowed = may(actor, { kind: 'see-dossier', dossier }, today(desk))
  if (isRefusal(allowed)) return allowed
  const book = await bookOf(centre)
  const { holder, stage } = dossier
  const names = await staffNames(centre, holder?.staff ? [holder.staff] : [])
  return {
    stage,
    stepName: currentStep(dossier, lawFor(dossier, book).procedure.steps).name,
    holder: holder && {
      unitName: book.units.get(holder.unit)?.name ?? holder.unit,
      post: holder.post,
      staffName: holder.staff && (names.get(holder.staff) ?? null),
    },
  }
}
