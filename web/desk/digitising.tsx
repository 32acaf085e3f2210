import { dayOf } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { DESPITE_REASONS } from '#domain/procedure/data-for-paper.ts'
import { MOST_TOLD, type SeenDigitising, seeDigitising } from '#work/digitising/see-digitising.ts'
import { Button } from '../parts/button.tsx'
import { FactOf, Facts } from '../parts/facts.tsx'
import { TextField } from '../parts/field.tsx'
import type { Words } from '../words/vi.ts'
import { dayAsked } from './day-asked.ts'
import type { DeskPage } from './desk-page.ts'
import { dossierAddress } from './dossier/address.ts'
import { refusedPage } from './refused-page.tsx'

/** What was digitised and reused, and where papers were taken although data should do: this month unless asked. */
export const digitisingPage: DeskPage = {
  path: '/ban/so-hoa',
  action: 'see-digitising',
  async get(visit) {
    const { desk, words, url } = visit
    const today = dayOf(desk.now)
    const until = dayAsked(url.searchParams.get('den'), today.toString())
    const from = dayAsked(
      url.searchParams.get('tu'),
      Temporal.PlainDate.from(until).with({ day: 1 }).toString(),
    )
    const seen = await seeDigitising(desk, { from, until })
    if (isRefusal(seen)) return refusedPage(visit, seen)
    const said = words.desk.dataForPaper
    const main = (
      <>
        <h1>{said.title}</h1>
        <p class="sub">{said.lead(words.format.day(from), words.format.day(until))}</p>
        <form action="/ban/so-hoa" class="day-form">
          <TextField name="tu" label={said.from} type="date" value={from} />
          <TextField name="den" label={said.until} type="date" value={until} />
          <Button kind="secondary">{said.show}</Button>
        </form>
        <Counts words={words} seen={seen} />
        <h2>{said.despiteList}</h2>
        {seen.despite.length === 0 ? <p>{said.despiteNone}</p> : <Despite words={words} seen={seen} />}
      </>
    )
    return { title: said.title, main }
  },
}

function Counts({ words, seen }: { words: Words; seen: SeenDigitising }) {
  const said = words.desk.dataForPaper
  const { number } = words.format
  return (
    <Facts>
      <FactOf name={said.digitised}>{number(seen.digitised)}</FactOf>
      <FactOf name={said.reusedComponent}>{number(seen.reusedComponents)}</FactOf>
      <FactOf name={said.reusedResult}>{number(seen.reusedResults)}</FactOf>
      <FactOf name={said.despiteCount}>
        {number(seen.despite.length)}
        {DESPITE_REASONS.map((reason) => (
          <small key={reason}>
            {said.reasons[reason]}: {number(seen.byReason[reason])}
          </small>
        ))}
      </FactOf>
    </Facts>
  )
}

function Despite({ words, seen }: { words: Words; seen: SeenDigitising }) {
  const said = words.desk.dataForPaper
  return (
    <>
      {seen.despite.length >= MOST_TOLD && <p>{said.more(MOST_TOLD)}</p>}
      <div class="scrolled" role="region" aria-label={said.despiteList} tabIndex={0}>
        <table class="ds-table">
          <thead>
            <tr>
              {[said.at, said.dossier, said.paper, said.why, said.note].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {seen.despite.map(({ at, code, paper, reason, note }) => (
              <tr key={`${code} ${paper}`}>
                <td class="tabular">{words.format.moment(at)}</td>
                <td>
                  <a class="ds-link tabular" href={dossierAddress(code)}>
                    {code}
                  </a>
                </td>
                <td lang="vi">{paper}</td>
                <td>{said.reasons[reason]}</td>
                <td lang="vi">{note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
