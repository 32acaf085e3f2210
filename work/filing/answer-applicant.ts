import { toMoment } from '#domain/calendar/moment.ts'
import type { Doer } from '#domain/dossier/events.ts'
import { askFiling as decideAsking, refuseFiling as decideRefusing } from '#domain/filing/decide.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { FilingToAsk, FilingToRefuse } from '#shapes/filing-commands.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { placesOfReceipt } from '../intake/places-of-receipt.ts'
import { type ChangedFiling, changeFiling } from './change-filing.ts'
import { formOfVersion } from './filing-law.ts'

/** Asks for everything that is missing or wrong at once (Mẫu 02). */
export async function askFiling(
  desk: Desk,
  id: string,
  { id: command, version, ...content }: FilingToAsk,
): Promise<Outcome<ChangedFiling>> {
  const by = doerAt(desk)
  if (isRefusal(by)) return by
  return changeFiling(desk, id, { id: command, version, content }, async ({ filing }) => {
    const form = await formOfVersion(desk, filing.form)
    const at = toMoment(desk.now)
    return decideAsking(filing, { type: 'AskFiling', id: command, version, at, by, ...content }, form)
  })
}

/** Does not take the filing at all, with reason, ground and where to go instead (Mẫu 03). */
export async function refuseFiling(
  desk: Desk,
  id: string,
  { id: command, version, ...content }: FilingToRefuse,
): Promise<Outcome<ChangedFiling>> {
  const by = doerAt(desk)
  if (isRefusal(by)) return by
  return changeFiling(desk, id, { id: command, version, content }, async ({ filing }) => {
    const at = toMoment(desk.now)
    return decideRefusing(filing, { type: 'RefuseFiling', id: command, version, at, by, ...content })
  })
}

/** The officer at one of his counters. */
function doerAt(desk: Desk): Outcome<Doer> {
  const sees = may(desk.actor, { kind: 'see-filings' }, today(desk))
  if (isRefusal(sees)) return sees
  const places = placesOfReceipt(desk)
  if (isRefusal(places)) return places
  const [unit] = places.units
  if (unit === undefined) return refuse('not-permitted', { action: 'receive-dossier' })
  return { staff: places.actor.id, unit, post: 'clerk' }
}
