import type { WayToGo } from '#work/transferring/see-papers-to-go.ts'
import { Button } from '../../parts/button.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { newCommandId } from '../form.ts'
import { PaperNames, PAPERS } from './paper-name.tsx'

interface WayProps {
  readonly words: Words
  readonly way: WayToGo
  /** Dossiers ticked when the form was sent; null before: then all of them, up to the most of a sheet. */
  readonly ticked: readonly string[] | null
  readonly most: number
}

/** What lies with one unit and goes to one other: a form that makes a sheet, late ones first. */
export function Way({ words, way, ticked, most }: WayProps) {
  const said = words.desk.papers
  const { from, to, fromName, toName, dossiers, mayGive } = way
  const late = dossiers.filter(({ isLate }) => isLate).length
  const heading = (
    <h2>
      <span lang="vi">{said.way(fromName, toName)}</span>
      <small>{said.wayCount(dossiers.length, late)}</small>
    </h2>
  )
  const table = (
    <div class="scrolled">
      <table class="ds-table rows">
        <caption class="ds-sr-only">{said.way(fromName, toName)}</caption>
        <thead>
          <tr>
            {mayGive && (
              <th scope="col" class="box">
                <span class="ds-sr-only">{said.choose}</span>
              </th>
            )}
            <th scope="col">{said.dossier}</th>
            <th scope="col">{said.papersOf}</th>
            <th scope="col">{said.due}</th>
          </tr>
        </thead>
        <tbody>
          {dossiers.map(({ code, ownerName, procedureName, papers, due, isLate }, place) => (
            <tr key={code} data-row {...(isLate && { class: 'is-late' })}>
              {mayGive && (
                <td class="box">
                  <input
                    class="ds-input"
                    type="checkbox"
                    name="dossiers"
                    value={code}
                    checked={ticked?.includes(code) ?? place < most}
                    aria-label={said.select(code)}
                  />
                </td>
              )}
              <td data-label={said.dossier}>
                <a class="ds-link code" href={`/ban/ho-so/${code}`}>
                  {code}
                </a>{' '}
                <span lang="vi">{ownerName}</span>
                <small lang="vi">{procedureName}</small>
              </td>
              <td data-label={said.papersOf}>
                <PaperNames words={words} papers={papers} />
              </td>
              <td data-label={said.due} class="when">
                {due === null ? said.noDue : words.format.moment(due)}
                {isLate && <strong class="late"> {said.late}</strong>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
  if (!mayGive)
    return (
      <section>
        {heading}
        {table}
        <p class="hint">{said.notYours}</p>
      </section>
    )
  return (
    <PostForm words={words} action={PAPERS} class="way-form">
      {heading}
      <input type="hidden" name="id" value={newCommandId()} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="to" value={to} />
      {table}
      <p class="hint">{said.giveHint}</p>
      <Button>{said.give(toName)}</Button>
    </PostForm>
  )
}
