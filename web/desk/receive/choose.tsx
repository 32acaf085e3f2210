import { isRefusal } from '#domain/outcome.ts'
import { type ProcedureToChoose, seeLatelyReceived } from '#work/intake/see-lately-received.ts'
import { type SeenCatalogue, seeCatalogue } from '#work/reading/see-catalogue.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { TextField } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'
import type { DeskVisit } from '../desk-page.ts'
import { RECEIVE } from './addresses.ts'

const SHOWN = 12

/** First the procedure: typed in any spelling; what is most used stands there before anything is typed. */
export async function choosePage({ desk, words, url }: DeskVisit): Promise<Page> {
  const q = url.searchParams.get('q') ?? ''
  const said = words.desk.receive
  const found = await seeCatalogue(desk, { q })
  const lately = q === '' ? await seeLatelyReceived(desk) : []
  const main = (
    <>
      <h1>{said.title}</h1>
      <p class="sub">{said.chooseLead}</p>
      <mc-as-you-type data-frame="procedures">
        <form action={RECEIVE} role="search" class="choose-procedure" data-turbo-frame="procedures">
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
          lately={isRefusal(lately) ? [] : lately}
        />
      </mc-as-you-type>
    </>
  )
  return { title: said.title, main }
}

interface ProceduresProps {
  readonly words: Words
  readonly found: SeenCatalogue
  readonly isSearched: boolean
  readonly lately: readonly ProcedureToChoose[]
}

function Procedures({ words, found, isSearched, lately }: ProceduresProps) {
  const said = words.desk.receive
  const shown = found.items
    .filter((one) => !lately.some(({ key }) => key === one.key))
    .slice(0, SHOWN - lately.length)
  return (
    <turbo-frame id="procedures" target="_top">
      {lately.length > 0 && (
        <>
          <h2>{said.latelyReceived}</h2>
          <Choices procedures={lately} />
        </>
      )}
      <h2>{isSearched ? said.found(found.total) : said.mostUsed}</h2>
      {found.total > SHOWN && isSearched && <p class="hint">{said.narrow(SHOWN)}</p>}
      {shown.length === 0 && <p>{said.noneFound}</p>}
      <Choices procedures={shown} />
    </turbo-frame>
  )
}

function Choices({ procedures }: { procedures: readonly ProcedureToChoose[] }) {
  return (
    <ul class="procedures">
      {procedures.map((one) => (
        <li key={one.key}>
          <a href={`${RECEIVE}?thu-tuc=${encodeURIComponent(one.key)}`} data-choice>
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
