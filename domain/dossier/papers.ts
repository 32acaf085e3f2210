import type { Moment } from '#domain/calendar/moment.ts'
import type { Dossier } from './dossier.ts'
import type { ComponentGiven } from './events.ts'

/**
 * Where the papers of a dossier lie. Its electronic steps move at once; paper is carried (decision 0027). As long as
 * nothing was handed over, what was handed in lies at the place of receipt and a signed result with who approved it,
 * so that neither receiving nor advancing writes anything about it.
 */

/** A paper: its place among the components that were handed in, from 0, or `result` for the signed result. */
export type PaperRef = string

/** Papers of one dossier that lie together. */
export interface Lot {
  readonly unit: string
  /** Since when they lie there. */
  readonly since: Moment
  readonly papers: readonly PaperRef[]
  /** The sheet they are on their way by, until the receiver has confirmed it. */
  readonly sheet?: {
    readonly id: string
    readonly number: string
    readonly to: string
    readonly givenBy: string
    readonly at: Moment
  }
}

/** A paper that was not among what a sheet said it was. */
export interface MissingPaper {
  readonly paper: PaperRef
  /** Where it was missed, and who was to bring it. */
  readonly unit: string
  readonly from: string
  readonly sheet: string
  readonly number: string
  readonly at: Moment
}

/** Counted as handed in; data in place of a paper weigh nothing. */
export function isOnPaper({ original, certified, copy }: ComponentGiven): boolean {
  return original + certified + copy > 0
}

/** All papers of a dossier and where they lie. */
export function lotsOf(dossier: Dossier): readonly Lot[] {
  if (dossier.lots) return dossier.lots
  const papers = onPaper(dossier.components, 0)
  const approver =
    dossier.approvedAt === null || !isResultOnPaper(dossier) ? undefined : approverUnit(dossier)
  return [
    ...(papers.length > 0 ? [{ unit: dossier.placeOfReceipt, since: dossier.receivedAt, papers }] : []),
    ...(approver === undefined
      ? []
      : [{ unit: approver, since: dossier.approvedAt ?? dossier.stepSince, papers: ['result'] }]),
  ]
}

/** Papers that lie elsewhere than with the unit that is to act, and are on no sheet. */
export function lotsToGo(dossier: Dossier): readonly Lot[] {
  return lotsOf(dossier).filter((lot) => isToGo(dossier, lot))
}

export function isToGo({ holder }: Pick<Dossier, 'holder'>, { unit, sheet }: Lot): boolean {
  return holder !== null && sheet === undefined && unit !== holder.unit
}

/** Since when the unit that is to act has been waiting for these papers. */
export function toGoSince(dossier: Dossier, { since }: Lot): Moment {
  const wanted = dossier.unitSince ?? dossier.stepSince
  return since > wanted ? since : wanted
}

/** The papers of components from a place on. */
export function onPaper(components: readonly ComponentGiven[], from: number): PaperRef[] {
  return components.flatMap((one, place) => (place >= from && isOnPaper(one) ? [String(place)] : []))
}

/** A result that is wished electronically has no paper to carry. */
export function isResultOnPaper({ returnWish }: Pick<Dossier, 'returnWish'>): boolean {
  return returnWish.way !== 'electronic'
}

/** Of several approvals, that for the competent unit; whatever order a database keeps names in. */
function approverUnit({ doneBy, unit }: Dossier): string | undefined {
  const units = Object.values(doneBy)
    .filter(({ post }) => post === 'approver')
    .map((doer) => doer.unit)
    .toSorted()
  return units.find((one) => one === unit) ?? units[0]
}
