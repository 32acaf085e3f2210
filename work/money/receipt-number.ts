import { dayOf, toMoment } from '#domain/calendar/moment.ts'
import type { ReceiptForm } from '#domain/dossier/events.ts'
import type { Staff } from '#domain/people/may.ts'
import { takeNumber } from '#store/number-books.ts'
import { bookOf } from '../centre-book.ts'
import type { Desk } from '../desk.ts'

/**
 * The next number of the centre's receipts, as it is printed: the year in Vietnam and seven digits. What came through a
 * provider has a series of its own, so that the receipts of the counter run without gaps of other people's making.
 */
export async function nextReceiptNumber(
  desk: Desk,
  actor: Staff,
  { id, takenFor, isOnline }: { readonly id: string; readonly takenFor: string; readonly isOnline: boolean },
): Promise<string> {
  const { year } = dayOf(desk.now)
  const book = isOnline ? 'online-receipt' : 'receipt'
  const taken = { id, book, year, takenFor, staff: actor.id, at: toMoment(desk.now) } as const
  const { number, year: ofYear } = await takeNumber(desk.centre, taken)
  return isOnline ? onlineReceiptNumber(ofYear, number) : receiptNumber(ofYear, number)
}

/** Form and symbol that receipts bear today; null where the centre has not declared them. */
export async function receiptFormOn({ centre, now }: Desk): Promise<ReceiptForm | null> {
  const { ruleSets } = await bookOf(centre)
  const day = dayOf(now).toString()
  const inForce = ruleSets.findLast(({ from }) => from <= day)
  return inForce && inForce.receiptForm !== ''
    ? { form: inForce.receiptForm, symbol: inForce.receiptSymbol }
    : null
}

export function receiptNumber(year: number, number: number): string {
  return `${year}/${String(number).padStart(7, '0')}`
}

/** "TT" for "trực tuyến". */
export function onlineReceiptNumber(year: number, number: number): string {
  return `${year}/TT-${String(number).padStart(7, '0')}`
}
