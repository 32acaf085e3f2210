import { z } from 'zod'
import { isRefusal, refuse } from '#domain/outcome.ts'
import { reportBook } from '#papers/report-book.ts'
import { reportCsv } from '#papers/report-csv.ts'
import { printReport } from '#papers/report.ts'
import { giveIssued, numberOf, reportData } from '#work/statistics/issue-report.ts'
import { seeReport } from '#work/statistics/see-report.ts'
import type { DeskPage } from '../desk-page.ts'
import { refusedPage } from '../refused-page.tsx'
import { readReport, REPORTS } from './report-address.ts'
import { todayOf } from './report-page.tsx'

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
} as const
type Kind = keyof typeof TYPES

function kindOf(text: string | undefined): Kind | undefined {
  return (['xlsx', 'pdf', 'csv'] as const).find((one) => one === text)
}

function file(bytes: Uint8Array | string, kind: Kind, name: string): Response {
  return new Response(typeof bytes === 'string' ? bytes : new Uint8Array(bytes), {
    headers: {
      'Content-Type': TYPES[kind],
      'Content-Disposition': `attachment; filename="${name}.${kind}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}

/** The report as it stands now, as a file: a preview until it is issued. */
const previewFile: DeskPage = {
  path: `${REPORTS}/tep/:kind`,
  action: 'see-report',
  async get(visit) {
    const { desk, url, c } = visit
    const report = await seeReport(desk, readReport(url.searchParams, todayOf(visit)).asked)
    if (isRefusal(report)) return refusedPage(visit, report)
    const kind = kindOf(c.req.param('kind')) ?? 'xlsx'
    const data = await reportData(desk, report)
    const name = `${report.form.key}-${report.window.from}-${report.window.to}`
    if (kind === 'csv') return file(reportCsv(data), kind, name)
    return file(kind === 'pdf' ? printReport(data) : await reportBook(data), kind, name)
  },
}

/** A report as it was issued, byte for byte. */
const issuedFile: DeskPage = {
  path: `${REPORTS}/phat-hanh/:id/:kind`,
  action: 'see-report',
  async get(visit) {
    const { desk, c } = visit
    const kind = c.req.param('kind') === 'pdf' ? 'pdf' : 'xlsx'
    const id = z.uuid().safeParse(c.req.param('id'))
    const given = id.success
      ? await giveIssued(desk, id.data, kind === 'pdf' ? 'pdf' : 'book')
      : refuse('no-such-report')
    if (isRefusal(given)) return refusedPage(visit, given)
    return file(given.bytes, kind, `${given.report.form}-so-${numberOf(given.report).replace('/', '-')}`)
  },
}

export const REPORT_FILE_PAGES: readonly DeskPage[] = [previewFile, issuedFile]
