import { dayOf, toMoment } from '#domain/calendar/moment.ts'
import type { Staff } from '#domain/people/may.ts'
import { takeReceiptNumber } from '#store/receipt-numbers.ts'
import type { Desk } from '../desk.ts'

/** The next number of the centre's receipts, as it is printed: the year in Vietnam and seven digits. */
export async function nextReceiptNumber(desk: Desk, actor: Staff, dossier: string): Promise<string> {
  const { year } = dayOf(desk.now)
  const taken = { year, dossier, staff: actor.id, at: toMoment(desk.now) }
  return receiptNumber(year, await takeReceiptNumber(desk.centre, taken))
}

export function receiptNumber(year: number, number: number): string {
  return `${year}/${String(number).padStart(7, '0')}`
}
