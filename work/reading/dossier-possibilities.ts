import { type ChangeCommand, COMMAND_TYPES, isChange } from '#domain/dossier/commands.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { isPossible } from '#domain/dossier/guards.ts'
import { isRefusal, type Refusal } from '#domain/outcome.ts'
import { may, type Staff } from '#domain/people/may.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { actionFor, today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** What the caller may do on a dossier now, and why not when not. */
export interface Possibility {
  readonly command: ChangeCommand['type']
  readonly isAllowed: boolean
  readonly refusal: Refusal | null
}

/** Every command on a dossier, asked of what decides it and of the permission table. */
export function possibilities(
  desk: Desk,
  actor: Staff,
  dossier: Dossier,
  { steps }: Procedure,
): readonly Possibility[] {
  return COMMAND_TYPES.filter(isChange).map((command) => {
    const possible = isPossible(dossier, steps, command)
    const outcome = isRefusal(possible)
      ? possible
      : may(actor, actionFor(command, dossier, steps), today(desk))
    return isRefusal(outcome)
      ? { command, isAllowed: false, refusal: outcome }
      : { command, isAllowed: true, refusal: null }
  })
}
