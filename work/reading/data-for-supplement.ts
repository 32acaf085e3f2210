import type { Day } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { DossierEvent } from '#domain/dossier/events.ts'
import { supplementAsked } from '#domain/dossier/supplement.ts'
import { dutyFor, sourcesFor } from '#domain/procedure/data-for-paper.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import type { CentreBook } from '../desk.ts'

/** A paper for which data can stand in, and whether they must. */
export interface PaperWithData {
  readonly component: string
  readonly name: string
  readonly sources: readonly { readonly key: string; readonly name: string }[]
  readonly hasDuty: boolean
  /** The day by which this was told: today. */
  readonly on: Day
}

/** The papers a citizen was asked for as supplement that data can replace today. */
export function dataForSupplement(
  history: readonly { readonly event: DossierEvent }[],
  {
    dossier,
    book,
    procedure,
    on,
  }: { dossier: Dossier; book: Pick<CentreBook, 'dataSources'>; procedure: Procedure; on: Day },
): readonly PaperWithData[] {
  if (dossier.stage !== 'awaiting-citizen') return []
  const asked = supplementAsked(history.map(({ event }) => event)) ?? []
  const papers = procedure.cases.find(({ key }) => key === dossier.case)?.components ?? []
  const keys = new Set(asked.flatMap(({ component }) => component ?? []))
  return [...keys].flatMap((component) => {
    const sources = sourcesFor(book.dataSources, component, on).map(({ key, name }) => ({ key, name }))
    const name = papers.find(({ key }) => key === component)?.name ?? component
    const hasDuty = dutyFor(book.dataSources, component, on) !== undefined
    return sources.length === 0 ? [] : [{ component, name, sources, hasDuty, on }]
  })
}
