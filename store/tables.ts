import type { SigningCapacity } from '#domain/people/may.ts'
import type { ResultValues } from '#domain/procedure/result-form.ts'
import type { PublishedResultForm } from './result-forms.ts'
import type { Place } from './result-documents.ts'
import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { PaperTransfer } from '#domain/calendar/paper-transfer.ts'
import type { CallRule } from '#domain/dossier/collection.ts'

/** Row types, as pg hands them over: days and moments are text (see `columns.ts`), bigint is a number. */

interface Centre {
  slug: string
  schema_name: string
  name: string
  host: string | null
  is_demonstration: boolean
  created_at: string
}

export interface RegistryTables {
  centre: Centre
}

interface TurnedAwayRow {
  id: string
  at: string
  kind: string
  procedure_key: string
  unit: string
  staff_id: string
  applicant_number: string | null
  content: JSONColumnType<object, string, string>
}

interface ReminderRow {
  dossier_id: string
  kind: string
  basis: string
  at: string
  unit: string
  post: string
  staff_id: string | null
}

interface Till {
  staff_id: string
  on_day: string
  is_closed: boolean
}

interface CashSheet {
  id: string
  staff_id: string
  on_day: string
  number: string
  at: string
  content: JSONColumnType<object, string, string>
}

interface CashSheetTakenOver {
  sheet_id: string
  staff_id: string
  at: string
}

interface DelegationRow {
  id: string
  staff_id: string
  unit: string
  from_on: string
  until_on: string
  capacity: JSONColumnType<SigningCapacity, string, string> | null
  ground: string
  entered_by: string
  entered_at: string
  ended_by: string | null
  ended_at: string | null
}

interface HandOverSheet {
  id: string
  year: number
  number: number
  from_unit: string
  to_unit: string
  given_by: string
  given_post: string
  given_at: string
  given_hash: Buffer
  closed: string | null
  closed_by: string | null
  closed_post: string | null
  closed_at: string | null
  closing_id: string | null
  closing_hash: Buffer | null
  reason: string | null
}

interface HandOverLine {
  sheet_id: string
  place: number
  dossier_code: string
  content: JSONColumnType<object, string, string>
  due: string | null
  is_in_time: boolean
  is_accepted: boolean | null
  missing: JSONColumnType<object, string, string> | null
  note: string | null
}

interface NumberTaken {
  id: string
  book: string
  year: number
  number: number
  taken_for: string
  staff_id: string
  at: string
  document: 'result' | 'apology' | null
}

interface Unit {
  code: string
  name: string
  kind: string
  parent: string | null
  gso_code: string | null
  confidence: string
  source: string
  note: string
}

interface Staff {
  id: string
  login: string
  name: string
}

interface Appointment {
  id: string
  staff_id: string
  post: string
  unit: string
  from_on: string
  until_on: string | null
}

interface Mandate {
  key: string
  staff_id: string
  unit: string
  from_on: string
  until_on: string | null
  capacity: JSONColumnType<SigningCapacity, string, string> | null
  ground: string
}

interface Substitution {
  id: string
  absent: string
  substitute: string
  unit: string
  from_on: string
  until_on: string
  entered_by: string
  entered_at: string
  ended_by: string | null
  ended_at: string | null
}

interface RuleSet {
  key: string
  from_on: string
  act: string
  code_identifier: string
  receipt_form: string
  receipt_symbol: string
  confidence: string
  source: string
  paper_transfer: JSONColumnType<PaperTransfer, string, string> | null
  collection_calls: JSONColumnType<CallRule, string, string> | null
}

interface Procedure {
  key: string
  version: number
  from_on: string
  until_on: string | null
  content: JSONColumnType<object>
}

interface Form {
  key: string
  version: number
  from_on: string
  content: JSONColumnType<object>
}

interface Calendar {
  name: string
  version: number
  entered_at: string
  content: JSONColumnType<object>
}

interface LawVersion {
  is_only: Generated<boolean>
  version: number
}

interface Import {
  id: string
  at: string
  content_hash: string
  summary: JSONColumnType<object>
}

interface CodeSeries {
  identifier: string
  on_day: string
  next: number
}

interface CodeBlock {
  id: string
  identifier: string
  on_day: string
  first: number
  last: number
  leased_to: string
  leased_at: string
}

interface Dossier {
  id: string
  code: string
  version: number
  state: JSONColumnType<object>
  draft: ColumnType<number | null, never, number | null>
  last_hash: Buffer
  stage: string
  procedure_key: string
  procedure_version: number
  field: string
  unit: string
  channel: string
  step: string
  holder_kind: string | null
  holder_unit: string | null
  holder_post: string | null
  holder_staff: string | null
  received_at: string
  due_at_receipt: string | null
  lawful_due: string | null
  due_order: string
  is_due_provisional: boolean
  ready_at: string | null
  timeliness: string | null
  returned_at: string | null
}

interface DossierEvent {
  dossier_id: string
  sequence: number
  type: string
  at: string
  data: JSONColumnType<object>
  hash: Buffer
  command_id: string
  command_hash: Buffer
  command_part: number
}

interface Outbox {
  id: Generated<number>
  task: string
  payload: JSONColumnType<object>
}

interface Figure {
  measure: string
  unit: string
  field: string
  channel: string
  place: string
  count: number
}

interface DailyFigure extends Figure {
  on_day: string
}

interface MonthlyFigure extends Figure {
  month: string
}

interface IssuedReport {
  id: string
  form: string
  year: number
  number: number
  window_from: string
  window_to: string
  unit: string | null
  field: string | null
  at: string
  staff_id: string
  corrects: string | null
  data: JSONColumnType<object>
  pdf: Buffer
  book: Buffer
}

interface EarlierDossier {
  id: string
  received_on: string
  unit: string
  field: string
  procedure_key: string
  channel: string
  place: string
  source: string
}

interface AccessRecord {
  id: string
  at: string
  staff_id: string
  what: string
  dossier_code: string | null
}

interface DossierSearch {
  dossier_id: string
  received_at: string
  unit: string
  procedure_key: string
  applicant_number: string | null
  owner_number: string | null
  searched: string
  visit: string | null
  /** Open, or of the last 90 days as of last night; never false for what is. */
  is_recent: Generated<boolean>
}

interface Certification {
  id: string
  book: string
  year: number
  number: number
  on_day: string
  at: string
  unit: string
  dossier_code: string | null
  searched: string
  content: JSONColumnType<object, string, string>
}

interface NumberVoid {
  number_id: string
  at: string
  staff_id: string
  reason: string | null
}

interface DossierRead {
  staff_id: string
  dossier_id: string
  version: number
}

interface Paper {
  id: string
  dossier_id: string | null
  form: string
  about: string
  template: string | null
  at: string
  staff_id: string
  data: JSONColumnType<object>
  bytes: Buffer
}

interface PaperTemplate {
  hash: string
  form: string
  from_on: string
  until_on: string | null
  main: string
  files: JSONColumnType<{ [name: string]: string }>
}

interface PaperReprint {
  id: string
  paper_id: string
  at: string
  staff_id: string
}

interface ScanContent {
  sha256: Buffer
  media_type: string
  bytes: Buffer
}

interface Scan {
  id: string
  dossier_id: string
  component: string | null
  name: string
  media_type: string
  size: number
  sha256: Buffer
  at: string
  staff_id: string
}

interface ScanStruck {
  scan_id: string
  at: string
  staff_id: string
  reason: string
}

interface DigitalCopy {
  scan_id: string
  pages: number
  declared_pages: number | null
  /** `Original[]` of `store/copies.ts`. */
  originals: unknown
  /** `Finding[]` of `domain/digitising/page-quality.ts`. */
  findings: unknown
}

interface CopyCertified {
  scan_id: string
  at: string
  staff_id: string
  sha256: Buffer
  signed_sha256: Buffer | null
  valid_until: string | null
  note: string | null
}

interface CopyReused {
  scan_id: string
  from_scan: string
  at: string
  purpose: string
}

interface DataSourceRow {
  key: string
  name: string
  keeper: string
  from_on: string
  until_on: string | null
  duty_from: string | null
  components: unknown
  ground: string
  confidence: string
  source: string
}

interface ResultDocument {
  sha256: Buffer
  dossier_id: string
  stage: 'approved' | 'sealed' | 'on-paper'
  at: string
  places: readonly Place[]
  bytes: Buffer
}

interface ResultFormRow {
  hash: string
  key: string
  from_on: string
  until_on: string | null
  content: JSONColumnType<Omit<PublishedResultForm, 'hash' | 'key' | 'from' | 'until' | 'main' | 'files'>>
  main: string
  files: JSONColumnType<{ [name: string]: string }>
}

interface ResultDraftRow {
  id: string
  dossier_id: string
  number: number
  form: string
  field_values: JSONColumnType<ResultValues>
  data: JSONColumnType<object>
  why: string
  at: string
  staff_id: string
  unit: string
  post: string
}

interface ResultDraftComment {
  id: string
  dossier_id: string
  number: number
  text: string
  at: string
  staff_id: string
  unit: string
  post: string
}

interface KeptSearch {
  id: string
  staff_id: string
  at: string
  typed: string
}

interface CollectionCall {
  id: string
  dossier_id: string
  at: string
  way: string
  outcome: string
  note: string | null
  staff_id: string
  unit: string
  post: string
}

interface DossierNote {
  id: string
  dossier_id: string
  at: string
  staff_id: string
  unit: string
  post: string
  text: string
}

interface DossierViewer {
  dossier_id: string
  staff_id: string
  since: string
  seen_at: string
}

interface TakeOverRow {
  id: string
  hash: string
  at: string
  staff_id: string
  dossiers: number
  openings: JSONColumnType<object>
}

interface DossierPart {
  dossier_id: string
  part: string
  unit: string
  post: string
  state: string
  due_order: string
}

export interface CentreTables {
  unit: Unit
  staff: Staff
  appointment: Appointment
  mandate: Mandate
  substitution: Substitution
  delegation: DelegationRow
  rule_set: RuleSet
  procedure: Procedure
  form: Form
  calendar: Calendar
  law_version: LawVersion
  import: Import
  code_series: CodeSeries
  code_block: CodeBlock
  number_book: { book: string; year: number; next: number }
  number_taken: NumberTaken
  hand_over_sheet: HandOverSheet
  hand_over_line: HandOverLine
  turned_away: TurnedAwayRow
  reminder: ReminderRow
  take_over: TakeOverRow
  till: Till
  cash_sheet: CashSheet
  cash_sheet_taken_over: CashSheetTakenOver
  dossier: Dossier
  paper: Paper
  paper_reprint: PaperReprint
  paper_template: PaperTemplate
  scan_content: ScanContent
  scan: Scan
  scan_struck: ScanStruck
  digital_copy: DigitalCopy
  copy_certified: CopyCertified
  copy_reused: CopyReused
  data_source: DataSourceRow
  result_document: ResultDocument
  result_form: ResultFormRow
  result_draft: ResultDraftRow
  result_draft_comment: ResultDraftComment
  dossier_search: DossierSearch
  dossier_part: DossierPart
  dossier_read: DossierRead
  certification: Certification
  number_void: NumberVoid
  dossier_event: DossierEvent
  dossier_note: DossierNote
  collection_call: CollectionCall
  dossier_viewer: DossierViewer
  outbox: Outbox
  daily_figure: DailyFigure
  monthly_figure: MonthlyFigure
  earlier_dossier: EarlierDossier
  issued_report: IssuedReport
  access_record: AccessRecord
  kept_search: KeptSearch
}
