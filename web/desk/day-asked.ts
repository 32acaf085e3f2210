const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The day an address asks for, or today where it names none that exists. */
export function dayAsked(given: string | null, today: string): string {
  if (given === null || !DAY.test(given)) return today
  try {
    return Temporal.PlainDate.from(given).toString()
  } catch (error) {
    if (error instanceof RangeError) return today
    throw error
  }
}
