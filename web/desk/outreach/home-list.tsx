import { isRefusal } from '#domain/outcome.ts'
import { type HomeLine, type HomeList, seeHomeVisits } from '#work/outreach/see-home-visits.ts'
import { FactOf, Facts } from '../../parts/facts.tsx'
import { Link } from '../../parts/link.tsx'
import type { Words } from '../../words/vi.ts'
import type { DeskPage } from '../desk-page.ts'
import { refusedPage } from '../refused-page.tsx'
import { Tabs } from '../tabs.tsx'
import { OUT_HOME, OUT_HOME_NEW, OUT_HOME_ROUTE, outHomeAddress } from './addresses.ts'

/** Requests for visits at home, the longest waiting on top, with the figures of the year. */
export const homeListPage: DeskPage = {
  path: OUT_HOME,
  action: 'work-home-visits',
  async get(visit) {
    const { desk, words, url } = visit
    const said = words.outreach.home.desk
    const isOpen = url.searchParams.get('xem') !== 'xong'
    const seen = await seeHomeVisits(desk, { isOpen, after: url.searchParams.get('sau') })
    if (isRefusal(seen)) return refusedPage(visit, seen)
    const here = isOpen ? `${OUT_HOME}?` : `${OUT_HOME}?xem=xong&`
    const main = (
      <>
        <h1>{said.title}</h1>
        <p class="sub">{said.lead}</p>
        <p class="actions">
          <a class="ds-button" href={OUT_HOME_NEW}>
            {said.enter}
          </a>
          <a class="ds-button" data-variant="secondary" href={OUT_HOME_ROUTE}>
            {said.route}
          </a>
        </p>
        <Tabs
          label={said.title}
          tabs={[
            { href: OUT_HOME, isHere: isOpen, text: said.open },
            { href: `${OUT_HOME}?xem=xong`, isHere: !isOpen, text: said.done },
          ]}
        />
        {seen.lines.length === 0 ? (
          <p class="nothing">{said.none}</p>
        ) : (
          <Lines words={words} lines={seen.lines} />
        )}
        {seen.next !== null && (
          <p>
            <Link href={`${here}sau=${encodeURIComponent(seen.next)}`}>{said.more}</Link>
          </p>
        )}
        <Figures words={words} seen={seen} />
      </>
    )
    return { title: said.title, main }
  },
}

function Figures({ words, seen }: { readonly words: Words; readonly seen: HomeList }) {
  const said = words.outreach.home.desk
  const { number } = words.format
  const { requests, entitled, visited, daysWaited, longest } = seen.figures
  return (
    <>
      <h2>{said.figures(seen.from.slice(0, 4))}</h2>
      <Facts>
        <FactOf name={said.requests}>{number(requests)}</FactOf>
        <FactOf name={said.entitled}>{number(entitled)}</FactOf>
        <FactOf name={said.visited}>{number(visited)}</FactOf>
        {visited > 0 && (
          <FactOf name={said.waited}>{said.days(number(daysWaited / visited), number(longest))}</FactOf>
        )}
      </Facts>
    </>
  )
}

function Lines({ words, lines }: { readonly words: Words; readonly lines: readonly HomeLine[] }) {
  const said = words.outreach.home
  return (
    <div class="scrolled" role="region" aria-label={said.desk.title} tabIndex={0}>
      <table class="ds-table">
        <thead>
          <tr>
            {[said.desk.code, said.desk.stage, said.desk.where, said.desk.day, said.desk.asked].map(
              (name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>
                <a class="ds-link tabular" href={outHomeAddress(line.code)}>
                  {line.code}
                </a>
              </td>
              <td>
                {said.stages[line.stage]}
                {line.contacts > 0 && (
                  <>
                    <br />
                    <small>{said.desk.contacts(words.format.number(line.contacts))}</small>
                  </>
                )}
              </td>
              <td lang="vi">
                {line.communeName}
                <br />
                <small>{line.hamlet}</small>
              </td>
              <td class="tabular">
                {line.visitOn === null ? said.desk.noDay : words.format.day(line.visitOn)}
              </td>
              <td class="tabular">
                {words.format.moment(line.askedAt)}
                <br />
                <small>{said.askedBys[line.askedBy]}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
