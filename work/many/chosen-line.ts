import type { Moment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { owedDong } from '#domain/dossier/owed.ts'
import { currentStep } from '#domain/dossier/guards.ts'
import type { Post } from '#domain/people/may.ts'
import type { StepKind } from '#domain/procedure/process.ts'
import type { Chosen } from '#shapes/chosen-dossiers.ts'
import { lawFor } from '../change-dossier.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { minutesLeft } from '../reading/see-dossier.ts'

/** A dossier in a list to choose from: enough to know it by, and what a command on it must name. */
export interface ChosenLine extends Chosen {
  readonly procedureName: string
  readonly ownerName: string
  readonly stepName: string
  readonly kind: StepKind
  readonly unit: string
  readonly post: Post
  readonly lawfulDue: Moment | null
  readonly isDueProvisional: boolean
  readonly minutesLeft: number | null
  /** Still to be paid, in đồng; null while undetermined. */
  readonly owedDong: number | null
  /** The person it lies with, if it lies with one. */
  readonly heldBy: string | null
}

export function chosenLine(desk: Desk, dossier: Dossier, book: CentreBook): ChosenLine {
  const { procedure } = lawFor(dossier, book)
  const step = currentStep(dossier, procedure.steps)
  return {
    code: dossier.code,
    version: dossier.version,
    step: step.key,
    stepName: step.name,
    kind: step.kind,
    unit: step.unit,
    post: step.post,
    procedureName: procedure.name,
    ownerName: dossier.owner.name,
    lawfulDue: dossier.lawfulDue,
    isDueProvisional: dossier.isDueProvisional,
    minutesLeft: minutesLeft(desk, dossier, book),
    owedDong: owedDong(dossier),
    heldBy: dossier.holder?.staff ?? null,
  }
}
