import { z } from 'zod'

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/

/** A moment with its offset. In an address an unescaped `+` arrives as a space and is meant as one sign only. */
export const MomentAsked = z
  .string()
  .max(40)
  .transform((typed, context) => {
    const value = typed.replace(' ', '+')
    try {
      if (INSTANT.test(value)) return Temporal.Instant.from(value)
    } catch {
      // Told below: a day or an hour that does not exist.
    }
    context.addIssue({ code: 'custom', message: 'YYYY-MM-DDThh:mm+07:00' })
    return z.NEVER
  })
  .meta({ format: 'date-time' })
