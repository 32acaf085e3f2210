import type { ComponentGiven } from './events.ts'
import { feeDue } from '#domain/procedure/fee.ts'
import {
  type Case,
  caseByPages,
  type Channel,
  type Component,
  forChannel,
  type Procedure,
} from '#domain/procedure/procedure.ts'

/** One dossier of a batch: what differs from its neighbours. */
export interface BatchRow {
  /** Pages of the document, where they were counted. */
  readonly pages: number | null
  readonly copies: number
}

/** Whether a procedure tells its cases apart by pages, so that a row without pages has none. */
export function hasCasesByPages({ cases }: Pick<Procedure, 'cases'>): boolean {
  return cases.some(({ pages }) => pages !== undefined)
}

/** The case of one row: the one chosen for all of them, otherwise the one its pages fall under. */
export function caseOfRow(
  procedure: Procedure,
  chosen: string | null,
  { pages }: Pick<BatchRow, 'pages'>,
): Case | undefined {
  if (chosen !== null) return procedure.cases.find(({ key }) => key === chosen)
  if (!hasCasesByPages(procedure)) return procedure.cases[0]
  return pages === null ? undefined : caseByPages(procedure, pages)
}

/** What one row costs in đồng; null while undetermined. */
export function feeOfRow(chosen: Case, channel: Channel, { pages, copies }: BatchRow): number | null {
  return feeDue(forChannel(chosen.fee, channel), copies, pages)
}

/** The papers exactly as a case asks for them, for an officer who has seen that all are there. */
export function papersAsAsked(components: readonly Component[]): Omit<ComponentGiven, 'heldCopy'>[] {
  return components
    .filter((one) => one.isRequired && one.original + one.certified + one.copy > 0)
    .map(({ key, original, certified, copy }) => ({
      component: key,
      original,
      certified,
      copy,
      insteadOfPaper: null,
    }))
}
