import type { Centre } from './database.ts'

/** The documents that mandates rest on, by the mandates' keys. */
export async function mandateGrounds(
  centre: Pick<Centre, 'db'>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map()
  const rows = await centre.db
    .selectFrom('mandate')
    .select(['key', 'ground'])
    .where('key', 'in', [...new Set(keys)])
    .execute()
  return new Map(rows.map(({ key, ground }) => [key, ground]))
}
