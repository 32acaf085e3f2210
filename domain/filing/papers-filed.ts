import type { Day } from '#domain/calendar/moment.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import { type DataSource, dutyFor, sourcesFor } from '#domain/procedure/data-for-paper.ts'
import { byPost, type Case, type Component, type Procedure } from '#domain/procedure/procedure.ts'
import { AUTHORITY, type FilingPaper, type PaperWay } from './events.ts'

/** A paper that is asked for online, and by which ways it may come. */
export interface PaperAsked {
  readonly component: Component
  readonly ways: readonly PaperWay[]
}

interface Asking {
  readonly chosen: Case
  readonly procedure: Pick<Procedure, 'isPostal' | 'postalOnly'>
  readonly dataSources: readonly DataSource[]
  readonly on: Day
}

/**
 * The papers of a case as they are asked for online. What data must stand in for is not asked for at all (Decree
 * 309/2026/NĐ-CP art. 4.2a); the application form is filled in; what is only shown is brought when the result is fetched.
 */
export function papersAsked({ chosen, procedure, dataSources, on }: Asking): PaperAsked[] {
  return chosen.components
    .filter(({ original, certified, copy, isForm }) => isForm !== true && original + certified + copy > 0)
    .map((component) => {
      if (dutyFor(dataSources, component.key, on)) return { component, ways: ['data'] }
      const mayBeData = sourcesFor(dataSources, component.key, on).length > 0
      const post: PaperWay[] = byPost(procedure, 'send') ? ['post'] : []
      return { component, ways: ['file', ...(mayBeData ? (['data'] as const) : []), 'counter', ...post] }
    })
}

/** Whether the papers of a filing are there, by ways that are open to them; every one that is missing is named. */
export function checkedPapers(
  asked: readonly PaperAsked[],
  given: readonly FilingPaper[],
  needsAuthority: boolean,
): Outcome<true> {
  const comes = (key: string, ways: readonly PaperWay[]) =>
    given.some(
      ({ component, way, files, held }) =>
        component === key &&
        (way === 'held' ? held !== undefined : ways.includes(way)) &&
        (way !== 'file' || files.length > 0),
    )
  const missing = asked
    .filter(({ component, ways }) => component.isRequired && !comes(component.key, ways))
    .map(({ component }) => component.name)
  if (missing.length > 0) return refuse('papers-missing', { papers: missing })
  if (needsAuthority && !comes(AUTHORITY, ['file', 'counter'])) return refuse('authority-not-shown')
  const unknown = given.find(
    ({ component }) => component !== AUTHORITY && !asked.some((one) => one.component.key === component),
  )
  return unknown ? refuse('no-such-component', { component: unknown.component }) : true
}
