/** Tells the moment. Made once at start and handed on: nothing else in the house looks at a clock. */
export type Clock = () => Temporal.Instant

/** The true time, or, for demonstration, a time that was set at start and runs on from there. */
export function clockFrom(setTo: Temporal.Instant | null): Clock {
  if (!setTo) return () => Temporal.Now.instant()
  const offset = Temporal.Now.instant().until(setTo)
  return () => Temporal.Now.instant().add(offset)
}
