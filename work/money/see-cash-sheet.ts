import type { Day } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { type ByWay, cashOf } from '#domain/cash/movements.ts'
import { type CashSheetRow, cashSheetsOn, openingsOn, type TillOpening } from '#store/cash-sheets.ts'
import { moneyMoved, tillOf } from '#store/money-moved.ts'
import { numbersTaken } from '#store/number-books.ts'
import { staffNames } from '#store/staff-names.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { seesAllTills } from './close-cash-sheet.ts'
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

/** The cash of a day: a cashier's own sheet; all of them for who answers for the hall. */
export async function seeCashSheet(desk: Desk, on: Day): Promise<Outcome<SeenCash>> {
  const { actor, centre } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-cash-sheet' })
  const allowed = may(actor, { kind: 'see-cash-sheet' }, today(desk))
  if (isRefusal(allowed)) return allowed
  const isWhole = seesAllTills(actor, today(desk))
  const { from, before } = momentsOf(on)
  const [moved, numbers, closed, openings] = await Promise.all([
    moneyMoved(centre, { from, before, staff: isWhole ? null : actor.id }),
    numbersTaken(centre, 'receipt', from, before),
    cashSheetsOn(centre, on),
    openingsOn(centre, on),
  ])
  const seen = closed.filter(({ staff }) => isWhole || staff === actor.id)
  const names = await staffNames(centre, [
    ...moved.flatMap(({ event }) => [event.by.staff, tillOf(event)]),
    ...openings.map(({ staff }) => staff),
    ...seen.flatMap(({ staff, takenOver }) => [staff, ...(takenOver ? [takenOver.staff] : [])]),
  ])
  const opened = openings.filter(({ staff }) => isWhole || staff === actor.id)
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
      closed: frozen,
    }
  })
  const used = new Set(sheets.flatMap(({ lines }) => lines.flatMap((line) => line.receiptNumber ?? [])))
  const taken = numbers.filter(({ staff_id }) => isWhole || staff_id === actor.id)
  const unused = taken.map(({ year, number }) => receiptNumber(year, number)).filter((one) => !used.has(one))
  return { on, sheets, unused }
}
