import { toMoment } from '#domain/calendar/moment.ts'
import { closeSheet } from '#domain/cash/cash-sheet.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may, type Staff } from '#domain/people/may.ts'
import type { CashSheetToClose } from '#shapes/cash.ts'
import { type CashSheetRow, cashSheetsOn, openingOf, withTill } from '#store/cash-sheets.ts'
import { moneyMoved } from '#store/money-moved.ts'
import { takeNumber } from '#store/number-books.ts'
import { today } from '../change-dossier.ts'
import { derivedId } from '../derived-id.ts'
import type { Desk } from '../desk.ts'
import { lineOf, momentsOf } from './day-of-cash.ts'

/**
 * A cashier closes a day: nobody moves money of that till while it is counted up, and afterwards nobody can. The sheet
 * is frozen with its number.
 */
export async function closeCashSheet(desk: Desk, given: CashSheetToClose): Promise<Outcome<CashSheetRow>> {
  const { actor, centre } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'close-cash' })
  const allowed = may(actor, { kind: 'close-cash' }, today(desk))
  if (isRefusal(allowed)) return allowed
  const { id, on, ...counted } = given
  const outcome = await withTill(centre, { staff: actor.id, on }, async (till) => {
    if (till.isClosed) return refuse('day-closed', { on })
    const moved = await moneyMoved(till.centre, { ...momentsOf(on), staff: actor.id })
    const opening = (await openingOf(till.centre, { staff: actor.id, on })) ?? null
    const content = closeSheet(moved.map(lineOf), counted, { on, today: today(desk), opening })
    if (isRefusal(content)) return content
    await till.close({ id, number: await nextNumber(desk, actor, given), at: toMoment(desk.now), content })
    return true
  })
  const sheet = (await cashSheetsOn(centre, on)).find(({ staff }) => staff === actor.id)
  // Sent again, it is the sheet it made.
  return sheet && (sheet.id === id || outcome === true)
    ? sheet
    : isRefusal(outcome)
      ? outcome
      : refuse('no-such-sheet')
}

async function nextNumber(desk: Desk, actor: Staff, { id, on }: CashSheetToClose): Promise<string> {
  const year = Number(on.slice(0, 4))
  const at = toMoment(desk.now)
  const book = 'cash-sheet'
  const taken = { id: derivedId(id, book), book, year, takenFor: on, staff: actor.id, at } as const
  const { number } = await takeNumber(desk.centre, taken)
  return `${year}/SQ-${String(number).padStart(4, '0')}`
}
