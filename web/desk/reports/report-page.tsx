import { dayOf } from '#domain/calendar/moment.ts'
import { isRefusal, type Refusal } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { seeListChoices } from '#work/reading/see-list-choices.ts'
import { issueReport, seeIssuedOf, seeLastIssued } from '#work/statistics/issue-report.ts'
import { seeReport } from '#work/statistics/see-report.ts'
import { z } from 'zod'
import type { Page } from '../../page.tsx'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { readForm, refusalText } from '../form.ts'
import { refusedPage } from '../refused-page.tsx'
import { Issued, LastIssued } from './issued.tsx'
import { readReport, reportAddress, REPORTS } from './report-address.ts'
import { ReportForm } from './report-form.tsx'
import { ReportTable } from './report-table.tsx'

const ToIssue = z.object({ id: z.uuid({ version: 'v7' }) })

/** The official report of any period: seen, taken away as a file, signed off. */
export const reportPage: DeskPage = {
  path: REPORTS,
  action: 'see-report',
  get: (visit) => show(visit),
  async post(visit, typed) {
    const { value, faults } = readForm(typed, ToIssue, visit.words)
    const { asked, chosen } = readReport(visit.url.searchParams, todayOf(visit))
    if (faults) return { ...(await show(visit)), status: 422 }
    const issued = await issueReport(visit.desk, { ...asked, id: value.id })
    return isRefusal(issued)
      ? { ...(await show(visit, issued)), status: 409 }
      : seeOther(reportAddress(chosen) as `/${string}`)
  },
}

export const todayOf = ({ desk }: Pick<DeskVisit, 'desk'>) => dayOf(desk.now).toString()

async function show(visit: DeskVisit, refused?: Refusal): Promise<Page> {
  const { desk, words, url } = visit
  const said = words.desk.reports
  const today = todayOf(visit)
  const { asked, chosen, isMisread } = readReport(url.searchParams, today)
  const [report, choices, last] = await Promise.all([
    seeReport(desk, asked),
    seeListChoices(desk, {}),
    seeLastIssued(desk),
  ])
  if (isRefusal(report)) return refusedPage(visit, report)
  const seen = await seeIssuedOf(desk, report)
  const mayIssue = !isRefusal(may(desk.actor, { kind: 'issue-report' }, today))
  const main = (
    <>
      <h1>{said.title}</h1>
      <p class="sub">{said.lead}</p>
      <ReportForm words={words} chosen={chosen} choices={choices} />
      {isMisread && (
        <Notice kind="warning" role="status">
          <p>{said.notAWindow}</p>
        </Notice>
      )}
      <h2>
        {report.form.key}. {said.window(report.window.from, report.window.to)}
      </h2>
      <p>
        <span lang="vi">{said.of(report.unitName)}</span>
        {report.field !== null && (
          <>
            ; {said.field}: <span lang="vi">{report.field}</span>
          </>
        )}
        . {said.countedAt(words.format.moment(report.countedAt))}
      </p>
      {report.isRunning && (
        <Notice kind="info">
          <p>{said.running}</p>
        </Notice>
      )}
      {report.lines.length === 1 ? (
        <p class="nothing">{said.nothing}</p>
      ) : (
        <ReportTable words={words} report={report} today={today} />
      )}
      <p class="hint">
        {said.identity} {said.basis}
      </p>
      <p class="report-files">
        {said.files}:{' '}
        {(['xlsx', 'pdf', 'csv'] as const).map((kind) => (
          <span key={kind}>
            <Link href={reportAddress(chosen, `${REPORTS}/tep/${kind}`)}>{said.kinds[kind]}</Link>{' '}
          </span>
        ))}
      </p>
      <Issued
        words={words}
        report={report}
        chosen={chosen}
        seen={seen}
        mayIssue={mayIssue}
        refused={refused && refusalText(words, refused)}
      />
      <LastIssued words={words} last={last} />
    </>
  )
  return { title: said.title, main }
}
