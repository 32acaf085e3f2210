import { toMoment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { paidPostage, postageDongIn, unpaidPostage } from '#domain/dossier/owed.ts'
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
import { postageLines } from './charge-postage.ts'
import { lineToSend, type ToSend } from './see-post.ts'

/** What is known before an order: whom and where, and the places to choose from. */
export interface SeenOrdering {
  readonly toSend: ToSend
  /** A result goes out; papers are fetched while a supplement is waited for. */
  readonly direction: Direction
  readonly to: Address | null
  readonly postage: PostageStanding
  readonly places: readonly Place[]
  readonly on: string
}

/** What of postage was put down on the dossier, and what could be. */
export interface PostageStanding {
  readonly isPaid: boolean
  readonly unpaidDong: number
  /** Null where nothing is left to be put down, or the address does not say how far it is. */
  readonly toChargeDong: number | null
}

async function toChargeDong(desk: Desk, dossier: Dossier): Promise<number | null> {
  const { to } = dossier.returnWish
  const lines = to ? await postageLines(desk, dossier, to) : []
  const dong = isRefusal(lines) ? 0 : postageDongIn(lines) - postageDongIn(unpaidPostage(dossier))
  return dong > 0 ? dong : null
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
    postage: {
      isPaid: paidPostage(dossier).length > 0,
      unpaidDong: postageDongIn(unpaidPostage(dossier)),
      toChargeDong: await toChargeDong(desk, dossier),
    },
    places,
    on: today(desk),
  }
}
