import { toMoment } from '#domain/calendar/moment.ts'
import type { ChangeCommand } from '#domain/dossier/commands.ts'
import { isNumberedHere } from '#domain/dossier/document-number.ts'
import { owedDong } from '#domain/dossier/owed.ts'
import { currentStep, isPossible } from '#domain/dossier/guards.ts'
import { isRefusal, type Outcome, refuse, type Refusal } from '#domain/outcome.ts'
import { mandateOn, may } from '#domain/people/may.ts'
import type { Step } from '#domain/procedure/process.ts'
import type { Chosen, Doing } from '#shapes/chosen-dossiers.ts'
import { recordAccess } from '#store/access-records.ts'
import { holdDossier } from '#store/dossiers.ts'
import { mandateGrounds } from '#store/mandates.ts'
import { staffNames } from '#store/staff-names.ts'
import { bookOf } from '../centre-book.ts'
import { actionFor, lawFor, today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { type ChosenLine, chosenLine } from './chosen-line.ts'

/** A chosen dossier as it stands now, and why it cannot be done with it what was chosen, if it cannot. */
export interface SeenChosen extends ChosenLine {
  readonly heldByName: string | null
  readonly refusal: Refusal | null
  /** The book gives its result the number; otherwise another body did, and it is typed. */
  readonly isNumberedHere: boolean
  /** The mandate it would be approved by, with the document it rests on. */
  readonly mandate: { readonly key: string; readonly ground: string } | null
}

/** The command a doing comes to at a step. Forward at the counter of results is the report that one lies ready. */
export function commandOf(
  doing: Doing,
  step: Pick<Step, 'kind'> & { readonly owedDong: number | null },
): ChangeCommand['type'] {
  switch (doing) {
    case 'forward':
      if (step.kind === 'competent-receipt') return 'ReceiveAsCompetent'
      return step.kind === 'return' ? 'MarkReady' : 'CompleteStep'
    case 'pay':
      // Exempt, or paid before: the step is done without money.
      return step.owedDong === 0 ? 'CompleteStep' : 'TakePayment'
    case 'approve':
      return 'ApproveResult'
    case 'seal':
      return 'SealResult'
    case 'assign':
      return 'AssignDossier'
    case 'claim':
      return 'ClaimDossier'
  }
}

/** What was chosen, as far as the person may see it, in the order it was chosen; the access is recorded. */
export async function seeChosen(
  desk: Desk,
  chosen: readonly Chosen[],
  doing: Doing,
): Promise<Outcome<readonly SeenChosen[]>> {
  const { centre, actor } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-dossier' })
  const on = today(desk)
  const at = toMoment(desk.now)
  await recordAccess(centre, { id: newId(), at, staff: actor.id, what: 'see-chosen', code: null })
  const book = await bookOf(centre)
  const held = await Promise.all(chosen.map(({ code }) => holdDossier(centre, code)))
  const seen = held.flatMap((one) =>
    one && may(actor, { kind: 'see-dossier', dossier: one.dossier }, on) === true ? [one.dossier] : [],
  )
  const names = await staffNames(
    centre,
    seen.flatMap(({ holder }) => holder?.staff ?? []),
  )
  const mandateOf = (unit: string) => (doing === 'approve' ? mandateOn(actor, unit, on)?.key : undefined)
  const grounds = await mandateGrounds(
    centre,
    seen.flatMap(({ unit }) => mandateOf(unit) ?? []),
  )
  return seen.map((dossier) => {
    const { procedure } = lawFor(dossier, book)
    const { steps } = procedure
    const step = currentStep(dossier, steps)
    const command = commandOf(doing, { kind: step.kind, owedDong: owedDong(dossier) })
    const possible = isPossible(dossier, steps, command)
    const outcome = isRefusal(possible) ? possible : may(actor, actionFor(command, dossier, steps), on)
    const line = chosenLine(desk, dossier, book)
    const mandate = mandateOf(dossier.unit)
    return {
      ...line,
      heldByName: line.heldBy && (names.get(line.heldBy) ?? null),
      refusal: isRefusal(outcome) ? outcome : null,
      isNumberedHere: isNumberedHere(procedure, dossier),
      mandate: mandate === undefined ? null : { key: mandate, ground: grounds.get(mandate) ?? mandate },
    }
  })
}
