import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { parcelsOf } from '#store/parcels.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { type ParcelLine, parcelLine } from './parcel-line.ts'

/** The parcels of a dossier, latest first, for who works with the post; nothing for anybody else. */
export async function seeParcelsOf(desk: Desk, code: string): Promise<readonly ParcelLine[]> {
  if (isRefusal(may(desk.actor, { kind: 'see-post' }, today(desk)))) return []
  const held = await parcelsOf(desk.centre, code)
  if (held.length === 0) return []
  const { postRules } = await bookOf(desk.centre)
  return held.map((one) => parcelLine(one, postRules, toMoment(desk.now))).toReversed()
}
