import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { printReceiptList, RECEIPT_LIST, type ReceiptListData } from '#papers/receipt-list.ts'
import { keepPaper, paperOf } from '#store/papers.ts'
import { staffNames } from '#store/staff-names.ts'
import { newId, seal } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { officeOf, printedAgain } from './give-receipt.ts'
import { visitFor, visitLine } from './see-visit.ts'

/**
 * One receipt list for what one person handed in: printed the first time it is asked for and kept with the first dossier,
 * later the same bytes again. What is added to the visit afterwards makes another list, of all of it.
 */
export async function giveReceiptList(desk: Desk, visit: string, site: string): Promise<Outcome<Uint8Array>> {
  const found = await visitFor(desk, visit, 'print-receipt')
  if (isRefusal(found)) return found
  const { actor, firstId, first, dossiers, book } = found
  const form = formOf(dossiers.map(({ code }) => code))
  const kept = await paperOf(desk.centre, firstId, form)
  if (kept) return printedAgain(desk, actor.id, kept)
  const receiver = first.doneBy['receive']?.staff ?? ''
  const data: ReceiptListData = {
    ...officeOf(desk, first, book),
    site,
    applicant: first.applicant,
    channel: first.channel,
    receivedAt: dossiers.at(-1)?.receivedAt ?? first.receivedAt,
    lines: dossiers.map((one) => visitLine(one, book)),
    receiver: (await staffNames(desk.centre, [receiver])).get(receiver) ?? '',
  }
  const bytes = printReceiptList(data)
  const at = toMoment(desk.now)
  const paper = { id: newId(), dossier: firstId, form, at, staff: actor.id, data, bytes }
  if (await keepPaper(desk.centre, paper)) return bytes
  const other = await paperOf(desk.centre, firstId, form)
  if (!other) throw new Error(`${first.code}: a list that was kept is gone`)
  return printedAgain(desk, actor.id, other)
}

/** A list is known by what stands on it. */
function formOf(codes: readonly string[]): string {
  return `${RECEIPT_LIST} ${seal(codes.join(' ')).slice(0, 16)}`
}
