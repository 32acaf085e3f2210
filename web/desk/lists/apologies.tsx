import { dayOf } from '#domain/calendar/moment.ts'
import type { ApologyCause } from '#domain/dossier/apology.ts'
import { isRefusal } from '#domain/outcome.ts'
import { type ApologyLine, seeApologies, type SeenApologies } from '#work/apologising/see-apologies.ts'
import { Button } from '../../parts/button.tsx'
import { FactOf, Facts } from '../../parts/facts.tsx'
import { TextField } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'
import { dayAsked } from '../day-asked.ts'
import type { DeskPage } from '../desk-page.ts'
import { dossierAddress } from '../dossier/address.ts'
import { refusedPage } from '../refused-page.tsx'

export const APOLOGIES = '/ban/hen-lai'

/** The dossiers that were promised anew, with cause and reason: what the director asks the divisions about. */
export const apologiesPage: DeskPage = {
  path: APOLOGIES,
  action: 'see-figures',
  async get(visit) {
    const { desk, words, url } = visit
    const today = dayOf(desk.now)
    const from = dayAsked(url.searchParams.get('tu'), today.with({ day: 1 }).toString())
    const to = dayAsked(url.searchParams.get('den'), today.toString())
    const seen = await seeApologies(desk, { from, to })
    if (isRefusal(seen)) return refusedPage(visit, seen)
    const said = words.desk.branches.apologies
    const main = (
      <>
        <h1>{said.title}</h1>
        <p class="sub">{said.lead}</p>
        <form action={APOLOGIES} class="day-form">
          <TextField name="tu" label={said.from} type="date" value={from} />
          <TextField name="den" label={said.to} type="date" value={to} />
          <Button kind="secondary">{said.show}</Button>
        </form>
        {seen.lines.length === 0 ? <p>{said.nothing}</p> : <Apologies words={words} seen={seen} />}
        {seen.hasMore && <p>{said.narrow}</p>}
      </>
    )
    return { title: said.title, main }
  },
}

function Apologies({ words, seen }: { readonly words: Words; readonly seen: SeenApologies }) {
  const { branches } = words.desk
  const said = branches.apologies
  return (
    <>
      <Facts>
        {[...seen.byCause].map(([cause, count]: [ApologyCause, number]) => (
          <FactOf key={cause} name={branches.causes[cause]}>
            {words.format.number(count)}
          </FactOf>
        ))}
      </Facts>
      <div class="scrolled" role="region" aria-label={said.title} tabIndex={0}>
        <table class="ds-table">
          <thead>
            <tr>
              {[said.dossier, said.why, said.due, said.promised, said.sentAt, said.now].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {seen.lines.map((line) => (
              <Line key={`${line.code} ${line.sentAt}`} words={words} line={line} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Line({ words, line }: { readonly words: Words; readonly line: ApologyLine }) {
  const { branches } = words.desk
  const { code, unitName, cause, reason, sentAt, isInTime, lawfulDue, promised, stage, timeliness } = line
  return (
    <tr>
      <td>
        <a class="ds-link tabular" href={dossierAddress(code)}>
          {code}
        </a>
        <br />
        <small lang="vi">{unitName}</small>
      </td>
      <td>
        {branches.causes[cause]}
        <br />
        <small lang="vi">{reason}</small>
      </td>
      <td class="tabular">{lawfulDue === null ? '' : words.format.moment(lawfulDue)}</td>
      <td class="tabular">{words.format.moment(promised)}</td>
      <td class="tabular">
        {words.format.moment(sentAt)}
        {!isInTime && (
          <>
            <br />
            <strong>{branches.apologies.tooLate}</strong>
          </>
        )}
      </td>
      <td>{timeliness === null ? words.stages[stage] : words.timeliness[timeliness]}</td>
    </tr>
  )
}
