import { type Day, dayOf, fromMoment, type Moment } from '#domain/calendar/moment.ts'

/** One payment as a provider's file, or one sum that came in as a bank's statement, has it. */
export interface FileLine {
  readonly transaction: string
  readonly dong: number
  readonly paidAt: Moment
  /** The reference, alone or in what was written with a transfer. */
  readonly text: string
}

/** What we have of a payment of the same days. */
export interface Known {
  readonly transaction: string
  readonly dong: number
}

/** What a file came to, frozen. */
export interface FileCompared {
  readonly lines: number
  readonly dong: number
  /** In the file and with us, to the đồng. */
  readonly matched: number
  /** In the file alone until now: each is taken in, and credited or put before a person. */
  readonly unheard: readonly string[]
  /** With us alone: the provider does not say that it took them. */
  readonly missing: readonly (Known & { readonly found: null })[]
  /** Of another amount there than here. */
  readonly differing: readonly (Known & { readonly found: number })[]
}

/** Holds a file against what we have of its days. */
export function compareFile(lines: readonly FileLine[], known: readonly Known[]): FileCompared {
  const inFile = new Map(lines.map((line) => [line.transaction, line]))
  const ours = new Map(known.map((one) => [one.transaction, one]))
  const both = known.flatMap((one) => {
    const line = inFile.get(one.transaction)
    return line ? [{ ...one, found: line.dong }] : []
  })
  return {
    lines: inFile.size,
    dong: [...inFile.values()].reduce((sum, { dong }) => sum + dong, 0),
    matched: both.filter(({ dong, found }) => dong === found).length,
    unheard: [...inFile.keys()].filter((one) => !ours.has(one)),
    missing: known
      .filter(({ transaction }) => !inFile.has(transaction))
      .map((one) => ({ ...one, found: null })),
    differing: both.filter(({ dong, found }) => dong !== found),
  }
}

/** The first and the last day in Vietnam that a file speaks of. */
export function daysOf(lines: readonly FileLine[]): { readonly from: Day; readonly to: Day } | null {
  const days = lines.map(({ paidAt }) => dayOf(fromMoment(paidAt)).toString()).toSorted()
  const [from] = days
  const to = days.at(-1)
  return from === undefined || to === undefined ? null : { from, to }
}
