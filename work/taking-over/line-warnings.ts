import { dayAt, fromMoment, localMinute, type Moment, timeAt, toMoment } from '#domain/calendar/moment.ts'
import { dayWith, type WorkingCalendar } from '#domain/calendar/working-calendar.ts'
import { dueMoment } from '#domain/dossier/due.ts'
import { isRefusal } from '#domain/outcome.ts'
import { caseOf, forChannel, type Procedure } from '#domain/procedure/procedure.ts'
import type { CentreBook } from '../desk.ts'
import type { CellReader } from './cell-reader.ts'

/** What looks like a slip of the finger and may stand on the paper all the same: said, and not in the way. */
export function warnOfMoments(cell: CellReader, procedure: Procedure, book: CentreBook): void {
  const { received_at: receivedAt, due, channel } = cell.row
  if (channel === 'counter' && !isOpenAt(book.reception, receivedAt))
    cell.warn('received_at', 'received-outside-hours', { receivedAt })
  if (due !== null && !isOpenAt(book.counting, due)) cell.warn('due', 'due-outside-hours', { printed: due })
  const chosen = caseOf(procedure, cell.row.case)
  if (isRefusal(chosen) || due === null) return
  const ours = dueMoment(book.counting, forChannel(chosen.limit, channel), fromMoment(receivedAt))
  if (isRefusal(ours)) return cell.warn('due', 'due-not-reckoned')
  const reckoned = ours.due === null ? '' : toMoment(ours.due)
  if (reckoned !== due) cell.warn('due', 'due-differs', { printed: due, reckoned })
}

/** Whether the office is open in a minute or closes with it; a year there is no calendar of says nothing. */
function isOpenAt(calendar: WorkingCalendar, moment: Moment): boolean {
  const minute = localMinute(fromMoment(moment))
  const day = dayWith(calendar, dayAt(minute))
  if (isRefusal(day)) return true
  return day.openings.some(({ opens, closes }) => opens <= timeAt(minute) && timeAt(minute) <= closes)
}
