import { dayOf } from '#domain/calendar/moment.ts'
import { certificationNumber } from '#domain/dossier/certification.ts'
import { isRefusal } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { EntryToSpoil } from '#shapes/certifications.ts'
import { type SeenRegister, seeRegister } from '#work/certifying/see-register.ts'
import { spoilEntry } from '#work/certifying/spoil-entry.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { type Fault, SelectField, TextField } from '../../parts/field.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { dayAsked } from '../day-asked.ts'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { first, readForm, refusalText, type Typed } from '../form.ts'
import { refusedPage } from '../refused-page.tsx'

const PATH = '/ban/so-chung-thuc'

/** The register of certifications: a day with its totals, or what is sought by name and number; spoiled where it must be. */
export const registerPage: DeskPage = {
  path: PATH,
  action: 'see-certifications',
  get: (visit) => shown(visit, {}),
  async post(visit, sent) {
    // A name stays out of addresses: it is asked for by a form, which did nothing.
    if (first(sent, 'lam') === 'tim') return { ...(await shown(visit, { sent })), status: 422 }
    const { value, faults } = readForm(sent, EntryToSpoil, visit.words)
    if (faults) return { ...(await shown(visit, { sent, faults })), status: 422 }
    const outcome = await spoilEntry(visit.desk, value)
    if (!isRefusal(outcome)) return seeOther(back(sent))
    return { ...(await shown(visit, { sent, refused: refusalText(visit.words, outcome) })), status: 409 }
  },
}

/** The day and the register one was looking at; what was sought stays out of the address, as it may be a name. */
function back(sent: Typed): `/${string}` {
  const query = new URLSearchParams({ so: first(sent, 'so'), ngay: first(sent, 'ngay') })
  return `${PATH}?${query}`
}

type RegisterEntry = SeenRegister['entries'][number]

interface Answered {
  readonly sent?: Typed
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

async function shown(visit: DeskVisit, { sent, faults = [], refused }: Answered): Promise<Page> {
  const { desk, words, url } = visit
  const asked = (name: string) => (sent ? first(sent, name) : url.searchParams.get(name)) || null
  const on = dayAsked(asked('ngay'), dayOf(desk.now).toString())
  const seen = await seeRegister(desk, { book: asked('so'), on, sought: asked('tim') ?? '' })
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const said = words.desk.certifying
  const isDay = asked('tim') === null
  const main = (
    <>
      <h1 lang="vi">{seen.book.name}</h1>
      <p class="sub">
        {isDay
          ? said.dayOf(words.format.longDay(Temporal.PlainDate.from(on)))
          : said.found(seen.entries.length)}
      </p>
      <p class="hint no-print">{said.lead}</p>
      <form action={PATH} class="day-form no-print">
        <SelectField
          name="so"
          label={said.book}
          value={seen.book.key}
          choices={seen.books.map(({ key, name }) => ({ value: key, label: name, lang: 'vi' }))}
        />
        <TextField name="ngay" label={said.day} type="date" value={on} />
        <Button kind="secondary">{said.show}</Button>
      </form>
      <PostForm words={words} action={PATH} class="day-form no-print">
        <input type="hidden" name="so" value={seen.book.key} />
        <TextField
          name="tim"
          label={said.sought}
          hint={said.soughtHint}
          value={asked('tim') ?? ''}
          autocomplete="off"
        />
        <Button kind="secondary" name="lam" value="tim">
          {said.search}
        </Button>
      </PostForm>
      {seen.entries.length === 0 ? (
        <p>{said.nothing}</p>
      ) : (
        <Entries visit={visit} seen={seen} on={on} faults={faults} refused={refused} />
      )}
    </>
  )
  return { title: said.title, main }
}

interface EntriesProps {
  readonly visit: DeskVisit
  readonly seen: SeenRegister
  readonly on: string
  readonly faults: readonly Fault[]
  readonly refused: string | undefined
}

function Entries({ visit, seen, on, faults, refused }: EntriesProps) {
  const { words, desk } = visit
  const said = words.desk.certifying
  const { totals, entries } = seen
  const today = dayOf(desk.now).toString()
  const spoilable = entries.filter(
    ({ spoiled, unit }) =>
      spoiled === null && may(desk.actor, { kind: 'spoil-certification', unit }, today) === true,
  )
  return (
    <>
      <div class="scrolled" role="region" aria-label={said.title} tabIndex={0}>
        <table class="ds-table register">
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
            {entries.map((one) => (
              <Entry key={one.id} words={words} one={one} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={6}>
                {said.totals}: {said.sums(totals.acts, totals.copies)}
              </th>
              <td class="tabular" colSpan={3}>
                {words.format.money(totals.dong)}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      {spoilable.length > 0 && (
        <details class="no-print" open={faults.length > 0 || refused !== undefined}>
          <summary>{said.spoil}</summary>
          <PostForm words={words} action={PATH} class="stacked" faults={faults} refused={refused}>
            <input type="hidden" name="so" value={seen.book.key} />
            <input type="hidden" name="ngay" value={on} />
            <SelectField
              name="id"
              label={said.columns.number}
              value={spoilable[0]?.id}
              choices={spoilable.map((one) => ({
                value: one.id,
                label: `${certificationNumber(one.number, one.year)} ${one.entry.person}`,
                lang: 'vi',
              }))}
            />
            <TextField name="reason" label={said.spoilReason} maxLength={500} required />
            <Button kind="secondary" isDanger>
              {said.spoil}
            </Button>
          </PostForm>
        </details>
      )}
    </>
  )
}

function Entry({ words, one }: { readonly words: Words; readonly one: RegisterEntry }) {
  const said = words.desk.certifying
  const { entry, spoiled } = one
  return (
    <tr>
      <th scope="row" class="tabular">
        {certificationNumber(one.number, one.year)}
      </th>
      <td class="tabular">{words.format.moment(one.at)}</td>
      <td lang="vi">
        {entry.person}
        {entry.idNumber && <small class="tabular">{entry.idNumber}</small>}
      </td>
      <td>
        <span lang="vi">{entry.what}</span>
        {spoiled && (
          <small>
            <strong>{said.spoiled}</strong>: <span lang="vi">{spoiled.reason ?? said.signedAnew}</span>
          </small>
        )}
      </td>
      <td class="tabular">{entry.pages ?? ''}</td>
      <td class="tabular">{entry.copies}</td>
      <td class="tabular">
        {entry.feeDong === null ? words.desk.receive.feeUndetermined : words.format.money(entry.feeDong)}
      </td>
      <td>
        <span lang="vi">{entry.signer}</span>
        <small>{said.byMandate(entry.mandate.key)}</small>
      </td>
      <td>
        <a class="ds-link tabular" href={`/ban/ho-so/${one.dossier}`}>
          {one.dossier}
        </a>
      </td>
    </tr>
  )
}
