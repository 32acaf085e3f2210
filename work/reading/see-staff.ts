import type { Staff } from '#domain/people/may.ts'
import { staffById, staffLogins } from '#store/people.ts'
import type { Desk } from '../desk.ts'

/** Every person of a centre with posts and mandates, by login. */
export async function seeStaff(centre: Desk['centre']): Promise<readonly Staff[]> {
  const logins = await staffLogins(centre)
  const everyone = await Promise.all(
    [...logins].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { id }]) => staffById(centre, id)),
  )
  return everyone.filter((one) => one !== undefined)
}
