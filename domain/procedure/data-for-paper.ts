import type { Day } from '#domain/calendar/moment.ts'
import type { ComponentGiven } from '#domain/dossier/events.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'

/** A database or service whose data stand in for papers; all of it dated, as it was published and connected. */
export interface DataSource {
  readonly key: string
  readonly name: string
  /** Who keeps it. */
  readonly keeper: string
  readonly from: Day
  /** First day on which it may no longer be used; null while open-ended. */
  readonly until: Day | null
  /** From when the paper may not be asked for; null while both will do. */
  readonly dutyFrom: Day | null
  /** Keys of the papers it stands in for. */
  readonly components: readonly string[]
}

/** Why the paper is asked for although data should do: the closed list of Decree 309/2026/NĐ-CP, art. 4.2a. */
export const DESPITE_REASONS = ['incident', 'disaster', 'inaccurate'] as const
export type DespiteReason = (typeof DESPITE_REASONS)[number]

/** The sources that may stand in for a paper on a day. */
export function sourcesFor(sources: readonly DataSource[], component: string, on: Day): DataSource[] {
  return sources.filter(
    (one) => one.components.includes(component) && one.from <= on && (one.until === null || on < one.until),
  )
}

/** The source whose data must be used in place of a paper on a day, if there is one. */
export function dutyFor(sources: readonly DataSource[], component: string, on: Day): DataSource | undefined {
  return sourcesFor(sources, component, on).find(({ dutyFrom }) => dutyFrom !== null && dutyFrom <= on)
}

/**
 * Whether papers and data were given as the law has it on that day: data only from a source that may stand in for the
 * paper, looked up no later than today; a paper that data must replace only with a reason of the closed list, which is
 * counted.
 */
export function checkedData(
  sources: readonly DataSource[],
  given: readonly ComponentGiven[],
  on: Day,
): Outcome<true> {
  for (const { component, original, certified, copy, fromData, paperDespiteData } of given) {
    if (fromData && !sourcesFor(sources, component, on).some(({ key }) => key === fromData.source))
      return refuse('no-such-data-source', { component, source: fromData.source })
    if (fromData && fromData.day > on) return refuse('data-of-tomorrow', { component, day: fromData.day })
    const duty = dutyFor(sources, component, on)
    if (paperDespiteData && !duty) return refuse('paper-may-be-asked', { component })
    if (duty && !paperDespiteData && original + certified + copy > 0)
      return refuse('paper-despite-data', { component, source: duty.name })
  }
  return true
}
