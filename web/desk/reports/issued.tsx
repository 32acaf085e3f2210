import { isRefusal, type Outcome } from '#domain/outcome.ts'
import {
  type Difference,
  type IssuedReport,
  numberOf,
  type SeenIssued,
} from '#work/statistics/issue-report.ts'
import type { SeenReport } from '#work/statistics/see-report.ts'
import { Button } from '../../parts/button.tsx'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { newCommandId } from '../form.ts'
import { REPORTS, reportAddress, type ReportChosen } from './report-address.ts'

interface IssuedProps {
  readonly words: Words
  readonly report: SeenReport
  readonly chosen: ReportChosen
  readonly seen: SeenIssued
  readonly mayIssue: boolean
  readonly refused: string | undefined
}

/** What was issued of this report, what has changed since, and the form to sign it off. */
export function Issued({ words, report, chosen, seen, mayIssue, refused }: IssuedProps) {
  const said = words.desk.reports
  const isIssued = seen.issued.length > 0
  const isChanged = seen.differences.length > 0
  return (
    <>
      {isIssued && (
        <section aria-labelledby="issued">
          <h2 id="issued">{said.issuedTitle}</h2>
          <IssuedList words={words} issued={seen.issued} />
          {isChanged ? (
            <Differences words={words} differences={seen.differences} />
          ) : (
            <p class="hint">{said.unchanged}</p>
          )}
        </section>
      )}
      {mayIssue && !report.isRunning && (!isIssued || isChanged || refused !== undefined) && (
        <PostForm words={words} action={reportAddress(chosen)} refused={refused}>
          <input type="hidden" name="id" value={newCommandId()} />
          <p class="hint">{said.issueHint}</p>
          <Button kind="secondary">{isIssued ? said.issueCorrection : said.issue}</Button>
        </PostForm>
      )}
    </>
  )
}

function IssuedList({ words, issued }: { words: Words; issued: readonly IssuedReport[] }) {
  const said = words.desk.reports
  return (
    <ul class="issued">
      {issued.map((one, time) => (
        <li key={one.id}>
          {one.form}: {said.issued(numberOf(one), words.format.moment(one.at))}
          {one.corrects !== null && time > 0 && <> ({said.correction(time)})</>}{' '}
          {(['pdf', 'xlsx'] as const).map((kind) => (
            <span key={kind}>
              <Link href={`${REPORTS}/phat-hanh/${one.id}/${kind}`}>{said.kinds[kind]}</Link>{' '}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}

function Differences({ words, differences }: { words: Words; differences: readonly Difference[] }) {
  const said = words.desk.reports
  const columns = said.changedColumns
  return (
    <Notice kind="warning" title={said.changed}>
      <p>{said.changedLead}</p>
      <table class="ds-table">
        <thead>
          <tr>
            {[columns.line, columns.column, columns.issued, columns.now].map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {differences.map(({ name, column, issued, now }) => (
            <tr key={`${name} ${column}`}>
              <th scope="row" lang="vi">
                {name}
              </th>
              <td>({column})</td>
              <td>{words.format.number(issued)}</td>
              <td>{words.format.number(now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Notice>
  )
}

/** The reports last issued, whatever is shown above. */
export function LastIssued({ words, last }: { words: Words; last: Outcome<readonly IssuedReport[]> }) {
  const said = words.desk.reports
  if (isRefusal(last)) return null
  return (
    <details class="ds-details">
      <summary>{said.allIssued}</summary>
      {last.length === 0 ? (
        <p class="nothing">{said.noneIssued}</p>
      ) : (
        <ul class="issued">
          {last.map((one) => (
            <li key={one.id}>
              {one.form}, {said.window(one.window.from, one.window.to)}:{' '}
              <Link href={`${REPORTS}/phat-hanh/${one.id}/pdf`}>
                {said.issued(numberOf(one), words.format.moment(one.at))}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
