import { isRefusal } from '#domain/outcome.ts'
import { type FilingLine, type SeenFilings, seeFilings } from '#work/filing/see-filings.ts'
import { FactOf, Facts } from '../../parts/facts.tsx'
import { Link } from '../../parts/link.tsx'
import { TimeLeft } from '../../parts/time-left.tsx'
import type { Words } from '../../words/vi.ts'
import type { DeskPage } from '../desk-page.ts'
import { refusedPage } from '../refused-page.tsx'
import { checkedFiling, FILINGS } from './addresses.ts'

/** What was filed online and waits for the centre, the most urgent first. */
export const filingsPage: DeskPage = {
  path: FILINGS,
  action: 'see-filings',
  async get(visit) {
    const { desk, words, url } = visit
    const after = url.searchParams.get('sau')
    const seen = await seeFilings(desk, after)
    if (isRefusal(seen)) return refusedPage(visit, seen)
    const said = words.desk.filings
    const main = (
      <>
        <h1>{said.title}</h1>
        <p class="sub">{said.lead(words.format.number(seen.hours), seen.ground)}</p>
        <Counts words={words} seen={seen} />
        {seen.lines.length === 0 ? <p>{said.none}</p> : <Table words={words} lines={seen.lines} />}
        <p class="paging">
          {after && <Link href={FILINGS}>{said.first}</Link>}
          {seen.next && (
            <Link href={`${FILINGS}?${new URLSearchParams({ sau: seen.next })}`}>{said.next}</Link>
          )}
        </p>
      </>
    )
    return { title: said.title, main, live: 'lists' }
  },
}

function Counts({ words, seen }: { readonly words: Words; readonly seen: SeenFilings }) {
  const said = words.desk.filings
  const { number } = words.format
  return (
    <Facts>
      <FactOf name={said.waiting}>{number(seen.waiting)}</FactOf>
      <FactOf name={said.near}>{number(seen.near)}</FactOf>
      <FactOf name={said.overdue}>{number(seen.overdue)}</FactOf>
      <FactOf name={said.month}>{number(seen.month.answered)}</FactOf>
      <FactOf name={said.monthLate}>{number(seen.month.late)}</FactOf>
    </Facts>
  )
}

function Table({ words, lines }: { readonly words: Words; readonly lines: readonly FilingLine[] }) {
  const said = words.desk.filings
  return (
    <div class="scrolled" role="region" aria-label={said.title} tabIndex={0}>
      <table class="ds-table">
        <thead>
          <tr>
            {[said.code, said.procedure, said.applicant, said.submittedAt, said.left].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                <Link href={checkedFiling(line.id)}>{line.code}</Link>
                {line.stage === 'answered' && <small>{said.answered}</small>}
                {line.isHelped && <small>{said.helped}</small>}
              </th>
              <td lang="vi">{line.procedureName}</td>
              <td lang="vi">{line.applicantName}</td>
              <td>{words.format.moment(line.submittedAt)}</td>
              <td>
                <TimeLeft
                  words={words}
                  left={{
                    stage: 'in-process',
                    waitsFor: null,
                    timeliness: null,
                    minutesLeft: line.minutesLeft,
                    used: line.used,
                    isDueProvisional: line.isProvisional,
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
