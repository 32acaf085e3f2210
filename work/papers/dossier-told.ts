import type { Dossier } from '#domain/dossier/dossier.ts'
import type { DossierEvent } from '#domain/dossier/events.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { historyOf } from '#store/dossier-events.ts'
import type { HeldDossier, SealedEvent } from '#store/dossiers.ts'
import { staffNames } from '#store/staff-names.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor } from '../change-dossier.ts'
import type { CentreBook, Desk } from '../desk.ts'

/** All that a paper of a dossier is made from. */
export interface DossierTold {
  readonly desk: Desk
  readonly staff: string
  /** Where the look-up page is. */
  readonly site: string
  readonly id: string
  readonly dossier: Dossier
  readonly procedure: Procedure
  readonly history: readonly SealedEvent[]
  readonly book: CentreBook
  readonly names: ReadonlyMap<string, string>
}

export async function tellDossier(
  desk: Desk,
  { staff, site, held }: { readonly staff: string; readonly site: string; readonly held: HeldDossier },
): Promise<DossierTold> {
  const { id, dossier } = held
  const book = await bookOf(desk.centre)
  const history = await historyOf(desk.centre, dossier.code)
  const people = history.flatMap(({ event }) => [
    event.by.staff,
    ...(event.by.insteadOf === undefined ? [] : [event.by.insteadOf]),
    ...('holder' in event && event.holder.staff ? [event.holder.staff] : []),
  ])
  const names = await staffNames(desk.centre, [...new Set([...people, staff])])
  const { procedure } = lawFor(dossier, book)
  return { desk, staff, site, id, dossier, procedure, history, book, names }
}

/** The last event of a type up to one of the history. */
export function lastBefore<Type extends DossierEvent['type']>(
  { history }: DossierTold,
  type: Type,
  upTo: number,
): Extract<DossierEvent, { type: Type }> | undefined {
  return history
    .filter(({ sequence }) => sequence <= upTo)
    .map(({ event }) => event)
    .findLast((event): event is Extract<DossierEvent, { type: Type }> => event.type === type)
}

/** Papers of the dossier's case, by their keys. */
export function componentNames({ procedure, dossier }: DossierTold): ReadonlyMap<string, string> {
  const found = procedure.cases.find(({ key }) => key === dossier.case)
  return new Map((found?.components ?? []).map(({ key, name }) => [key, name]))
}
