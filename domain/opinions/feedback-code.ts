import type { Day } from '../calendar/moment.ts'
import { lookupKey, readLookupKey } from '../dossier/lookup-key.ts'

/** The code on what a citizen is given for his feedback: the day, and four signs that tell nothing of how many there are. */
export function feedbackCode(on: Day, random: Uint8Array): string {
  return `PA-${on.slice(2).replaceAll('-', '')}-${lookupKey(random.subarray(0, 4))}`
}

/** A code as typed; what is none stays as it is and is found nowhere. */
export function readFeedbackCode(typed: string): string {
  const [, day, signs] = /^PA(\d{6})(.{4})$/.exec(typed.replace(/[\s-]+/g, '').toUpperCase()) ?? []
  return day && signs ? `PA-${day}-${readLookupKey(signs)}` : typed
}
