import pg from 'pg'
import { inTransaction } from './owner.ts'
import type { SchemaKind } from './migrate.ts'
import type { CentreTables, RegistryTables } from './tables.ts'

/** The login of the running program. It owns nothing, so what is not granted here it cannot do. */
export const APP_ROLE = 'mot_cua_app'

export const PRIVILEGES = ['select', 'insert', 'update', 'delete', 'truncate'] as const
export type Privilege = (typeof PRIVILEGES)[number]
type Grants<Tables> = Readonly<Record<keyof Tables | 'migration', readonly Privilege[]>>

const READ = ['select'] as const
const ADD = ['select', 'insert'] as const
const KEEP = ['select', 'insert', 'update'] as const

/** Law and people are entered by the owner (`centre create`); what happened is added and never changed. */
const CENTRE_GRANTS: Grants<CentreTables> = {
  migration: READ,
  unit: READ,
  staff: READ,
  appointment: READ,
  mandate: READ,
  substitution: KEEP,
  delegation: KEEP,
  rule_set: READ,
  place: READ,
  procedure: READ,
  form: READ,
  calendar: READ,
  online_filing: READ,
  number_reading: READ,
  opinion_rule: READ,
  outreach_session: KEEP,
  outreach_session_event: ADD,
  session_registration: KEEP,
  field_device_code: KEEP,
  field_device: KEEP,
  field_provision: ADD,
  field_piece: ['select', 'insert', 'delete'],
  field_packet: KEEP,
  field_paper: KEEP,
  field_form: ADD,
  home_request: KEEP,
  home_request_event: ADD,
  feedback: KEEP,
  feedback_event: ADD,
  feedback_reminder: ADD,
  filing_reminder: ADD,
  rating: ADD,
  rating_ticket: ['select', 'insert', 'delete'],
  rating_handed: ADD,
  quiet_time: READ,
  notice_template: READ,
  citizen: KEEP,
  citizen_identity: ADD,
  contact_code: ['select', 'insert', 'update', 'delete'],
  representation: KEEP,
  notice: KEEP,
  notice_choice: KEEP,
  notice_stopped: ['select', 'insert', 'delete'],
  push_device: ['select', 'insert', 'update', 'delete'],
  law_version: READ,
  import: READ,
  code_series: KEEP,
  code_block: ADD,
  number_book: KEEP,
  number_taken: ADD,
  number_void: ADD,
  hand_over_sheet: KEEP,
  hand_over_line: KEEP,
  turned_away: ADD,
  reminder: ADD,
  take_over: ADD,
  till: KEEP,
  till_opening: ADD,
  cash_sheet: ADD,
  cash_sheet_taken_over: ADD,
  dossier: KEEP,
  paper: ADD,
  paper_reprint: ADD,
  paper_template: READ,
  scan_content: ADD,
  scan: ADD,
  scan_struck: ADD,
  digital_copy: ADD,
  sealed_copy: ADD,
  unrecognised_scan: ADD,
  unrecognised_scan_settled: ADD,
  copy_certified: ADD,
  copy_reused: ADD,
  data_source: READ,
  guide: READ,
  result_document: ADD,
  result_form: READ,
  result_draft: ADD,
  result_draft_comment: ADD,
  dossier_search: KEEP,
  dossier_part: KEEP,
  dossier_read: KEEP,
  certification: ADD,
  dossier_event: ADD,
  // What is not filed yet is the citizen's to throw away.
  filing_draft: ['select', 'insert', 'update', 'delete'],
  filing_file: ['select', 'insert', 'update', 'delete'],
  infected_file: ADD,
  upload: ['select', 'insert', 'update', 'delete'],
  upload_part: ['select', 'insert', 'delete'],
  filing: KEEP,
  filing_event: ADD,
  dossier_note: ADD,
  collection_call: ADD,
  payment_order: KEEP,
  money_in: KEEP,
  money_in_event: ADD,
  provider_file: ADD,
  post_rule: READ,
  reception_desk: READ,
  target: READ,
  parcel: KEEP,
  parcel_event: ADD,
  post_list: KEEP,
  // A label scanned by mistake is taken off while the list is open.
  post_list_line: ['select', 'insert', 'delete'],
  dossier_viewer: ['select', 'insert', 'update', 'delete'],
  // A line is never changed; to pass over lines another holds asks for the right to.
  outbox: ['select', 'insert', 'update', 'delete'],
  daily_figure: ['select', 'insert', 'update', 'delete'],
  monthly_figure: ['select', 'insert', 'update', 'delete'],
  earlier_dossier: ADD,
  issued_report: ADD,
  access_record: ADD,
  data_export: KEEP,
  kept_search: ['select', 'insert', 'delete'],
}

/** Accounts and sessions are better-auth's to keep, attempts to sign in are cleared with time. */
const ALL = ['select', 'insert', 'update', 'delete'] as const
type IdentityTables = Record<
  | 'user'
  | 'session'
  | 'account'
  | 'verification'
  | 'sign_in_attempt'
  | 'second_factor'
  | 'passkey'
  | 'passkey_challenge'
  | 'one_time_password',
  unknown
>

const REGISTRY_GRANTS: Grants<RegistryTables & IdentityTables> = {
  migration: READ,
  centre: READ,
  user: KEEP,
  session: ALL,
  account: KEEP,
  verification: ALL,
  sign_in_attempt: ALL,
  second_factor: ALL,
  passkey: ALL,
  passkey_challenge: ALL,
  one_time_password: ALL,
}

/** What the program may do with each table of a schema; a table without a line here does not compile. */
export function grantsOf(kind: SchemaKind): Readonly<Record<string, readonly Privilege[]>> {
  return kind === 'registry' ? REGISTRY_GRANTS : CENTRE_GRANTS
}

/** Makes the program's login if it is missing and sets its password. */
export async function ensureAppRole(owner: pg.Client, password: string): Promise<void> {
  const { rowCount } = await owner.query('select 1 from pg_roles where rolname = $1', [APP_ROLE])
  const order = rowCount === 0 ? 'create' : 'alter'
  await owner.query(
    `${order} role ${APP_ROLE} login noinherit nocreatedb nocreaterole password ${pg.escapeLiteral(password)}`,
  )
}

/** Takes every privilege away and gives what the table above says, in one transaction. */
export async function applyGrants(owner: pg.Client, kind: SchemaKind, schema: string): Promise<void> {
  const name = pg.escapeIdentifier(schema)
  const grants = Object.entries(grantsOf(kind)).map(
    ([table, privileges]) =>
      `grant ${privileges.join(', ')} on ${name}.${pg.escapeIdentifier(table)} to ${APP_ROLE}`,
  )
  await inTransaction(owner, async () => {
    await owner.query(
      [
        `revoke all on schema ${name} from public, ${APP_ROLE}`,
        `revoke all on all tables in schema ${name} from public, ${APP_ROLE}`,
        `grant usage on schema ${name} to ${APP_ROLE}`,
        ...grants,
      ].join(';\n'),
    )
  })
}

/** Tables of a schema on which the program's rights are not what the table above says. */
export async function wrongGrants(
  pool: pg.Pool,
  kind: SchemaKind,
  schema: string,
): Promise<readonly string[]> {
  const { rows } = await pool.query<{ table: string; has: Privilege[] }>(
    `select relname as table, array_remove(array_agg(case when
       has_table_privilege($2, c.oid, privilege) then privilege end), null) as has
     from pg_catalog.pg_class c, unnest($3::text[]) as privilege
     where relnamespace = (select oid from pg_catalog.pg_namespace where nspname = $1)
       and relkind in ('r', 'p', 'v', 'm', 'f')
     group by relname order by relname`,
    [schema, APP_ROLE, PRIVILEGES],
  )
  const wanted = grantsOf(kind)
  const sorted = (privileges: readonly Privilege[]) => privileges.toSorted().join()
  return rows
    .filter(({ table, has }) => sorted(has) !== sorted(wanted[table] ?? []))
    .map(({ table }) => table)
}
