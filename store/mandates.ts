import { delegationKey } from '#domain/people/delegation.ts'
import type { Centre } from './database.ts'
import { together } from './gathered.ts'

const groundOf = together<string, string | null>(async ({ db }, keys) => {
  const rows = await db.selectFrom('mandate').select(['key', 'ground']).where('key', 'in', keys).execute()
  const ids = keys.flatMap((key) => /^uq-([0-9a-f-]{36})$/.exec(key)?.[1] ?? [])
  const delegated =
    ids.length === 0
      ? []
      : await db.selectFrom('delegation').select(['id', 'ground']).where('id', 'in', ids).execute()
  const grounds = new Map([
    ...rows.map(({ key, ground }) => [key, ground] as const),
    ...delegated.map(({ id, ground }) => [delegationKey(id), ground] as const),
  ])
  return keys.map((key) => grounds.get(key) ?? null)
})

/** The documents that mandates rest on, by the mandates' keys. */
export async function mandateGrounds(
  centre: Centre,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const grounded = await Promise.all(
    [...new Set(keys)].map(async (key) => [key, await groundOf(centre, key)] as const),
  )
  return new Map(grounded.flatMap(([key, ground]) => (ground === null ? [] : [[key, ground] as const])))
}
