import type { Feedback } from '#domain/opinions/feedback.ts'
import type { DeviceState } from '#domain/outreach/device-code.ts'
import type { HomeRequest } from '#domain/outreach/home-visit.ts'
import type { ClosingSheet, Concern, LeasedBlock, PacketTask } from '#domain/outreach/intake-packet.ts'
import type { ClockBasis } from '#domain/outreach/packet-clock.ts'
import type { Answers } from '#domain/procedure/answer.ts'
import type { MobileSession } from '#domain/outreach/session.ts'
import type { Rating } from '#domain/opinions/rating.ts'
import type { NumberedDocument } from '#domain/dossier/document-number.ts'
import type { SigningCapacity } from '#domain/people/may.ts'
import type { TypedAnswers } from '#domain/procedure/read-answer.ts'
import type { ResultValues } from '#domain/procedure/result-form.ts'
import type { PublishedResultForm } from './result-forms.ts'
import type { Place } from './result-documents.ts'
import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { PaperTransfer } from '#domain/calendar/paper-transfer.ts'
import type { AcceptanceRule } from '#domain/filing/acceptance.ts'
import type { CallRule } from '#domain/dossier/collection.ts'
import type { NoticeFacts, NoticeSubject, NoticeWay } from '#domain/notices/notice.ts'
import type { ElsewhereRule } from '#domain/dossier/elsewhere.ts'
import type { ReceptionDesk } from '#domain/procedure/reception-desk.ts'
import type { LapseRule } from '#domain/dossier/prompts.ts'
import type { Finding } from '#domain/digitising/page-quality.ts'
import type { UploadOutcome } from '#domain/digitising/upload-outcome.ts'
import type { FeeLine } from '#domain/dossier/owed.ts'
import type { MoneyEvent, MoneyIn } from '#domain/paying/money-in.ts'
import type { OrderEnd } from '#domain/paying/order.ts'
import type { PayableKey } from '#domain/paying/payable.ts'
import type { ProviderKey } from '#domain/paying/provider-key.ts'
import type { PayWay } from '#domain/paying/provider.ts'
import type { Parcel, ParcelEvent } from '#domain/post/parcel.ts'
import type { Place as MapPlace } from '#domain/procedure/address.ts'
import type { PostRule } from '#domain/post/post-rule.ts'
import type { FileCompared } from '#domain/paying/provider-file.ts'

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

type RatingContent = Pick<Rating, 'answers' | 'reason'>

interface FeedbackRow {
  id: string
  code: string
  key_hash: string
  received_at: string
  kind: string
  stage: string
  unit: string | null
  staff_id: string | null
  due_at: string | null
  published_at: string | null
  version: number
  state: JSONColumnType<Feedback, string, string>
  citizen_id: string | null
  name: string | null
  contact: string | null
  address: string | null
  dossier_code: string | null
  body: string
  file_name: string | null
  file_sha256: Buffer | null
}

interface FeedbackEventRow {
  id: string
  feedback_id: string
  version: number
  at: string
  type: string
  content: JSONColumnType<object, string, string>
}

interface FeedbackReminderRow {
  feedback_id: string
  kind: string
  basis: string
  at: string
}

interface FilingReminder {
  filing_id: string
  kind: string
  basis: string
  at: string
}

interface OutreachSessionRow {
  id: string
  on_day: string
  commune: string
  stage: string
  version: number
  changed_at: string
  state: JSONColumnType<MobileSession, string, string>
}

interface OutreachSessionEventRow {
  id: string
  session_id: string
  version: number
  at: string
  type: string
  content: JSONColumnType<object, string, string>
}

interface SessionRegistrationRow {
  id: string
  session_id: string
  slot: number
  code_hash: string
  name: string
  phone: string
  procedure_key: string | null
  citizen_id: string | null
  registered_at: string
  cancelled_at: string | null
  told_at: string | null
  told_by: string | null
  reminded_at: string | null
}

interface FieldDeviceCodeRow {
  id: string
  code_hash: string
  staff_id: string
  made_at: string
  until_at: string
  device_id: string | null
}

interface FieldDeviceRow {
  id: string
  staff_id: string
  name: string
  token_hash: string
  public_key: JSONColumnType<{ kty: 'EC'; crv: 'P-256'; x: string; y: string }, string, string>
  registered_at: string
  last_contact_at: string
  state: DeviceState
  ended_at: string | null
  ended_by: string | null
  erased_at: string | null
}

interface FieldProvisionRow {
  id: string
  device_id: string
  outing_kind: 'session' | 'home-visit'
  outing_id: string
  on_day: string
  opens: number
  closes: number
  days: number
  made_at: string
  numbers: JSONColumnType<readonly LeasedBlock[], string, string>
}

interface FieldPieceRow {
  packet_id: string
  place: number
  pieces: number
  device_id: string
  packet_sha256: Buffer
  at: string
  bytes: Buffer
}

interface FieldPacketRow {
  id: string
  device_id: string
  provision_id: string | null
  kind: 'intake' | 'hand-back' | 'contact' | 'closing' | null
  sequence: number | null
  sha256: Buffer
  previous: string | null
  is_chained: boolean
  claimed_at: string | null
  arrived_at: string
  received_at: string | null
  basis: ClockBasis | null
  stage: 'taken-in' | 'to-decide' | 'refused'
  concerns: JSONColumnType<readonly Concern[], string, string>
  tasks: JSONColumnType<readonly PacketTask[], string, string>
  dossier_code: string | null
  due_at: string | null
  fee_dong: number | null
  witness: string | null
  closing: JSONColumnType<ClosingSheet, string, string> | null
  sealed: Buffer | null
  decided_at: string | null
  decided_by: string | null
  decision: 'receive' | 'refuse' | null
  why: string | null
}

interface FieldFormRow {
  dossier_id: string
  form_key: string
  form_version: number
  sha256: string
  typed: JSONColumnType<TypedAnswers, string, string>
  answers: JSONColumnType<Answers, string, string>
}

interface HomeRequestRow {
  id: string
  code: string
  key_hash: string
  asked_at: string
  stage: string
  commune: string
  hamlet: string
  visit_on: string | null
  version: number
  state: JSONColumnType<HomeRequest, string, string>
  asked_by: string
  citizen_id: string | null
  staff_id: string | null
  name: string
  born: string | null
  phone: string | null
  address: string
  contact_name: string | null
  contact_phone: string | null
  wish: string
}

interface HomeRequestEventRow {
  id: string
  request_id: string
  version: number
  at: string
  type: string
  content: JSONColumnType<object, string, string>
}

interface OpinionRuleRow {
  kind: string
  from_on: string
  content: JSONColumnType<object, string, string>
}

interface RatingRow {
  id: string
  dossier_id: string
  version: number
  first_at: string
  at: string
  way: string
  unit: string
  overall: string
  content: JSONColumnType<RatingContent, string, string>
}

interface RatingTicketRow {
  code_hash: string
  dossier_id: string
  staff_id: string
  until: string
}

interface RatingHandedRow {
  dossier_id: string
  at: string
  staff_id: string
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

interface TillOpening {
  staff_id: string
  on_day: string
  id: string
  dong: number
  at: string
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

interface PaymentOrderRow {
  id: string
  reference: string
  provider: ProviderKey
  payable_kind: PayableKey['kind']
  payable_id: string
  lines: JSONColumnType<FeeLine[], string, string>
  dong: number
  opened_at: string
  expires_at: string
  way: JSONColumnType<PayWay, string, string> | null
  ended: OrderEnd | null
  asked: number
  ask_at: string | null
}

interface MoneyInRow {
  id: string
  provider: ProviderKey
  transaction: string
  order_id: string | null
  paid_at: string
  text: string | null
  version: number
  standing: MoneyIn['standing']
  awaits_person: boolean
  is_agreed: boolean
  state: JSONColumnType<MoneyIn, string, string>
}

interface MoneyInEventRow {
  money_in_id: string
  sequence: number
  at: string
  type: MoneyEvent['type']
  data: JSONColumnType<MoneyEvent, string, string>
}

interface PostRuleRow {
  from_on: string
  content: JSONColumnType<Omit<PostRule, 'from'>, string, string>
}

interface ParcelRow {
  id: string
  direction: Parcel['direction']
  code: string | null
  order_number: string | null
  label: string
  stage: Parcel['stage']
  ordered_at: string
  due: string | null
  awaits_person: boolean
  is_to_record: boolean
  version: number
  asked: number
  ask_at: string | null
  state: JSONColumnType<Parcel, string, string>
}

interface ParcelEventRow {
  parcel_id: string
  sequence: number
  at: string
  type: ParcelEvent['type']
  data: JSONColumnType<ParcelEvent, string, string>
}

interface PostListRow {
  id: string
  kind: string
  unit: string
  year: number
  number: number
  opened_by: string
  opened_at: string
  closed_by: string | null
  closed_at: string | null
  is_dropped: Generated<boolean>
  declared: number | null
  worker_name: string | null
  worker_number: string | null
  why: string | null
  closing_id: string | null
  closing_hash: Buffer | null
}

interface PostListLineRow {
  list_id: string
  label: string
  parcel_id: string | null
  scanned_by: string
  scanned_at: string
}

interface ProviderFileRow {
  id: string
  provider: ProviderKey
  sha256: Buffer
  at: string
  staff_id: string
  from_day: string
  to_day: string
  content: JSONColumnType<FileCompared, string, string>
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

interface CitizenRow {
  id: string
  name: Generated<string>
  born_on: string | null
  id_number: string | null
  assurance: Generated<string>
  phone: string | null
  email: string | null
  since: string
}

interface CitizenIdentityRow {
  provider: string
  subject: string
  citizen_id: string
  since: string
}

interface ContactCode {
  handle_hash: string
  code_hash: string
  contact: string
  citizen_id: string | null
  until: string
  tries_left: number
}

interface FieldPaperRow {
  packet_id: string
  code: string
  lookup_key: string
  phone: string | null
}

interface NoticeRow {
  id: string
  dossier_id: string | null
  filing_id: string | null
  feedback_id: string | null
  registration_id: string | null
  home_request_id: string | null
  packet_id: string | null
  about: Generated<NoticeSubject>
  about_id: Generated<string>
  cause: string
  kind: string
  facts: JSONColumnType<NoticeFacts, string, string>
  way: string
  citizen_id: string | null
  staff_id: string | null
  made_at: string
  state: string
  attempts: Generated<number>
  doubts: Generated<number>
  next_at: string | null
  begun_at: string | null
  changed_at: string
  language: string | null
  sent_to: string | null
  text: string | null
  reference: string | null
  reason: string | null
  leave_token: string | null
}

interface NoticeChoiceRow {
  citizen_id: string
  language: string
  ways: JSONColumnType<NoticeWay[], string, string>
  quiet: string
  quiet_begins: number | null
  quiet_ends: number | null
  at: string
}

interface NoticeStopped {
  contact: string
  at: string
}

interface QuietTimeRow {
  from_on: string
  begins: number
  ends: number
  ground: string
}

interface NoticeTemplateRow {
  hash: string
  kind: string
  form: string
  language: string
  from_on: string
  until_on: string | null
  subject: string
  text: string
}

interface PushDevice {
  id: string
  citizen_id: string
  endpoint: string
  p256dh: string
  auth: string
  label: string
  since: string
}

interface RepresentationRow {
  id: string
  citizen_id: string | null
  agent_name: string | null
  agent_number: string | null
  document_name: string | null
  document_sha256: Buffer | null
  principal_kind: string
  principal_name: string
  principal_number: string | null
  acts: string
  ground: string
  procedures: JSONColumnType<string[], string, string> | null
  from_on: string
  until_on: string | null
  document: string | null
  given_by: string | null
  entered_at: string
  ended_by: string | null
  ended_at: string | null
}

interface OnlineFilingRow {
  from_on: string
  until_on: string | null
  ground: string
}

interface NumberReadingRow {
  is_only: Generated<boolean>
  zero_ten: string
  thousand: string
  four: string
}

interface NumberTaken {
  id: string
  book: string
  year: number
  number: number
  taken_for: string
  staff_id: string
  at: string
  document: NumberedDocument | null
  symbol: string | null
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
  lapse: JSONColumnType<LapseRule, string, string> | null
  acceptance: JSONColumnType<AcceptanceRule, string, string> | null
  elsewhere: JSONColumnType<ElsewhereRule, string, string> | null
}

interface ReceptionDeskRow {
  unit: string
  content: JSONColumnType<Omit<ReceptionDesk, 'unit'>, string, string>
}

interface TargetRow {
  of_unit: string
  from_on: string
  until_on: string | null
  early: number
  source: string
}

interface FilingDraftRow {
  id: string
  citizen_id: string | null
  browser_hash: Buffer | null
  helper_id: string | null
  procedure_key: string
  form_key: string
  form_version: number
  typed: JSONColumnType<TypedAnswers, string, string>
  known: JSONColumnType<{ readonly [name: string]: string }, string, string>
  answers_filing: string | null
  answers_dossier: string | null
  answers_by_key: Generated<boolean>
  made_at: string
  changed_at: string
}

interface FilingFileRow {
  id: string
  filing_id: string
  component: string
  name: string
  media_type: string
  size: number
  sha256: Buffer
  at: string
  bytes: ColumnType<Buffer | null, Buffer, Buffer | null>
  checked_at: string | null
  checked_for: 'kind' | 'viruses' | null
  tried_at: ColumnType<string | null, never, string | null>
  findings: JSONColumnType<readonly Finding[], string, never>
  dossier_id: ColumnType<string | null, never, string>
  scan_component: ColumnType<string | null, never, string | null>
}

interface InfectedFileRow {
  id: string
  filing_id: string
  component: string
  found: string
  media_type: string
  size: number
  sha256: Buffer
  handed_in_at: string
  found_at: string
}

interface UploadRow {
  id: string
  of_id: string
  person: string
  component: string
  name: string
  size: number
  sha256: Buffer | null
  received: Generated<number>
  outcome: JSONColumnType<UploadOutcome | null, never, string>
  begun_at: string
  moved_at: string
}

interface UploadPartRow {
  upload_id: string
  at_byte: number
  bytes: Buffer
}

interface FilingRow {
  id: string
  code: string
  version: number
  state: JSONColumnType<object, string, string>
  stage: string
  procedure_key: string
  unit: string
  citizen_id: string | null
  applicant_number: string | null
  owner_number: string | null
  submitted_at: string
  accept_by: string | null
  last_hash: Buffer
}

interface FilingEventRow {
  filing_id: string
  sequence: number
  type: string
  at: string
  data: JSONColumnType<object, string, string>
  is_in_time: boolean | null
  hash: Buffer
  command_id: string
  command_hash: Buffer
}

interface PlaceRow {
  code: string
  name: string
  kind: 'province' | 'district' | 'commune'
  parent: string | null
  from_on: string
  until_on: string | null
  became: JSONColumnType<NonNullable<MapPlace['became']>> | null
  confidence: string
  source: string
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
  desk: string
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

interface DataExport {
  id: string
  citizen_id: string
  at: string
  is_whole: Generated<boolean>
  files: Generated<number>
}

interface AccessRecord {
  id: string
  at: string
  staff_id: string | null
  citizen_id: string | null
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
  account: string | null
  taken_out: string | null
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
  dossier_code: string
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
  sha256: Buffer
  house_template: string | null
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
  staff_id: string | null
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

interface SealedCopy {
  scan_id: string
  piece: string
  approved_at: string
  at: string
  print: string | null
  reason: string | null
}

interface UnrecognisedScan {
  id: string
  piece: string
  at: string
  staff_id: string
  /** `Original[]` of `store/copies.ts`. */
  files: unknown
  sha256: Buffer
  size: number
  pages: number
  /** `Finding[]` of `domain/digitising/page-quality.ts`. */
  findings: unknown
  thumbnail: Buffer
  code: string | null
  print: string | null
  of_pages: number | null
  /** Numbers of pages. */
  missing: unknown
  unread: number
}

interface UnrecognisedScanSettled {
  id: string
  at: string
  staff_id: string
  is_attached: boolean
  reason: string | null
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
  print: string | null
  pages: number | null
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

interface GuideRow {
  kind: string
  key: string
  content: JSONColumnType<object, string, string>
}

export interface CentreTables {
  unit: Unit
  staff: Staff
  appointment: Appointment
  mandate: Mandate
  substitution: Substitution
  delegation: DelegationRow
  rule_set: RuleSet
  place: PlaceRow
  filing_draft: FilingDraftRow
  filing_file: FilingFileRow
  infected_file: InfectedFileRow
  upload: UploadRow
  upload_part: UploadPartRow
  filing: FilingRow
  filing_event: FilingEventRow
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
  till_opening: TillOpening
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
  sealed_copy: SealedCopy
  unrecognised_scan: UnrecognisedScan
  unrecognised_scan_settled: UnrecognisedScanSettled
  copy_certified: CopyCertified
  copy_reused: CopyReused
  data_source: DataSourceRow
  guide: GuideRow
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
  payment_order: PaymentOrderRow
  money_in: MoneyInRow
  money_in_event: MoneyInEventRow
  provider_file: ProviderFileRow
  post_rule: PostRuleRow
  reception_desk: ReceptionDeskRow
  target: TargetRow
  parcel: ParcelRow
  parcel_event: ParcelEventRow
  post_list: PostListRow
  post_list_line: PostListLineRow
  dossier_viewer: DossierViewer
  outbox: Outbox
  daily_figure: DailyFigure
  monthly_figure: MonthlyFigure
  earlier_dossier: EarlierDossier
  issued_report: IssuedReport
  access_record: AccessRecord
  data_export: DataExport
  online_filing: OnlineFilingRow
  opinion_rule: OpinionRuleRow
  outreach_session: OutreachSessionRow
  outreach_session_event: OutreachSessionEventRow
  session_registration: SessionRegistrationRow
  field_device_code: FieldDeviceCodeRow
  field_device: FieldDeviceRow
  field_provision: FieldProvisionRow
  field_piece: FieldPieceRow
  field_packet: FieldPacketRow
  field_paper: FieldPaperRow
  field_form: FieldFormRow
  home_request: HomeRequestRow
  home_request_event: HomeRequestEventRow
  feedback: FeedbackRow
  feedback_event: FeedbackEventRow
  feedback_reminder: FeedbackReminderRow
  filing_reminder: FilingReminder
  rating: RatingRow
  rating_ticket: RatingTicketRow
  rating_handed: RatingHandedRow
  number_reading: NumberReadingRow
  citizen: CitizenRow
  citizen_identity: CitizenIdentityRow
  contact_code: ContactCode
  representation: RepresentationRow
  notice: NoticeRow
  notice_choice: NoticeChoiceRow
  notice_stopped: NoticeStopped
  push_device: PushDevice
  quiet_time: QuietTimeRow
  notice_template: NoticeTemplateRow
  kept_search: KeptSearch
}
