import { dayOf, fromMoment, type Moment, toMoment } from '#domain/calendar/moment.ts'
import type { NumberBook } from '#domain/number-book.ts'
import { takeNumber } from '#store/number-books.ts'
import { derivedId } from '../derived-id.ts'
import type { Desk } from '../desk.ts'

/**
 * The number of a slip or document in its book of the year it is dated in. The same paper gets the same number again,
 * so that a print that failed leaves no gap.
 */
export async function paperNumber(
  { centre, now }: Desk,
  staff: string,
  paper: {
    readonly book: NumberBook
    /** An id of what the paper is of. */
    readonly id: string
    readonly about: string
    readonly datedAt: Moment
  },
): Promise<number> {
  const { book, id, about, datedAt } = paper
  const { year } = dayOf(fromMoment(datedAt))
  const taken = { id: derivedId(id, book, about), book, year, takenFor: about, staff, at: toMoment(now) }
  return (await takeNumber(centre, taken)).number
}
