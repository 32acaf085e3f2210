/** Counts below this could point at single persons, and are not published across several groupings at once. */
export const FEWEST_SHOWN = 5

/** A row of open data: what it is told apart by, and its counts; null is a count that is not shown. */
export interface OpenRow {
  readonly keys: readonly string[]
  readonly counts: readonly (number | null)[]
}

/**
 * Hides counts of 1 to 4. Totals by each key are published elsewhere, so wherever a total of one key holds exactly one
 * hidden count, the smallest other one is hidden with it: nothing hidden can be taken from a total by subtraction.
 * A count that is a total all by itself stays hidden; the total is published where the law asks for it.
 */
export function withoutSmallCells(
  rows: readonly { readonly keys: readonly string[]; readonly counts: readonly number[] }[],
): OpenRow[] {
  const shown = rows.map(({ keys, counts }) => ({
    keys,
    counts: counts.map((count) => (count > 0 && count < FEWEST_SHOWN ? null : count)),
  }))
  const totals = totalsOf(rows)
  for (let isChanged = true; isChanged;) {
    isChanged = false
    for (const members of totals)
      for (const column of rows[0]?.counts.keys() ?? []) {
        const cells = members.flatMap((at) => shown[at] ?? [])
        if (cells.filter(({ counts }) => counts[column] === null).length !== 1) continue
        const smallest = cells
          .filter(({ counts }) => (counts[column] ?? 0) > 0)
          .toSorted((a, b) => (a.counts[column] ?? 0) - (b.counts[column] ?? 0))[0]
        if (!smallest) continue
        smallest.counts[column] = null
        isChanged = true
      }
  }
  return shown
}

/** The rows that each published total adds up: all that share one key. */
function totalsOf(rows: readonly { readonly keys: readonly string[] }[]): number[][] {
  const totals = new Map<string, number[]>()
  for (const [at, { keys }] of rows.entries())
    for (const [place, key] of keys.entries()) {
      const name = `${place} ${key}`
      totals.set(name, [...(totals.get(name) ?? []), at])
    }
  return [...totals.values()]
}
