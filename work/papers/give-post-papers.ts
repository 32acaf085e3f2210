import { addressText } from '#domain/procedure/address.ts'
import { addressToFind } from '#domain/procedure/place-now.ts'
import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { labelOf, type Parcel } from '#domain/post/parcel.ts'
import { barcode } from '#papers/barcode.ts'
import { postRecordOnPaper } from '#papers/list.ts'
import { slipNumber } from '#papers/on-paper.ts'
import { postalSlipOnPaper } from '#papers/postal-slip.ts'
import { recordAccess } from '#store/access-records.ts'
import { holdDossier } from '#store/dossiers.ts'
import { parcelById, parcelsById } from '#store/parcels.ts'
import { linesOfPostList, postListById } from '#store/post-lists.ts'
import { staffNames } from '#store/staff-names.ts'
import { bookOf, centreLawOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { atThePost } from '../post/change-parcel.ts'
import { counterOf } from './counter-of.ts'
import { givePaper } from './give-paper.ts'
import { officeOf, postalSideOf } from './office.ts'

/** The record of what changed hands with the post, once both sides have confirmed it. */
export async function givePostRecord(desk: Desk, id: string): Promise<Outcome<Uint8Array>> {
  const { centre, now } = desk
  const staff = atThePost(desk)
  if (isRefusal(staff)) return staff
  const list = await postListById(centre, id)
  if (!list?.closed) return refuse('no-such-list')
  const { closed, kind, unit } = list
  await recordAccess(centre, {
    id: newId(),
    at: toMoment(now),
    staff: staff.id,
    what: 'print-paper',
    code: null,
  })
  return givePaper(desk, staff.id, {
    key: 'bien_ban_giao_nhan',
    about: `post/${id}`,
    dossier: null,
    receivedAt: closed.at,
    madeAt: closed.at,
    async data() {
      const lines = await linesOfPostList(centre, id)
      const known = await parcelsById(
        centre,
        lines.flatMap(({ parcel }) => parcel ?? []),
      )
      const parcels = new Map(known.map((held) => [held.id, held.parcel]))
      const office = officeOf(await bookOf(centre), desk, unit)
      const names = await staffNames(centre, [closed.by])
      return postRecordOnPaper({
        office,
        at: closed.at,
        number: slipNumber(list.number, 'BBGN-BC'),
        isToPost: kind === 'to-post',
        ours: `${office.counter} (${names.get(closed.by) ?? ''})`,
        theirs: `Bưu chính công ích (${closed.worker.name}, thẻ ${closed.worker.number})`,
        declared: closed.declared,
        why: closed.why,
        lines: lines.map(({ label, parcel }) =>
          recordLine(label, parcel === null ? undefined : parcels.get(parcel)),
        ),
      })
    },
  })
}

function recordLine(label: string, parcel: Parcel | undefined) {
  const person = parcel?.person ?? null
  return {
    label,
    code: parcel?.code ?? null,
    person: person?.name ?? null,
    address: person && addressText(person.address),
    remark: parcel?.direction === 'out' && parcel.stage === 'came-back' ? 'Chuyển hoàn' : null,
  }
}

/** The slip of a parcel with its number as bars; what is known of it by now is filled in. */
export async function giveParcelSlip(desk: Desk, id: string): Promise<Outcome<Uint8Array>> {
  const { centre, now } = desk
  const staff = atThePost(desk)
  if (isRefusal(staff)) return staff
  const held = await parcelById(centre, id)
  const code = held?.parcel.code ?? null
  const found = code === null ? undefined : await holdDossier(centre, code)
  if (!held || !found || code === null) return refuse('no-such-parcel', { label: id })
  const { parcel } = held
  const at = toMoment(now)
  await recordAccess(centre, { id: newId(), at, staff: staff.id, what: 'print-paper', code })
  return givePaper(desk, staff.id, {
    key: 'phieu_gui',
    about: `parcel/${id}#${parcel.version}`,
    dossier: found.id,
    receivedAt: found.dossier.receivedAt,
    madeAt: at,
    async data() {
      const { book, places } = await centreLawOf(centre)
      const { procedure } = lawFor(found.dossier, book)
      const counter = counterOf(staff, today(desk))
      const office = officeOf(book, desk, counter)
      const own = postalSideOf(book, office, counter, today(desk))
      const person = {
        name: parcel.person?.name ?? '',
        phone: parcel.person?.phone ?? null,
        address: parcel.person && addressToFind(places, parcel.person.address, today(desk)),
      }
      const isOut = parcel.direction === 'out'
      const rule = book.postRules.find(({ from }) => from === parcel.rule)
      return postalSlipOnPaper({
        office,
        at,
        code,
        subject: procedure.name,
        isResult: isOut,
        sender: isOut ? own : person,
        recipient: isOut ? person : own,
        papers: [{ name: parcel.contents, count: isOut ? found.dossier.copiesWanted : 1 }],
        parcel: {
          label: labelOf(parcel),
          bars: await barcode(labelOf(parcel)),
          handedOverAt: parcel.handedOverAt,
          due: parcel.due,
          postageDong: parcel.postageDong,
          isAtPostsCost: parcel.isAtPostsCost,
          codDong: parcel.codDong,
          codFeeDong: parcel.codFeeDong,
          ofPostDong: parcel.ofPostDong,
          complaintMonths: rule?.complaintMonths ?? 6,
        },
      })
    },
  })
}
