import { COMMAND_TYPES, type GivenByPeople, isChange } from '#domain/dossier/commands.ts'
import { isNumberedHere } from '#domain/dossier/document-number.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { isPossible } from '#domain/dossier/guards.ts'
import { isRefusal, refuse, type Refusal } from '#domain/outcome.ts'
import { may, type Staff } from '#domain/people/may.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { actionFor, today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** What the caller may do on a dossier now, and why not when not. */
export interface Possibility {
  readonly command: GivenByPeople
  readonly isAllowed: boolean
  readonly refusal: Refusal | null
}

const isGivenByPeople = (type: (typeof COMMAND_TYPES)[number]): type is GivenByPeople =>
  isChange(type) && type !== 'RefundPayment'

/** Every command on a dossier, asked of what decides it and of the permission table. */
export function possibilities(
  desk: Desk,
  actor: Staff,
  dossier: Dossier,
  procedure: Procedure,
): readonly Possibility[] {
  const { steps } = procedure
  return COMMAND_TYPES.filter(isGivenByPeople).map((command) => {
    const possible = possibleUnder(dossier, procedure, command)
    const outcome = isRefusal(possible)
      ? possible
      : may(actor, actionFor(command, dossier, steps), today(desk))
    return isRefusal(outcome)
      ? { command, isAllowed: false, refusal: outcome }
      : { command, isAllowed: true, refusal: null }
  })
}

/** What the process allows, and that the centre numbers the document where it is to be numbered. */
function possibleUnder(dossier: Dossier, procedure: Procedure, command: GivenByPeople) {
  const possible = isPossible(dossier, procedure.steps, command)
  const isOurs = command !== 'NumberResult' || isNumberedHere(procedure, dossier)
  return isRefusal(possible) || isOurs ? possible : refuse('numbered-outside')
}
