import { dayOf } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import type { AcceptanceFigures } from '#work/filing/see-filings.ts'
import type { DossiersAsked } from '#shapes/dossier-list.ts'
import {
  type CountedGroup,
  DAY_FIGURES,
  type DayCounts,
  type NamedAgency,
  listOf,
  seeDay,
} from '#work/reading/see-day.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { TextField } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'
import { dayAsked } from '../day-asked.ts'
import type { DeskPage } from '../desk-page.ts'
import { FILINGS } from '../filings/addresses.ts'
import { refusedPage } from '../refused-page.tsx'
import { ANY_LIST } from './any-list.tsx'
import { listAddress } from './list-address.ts'

/** The director's today: what came, what lies, what is due and how it was settled; every figure opens its list. */
export const dayPage: DeskPage = {
  path: '/ban/hom-nay',
  action: 'see-figures',
  async get(visit) {
    const { desk, words, url, centre } = visit
    const on = dayAsked(url.searchParams.get('ngay'), dayOf(desk.now).toString())
    const day = await seeDay(desk, on)
    if (isRefusal(day)) return refusedPage(visit, day)
    const said = words.desk.day
    const within: DossiersAsked = day.unit === null ? {} : { unit: day.unit }
    const main = (
      <>
        <h1>{said.title}</h1>
        <p class="sub">{said.lead(words.format.longDay(Temporal.PlainDate.from(on)))}</p>
        <form action="/ban/hom-nay" class="day-form">
          <TextField name="ngay" label={said.day} type="date" value={on} />
          <Button kind="secondary">{said.show}</Button>
        </form>
        <Figures words={words} counts={day.total} within={within} on={on} />
        {day.filings && (centre.takesFilings || day.filings.waiting + day.filings.month.answered > 0) && (
          <Acceptance words={words} filings={day.filings} />
        )}
        <h2>{said.byUnit}</h2>
        <Groups words={words} groups={day.byUnit} first={said.unit} on={on} askedOf={(unit) => ({ unit })} />
        <h2>{said.byField}</h2>
        <Groups
          words={words}
          groups={day.byField}
          first={said.field}
          on={on}
          askedOf={(field) => ({ ...within, field })}
        />
        <Agencies words={words} agencies={day.byAgency} within={within} />
        <p class="hint">{said.meaning}</p>
      </>
    )
    return { title: said.title, main, live: 'lists' } satisfies Page
  },
}

/** What waits online for the counters now, and how the day and its month kept to the hours. */
function Acceptance({ words, filings }: { readonly words: Words; readonly filings: AcceptanceFigures }) {
  const said = words.desk.day
  const { number } = words.format
  const { day, month, hours } = filings
  return (
    <>
      <h2>{said.filings}</h2>
      <ul class="day-figures">
        {(['waiting', 'near', 'overdue'] as const).map((figure) => (
          <li key={figure} data-figure={figure} {...(filings[figure] === 0 && { class: 'none' })}>
            <a href={FILINGS}>
              <strong>{number(filings[figure])}</strong> {said.filingFigures[figure]}
            </a>
          </li>
        ))}
      </ul>
      <p>{said.answered(day.answered, day.answered - day.late, hours)}</p>
      <p>{said.answeredInMonth(month.answered, month.answered - month.late, hours)}</p>
    </>
  )
}

interface FiguresProps {
  readonly words: Words
  readonly counts: DayCounts
  readonly within: DossiersAsked
  readonly on: string
}

function Figures({ words, counts, within, on }: FiguresProps) {
  return (
    <ul class="day-figures">
      {DAY_FIGURES.map((figure) => (
        <li key={figure} data-figure={figure} {...(counts[figure] === 0 && { class: 'none' })}>
          <a href={listAddress(ANY_LIST, { asked: { ...within, ...listOf(figure, on) } })}>
            <strong>{words.format.number(counts[figure])}</strong> {words.desk.day.figures[figure]}
          </a>
        </li>
      ))}
    </ul>
  )
}

interface GroupsProps {
  readonly words: Words
  readonly groups: readonly CountedGroup[]
  readonly first: string
  readonly on: string
  readonly askedOf: (key: string) => DossiersAsked
}

function Groups({ words, groups, first, on, askedOf }: GroupsProps) {
  const said = words.desk.day
  if (groups.length === 0) return <p class="nothing">{said.nothing}</p>
  return (
    <div class="scrolled" role="region" aria-label={first} tabIndex={0}>
      <table class="ds-table day-table">
        <caption class="ds-sr-only">{first}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {DAY_FIGURES.map((figure) => (
              <th key={figure} scope="col">
                {said.columns[figure]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ key, name, counts }) => (
            <tr key={key}>
              <th scope="row" lang="vi">
                {name}
              </th>
              {DAY_FIGURES.map((figure) => (
                <td key={figure}>
                  <Figure
                    words={words}
                    says={said.figures[figure]}
                    name={name}
                    count={counts[figure]}
                    href={listAddress(ANY_LIST, { asked: { ...askedOf(key), ...listOf(figure, on) } })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const OF_AGENCY = [
  ['open', 'part-open'],
  ['late', 'part-late'],
  ['back', 'part-back'],
] as const

interface AgenciesProps {
  readonly words: Words
  readonly agencies: readonly NamedAgency[]
  readonly within: DossiersAsked
}

/** Linked procedures: how many dossiers lie with each agency now, how many of them beyond its own due moment. */
function Agencies({ words, agencies, within }: AgenciesProps) {
  const said = words.desk.day
  if (agencies.length === 0) return null
  return (
    <>
      <h2>{said.byAgency}</h2>
      <div class="scrolled" role="region" aria-label={said.agency} tabIndex={0}>
        <table class="ds-table day-table">
          <caption class="ds-sr-only">{said.byAgency}</caption>
          <thead>
            <tr>
              <th scope="col">{said.agency}</th>
              {OF_AGENCY.map(([column]) => (
                <th key={column} scope="col">
                  {said.parts[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {agencies.map((agency) => (
              <tr key={agency.unit}>
                <th scope="row" lang="vi">
                  {agency.name}
                </th>
                {OF_AGENCY.map(([column, only]) => (
                  <td key={column}>
                    <Figure
                      words={words}
                      says={said.parts[column]}
                      name={agency.name}
                      count={agency[column]}
                      href={listAddress(ANY_LIST, {
                        asked: { ...within, progress: 'running', only, agency: agency.unit },
                      })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

interface FigureProps {
  readonly words: Words
  readonly says: string
  readonly name: string
  readonly count: number
  readonly href: string
}

function Figure({ words, says, name, count, href }: FigureProps) {
  if (count === 0) return <span class="nothing">0</span>
  const label = `${words.format.number(count)} ${says}, ${name}`
  return (
    <a class="ds-link" href={href} aria-label={label}>
      {words.format.number(count)}
    </a>
  )
}
