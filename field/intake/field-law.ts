import type { Day } from '#domain/calendar/moment.ts'
import { type CalendarData, workingCalendar } from '#domain/calendar/working-time.ts'
import type { PaperTransfer } from '#domain/calendar/paper-transfer.ts'
import type { Law } from '#domain/dossier/law.ts'
import type { LapseRule } from '#domain/dossier/prompts.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { Place } from '#domain/procedure/address.ts'
import type { DataSource } from '#domain/procedure/data-for-paper.ts'
import { type Form, formOn } from '#domain/procedure/form.ts'
import { inForceOn, type Procedure } from '#domain/procedure/procedure.ts'

/** What was brought along to decide by, where there is no network: the law of the days out. */
export interface LawAlong {
  readonly procedures: readonly Procedure[]
  readonly forms: readonly Form[]
  readonly places: readonly Place[]
  readonly calendars: { readonly counting: CalendarData }
  readonly dataSources: readonly DataSource[]
  readonly ruleSets: readonly {
    readonly key: string
    readonly from: Day
    readonly transfer: PaperTransfer | null
    readonly lapse: LapseRule
  }[]
}

/** A procedure as it stands on a day out. */
export function procedureAlong({ procedures }: LawAlong, key: string, on: Day): Outcome<Procedure> {
  const versions = procedures.filter((one) => one.key === key)
  return versions.length === 0 ? refuse('no-such-procedure', { procedure: key }) : inForceOn(versions, on)
}

/** The law that binds a dossier of this procedure received on a day out. */
export function lawAlong(along: LawAlong, procedure: string, on: Day): Outcome<Law> {
  const found = procedureAlong(along, procedure, on)
  if (isRefusal(found)) return found
  const ruleSet = along.ruleSets.findLast(({ from }) => from <= on)
  if (!ruleSet) return refuse('no-rule-set', { on })
  return {
    procedure: found,
    counting: workingCalendar(along.calendars.counting),
    ruleSet: ruleSet.key,
    transfer: ruleSet.transfer,
    lapse: ruleSet.lapse,
    dataSources: along.dataSources,
    // A team receives at the desk of the centre; nothing is handed on to another from the field.
    desks: [],
    elsewhere: null,
  }
}

/** The form of a procedure that can be filled in on the device; null where none was brought along. */
export function formAlong({ forms }: LawAlong, { form }: Procedure, on: Day): Form | null {
  if (form === null) return null
  return (
    formOn(
      forms.filter(({ key }) => key === form),
      on,
    ) ?? null
  )
}
