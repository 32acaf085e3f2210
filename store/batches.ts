/** Rows of one insert; PostgreSQL binds at most 65,535 values to a statement. */
const BATCH = 500

/** Inserts many rows in several statements. */
export async function inBatches<Row>(
  rows: readonly Row[],
  insert: (batch: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) await insert(rows.slice(from, from + BATCH))
}
