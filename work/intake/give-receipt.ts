import { toMoment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { ComponentGiven } from '#domain/dossier/events.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { caseOf, forChannel } from '#domain/procedure/procedure.ts'
import { receiptOnPaper, type ReceiptData } from '#papers/receipt.ts'
import { recordAccess } from '#store/access-records.ts'
import { holdDossier } from '#store/dossiers.ts'
import { staffNames } from '#store/staff-names.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { givePaper } from '../papers/give-paper.ts'
import { officeOf } from '../papers/office.ts'

/**
 * The receipt (Mẫu 01) as PDF/A. Printed the first time it is asked for and kept; later it is the same bytes again,
 * whatever has happened to the dossier, and each time is written down. For those who receive at that counter.
 */
export async function giveReceipt(desk: Desk, code: string, site: string): Promise<Outcome<Uint8Array>> {
  const { centre, actor } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'receive-dossier' })
  const held = await holdDossier(centre, code)
  if (!held) return refuse('no-such-dossier')
  const { id: dossierId, dossier } = held
  const allowed = may(actor, { kind: 'receive-dossier', unit: dossier.placeOfReceipt }, today(desk))
  if (isRefusal(allowed)) return allowed
  const at = toMoment(desk.now)
  await recordAccess(centre, { id: newId(), at, staff: actor.id, what: 'print-receipt', code })
  const { receivedAt } = dossier
  return givePaper(desk, actor.id, {
    key: 'giay_tiep_nhan',
    about: code,
    dossier: dossierId,
    receivedAt,
    madeAt: receivedAt,
    async data() {
      const data = await receiptData(desk, dossier, await bookOf(centre), site)
      return isRefusal(data) ? data : receiptOnPaper(data)
    },
  })
}

async function receiptData(
  desk: Desk,
  dossier: Dossier,
  book: CentreBook,
  site: string,
): Promise<Outcome<ReceiptData>> {
  const { procedure } = lawFor(dossier, book)
  const chosen = caseOf(procedure, dossier.case)
  if (isRefusal(chosen)) return chosen
  const receiver = dossier.doneBy['receive']?.staff ?? ''
  const names = await staffNames(desk.centre, [receiver])
  return {
    code: dossier.code,
    lookupKey: dossier.lookupKey,
    site,
    ...officeOf(book, desk, dossier.placeOfReceipt),
    channel: dossier.channel,
    applicant: dossier.applicant,
    owner: dossier.owner,
    subject: procedure.name,
    components: dossier.components.map((one) => onReceipt(one, book)),
    field: procedure.field,
    asked: chosen.components.map(({ key, name }) => ({ key, name })),
    limit: forChannel(chosen.limit, dossier.channel),
    receivedAt: dossier.receivedAt,
    due: dossier.dueAtReceipt,
    isDueProvisional: dossier.isDueProvisional,
    returnWish: dossier.returnWish,
    elsewhere: dossier.elsewhere
      ? { agency: book.units.get(dossier.unit)?.name ?? dossier.unit, by: dossier.elsewhere.by }
      : null,
    receiver: names.get(receiver) ?? '',
  }
}

/** A paper that data or a held copy stand in for says so in words: the receipt is read without this program. */
function onReceipt(given: ComponentGiven, { dataSources }: CentreBook): ComponentGiven {
  const { fromData, heldCopy } = given
  if (heldCopy) return { ...given, insteadOfPaper: `Bản số hóa đã có, hồ sơ ${heldCopy.code}` }
  if (!fromData) return given
  const name = dataSources.find(({ key }) => key === fromData.source)?.name ?? fromData.source
  const day = fromData.day.split('-').toReversed().join('/')
  return { ...given, insteadOfPaper: `Dữ liệu: ${name}, tra cứu ${day}, số ${fromData.reference}` }
}
