import { type Day, dayOf } from '#domain/calendar/moment.ts'
import { isHandedInAnywhere } from '#domain/dossier/elsewhere.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { PaperCondition } from '#domain/finding/guide.ts'
import { type Form, formOn } from '#domain/procedure/form.ts'
import { CHANNELS, type Channel, inForceOn, isOffered, type Procedure } from '#domain/procedure/procedure.ts'
import { desksOn, type ReceptionDesk } from '#domain/procedure/reception-desk.ts'
import type { Step } from '#domain/procedure/process.ts'
import { centreLawOf } from '../centre-book.ts'
import type { CentreBook, Desk } from '../desk.ts'

/** One procedure as it stands today: papers, limits and fees by case and channel, steps, form. Text and numbers only. */
export interface SeenProcedure {
  readonly procedure: Procedure
  readonly unitName: string
  readonly steps: readonly (Step & { readonly unitName: string })[]
  /** The ways it can be filed. */
  readonly channels: readonly Channel[]
  /** The application form with its fields; null when it is not modelled. */
  readonly applicationForm: Form | null
  /** For whom the papers are that are asked for under a condition. */
  readonly conditions: readonly PaperCondition[]
  /** The desks it can be handed in at besides the competent agency's own; none where it cannot. */
  readonly desks: readonly SeenDesk[]
}

/** A one-stop desk as people look for it. */
export interface SeenDesk extends Pick<ReceptionDesk, 'unit' | 'kind' | 'address' | 'hours'> {
  readonly name: string
}

/** Refuses a key that never was, and a procedure that does not hold today. */
export async function seeProcedure(desk: Desk, key: string): Promise<Outcome<SeenProcedure>> {
  const { book, forms, guide } = await centreLawOf(desk.centre)
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
    conditions: guide.paperConditions.filter((one) => one.procedure === key),
    desks: isHandedInAnywhere(procedure) ? desksOpenTo(book, on) : [],
  }
}

/** Every desk of a day on which the rules let things be handed in elsewhere; the centre's first. */
function desksOpenTo({ desks, ruleSets, units }: CentreBook, on: Day): SeenDesk[] {
  if (!ruleSets.findLast(({ from }) => from <= on)?.elsewhere) return []
  return desksOn(desks, on)
    .map(({ unit, kind, address, hours }) => {
      const inForce = hours.filter(({ from, until }) => from <= on && (until === null || on < until))
      return { unit, kind, address, hours: inForce, name: units.get(unit)?.name ?? unit }
    })
    .toSorted((a, b) =>
      a.kind === b.kind ? a.name.localeCompare(b.name, 'vi') : a.kind === 'centre' ? -1 : 1,
    )
}
