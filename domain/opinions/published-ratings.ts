import type { Day } from '../calendar/moment.ts'
import { FEWEST_SHOWN, withoutSmallCells } from '../statistics/small-cells.ts'

/** How many were satisfied on the whole, of how many. */
export interface Satisfaction {
  readonly satisfied: number
  readonly ratings: number
}

export interface RatingCell extends Satisfaction {
  /** `yyyy-mm`. */
  readonly month: string
  readonly unit: string
}

export interface PublishedRatings {
  readonly all: Satisfaction
  /** Units that have at least one month that is shown. */
  readonly units: ReadonlyMap<string, Satisfaction>
}

/**
 * What may be shown to everybody: months and units with fewer than five ratings are left out, and with them the next
 * smallest unit of the month where one alone would come out by subtraction. Every number is a sum of cells that could
 * each stand for itself, so no choice of months tells more than the cells do.
 */
export function publishedRatings(cells: readonly RatingCell[]): PublishedRatings {
  const units = new Map<string, Satisfaction>()
  let all: Satisfaction = NONE
  for (const members of Map.groupBy(cells, ({ month }) => month).values()) {
    const total = members.reduce(sum, NONE)
    if (total.ratings >= FEWEST_SHOWN) all = sum(all, total)
    const shown = withoutSmallCells(
      members.map(({ unit, ratings }) => ({ keys: ['', unit], counts: [ratings] })),
    )
    for (const [place, cell] of members.entries())
      if (cell.ratings > 0 && shown[place]?.counts[0] === cell.ratings)
        units.set(cell.unit, sum(units.get(cell.unit) ?? NONE, cell))
  }
  return { all, units }
}

/** The last month that is shown: it is over, and nobody can change what was said in it any more. */
export function lastMonthShown(today: Day, changeDays: number): string {
  return Temporal.PlainDate.from(today)
    .subtract({ days: changeDays })
    .toPlainYearMonth()
    .subtract({ months: 1 })
    .toString()
}

const NONE: Satisfaction = { satisfied: 0, ratings: 0 }

function sum(one: Satisfaction, other: Satisfaction): Satisfaction {
  return { satisfied: one.satisfied + other.satisfied, ratings: one.ratings + other.ratings }
}
