import type { Day, Moment } from '#domain/calendar/moment.ts'
import type { ReturnWish } from '#domain/dossier/events.ts'
import { headOn, type Office } from './on-paper.ts'
import { dayInFigures, momentInFigures } from './vietnamese.ts'

/** One dossier of the register. */
export interface RegisterLine {
  readonly code: string
  readonly procedure: string
  readonly owner: string
  readonly address: string | null
  readonly phone: string | null
  readonly unit: string
  /** The desk it was handed in at, where that is not the competent agency's own. */
  readonly place: string | null
  readonly receivedAt: Moment
  readonly due: Moment | null
  readonly returnedAt: Moment | null
  readonly way: ReturnWish['way'] | null
  readonly receiver: string | null
  readonly note: 'stopped' | 'late' | null
}

/** Dossiers of a book: what is printed in a second, and what a binder holds. A book that is full never changes its lines. */
export const BOOK = 500

/** What a book of the register is printed from: a field or group of fields of one year. */
export interface RegisterData {
  readonly office: Office
  readonly at: Moment
  readonly year: number
  readonly fields: readonly string[]
  /** From 1. */
  readonly book: number
  readonly from: Day
  readonly to: Day
  readonly printedBy: string
  readonly lines: readonly RegisterLine[]
}

const WAYS: Record<ReturnWish['way'], string> = {
  counter: 'Tại quầy',
  post: 'Bưu chính',
  home: 'Tại nhà',
  electronic: 'Điện tử',
}
const NOTES = { stopped: 'Dừng giải quyết', late: 'Quá hạn' } as const

export function registerOnPaper(data: RegisterData) {
  const { office, at, year, fields, book, from, to, printedBy, lines } = data
  const moment = (one: Moment | null) => (one === null ? '' : momentInFigures(one))
  return {
    ...headOn(office, at, null),
    year: String(year),
    book: `${String(book).padStart(2, '0')}/${year}`,
    field: fields.join(', '),
    from: dayInFigures(from),
    to: dayInFigures(to),
    printedBy,
    rows: lines.map((one, place) => [
      String((book - 1) * BOOK + place + 1),
      one.code,
      one.procedure,
      '1',
      one.owner,
      [one.address, one.phone].filter(Boolean).join('; '),
      one.unit,
      moment(one.receivedAt),
      moment(one.due),
      moment(one.returnedAt),
      one.way === null ? '' : WAYS[one.way],
      one.receiver ?? '',
      [one.place && `Nộp tại ${one.place}`, one.note && NOTES[one.note]].filter(Boolean).join('; '),
    ]),
  }
}
