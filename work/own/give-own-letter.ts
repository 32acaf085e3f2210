import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { BY_ITSELF } from '#domain/people/online-cashier.ts'
import { historyOf } from '#store/dossier-events.ts'
import type { Desk } from '../desk.ts'
import { tellDossier } from '../papers/dossier-told.ts'
import { paperOfEvent } from '../papers/event-papers.ts'
import { givePaper } from '../papers/give-paper.ts'
import { letterOf } from './own-papers.ts'
import { ownDossier } from './own-dossier.ts'
import { recordOwnLook } from './own-look.ts'

/** A letter of an own dossier as PDF: the very one that the centre prints, or printed now and kept as that. */
export async function giveOwnLetter(
  desk: Desk,
  typed: string,
  { sequence, site }: { readonly sequence: number; readonly site: string },
): Promise<Outcome<Uint8Array>> {
  const held = await ownDossier(desk, typed, 'see')
  if (isRefusal(held)) return held
  const { id, dossier } = held
  const found = (await historyOf(desk.centre, dossier.code)).find((one) => one.sequence === sequence)
  const letter = found && letterOf(found)
  const told = await tellDossier(desk, { staff: BY_ITSELF, site, held })
  const data = found && paperOfEvent(told, found.event, sequence)
  if (!found || !letter || !data) return refuse('no-such-paper')
  await recordOwnLook(desk, dossier.code, 'own-paper')
  return givePaper(desk, BY_ITSELF, {
    key: letter.form,
    about: `${dossier.code}#${sequence}`,
    dossier: id,
    receivedAt: dossier.receivedAt,
    madeAt: found.event.at,
    data,
  })
}
