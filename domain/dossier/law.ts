import type { PaperTransfer } from '#domain/calendar/paper-transfer.ts'
import type { WorkingCalendar } from '#domain/calendar/working-time.ts'
import type { DataSource } from '#domain/procedure/data-for-paper.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'

/** What a decision needs and the dossier does not hold: all of it as of the day that binds the dossier. */
export interface Law {
  readonly procedure: Procedure
  readonly counting: WorkingCalendar
  /** Key of the rule set in force on the day of receipt. */
  readonly ruleSet: string
  /** When papers go on, by that rule set; null where it says nothing. */
  readonly transfer: PaperTransfer | null
  /** All that were ever entered; each knows its days. */
  readonly dataSources: readonly DataSource[]
}
