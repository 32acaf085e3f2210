import type { SigningCapacity } from '#domain/people/may.ts'
import type { CalendarData } from '#domain/calendar/calendar-data.ts'
import type { PaperTransfer } from '#domain/calendar/paper-transfer.ts'
import type { CallRule } from '#domain/dossier/collection.ts'
import type { ElsewhereRule } from '#domain/dossier/elsewhere.ts'
import type { ReceptionDesk } from '#domain/procedure/reception-desk.ts'
import type { Target } from '#domain/statistics/targets.ts'
import type { LapseRule } from '#domain/dossier/prompts.ts'
import type { AcceptanceRule } from '#domain/filing/acceptance.ts'
import type { Place } from '#domain/procedure/address.ts'
import type { Day } from '#domain/calendar/moment.ts'
import type { QuietTime } from '#domain/notices/quiet-hours.ts'
import type { PublishedNoticeTemplate } from '#store/notice-law.ts'
import type { GuideEntry } from '#store/guide.ts'
import type { PaperTemplate } from '#store/paper-templates.ts'
import type { PublishedResultForm } from '#store/result-forms.ts'
import type { Post } from '#domain/people/may.ts'
import type { NumberReading } from '#domain/number-reading.ts'
import type { OpinionRule } from '#domain/opinions/opinion-rules.ts'
import type { PostRule } from '#domain/post/post-rule.ts'
import type { Form } from '#domain/procedure/form.ts'
import type { DataSource } from '#domain/procedure/data-for-paper.ts'
import type { OnlineFiling } from '#domain/procedure/online-filing.ts'
import type { Confidence, Procedure } from '#domain/procedure/procedure.ts'

/** What a centre's files say, read and checked, as plain data. Nothing here has a version: the import gives it. */
export interface CentreData {
  readonly settings: CentreSettings
  readonly units: readonly UnitData[]
  readonly staff: readonly StaffData[]
  readonly appointments: readonly AppointmentData[]
  readonly mandates: readonly MandateData[]
  readonly ruleSets: readonly RuleSetData[]
  readonly dataSources: readonly DataSourceData[]
  readonly places: readonly PlaceData[]
  readonly paperTemplates: readonly PaperTemplate[]
  readonly resultForms: readonly PublishedResultForm[]
  readonly noticeTemplates: readonly PublishedNoticeTemplate[]
  readonly procedures: readonly Keyed<ProcedureContent>[]
  readonly forms: readonly Keyed<FormContent>[]
  readonly calendars: readonly CalendarData[]
  readonly opinionRules: readonly OpinionRule[]
  readonly desks: readonly ReceptionDesk[]
  readonly targets: readonly Target[]
  readonly postRules: readonly PostRule[]
  readonly guide: readonly GuideEntry[]
  /** SHA-256 over all files, so that an import can be told from another. */
  readonly hash: string
}

export type { GuideEntry }

/** What a version of a procedure holds; its key, number and days stand beside it. */
export type ProcedureContent = Omit<Procedure, 'key' | 'version' | 'from' | 'until'>
export type FormContent = Omit<Form, 'key' | 'version' | 'from'>

export interface Keyed<Content> {
  readonly key: string
  readonly content: Content
}

export interface CentreSettings {
  readonly name: string
  readonly agency: string
  readonly place: string
  /** From when the first import holds. */
  readonly effectiveFrom: Day
  readonly reception: string
  readonly seal: string
  readonly numberReading: NumberReading
  /** When citizens are left in peace. */
  readonly quietTimes: readonly QuietTime[]
  /** When filings are taken on the centre's own pages. */
  readonly onlineFilings: readonly OnlineFiling[]
}

export interface UnitData {
  readonly code: string
  readonly name: string
  readonly kind: string
  readonly parent: string | null
  readonly gsoCode: string | null
  readonly confidence: Confidence
  readonly source: string
  readonly note: string
}

export interface StaffData {
  readonly login: string
  readonly name: string
}

export interface AppointmentData {
  readonly login: string
  readonly post: Post
  readonly unit: string
  readonly from: Day
  readonly until: Day | null
}

export interface MandateData {
  readonly key: string
  readonly login: string
  readonly unit: string
  readonly from: Day
  readonly until: Day | null
  readonly capacity: SigningCapacity | null
  readonly ground: string
}

export interface PlaceData extends Place {
  readonly confidence: Confidence
  readonly source: string
}

export interface DataSourceData extends DataSource {
  readonly ground: string
  readonly confidence: Confidence
  readonly source: string
}

export interface RuleSetData {
  readonly key: string
  readonly from: Day
  readonly act: string
  readonly codeIdentifier: string
  readonly receiptForm: string
  readonly receiptSymbol: string
  readonly confidence: Confidence
  readonly source: string
  /** When papers go on, with its ground; null where the rule set says nothing. */
  readonly transfer: PaperTransfer | null
  /** When what a citizen does not answer may be stopped; null where the rule set says nothing. */
  readonly lapse: LapseRule | null
  /** How often citizens are called to fetch a result, with its ground; null where the rule set says nothing. */
  readonly calls: CallRule | null
  /** How soon an online filing is answered, with its ground; null where the rule set says nothing. */
  readonly acceptance: AcceptanceRule | null
  /** How soon an agency receives what was handed in elsewhere, with its ground; null where the rule set says nothing. */
  readonly elsewhere: ElsewhereRule | null
}
