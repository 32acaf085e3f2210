import type { Staff } from '#domain/people/may.ts'
import { staffById, staffLogins } from '#store/people.ts'
import type { Desk } from '../desk.ts'

/** Every person of a centre with posts and mandates, by login. */
export async function seeStaff(centre: Desk['centre']): Promise<readonly Staff[]> {
  return [...(await staffWithLogins(centre)).values()]
}

/** Some of them, by id; who is not of the centre is left out. */
export async function seeStaffOf(centre: Desk['centre'], ids: readonly string[]): Promise<readonly Staff[]> {
  const found = await Promise.all([...new Set(ids)].map((id) => staffById(centre, id)))
  return found.filter((one) => one !== undefined)
}

/** The same with the logins, in their order. */
export async function staffWithLogins(centre: Desk['centre']): Promise<ReadonlyMap<string, Staff>> {
  const logins = [...(await staffLogins(centre))].sort(([a], [b]) => (a < b ? -1 : 1))
  const everyone = await Promise.all(
    logins.map(async ([login, { id }]) => [login, await staffById(centre, id)] as const),
  )
  return new Map(everyone.flatMap(([login, one]) => (one ? [[login, one]] : [])))
}
