import type { Moment } from '#domain/calendar/moment.ts'
import type { ReportFormKey } from '#domain/statistics/report-forms.ts'
import type { Window } from '#domain/statistics/window.ts'
import type { Centre } from './database.ts'

/** What a report is about; null is the whole. */
export interface ReportScope {
  readonly form: ReportFormKey
  readonly window: Window
  readonly unit: string | null
  readonly field: string | null
}

export interface IssuedReport extends ReportScope {
  readonly id: string
  readonly year: number
  /** One sequence per form and year. */
  readonly number: number
  readonly at: Moment
  readonly staff: string
  readonly corrects: string | null
  /** What it was printed from. */
  readonly data: object
}

export interface ReportToIssue extends IssuedReport {
  readonly pdf: Uint8Array
  readonly book: Uint8Array
}

const COLUMNS = [
  'id',
  'form',
  'year',
  'number',
  'window_from',
  'window_to',
  'unit',
  'field',
  'at',
  'staff_id',
  'corrects',
  'data',
] as const

/** Keeps a report as issued. The sequence has no gap: who comes second with a number breaks a unique constraint. */
export async function keepIssued({ db }: Centre, report: ReportToIssue): Promise<void> {
  const { window, staff, data, pdf, book, ...rest } = report
  await db
    .insertInto('issued_report')
    .values({
      ...rest,
      window_from: window.from,
      window_to: window.to,
      staff_id: staff,
      data: JSON.stringify(data),
      pdf: Buffer.from(pdf),
      book: Buffer.from(book),
    })
    .execute()
}

/** The number the next report of a form and year gets. */
export async function nextReportNumber({ db }: Centre, form: ReportFormKey, year: number): Promise<number> {
  const { last } = await db
    .selectFrom('issued_report')
    .select(({ fn }) => fn.max<number | null>('number').as('last'))
    .where('form', '=', form)
    .where('year', '=', year)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

/** The reports issued of a form, window and scope, oldest first: the first and its corrections. */
export async function issuedOf({ db }: Centre, scope: ReportScope): Promise<readonly IssuedReport[]> {
  const rows = await db
    .selectFrom('issued_report')
    .select(COLUMNS)
    .where('form', '=', scope.form)
    .where('window_from', '=', scope.window.from)
    .where('window_to', '=', scope.window.to)
    .where('unit', 'is not distinct from', scope.unit)
    .where('field', 'is not distinct from', scope.field)
    .orderBy('at')
    .orderBy('number')
    .execute()
  return rows.map(asIssued)
}

/** The reports last issued, newest first; of one unit, or all of them. */
export async function lastIssued(
  { db }: Centre,
  unit: string | null,
  most: number,
): Promise<readonly IssuedReport[]> {
  const rows = await db
    .selectFrom('issued_report')
    .select(COLUMNS)
    .$if(unit !== null, (query) => query.where('unit', '=', unit))
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
  return rows.map(asIssued)
}

export async function issuedReport({ db }: Centre, id: string): Promise<IssuedReport | undefined> {
  const row = await db.selectFrom('issued_report').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  return row && asIssued(row)
}

/** The bytes as they were issued. */
export async function issuedBytes(
  { db }: Centre,
  id: string,
  kind: 'pdf' | 'book',
): Promise<Uint8Array | undefined> {
  const row = await db.selectFrom('issued_report').select(kind).where('id', '=', id).executeTakeFirst()
  return row?.[kind]
}

interface Row {
  readonly id: string
  readonly form: string
  readonly year: number
  readonly number: number
  readonly window_from: string
  readonly window_to: string
  readonly unit: string | null
  readonly field: string | null
  readonly at: string
  readonly staff_id: string
  readonly corrects: string | null
  readonly data: object
}

function asIssued({ window_from: from, window_to: to, staff_id: staff, form, ...row }: Row): IssuedReport {
  // Written by `keepIssued` alone, from a form that there is.
  return { ...row, form: form as ReportFormKey, staff, window: { from, to } }
}
