import { type Moment, toMoment, ZONE } from '#domain/calendar/moment.ts'

/** `yyyyMMddHHmmss` in Vietnam, as both payment providers write moments. */
export function compactTime(moment: Moment): string {
  const at = Temporal.Instant.from(moment).toZonedDateTimeISO(ZONE).toPlainDateTime()
  return at.toString({ smallestUnit: 'second' }).replaceAll(/[-T:]/g, '')
}

/** The moment that fourteen digits say; null for what is none. */
export function readCompactTime(text: string): Moment | null {
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(text)
  if (!parts) return null
  const [, year, month, day, hour, minute, second] = parts
  try {
    const at = Temporal.PlainDateTime.from(`${year}-${month}-${day}T${hour}:${minute}:${second}`)
    return toMoment(at.toZonedDateTime(ZONE).toInstant())
  } catch {
    return null
  }
}
