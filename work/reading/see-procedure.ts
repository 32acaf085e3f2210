import { dayOf } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { type Form, formOn } from '#domain/procedure/form.ts'
import { CHANNELS, type Channel, inForceOn, isOffered, type Procedure } from '#domain/procedure/procedure.ts'
import type { Step } from '#domain/procedure/process.ts'
import { centreLawOf } from '../centre-book.ts'
import type { Desk } from '../desk.ts'

/** One procedure as it stands today: papers, limits and fees by case and channel, steps, form. Text and numbers only. */
export interface SeenProcedure {
  readonly procedure: Procedure
  readonly unitName: string
  readonly steps: readonly (Step & { readonly unitName: string })[]
  /** The ways it can be filed. */
  readonly channels: readonly Channel[]
  /** The application form with its fields; null when it is not modelled. */
  readonly applicationForm: Form | null
}

/** Refuses a key that never was, and a procedure that does not hold today. */
export async function seeProcedure(desk: Desk, key: string): Promise<Outcome<SeenProcedure>> {
  const { book, forms } = await centreLawOf(desk.centre)
  const versions = book.procedures.get(key)
  if (!versions) return refuse('no-such-procedure', { key })
  const on = dayOf(desk.now).toString()
  const procedure = inForceOn(versions, on)
  if (isRefusal(procedure)) return procedure
  const unitName = (unit: string) => book.units.get(unit)?.name ?? unit
  const form = procedure.form === null ? undefined : formOn(forms.get(procedure.form) ?? [], on)
  return {
    procedure,
    unitName: unitName(procedure.unit),
    steps: procedure.steps.map((step) => ({ ...step, unitName: unitName(step.unit) })),
    channels: CHANNELS.filter((channel) => isOffered(procedure, channel)),
    applicationForm: form ?? null,
  }
}
