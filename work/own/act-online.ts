import type { Dossier } from '#domain/dossier/dossier.ts'
import { currentStep } from '#domain/dossier/guards.ts'
import { isRefusal, type Outcome, refuse, type Refusal } from '#domain/outcome.ts'
import { onlineClerk } from '#domain/people/online-clerk.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { usedCommand } from '#store/dossier-events.ts'
import { holdDossier } from '#store/dossiers.ts'
import { bookOf } from '../centre-book.ts'
import { type ChangeGiven, changeDossier, lawFor } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** What a citizen does, without what the dossier itself says: version and step are those it has at that moment. */
type Act = Bare<ChangeGiven>
type Bare<Given> = Given extends unknown ? Omit<Given, 'id' | 'version' | 'step'> : never

const ATTEMPTS = 3

/**
 * What a citizen does with a dossier that is his, taken in by nobody. The same id has one effect, and what officers do
 * meanwhile is no reason to ask again: only whether it is possible counts. Answers the code.
 */
export async function actOnline(
  desk: Desk,
  { code, id }: { readonly code: string; readonly id: string },
  act: (dossier: Dossier, procedure: Procedure) => Outcome<Act>,
): Promise<Outcome<string>> {
  const { centre } = desk
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const used = await usedCommand(centre, id)
    if (used) return used.code === code ? code : refuse('command-id-reused', { id })
    const held = await holdDossier(centre, code)
    if (!held) return refuse('no-such-dossier')
    const { dossier } = held
    const { procedure } = lawFor(dossier, await bookOf(centre))
    const given = act(dossier, procedure)
    if (isRefusal(given)) return unlessDone(given)
    const { version, step, placeOfReceipt } = dossier
    const at = currentStep(dossier, procedure.steps)
    const actor = given.type === 'HandBack' ? onlineClerk(at.unit, at.post) : onlineClerk(placeOfReceipt)
    const changed = await changeDossier({ ...desk, actor }, code, { ...given, id, version, step })
    if (!isRefusal(changed)) return code
    if (changed.refused === 'changed-meanwhile' || changed.refused === 'command-id-reused') continue
    return unlessDone(changed)
  }
  return refuse('changed-meanwhile')

  /** The other of two clicks may have done it since it was looked for. */
  async function unlessDone(refusal: Refusal): Promise<Outcome<string>> {
    return (await usedCommand(centre, id))?.code === code ? code : refusal
  }
}
