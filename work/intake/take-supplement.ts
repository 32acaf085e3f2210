import { readDossierCode } from '#domain/dossier/dossier-code.ts'
import { isRefusal, type Outcome, refuse, type Refusal } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { SupplementToTake } from '#shapes/dossier-commands.ts'
import { historyOf } from '#store/dossier-events.ts'
import { holdDossier } from '#store/dossiers.ts'
import type { CentreInOne } from '#store/in-one.ts'
import { type Changed, changeDossier, today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { type FromParcel, parcelForSupplement } from '../post/sent-in.ts'

/**
 * What the citizen was asked for is handed in; the clock goes on. What the post brought uses its parcel in the same
 * transaction, and counts from when that was signed for.
 */
export async function takeSupplement(
  desk: Desk,
  code: string,
  { parcel, ...given }: SupplementToTake,
): Promise<Outcome<Changed>> {
  if (parcel === null) return changeDossier(desk, code, { type: 'TakeSupplement', ...given })
  const sent = await sentFor(desk, code, parcel)
  if (isRefusal(sent)) return sent
  const { sentIn } = sent
  try {
    return await changeDossier(desk, code, { type: 'TakeSupplement', ...given, sentIn }, (inside) =>
      useOrGiveUp(inside, sent, code),
    )
  } catch (error) {
    if (error instanceof ParcelTaken) return refuse('other-parcel', { code })
    throw error
  }
}

/** Somebody else has used the parcel meanwhile: nothing is written. */
class ParcelTaken extends Error {
  override readonly name = 'ParcelTaken'
}

async function useOrGiveUp(inside: CentreInOne, sent: FromParcel, code: string): Promise<void> {
  if (!(await sent.use(inside, code))) throw new ParcelTaken()
}

/** The parcel of that label, if it can have brought what was asked for: nothing is brought before it is asked for. */
async function sentFor(desk: Desk, typed: string, label: string): Promise<FromParcel | Refusal> {
  const { actor, centre } = desk
  const code = readDossierCode(typed)
  const held = isRefusal(code) ? undefined : await holdDossier(centre, code)
  if (!held) return refuse('no-such-dossier')
  const unit = held.dossier.placeOfReceipt
  const allowed = may(actor, { kind: 'receive-dossier', unit }, today(desk))
  if (isRefusal(allowed)) return allowed
  const sent = await parcelForSupplement(desk, label, held.dossier.code)
  if (isRefusal(sent)) return sent
  const history = await historyOf(centre, held.dossier.code)
  const asked = history.findLast(({ event }) => event.type === 'SupplementRequested')?.event.at ?? ''
  const { submittedAt } = sent.sentIn
  return submittedAt >= asked ? sent : refuse('before-last-event', { at: submittedAt, last: asked })
}
