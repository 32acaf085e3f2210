import type { Day } from '../calendar/moment.ts'
import { lookupKey, readLookupKey } from '../dossier/lookup-key.ts'

/** The code of a request for a visit at home: the day, and four signs that tell nothing of how many there are. */
export function homeCode(on: Day, random: Uint8Array): string {
  return `TN-${on.slice(2).replaceAll('-', '')}-${lookupKey(random.subarray(0, 4))}`
}

/** A code as typed; what is none stays as it is and is found nowhere. */
export function readHomeCode(typed: string): string {
  const [, day, signs] = /^TN(\d{6})(.{4})$/.exec(typed.replace(/[\s-]+/g, '').toUpperCase()) ?? []
  return day && signs ? `TN-${day}-${readLookupKey(signs)}` : typed
}
