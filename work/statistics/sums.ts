import { NO_SUMS, type Sums, sumsOf } from '#domain/statistics/sums.ts'
import type { Centre } from '#store/database.ts'
import { type FigureGrouping, type FigureRow, type FiguresAsked, rolledUp } from '#store/figures.ts'

export type { FigureGrouping, FiguresAsked } from '#store/figures.ts'

export interface GroupSums {
  /** Unit code, field, place (empty where none helped) or month `yyyy-mm`. */
  readonly key: string
  readonly sums: Sums
}

/** What a window comes to, of all that is asked. */
export async function sumsIn(centre: Centre, asked: FiguresAsked): Promise<Sums> {
  const [all] = await sumsBy(centre, asked, null)
  return all?.sums ?? NO_SUMS
}

/** What a window comes to by groups, in order of their keys; groups of which nothing stands or happened are left out. */
export async function sumsBy(
  centre: Centre,
  asked: FiguresAsked,
  by: FigureGrouping | null,
): Promise<readonly GroupSums[]> {
  const rows = await rolledUp(centre, asked, by)
  if (by === 'month') return monthAfterMonth(rows)
  return [...Map.groupBy(rows, ({ key }) => key)]
    .map(([key, members]) => ({ key, sums: sumsOf(within(members), stockBefore(members)) }))
    .filter(({ sums }) => isAnything(sums))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

/** Each month begins with what the one before left open. */
function monthAfterMonth(rows: readonly FigureRow[]): GroupSums[] {
  let before = stockBefore(rows)
  return [...Map.groupBy(within(rows), ({ key }) => key)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, members]) => {
      const sums = sumsOf(members, before)
      before = { open: sums.openAfter, overdue: sums.overdueAfter }
      return { key, sums }
    })
}

const within = (rows: readonly FigureRow[]) => rows.filter((row) => !row.is_before)

function stockBefore(rows: readonly FigureRow[]) {
  const { openAfter, overdueAfter } = sumsOf(rows.filter((row) => row.is_before))
  return { open: openAfter, overdue: overdueAfter }
}

function isAnything({ flows, openBefore, openAfter }: Sums): boolean {
  if (openBefore !== 0 || openAfter !== 0) return true
  return Object.values(flows).some((byChannel) => Object.values(byChannel).some((count) => count !== 0))
}
