import { toMoment } from '#domain/calendar/moment.ts'
import { recordAccess } from '#store/access-records.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'

/** What a citizen takes of a dossier by his account is recorded as an officer's look is: others may act for him. */
export async function recordOwnLook(
  { centre, now, actor }: Desk,
  code: string,
  what: 'own-result' | 'own-paper',
): Promise<void> {
  if (actor.kind !== 'citizen') return
  await recordAccess(centre, { id: newId(), at: toMoment(now), staff: null, citizen: actor.id, what, code })
}
