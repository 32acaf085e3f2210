import type { Party } from '#domain/dossier/events.ts'
import { searched } from './searched.ts'

/**
 * Whether two dossiers name the same person or organisation: by number, or where one of them has none by name and
 * phone together. A common name alone never makes two people one.
 */
export function isSamePerson(one: Party, other: Party): boolean {
  if (one.idNumber !== null && other.idNumber !== null) return one.idNumber === other.idNumber
  return one.phone !== null && one.phone === other.phone && searched(one.name) === searched(other.name)
}
