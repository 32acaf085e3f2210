import { chosenValue } from '#shapes/chosen-dossiers.ts'
import type { ChosenLine } from '#work/many/chosen-line.ts'
import type { ComponentChildren } from 'preact'
import { CheckBox } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'

interface ChosenTableProps<Line extends ChosenLine> {
  readonly words: Words
  readonly caption: string
  readonly lines: readonly Line[]
  /** What a box says for those who do not see it. */
  readonly tick: (code: string) => string
  readonly isTicked: (line: Line) => boolean
  /** A column of its own: what happens to the dossier. */
  readonly more?: { readonly title: string; readonly of: (line: Line, place: number) => ComponentChildren }
}

/** Dossiers with a box each. */
export function ChosenTable<Line extends ChosenLine>(props: ChosenTableProps<Line>) {
  const { words, caption, lines, tick, isTicked, more } = props
  const said = words.desk.many
  return (
    <table class="ds-table rows chosen">
      <caption class="ds-sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="ds-sr-only">{caption}</span>
          </th>
          <th scope="col">{said.dossier}</th>
          <th scope="col">{said.person}</th>
          <th scope="col">{said.step}</th>
          <th scope="col">{said.left}</th>
          {more && <th scope="col">{more.title}</th>}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, place) => (
          <tr key={line.code} data-row>
            <td>
              <CheckBox
                name="hoSo"
                id={`hoSo-${line.code}`}
                value={chosenValue(line)}
                checked={isTicked(line)}
                label={tick(line.code)}
                isLabelHidden
              />
            </td>
            <td>
              <a class="ds-link code" href={`/ban/ho-so/${line.code}`}>
                {line.code}
              </a>
              <small lang="vi">{line.procedureName}</small>
            </td>
            <td data-label={said.person}>
              <span lang="vi">{line.ownerName}</span>
            </td>
            <td data-label={said.step}>
              <span lang="vi">{line.stepName}</span>
            </td>
            <td data-label={said.left} class="left">
              {line.minutesLeft === null ? words.timeliness['no-limit'] : words.timeLeft(line.minutesLeft)}
            </td>
            {more && <td data-label={more.title}>{more.of(line, place)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
