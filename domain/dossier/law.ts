import type { PaperTransfer } from '#domain/calendar/paper-transfer.ts'
import type { WorkingCalendar } from '#domain/calendar/working-time.ts'
import type { ReceptionDesk } from '#domain/procedure/reception-desk.ts'
import type { ElsewhereRule } from './elsewhere.ts'
import type { LapseRule } from './prompts.ts'
import type { DataSource } from '#domain/procedure/data-for-paper.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'

/** What a decision needs and the dossier does not hold: all of it as of the day that binds the dossier. */
export interface Law {
  /** Placed where it runs for the dossier, once there is one (`placing.ts`). */
  readonly procedure: Procedure
  readonly counting: WorkingCalendar
  /** Key of the rule set in force on the day of receipt. */
  readonly ruleSet: string
  /** When papers go on, by that rule set; null where it says nothing. */
  readonly transfer: PaperTransfer | null
  /** When what the citizen does not answer may be stopped, by that rule set. */
  readonly lapse: LapseRule
  /** All that were ever entered; each knows its days. */
  readonly dataSources: readonly DataSource[]
  /** At which people hand in; each knows its days. */
  readonly desks: readonly ReceptionDesk[]
  /** How soon the competent agency receives what was handed in at another desk; null where the rule set says nothing. */
  readonly elsewhere: ElsewhereRule | null
}
