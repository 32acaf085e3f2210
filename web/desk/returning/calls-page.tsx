import { isRefusal } from '#domain/outcome.ts'
import { CALL_ORDERS, type CallLine, seeCalls } from '#work/returning/see-calls.ts'
import { seeArrived } from '#work/returning/see-drawer.ts'
import { Link } from '../../parts/link.tsx'
import type { Words } from '../../words/vi.ts'
import { type DeskPage } from '../desk-page.ts'
import { dossierAddress } from '../dossier/address.ts'
import { CALL_AT } from '../dossier/calls.tsx'
import { refusedPage } from '../refused-page.tsx'
import { DRAWER } from './drawer.tsx'
import { Persons } from './drawer-table.tsx'
import { Tabs } from '../tabs.tsx'
import { ReturningTabs } from './tabs.tsx'

export const CALLS = `${DRAWER}/nhac` as const

/** What lies in the drawer, by when its owner is to be called next or by how often that was done. */
export const callsPage: DeskPage = {
  path: CALLS,
  action: 'see-drawer',
  async get(visit) {
    const { desk, words, url } = visit
    const said = words.desk.calls
    const order = url.searchParams.get('xep') === 'often' ? 'often' : 'next'
    const after = url.searchParams.get('sau') ?? undefined
    const [seen, arrived] = await Promise.all([seeCalls(desk, { order, after }), seeArrived(desk)])
    if (isRefusal(seen)) return refusedPage(visit, seen)
    const main = (
      <>
        <h1>{said.title}</h1>
        <ReturningTabs words={words} here="calls" arrived={isRefusal(arrived) ? 0 : arrived.length} />
        <p class="sub">{said.lead}</p>
        <Tabs
          label={said.order}
          tabs={CALL_ORDERS.map((one) => ({
            href: `${CALLS}?xep=${one}`,
            isHere: one === order,
            text: said.orders[one],
          }))}
        />
        {seen.lines.length === 0 ? (
          <p>{words.desk.returning.empty}</p>
        ) : (
          <CallTable words={words} lines={seen.lines} />
        )}
        {seen.next && (
          <p class="onward-ways">
            <Link href={`${CALLS}?xep=${order}&sau=${encodeURIComponent(seen.next)}`}>
              {words.desk.returning.next}
            </Link>
          </p>
        )}
      </>
    )
    return { title: said.title, main, live: 'lists' }
  },
}

function CallTable({ words, lines }: { readonly words: Words; readonly lines: readonly CallLine[] }) {
  const said = words.desk.calls
  const { person, dossier } = words.desk.returning
  return (
    <div class="scrolled">
      <table class="ds-table found-rows">
        <caption class="ds-sr-only">{said.title}</caption>
        <thead>
          <tr>
            <th scope="col">{person}</th>
            <th scope="col">{dossier}</th>
            <th scope="col">{said.made}</th>
            <th scope="col">{said.next}</th>
            <th scope="col">
              <span class="ds-sr-only">{said.record}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.code} words={words} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ words, line }: { readonly words: Words; readonly line: CallLine }) {
  const said = words.desk.calls
  const { code, made, nextCall, isDue, applicant, owner } = line
  return (
    <tr data-row>
      <td>
        <Persons words={words} line={line} needles={[]} />
        <small class="numbers">{applicant.phone ?? owner.phone ?? said.noPhone}</small>
      </td>
      <td data-label={words.desk.returning.dossier}>
        <span class="code">{code}</span>
        <small lang="vi">{line.procedureName}</small>
      </td>
      <td data-label={said.made}>
        {said.times(made.count)}
        {made.lastAt && <small>{said.last(words.format.moment(made.lastAt))}</small>}
      </td>
      <td data-label={said.next} class="when">
        {nextCall && words.format.day(nextCall.on)}
        {nextCall && isDue && (
          <small>
            <span class="ds-tag" data-color="warning">
              {nextCall.before === 'counter' ? said.due : said.directors}
            </span>
          </small>
        )}
      </td>
      <td>
        <a
          class="ds-button"
          data-variant="secondary"
          href={`${dossierAddress(code)}#${CALL_AT}`}
          aria-label={`${said.record}: ${owner.name}, ${code}`}
        >
          {said.record}
        </a>
      </td>
    </tr>
  )
}
