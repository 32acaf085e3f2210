import { dayOf } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { figureOf } from '#domain/statistics/figures.ts'
import { cutShare } from '#domain/statistics/share.ts'
import { type CommuneFigures, seeCommuneFigures } from '#work/communes/see-commune-figures.ts'
import { Button } from '../../parts/button.tsx'
import { TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import type { Words } from '../../words/vi.ts'
import { dayAsked } from '../day-asked.ts'
import type { DeskPage } from '../desk-page.ts'
import { listAddress } from '../lists/list-address.ts'
import { refusedPage } from '../refused-page.tsx'

export const COMMUNES = '/ban/xa-phuong'

/** The figures of the communes and wards with the share they are to reach: this month unless asked. */
export const communesPage: DeskPage = {
  path: COMMUNES,
  action: 'see-commune-figures',
  async get(visit) {
    const { desk, words, url } = visit
    const to = dayAsked(url.searchParams.get('den'), dayOf(desk.now).toString())
    const from = dayAsked(url.searchParams.get('tu'), Temporal.PlainDate.from(to).with({ day: 1 }).toString())
    const seen = await seeCommuneFigures(desk, { from: from < to ? from : to, to })
    if (isRefusal(seen)) return refusedPage(visit, seen)
    const said = words.desk.communes
    const main = (
      <>
        <h1>{said.title}</h1>
        <p class="sub">{said.lead(words.format.day(from), words.format.day(to))}</p>
        <form action={COMMUNES} class="day-form">
          <TextField name="tu" label={said.from} type="date" value={from} />
          <TextField name="den" label={said.until} type="date" value={to} />
          <Button kind="secondary">{said.show}</Button>
        </form>
        <Figures words={words} communes={seen} />
        <p>
          <Link href={listAddress('/ban/danh-sach', { asked: { only: 'handed-on' } })}>
            {said.handedOnList}
          </Link>
        </p>
        <p class="hint">{said.hint}</p>
      </>
    )
    return { title: said.title, main }
  },
}

const COLUMNS = ['settled', 'settled-early', 'settled-late', 'received', 'in-progress', 'overdue'] as const

function Figures({ words, communes }: { words: Words; communes: readonly CommuneFigures[] }) {
  const said = words.desk.communes
  return (
    <div class="scrolled" tabIndex={0} role="region" aria-label={said.title}>
      <table class="ds-table">
        <thead>
          <tr>
            {[
              said.commune,
              said.early,
              said.target,
              ...COLUMNS.map((one) => said.columns[one]),
              said.handedOn,
            ].map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {communes.map((one) => (
            <Line key={one.unit} words={words} commune={one} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({ words, commune }: { words: Words; commune: CommuneFigures }) {
  const { format, desk } = words
  const { own, handedOn, target, unit, name } = commune
  const { count, of } = figureOf('early-share', own)
  const reached = cutShare(count, of ?? 0)
  const isMissed = target !== null && reached !== null && reached < target.early
  return (
    <tr data-key={unit}>
      <th scope="row" lang="vi">
        {name}
      </th>
      <td data-figure="early-share">
        {format.share(count, of ?? 0)}
        {isMissed && <small>{desk.communes.missed}</small>}
      </td>
      <td>{target === null ? '–' : format.share(target.early, 10_000)}</td>
      {COLUMNS.map((one) => (
        <td key={one} data-figure={one}>
          {format.number(figureOf(one, own).count)}
        </td>
      ))}
      <td data-figure="handed-on">{format.number(figureOf('received', handedOn).count)}</td>
    </tr>
  )
}
