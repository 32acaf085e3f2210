import { toMoment } from '#domain/calendar/moment.ts'
import { waitsFor } from '#domain/dossier/waits-for.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { Direction } from '#domain/post/parcel.ts'
import type { Address, Place } from '#domain/procedure/address.ts'
import { recordAccess } from '#store/access-records.ts'
import { holdDossier } from '#store/dossiers.ts'
import { centreLawOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { atThePost } from './change-parcel.ts'
import { lineToSend, type ToSend } from './see-post.ts'

/** What is known before an order: whom and where, and the places to choose from. */
export interface SeenOrdering {
  readonly toSend: ToSend
  /** A result goes out; papers are fetched while a supplement is waited for. */
  readonly direction: Direction
  readonly to: Address | null
  readonly places: readonly Place[]
  readonly on: string
}

export async function seeOrdering(desk: Desk, code: string): Promise<Outcome<SeenOrdering>> {
  const staff = atThePost(desk)
  if (isRefusal(staff)) return staff
  const held = await holdDossier(desk.centre, code)
  if (!held) return refuse('no-such-dossier')
  const { dossier } = held
  const seeing = may(staff, { kind: 'see-dossier', dossier }, today(desk))
  if (isRefusal(seeing)) return seeing
  const at = toMoment(desk.now)
  await recordAccess(desk.centre, { id: newId(), at, staff: staff.id, what: 'see-post', code })
  const { book, places } = await centreLawOf(desk.centre)
  return {
    toSend: lineToSend(dossier, lawFor(dossier, book)),
    direction: waitsFor(dossier) === 'supplement' ? 'in' : 'out',
    to: dossier.returnWish.to ?? null,
    places,
    on: today(desk),
  }
}
