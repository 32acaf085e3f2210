import type { Day } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { postageDongIn } from '#domain/dossier/owed.ts'
import { type ByWay, cashOf } from '#domain/cash/movements.ts'
import {
  type CashSheetRow,
  cashSheetsOn,
  openingsOn,
  type TillOpening,
  unitsOfTills,
} from '#store/cash-sheets.ts'
import { type MoneyMoved, moneyMoved, tillOf } from '#store/money-moved.ts'
import { numbersTaken } from '#store/number-books.ts'
import { staffNames } from '#store/staff-names.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { type CashLine, lineOf, momentsOf } from './day-of-cash.ts'
import { receiptNumber } from './receipt-number.ts'

/** What one cashier took, cancelled and gave back on a day, and what is therefore in the till. */
export interface CashSheet {
  readonly staff: string
  readonly name: string
  /** The float it was opened with; null where none was recorded. */
  readonly opening: Pick<TillOpening, 'dong' | 'at'> | null
  readonly lines: readonly SeenCashLine[]
  readonly sums: ByWay
  /** What of it was taken for the post, in đồng, however it was paid: the centre owes it on. */
  readonly postageDong: number
  /** Whether who asks answers for this till, and so takes its money over. */
  readonly mayTakeOver: boolean
  /** As it was frozen; null while the day is open. */
  readonly closed: (CashSheetRow & { readonly takenOverByName: string | null }) | null
}

/** A movement, with the name of who made it where that was not the cashier. */
export type SeenCashLine = Omit<CashLine, 'by'> & { readonly byName: string | null }

export interface SeenCash {
  readonly on: Day
  readonly sheets: readonly CashSheet[]
  /** Numbers taken that day whose payment did not come about. */
  readonly unused: readonly string[]
}

/** The cash of a day: a cashier's own sheet; for who answers for a counter those of its tills. */
export async function seeCashSheet(desk: Desk, on: Day): Promise<Outcome<SeenCash>> {
  const { actor, centre } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-cash-sheet' })
  const allowed = may(actor, { kind: 'see-cash-sheet' }, today(desk))
  if (isRefusal(allowed)) return allowed
  const { from, before } = momentsOf(on)
  const [movedAnywhere, numbers, closed, openedAnywhere] = await Promise.all([
    moneyMoved(centre, { from, before, staff: null }),
    numbersTaken(centre, 'receipt', from, before),
    cashSheetsOn(centre, on),
    openingsOn(centre, on),
  ])
  const unitsOf = await unitsOfTills(centre, [
    ...new Set([
      ...movedAnywhere.map(({ event }) => tillOf(event)),
      ...[...closed, ...openedAnywhere].map(({ staff }) => staff),
      ...numbers.map((one) => one.staff_id),
    ]),
  ])
  const answersFor = (staff: string) =>
    !isRefusal(may(actor, { kind: 'take-over-cash', units: unitsOf(staff) }, today(desk)))
  const sees = (staff: string) => staff === actor.id || answersFor(staff)
  const moved = movedAnywhere.filter(({ event }) => sees(tillOf(event)))
  const seen = closed.filter(({ staff }) => sees(staff))
  const opened = openedAnywhere.filter(({ staff }) => sees(staff))
  const names = await staffNames(centre, [
    ...moved.flatMap(({ event }) => [event.by.staff, tillOf(event)]),
    ...opened.map(({ staff }) => staff),
    ...seen.flatMap(({ staff, takenOver }) => [staff, ...(takenOver ? [takenOver.staff] : [])]),
  ])
  const byStaff = Map.groupBy(moved, ({ event }) => tillOf(event))
  const staff = new Set([...byStaff.keys(), ...[...seen, ...opened].map((one) => one.staff)])
  const sheets = [...staff].map((one) => {
    const lines = (byStaff.get(one) ?? []).map((moving) => {
      const { by, ...line } = lineOf(moving)
      return { ...line, byName: by && (names.get(by) ?? '') }
    })
    const opening = opened.find((row) => row.staff === one)
    const sheet = seen.find((row) => row.staff === one)
    const takenOverByName = sheet?.takenOver ? (names.get(sheet.takenOver.staff) ?? '') : null
    const frozen = sheet ? { ...sheet, takenOverByName } : null
    return {
      staff: one,
      name: names.get(one) ?? '',
      opening: opening ? { dong: opening.dong, at: opening.at } : null,
      lines,
      sums: cashOf(lines),
      postageDong: postageIn(byStaff.get(one) ?? []),
      mayTakeOver: one !== actor.id && answersFor(one),
      closed: frozen,
    }
  })
  const used = new Set(sheets.flatMap(({ lines }) => lines.flatMap((line) => line.receiptNumber ?? [])))
  const taken = numbers.filter(({ staff_id }) => sees(staff_id))
  const unused = taken.map(({ year, number }) => receiptNumber(year, number)).filter((one) => !used.has(one))
  return { on, sheets, unused }
}

/** Postage in what was taken and not cancelled the same day. */
function postageIn(moved: readonly MoneyMoved[]): number {
  const cancelled = new Set(
    moved.flatMap(({ event }) => (event.type === 'PaymentCancelled' ? [event.payment] : [])),
  )
  return moved.reduce(
    (sum, { event }) =>
      event.type === 'PaymentTaken' && !cancelled.has(event.payment)
        ? sum + postageDongIn(event.lines ?? [])
        : sum,
    0,
  )
}
