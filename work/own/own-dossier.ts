import type { ActedOnline } from '#domain/dossier/acted-online.ts'
import { belongingOf } from '#domain/dossier/belonging.ts'
import { readDossierCode } from '#domain/dossier/dossier-code.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { type HeldDossier, holdDossier } from '#store/dossiers.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The dossier of a code, for whom it is to see or to act on. Anybody else's is answered like one that does not exist. */
export async function ownDossier(
  desk: Desk,
  typed: string,
  right: 'see' | 'act',
): Promise<Outcome<HeldDossier>> {
  const code = readDossierCode(typed)
  const held = isRefusal(code) ? undefined : await holdDossier(desk.centre, code)
  if (!held) return refuse('no-such-dossier')
  const kind = right === 'see' ? 'see-own' : 'act-on-own'
  const allowed = may(desk.actor, { kind, of: belongingOf(held.dossier) }, today(desk))
  return isRefusal(allowed) ? refuse('no-such-dossier') : held
}

/** By which account, and for whom, somebody acts on what is his to act on. */
export function actedOn({ actor }: Desk, { dossier }: Pick<HeldDossier, 'dossier'>): ActedOnline {
  const account = actor.kind === 'citizen' ? actor.id : null
  const of = belongingOf(dossier)
  return { account, representation: of.account === account ? of.representation : null }
}
