import type { Day } from '#domain/calendar/moment.ts'

/** What the citizen was told to pay to the state before the request can be granted: one notice. */
export interface Obligation {
  readonly key: string
  /** Who issued the notice. */
  readonly body: string
  readonly number: string
  readonly issuedOn: Day
  readonly what: string
  /** Whole đồng. */
  readonly dong: number
  readonly payBy: Day
  readonly state: 'open' | 'met' | 'withdrawn'
  /** When it was paid, as its proof says, and the number of the proof. */
  readonly paidOn?: Day
  readonly proof?: string
}

/** The notices that were neither paid nor withdrawn. */
export function openObligations({
  obligations,
}: {
  readonly obligations?: readonly Obligation[]
}): Obligation[] {
  return (obligations ?? []).filter(({ state }) => state === 'open')
}

/** The first day by which one of them is to be paid; null when none is open. */
export function lastDayToPay(obligations: readonly Obligation[]): Day | null {
  return (
    openObligations({ obligations })
      .map(({ payBy }) => payBy)
      .toSorted()[0] ?? null
  )
}
