import { certificationNumber } from '#domain/dossier/certification.ts'
import type { ChangeCommand } from '#domain/dossier/commands.ts'
import type { DossierEvent } from '#domain/dossier/events.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { Centre } from '#store/database.ts'
import { type Certified, enterCertification, spoilStanding } from './enter-certification.ts'

/** A certification is sealed under the number of its register and no other. */
export async function underItsNumber(
  centre: Centre,
  certified: Certified,
  command: ChangeCommand,
): Promise<Outcome<ChangeCommand>> {
  const { procedure, dossier } = certified
  if (command.type !== 'SealResult' || !procedure.certification || dossier.refusal) return command
  const entry = await enterCertification(centre, certified)
  if (isRefusal(entry)) return entry
  return { ...command, documentNumber: certificationNumber(entry.number, entry.year) }
}

/** What a signature, or work sent back behind it, does to the register. */
export async function keepRegister(
  centre: Centre,
  certified: Certified,
  events: readonly DossierEvent[],
): Promise<void> {
  const { procedure, dossier } = certified
  if (!procedure.certification) return
  for (const event of events) {
    if (event.type === 'ResultApproved' && !dossier.refusal) await enterCertification(centre, certified)
    if (event.type === 'StepSentBack') {
      const { at, by, comment } = event
      await spoilStanding(centre, dossier.code, { at, staff: by.staff, reason: comment })
    }
  }
}
