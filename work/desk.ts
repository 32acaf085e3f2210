import type { PaperTransfer } from '#domain/calendar/paper-transfer.ts'
import type { CallRule } from '#domain/dossier/collection.ts'
import type { WorkingCalendar } from '#domain/calendar/working-time.ts'
import type { Actor } from '#domain/people/may.ts'
import type { DataSource } from '#domain/procedure/data-for-paper.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import type { Centre } from '#store/database.ts'
import type { PublishedResultForm } from '#store/result-forms.ts'
import type { SigningOffice } from './signing/signing-office.ts'

/** Who works, at which centre, at what moment. Made at the door for every request; nothing below asks for a clock. */
export interface Desk {
  readonly centre: Centre
  readonly now: Temporal.Instant
  readonly actor: Actor
  /** The keys of the centre; absent where results are signed on paper alone. */
  readonly signing?: SigningOffice | undefined
}

export interface Unit {
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly parent: string | null
}

export interface RuleSet {
  readonly key: string
  readonly from: string
  readonly act: string
  /** Opens the dossier codes given out while this rule set is in force. */
  readonly codeIdentifier: string
  /** Mẫu số and Ký hiệu of receipts; empty where they are not declared. */
  readonly receiptForm: string
  readonly receiptSymbol: string
  /** When papers go on while this rule set binds; null where it says nothing. */
  readonly transfer: PaperTransfer | null
  /** How often citizens are called to fetch a result while it is in force; null where it says nothing. */
  readonly calls: CallRule | null
}

/**
 * What a centre's decisions and public pages read: its law, units and calendars, as of one version. It is kept in
 * memory and read again when the version in the database is another (`law_version`).
 */
export interface CentreBook {
  readonly version: number
  readonly units: ReadonlyMap<string, Unit>
  readonly ruleSets: readonly RuleSet[]
  /** Databases and services whose data stand in for papers. */
  readonly dataSources: readonly DataSource[]
  /** What results say, all versions. */
  readonly resultForms: readonly PublishedResultForm[]
  readonly counting: WorkingCalendar
  readonly reception: WorkingCalendar
  /** All versions of each procedure, oldest first. */
  readonly procedures: ReadonlyMap<string, readonly Procedure[]>
}
