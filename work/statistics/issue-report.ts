import { dayOf, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { ReportLine } from '#domain/statistics/report-forms.ts'
import { reportBook } from '#papers/report-book.ts'
import { printReport } from '#papers/report.ts'
import type { ReportData } from '#papers/report-words.ts'
import {
  type IssuedReport,
  issuedBytes,
  issuedOf,
  issuedReport,
  keepIssued,
  lastIssued,
  nextReportNumber,
} from '#store/issued-reports.ts'
import { isUniqueViolation } from '#store/sql-state.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { type ReportAsked, type SeenReport, seeReport, unitFor } from './see-report.ts'

export type { IssuedReport } from '#store/issued-reports.ts'

const TRIES = 5

export interface ReportToSign extends ReportAsked {
  /** Made by the sender: sent twice, it is issued once. */
  readonly id: string
}

/**
 * The director signs a report off: numbered, and kept as it stands with its bytes. Another of the same form, window and
 * scope is a correction of the last, and is refused while nothing has changed.
 */
export async function issueReport(desk: Desk, asked: ReportToSign): Promise<Outcome<IssuedReport>> {
  const { centre, actor } = desk
  const allowed = may(actor, { kind: 'issue-report' }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'issue-report' })
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const known = await issuedReport(centre, asked.id)
    if (known) return known
    const report = await seeReport(desk, asked)
    if (isRefusal(report)) return report
    if (report.isRunning) return refuse('window-not-over', { to: report.window.to })
    const scope = { form: report.form.key, window: report.window, unit: report.unit, field: report.field }
    const before = await issuedOf(centre, scope)
    const last = before.at(-1)
    if (last && differences(linesOf(last), report.lines).length === 0)
      return refuse('issued-already', { number: numberOf(last) })
    const year = dayOf(desk.now).year
    const number = await nextReportNumber(centre, report.form.key, year)
    const issued: IssuedReport = {
      id: asked.id,
      ...scope,
      year,
      number,
      at: toMoment(desk.now),
      staff: actor.id,
      corrects: last?.id ?? null,
      data: {},
    }
    const data: ReportData = {
      ...(await reportData(desk, report)),
      number: numberOf(issued),
      corrects: last ? { number: numberOf(last), time: before.length } : null,
      signer: actor.name,
    }
    try {
      await keepIssued(centre, { ...issued, data, pdf: printReport(data), book: await reportBook(data) })
      return { ...issued, data }
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
    }
  }
  throw new Error('a report could not be numbered: others were faster at every attempt')
}

/** `05/2019`. */
export function numberOf({ number, year }: Pick<IssuedReport, 'number' | 'year'>): string {
  return `${String(number).padStart(2, '0')}/${year}`
}

/** What a report that is not issued is printed from. */
export async function reportData(desk: Desk, report: SeenReport): Promise<ReportData> {
  const { units } = await bookOf(desk.centre)
  const committee = [...units.values()].find(({ kind }) => kind === 'people_committee')?.name ?? ''
  const { form, window, unit, unitName, field, countedAt, lines } = report
  const kind = unit === null ? undefined : units.get(unit)?.kind
  return {
    form,
    window,
    // A commune reports by itself, and not as a part of the centre.
    agency: kind === 'commune' || kind === 'ward' ? unitName : desk.centre.name,
    unitName,
    field,
    committee,
    countedAt,
    lines,
    number: null,
    corrects: null,
    signer: null,
  }
}

/** A cell that is counted otherwise now than it was issued. */
export interface Difference {
  readonly name: string
  /** Number of the column. */
  readonly column: number
  readonly issued: number
  readonly now: number
}

/** Where two counts of the same report differ; a line that only one has counts as zero in the other. */
export function differences(issued: readonly ReportLine[], now: readonly ReportLine[]): Difference[] {
  const keyOf = ({ name, unit, field }: ReportLine) => JSON.stringify([name, unit, field])
  const before = new Map(issued.map((line) => [keyOf(line), line]))
  const after = new Map(now.map((line) => [keyOf(line), line]))
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [one, other] = [before.get(key), after.get(key)]
    const name = (one ?? other)?.name ?? ''
    const columns = Math.max(one?.cells.length ?? 0, other?.cells.length ?? 0)
    return Array.from({ length: columns }, (_, place) => ({
      name,
      column: place + 3,
      issued: one?.cells[place] ?? 0,
      now: other?.cells[place] ?? 0,
    })).filter((cell) => cell.issued !== cell.now)
  })
}

/** The lines as they were issued. */
export function linesOf({ data }: IssuedReport): readonly ReportLine[] {
  // Written by `issueReport` alone.
  return (data as ReportData).lines
}

export interface SeenIssued {
  /** The first and its corrections, oldest first. */
  readonly issued: readonly IssuedReport[]
  /** Where the present count differs from the last of them. */
  readonly differences: readonly Difference[]
}

/** What was issued of a report, and what has changed since. */
export async function seeIssuedOf(desk: Desk, report: SeenReport): Promise<SeenIssued> {
  const { form, window, unit, field } = report
  const issued = await issuedOf(desk.centre, { form: form.key, window, unit, field })
  const last = issued.at(-1)
  return { issued, differences: last ? differences(linesOf(last), report.lines) : [] }
}

const MOST_LISTED = 50

/** The reports last issued; for who may see figures. A head sees those of the unit. */
export async function seeLastIssued(desk: Desk): Promise<Outcome<readonly IssuedReport[]>> {
  const unit = unitFor(desk, {}, today(desk))
  return isRefusal(unit) ? unit : lastIssued(desk.centre, unit, MOST_LISTED)
}

/** An issued report's bytes, the same for ever. */
export async function giveIssued(
  desk: Desk,
  id: string,
  kind: 'pdf' | 'book',
): Promise<Outcome<{ readonly report: IssuedReport; readonly bytes: Uint8Array }>> {
  const unit = unitFor(desk, {}, today(desk))
  if (isRefusal(unit)) return unit
  const report = await issuedReport(desk.centre, id)
  if (!report || (unit !== null && report.unit !== unit)) return refuse('no-such-report')
  const bytes = await issuedBytes(desk.centre, id, kind)
  return bytes ? { report, bytes } : refuse('no-such-report')
}
