import type { Procedure } from './procedure.ts'
import type { Step } from './process.ts'

/** Where a procedure runs for one dossier. */
export interface Placing {
  /** The competent agency. */
  readonly unit: string
  readonly placeOfReceipt: string
  /** Where it was handed in at a desk that is not the competent agency's own. */
  readonly elsewhere?: unknown
}

/** The key of the step at which the competent agency receives what was handed in at another desk. */
export const COMPETENT_RECEIPT = 'competent-receipt'

/**
 * A procedure as it runs for one dossier. Of the communes' procedures every commune is competent for its own people: the
 * steps name the group of them, and are done by the one. What was handed in at another desk is received there, with the
 * fee that is taken with it, and handed out there; in between the competent agency receives it.
 */
export function placed(procedure: Procedure, { unit, placeOfReceipt, elsewhere }: Placing): Procedure {
  const own = unit === procedure.unit ? procedure : doneBy(procedure, unit)
  return elsewhere === undefined ? own : { ...own, steps: handedInAt(placeOfReceipt, own.steps) }
}

function doneBy(procedure: Procedure, unit: string): Procedure {
  const put = <At extends { readonly unit: string }>(at: At): At =>
    at.unit === procedure.unit ? { ...at, unit } : at
  const steps = procedure.steps.map((step) => ({
    ...put(step),
    ...(step.parts && { parts: step.parts.map(put) }),
  }))
  return { ...procedure, unit, steps }
}

function handedInAt(place: string, steps: readonly Step[]): Step[] {
  const own = steps[0]?.unit ?? ''
  const before = steps.findIndex(({ kind }) => kind !== 'receive' && kind !== 'collect-fee')
  const there = (step: Step) => ({ ...step, unit: place })
  return [
    ...steps.slice(0, before).map(there),
    competentReceipt(own),
    ...steps.slice(before).map((step) => (step.kind === 'return' ? there(step) : step)),
  ]
}

function competentReceipt(unit: string): Step {
  return {
    key: COMPETENT_RECEIPT,
    name: 'Cơ quan có thẩm quyền tiếp nhận',
    kind: 'competent-receipt',
    unit,
    post: 'clerk',
    minutesAllotted: null,
    output: '',
  }
}
