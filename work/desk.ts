import type { PaperTransfer } from '#domain/calendar/paper-transfer.ts'
import type { AcceptanceRule } from '#domain/filing/acceptance.ts'
import type { CallRule } from '#domain/dossier/collection.ts'
import type { ElsewhereRule } from '#domain/dossier/elsewhere.ts'
import type { ReceptionDesk } from '#domain/procedure/reception-desk.ts'
import type { Target } from '#domain/statistics/targets.ts'
import type { LapseRule } from '#domain/dossier/prompts.ts'
import type { WorkingCalendar } from '#domain/calendar/working-time.ts'
import type { QuietTime } from '#domain/notices/quiet-hours.ts'
import type { DatedTemplate } from '#domain/notices/template.ts'
import type { NumberReading } from '#domain/number-reading.ts'
import type { OpinionRule } from '#domain/opinions/opinion-rules.ts'
import type { PostRule } from '#domain/post/post-rule.ts'
import type { SendMessage } from '#domain/people/contact.ts'
import type { Actor } from '#domain/people/may.ts'
import type { DataSource } from '#domain/procedure/data-for-paper.ts'
import type { OnlineFiling } from '#domain/procedure/online-filing.ts'
import type { PostCarrier } from '#domain/post/carrier.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import type { LookForViruses } from '#domain/digitising/look-for-viruses.ts'
import type { Centre } from '#store/database.ts'
import type { PublishedResultForm } from '#store/result-forms.ts'
import type { FieldOffice } from './field/field-office.ts'
import type { PaymentOffice } from './paying/payment-office.ts'
import type { SigningOffice } from './signing/signing-office.ts'
import type { NoticeOffice } from './telling/notice-office.ts'

/** Who works, at which centre, at what moment. Made at the door for every request; nothing below asks for a clock. */
export interface Desk {
  readonly centre: Centre
  readonly now: Temporal.Instant
  readonly actor: Actor
  /** The keys of the centre; absent where results are signed on paper alone. */
  readonly signing?: SigningOffice | undefined
  /** By which ways citizens are told what becomes of their dossiers; absent where they are told nothing. */
  readonly notices?: NoticeOffice | undefined
  /** How the centre reaches telephones and mailboxes; absent where it does not. */
  readonly sendMessage?: SendMessage | undefined
  /** Through whom the centre is paid online; absent where it is paid at the counter alone. */
  readonly payments?: PaymentOffice | undefined
  /** Looks for viruses in what citizens hand in; absent where files are told by their kind alone. */
  readonly lookForViruses?: LookForViruses | undefined
  /** The post, where the centre is joined to it; absent where parcels are ordered otherwise. */
  readonly post?: PostCarrier | undefined
  /** By which devices outside seal what they bring back; absent where nobody works outside. */
  readonly field?: FieldOffice | undefined
}

export interface Unit {
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly parent: string | null
  /** Of a commune or ward: its code in the list of the statistics office, by which its place is known; null of others. */
  readonly gsoCode: string | null
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
  /** When what a citizen does not answer may be stopped while this rule set binds; null where it says nothing. */
  readonly lapse: LapseRule | null
  /** How often citizens are called to fetch a result while it is in force; null where it says nothing. */
  readonly calls: CallRule | null
  /** How soon online filings are answered while it is in force; null where it says nothing. */
  readonly acceptance: AcceptanceRule | null
  /** How soon an agency receives what was handed in at another desk; null where it says nothing. */
  readonly elsewhere: ElsewhereRule | null
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
  /** When filings are taken on the centre's own pages. */
  readonly onlineFilings: readonly OnlineFiling[]
  /** How numbers are read out on papers. */
  readonly numberReading: NumberReading
  /** What citizens are asked, and by when what they write is answered. */
  readonly opinionRules: readonly OpinionRule[]
  /** At which people hand in, with their days and hours. */
  readonly desks: readonly ReceptionDesk[]
  /** The shares that are to be reached. */
  readonly targets: readonly Target[]
  /** What holds of the post: its days, its prices, its tries. */
  readonly postRules: readonly PostRule[]
  /** When citizens are left in peace. */
  readonly quietTimes: readonly QuietTime[]
  /** How the centre itself says what it tells, all versions. */
  readonly noticeTemplates: readonly DatedTemplate[]
  readonly counting: WorkingCalendar
  readonly reception: WorkingCalendar
  /** All versions of each procedure, oldest first. */
  readonly procedures: ReadonlyMap<string, readonly Procedure[]>
}
