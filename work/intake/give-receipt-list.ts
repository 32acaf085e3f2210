import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { receiptListOnPaper } from '#papers/receipt-list.ts'
import { staffNames } from '#store/staff-names.ts'
import { seal } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { givePaper } from '../papers/give-paper.ts'
import { officeOf } from '../papers/office.ts'
import { visitFor, visitLine } from './see-visit.ts'

/**
 * One receipt list for what one person handed in: printed the first time it is asked for and kept with the first dossier,
 * later the same bytes again. What is added to the visit afterwards makes another list, of all of it.
 */
export async function giveReceiptList(desk: Desk, visit: string, site: string): Promise<Outcome<Uint8Array>> {
  const found = await visitFor(desk, visit, 'print-receipt')
  if (isRefusal(found)) return found
  const { actor, firstId, first, dossiers, book } = found
  const receivedAt = dossiers.at(-1)?.receivedAt ?? first.receivedAt
  const receiver = first.doneBy['receive']?.staff ?? ''
  return givePaper(desk, actor.id, {
    key: 'giay_tiep_nhan_nhieu_ho_so',
    // A list is known by what stands on it.
    about: `${first.code}/${seal(dossiers.map(({ code }) => code).join(' ')).slice(0, 16)}`,
    dossier: firstId,
    receivedAt: first.receivedAt,
    madeAt: receivedAt,
    data: async () =>
      receiptListOnPaper({
        ...officeOf(book, desk, first.placeOfReceipt),
        site,
        applicant: first.applicant,
        channel: first.channel,
        receivedAt,
        lines: dossiers.map((one) => visitLine(one, book)),
        receiver: (await staffNames(desk.centre, [receiver])).get(receiver) ?? '',
      }),
  })
}
