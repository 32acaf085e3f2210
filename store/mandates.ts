import { delegationKey } from '#domain/people/delegation.ts'
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
  const ids = keys.flatMap((key) => /^uq-([0-9a-f-]{36})$/.exec(key)?.[1] ?? [])
  const delegated =
    ids.length === 0
      ? []
      : await centre.db.selectFrom('delegation').select(['id', 'ground']).where('id', 'in', ids).execute()
  return new Map([
    ...rows.map(({ key, ground }) => [key, ground] as const),
    ...delegated.map(({ id, ground }) => [delegationKey(id), ground] as const),
  ])
}
