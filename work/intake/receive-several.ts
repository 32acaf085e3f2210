import { caseOfRow, papersAsAsked } from '#domain/dossier/batch.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { caseOf } from '#domain/procedure/procedure.ts'
import type { RowToReceive } from '#shapes/batch-rows.ts'
import type { BatchToReceive } from '#shapes/batch-to-receive.ts'
import { today } from '../change-dossier.ts'
import { derivedId } from '../derived-id.ts'
import type { Desk } from '../desk.ts'
import { oneByOne, type OneDone } from '../one-by-one.ts'
import { seeProcedure } from '../reading/see-procedure.ts'
import { type Receipt, receiveDossier } from './receive-dossier.ts'

/**
 * Receives several dossiers of one procedure that one person hands in together, each as a dossier of its own: what is
 * refused for one keeps no other back, and what would be refused for each refuses all of them. The ids of the commands
 * stem from the batch and the place of the row, so that a batch sent twice has one effect and a row that was refused can
 * be put right and sent again.
 */
export async function receiveSeveral(
  desk: Desk,
  { rows, case: chosen, ...batch }: BatchToReceive,
  onFault: (fault: unknown) => void,
): Promise<Outcome<readonly OneDone<RowToReceive, Receipt>[]>> {
  const allowed = may(desk.actor, { kind: 'receive-dossier', unit: batch.placeOfReceipt }, today(desk))
  if (isRefusal(allowed)) return allowed
  const seen = await seeProcedure(desk, batch.procedure)
  if (isRefusal(seen)) return seen
  const { procedure } = seen
  const common = chosen === null ? null : caseOf(procedure, chosen)
  if (isRefusal(common)) return common
  return oneByOne(
    rows,
    async (row) => {
      const own = caseOfRow(procedure, chosen, row)
      if (!own) return refuse('pages-needed')
      const { ownerName, idNumber, pages, copies, subject, place } = row
      return receiveDossier(desk, {
        ...batch,
        id: derivedId(batch.id, place),
        case: own.key,
        placeOfSupport: null,
        owner:
          ownerName === null
            ? null
            : { kind: 'citizen', name: ownerName, idNumber, phone: null, address: null },
        components: papersAsAsked(own.components),
        copiesWanted: copies,
        ...(pages !== null && { pages }),
        ...(subject !== null && { subject }),
      })
    },
    onFault,
  )
}
