import type { Centre } from './database.ts'
import { together } from './gathered.ts'

const nameOf = together<string, string | null>(async ({ db }, ids) => {
  const rows = await db.selectFrom('staff').select(['id', 'name']).where('id', 'in', ids).execute()
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return ids.map((id) => names.get(id) ?? null)
})

/** Names of persons of the centre by id. */
export async function staffNames(
  centre: Centre,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const named = await Promise.all(
    [...new Set(ids)].map(async (id) => [id, await nameOf(centre, id)] as const),
  )
  return new Map(named.flatMap(([id, name]) => (name === null ? [] : [[id, name] as const])))
}
