import { z } from 'zod'

/** Whether a text is a day that exists, in the years that records can be about. */
function isDay(value: string): boolean {
  if (!/^(?:19|2\d)\d\d-\d\d-\d\d$/.test(value)) return false
  try {
    return Temporal.PlainDate.from(value).toString() === value
  } catch {
    return false
  }
}

/** A day in Vietnam. */
export const KnownDay = z.string().refine(isDay, { error: 'YYYY-MM-DD' }).meta({ format: 'date' })
