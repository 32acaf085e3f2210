import { dayOf } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { appointmentsOn } from '#domain/people/may.ts'
import { type ProcedureToChoose, seeLatelyReceived } from '#work/intake/see-lately-received.ts'
import { type SeenCatalogue, seeCatalogue } from '#work/reading/see-catalogue.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { TextField } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'
import type { DeskVisit } from '../desk-page.ts'
import { PARCEL_ASKED } from '../post/addresses.ts'
import { RECEIVE } from './addresses.ts'
import { type OutAsked, outIn } from './taken-out.ts'

const SHOWN = 12

/** First the procedure: typed in any spelling; what is most used stands there before anything is typed. */
export async function choosePage({ desk, words, url }: DeskVisit): Promise<Page> {
  const q = url.searchParams.get('q') ?? ''
  const parcel = url.searchParams.get(PARCEL_ASKED)
  const said = words.desk.receive
  const out: OutAsked = { ...outIn(url), ...(parcel !== null && { [PARCEL_ASKED]: parcel }) }
  const found = await seeCatalogue(desk, { q })
  const lately = q === '' ? await seeLatelyReceived(desk) : []
  const main = (
    <>
      <h1>{said.title}</h1>
      <p class="sub">{said.chooseLead}</p>
      <mc-as-you-type data-frame="procedures">
        <form action={RECEIVE} role="search" class="choose-procedure" data-turbo-frame="procedures">
          {Object.entries(out).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <TextField
            name="q"
            label={said.searchLabel}
            hint={said.searchHint}
            value={q}
            type="search"
            autocomplete="off"
            autofocus
          />
          <Button kind="secondary">{said.search}</Button>
        </form>
        <p class="ds-sr-only" role="status" data-said />
        <Procedures
          words={words}
          found={found}
          isSearched={q !== ''}
          isFirst={isOfCommune(desk)}
          out={out}
          lately={isRefusal(lately) ? [] : lately}
        />
      </mc-as-you-type>
    </>
  )
  return { title: said.title, main }
}

/** Whether somebody works in a commune alone. */
function isOfCommune({ actor, now }: DeskVisit['desk']): boolean {
  const posts = appointmentsOn(actor, dayOf(now).toString())
  return posts.every(({ ofCommune }) => ofCommune)
}

interface ProceduresProps {
  readonly words: Words
  readonly found: SeenCatalogue
  readonly isSearched: boolean
  readonly lately: readonly ProcedureToChoose[]
  /** At the desk of a commune its own procedures stand first. */
  readonly isFirst: boolean
  /** What the post brought, or the session or visit it is received in: carried on to the form. */
  readonly out: OutAsked
}

function Procedures({ words, found, isSearched, isFirst, lately, out }: ProceduresProps) {
  const said = words.desk.receive
  const shown = found.items
    .filter((one) => !lately.some(({ key }) => key === one.key))
    .slice(0, SHOWN - lately.length)
  return (
    <turbo-frame id="procedures" target="_top">
      {lately.length > 0 && (
        <>
          <h2>{said.latelyReceived}</h2>
          <Choices procedures={lately} out={out} />
        </>
      )}
      {isFirst && <OfCommunes words={words} found={found} out={out} />}
      <h2>{isSearched ? said.found(found.total) : said.mostUsed}</h2>
      {found.total > SHOWN && isSearched && <p class="hint">{said.narrow(SHOWN)}</p>}
      {shown.length === 0 && <p>{said.noneFound}</p>}
      <Choices procedures={shown} out={out} />
      {!isFirst && <OfCommunes words={words} found={found} out={out} />}
    </turbo-frame>
  )
}

/** What the communes and wards do for their own people. */
function OfCommunes({ words, found, out }: Pick<ProceduresProps, 'words' | 'found' | 'out'>) {
  if (found.communes.length === 0) return null
  return (
    <>
      <h2>{words.desk.receive.ofCommunes}</h2>
      <Choices procedures={found.communes} out={out} />
    </>
  )
}

function Choices({ procedures, out }: { procedures: readonly ProcedureToChoose[]; out: OutAsked }) {
  return (
    <ul class="procedures">
      {procedures.map((one) => (
        <li key={one.key}>
          <a href={`${RECEIVE}?${String(new URLSearchParams({ 'thu-tuc': one.key, ...out }))}`} data-choice>
            <span lang="vi">{one.name}</span>
            <small lang="vi">
              {one.field} · {one.unitName}
            </small>
          </a>
        </li>
      ))}
    </ul>
  )
}
