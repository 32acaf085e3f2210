import { dayOf, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { seeDocumentBook, type SeenBook } from '#work/numbering/see-document-book.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { SelectField, TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import type { Words } from '../../words/vi.ts'
import { dayAsked } from '../day-asked.ts'
import type { DeskPage, DeskVisit } from '../desk-page.ts'
import { refusedPage } from '../refused-page.tsx'

const PATH = '/ban/so-van-ban'

/** A book of documents: every number of a type and year, used, waiting or void; found by number and by day. */
export const documentBookPage: DeskPage = { path: PATH, action: 'see-document-books', get: shown }

async function shown(visit: DeskVisit): Promise<Page> {
  const { desk, words, url } = visit
  const asked = (name: string) => url.searchParams.get(name) || null
  const today = dayOf(desk.now).toString()
  const on = asked('ngay') === null ? null : dayAsked(asked('ngay'), today)
  const given = {
    type: asked('so'),
    year: whole(asked('nam'), 9999),
    from: whole(asked('tu'), 9_999_999),
    on,
  }
  const seen = await seeDocumentBook(desk, given)
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const said = words.desk.documentBooks
  const main = (
    <>
      <h1 lang="vi">{seen.type.name}</h1>
      <p class="printed">{printedAs(visit, seen)}</p>
      <p class="sub">
        {on === null ? said.yearOf(seen.year) : said.dayOf(words.format.longDay(Temporal.PlainDate.from(on)))}
      </p>
      <p class="hint no-print">{said.lead}</p>
      <form action={PATH} class="day-form no-print">
        <SelectField
          name="so"
          label={said.book}
          value={seen.type.key}
          choices={seen.types.map(({ key, name }) => ({ value: key, label: name, lang: 'vi' }))}
        />
        <TextField name="nam" label={said.year} value={String(seen.year)} inputmode="numeric" maxLength={4} />
        <TextField name="ngay" label={said.day} hint={said.dayHint} type="date" value={on ?? ''} />
        <TextField
          name="tu"
          label={said.from}
          value={String(given.from ?? '')}
          inputmode="numeric"
          maxLength={7}
        />
        <Button kind="secondary">{said.show}</Button>
      </form>
      {seen.lines.length === 0 ? <p>{said.nothing}</p> : <Lines words={words} seen={seen} />}
      {seen.next !== null && (
        <p class="no-print">
          <Link href={`${PATH}?${nextOf(seen, on)}`}>{said.more(seen.next)}</Link>
        </p>
      )}
    </>
  )
  return { title: said.title, main }
}

/** What the sheet says of itself once it lies in a binder: whose book it is, which numbers, as of when. */
function printedAs({ desk, words, centre }: DeskVisit, { type, lines }: SeenBook): string {
  const [from, to] = [lines[0]?.number ?? 0, lines.at(-1)?.number ?? 0]
  const at = words.format.moment(toMoment(desk.now))
  return words.desk.documentBooks.printed({ centre: centre.name, symbol: type.symbol, from, to, at })
}

function nextOf({ type, year, next }: SeenBook, on: string | null): URLSearchParams {
  return new URLSearchParams({ so: type.key, nam: String(year), ngay: on ?? '', tu: String(next) })
}

/** A whole number of an address, or null where it names none. */
function whole(given: string | null, most: number): number | null {
  if (given === null || !/^\d{1,7}$/.test(given)) return null
  const number = Number(given)
  return number >= 1 && number <= most ? number : null
}

function Lines({ words, seen }: { readonly words: Words; readonly seen: SeenBook }) {
  const said = words.desk.documentBooks
  return (
    <div class="scrolled" role="region" aria-label={said.title} tabIndex={0}>
      <table class="ds-table found-rows">
        <thead>
          <tr>
            {Object.entries(said.columns).map(([column, name]) => (
              <th key={column} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {seen.lines.map((line) => (
            <tr key={line.id}>
              <th scope="row" class="number tabular" lang="vi">
                {line.written}
              </th>
              <td class="when tabular" data-label={said.columns.takenAt}>
                {words.format.moment(line.takenAt)}
              </td>
              <td data-label={said.columns.dossier}>
                <a class="ds-link code" href={`/ban/ho-so/${line.code}`}>
                  {line.code}
                </a>
              </td>
              <td data-label={said.columns.signer}>
                <span lang="vi">{line.signer ?? ''}</span>
              </td>
              <td data-label={said.columns.state}>
                {said.states[line.state]}
                {line.state === 'void' && !line.voided && <small>{said.unused}</small>}
                {line.voided && (
                  <small>
                    <span lang="vi">{line.voided.reason ?? said.renumbered}</span>
                    <br />
                    {said.voidBy(line.voided.by ?? '', words.format.moment(line.voided.at))}
                  </small>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
