import type { SeenAnswer } from '#work/answering/see-answers.ts'
import { answerInWords, labelOf } from '../../parts/said-of-fields.ts'
import type { Words } from '../../words/vi.ts'
import { HandedInFile } from '../filings/handed-in-file.tsx'
import { shownAddress } from '../scans/addresses.ts'

interface Props {
  readonly words: Words
  readonly code: string
  readonly answers: readonly SeenAnswer[]
}

/** What citizens sent online for what was asked: question and answer side by side. */
export function Answers({ words, code, answers }: Props) {
  if (answers.length === 0) return null
  const said = words.own.desk
  return (
    <section aria-labelledby="bo-sung-truc-tuyen" class="dossier-answers">
      <h2 id="bo-sung-truc-tuyen">{said.answers}</h2>
      {answers.map((answer) => (
        <Answer key={answer.at} words={words} code={code} answer={answer} />
      ))}
    </section>
  )
}

function Answer({ words, code, answer }: Omit<Props, 'answers'> & { readonly answer: SeenAnswer }) {
  const said = words.own.desk
  const { at, isByAccount, items, note, lines, fileStates } = answer
  return (
    <div class="scrolled" tabIndex={0} role="region" aria-label={said.answerOf(words.format.moment(at))}>
      <p class="hint">
        {said.answerOf(words.format.moment(at))} · {isByAccount ? said.byAccount : said.byKey}
      </p>
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col">{said.asked}</th>
            <th scope="col">{said.sent}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, place) => (
            <tr key={place}>
              <td lang="vi">
                {item.componentName !== null && <small>{item.componentName}</small>}
                <p>
                  <strong>{item.wrong}</strong>
                </p>
                <p>{item.todo}</p>
              </td>
              <td lang="vi">
                <ul>
                  {item.files.map(({ id, name }) => (
                    <li key={id}>
                      <HandedInFile words={words} name={name} state={fileStates.get(id)}>
                        <a class="ds-link" href={shownAddress(code, id)}>
                          {name}
                        </a>
                      </HandedInFile>
                    </li>
                  ))}
                </ul>
                {lines
                  .filter((line) => isOf(item, line))
                  .map((line) => (
                    <Changed key={line.name} words={words} line={line} />
                  ))}
                {item.files.length === 0 && !lines.some((line) => isOf(item, line)) && (
                  <span class="hint">{said.byNote}</span>
                )}
              </td>
            </tr>
          ))}
          {lines
            .filter((line) => !items.some((item) => isOf(item, line)))
            .map((line) => (
              <tr key={line.name}>
                <td>{said.notAsked}</td>
                <td>
                  <Changed words={words} line={line} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      {note !== null && (
        <p>
          {said.note}: <span lang="vi">{note}</span>
        </p>
      )}
    </div>
  )
}

type Line = SeenAnswer['lines'][number]

function isOf({ field }: SeenAnswer['items'][number], { name }: Line): boolean {
  return typeof field === 'string' && (name === field || name.startsWith(`${field}.`))
}

function Changed({ words, line }: { readonly words: Words; readonly line: Line }) {
  return (
    <p>
      <span class="hint">{labelOf(words, line.field).text}</span>{' '}
      <del lang="vi">{answerInWords(words, line.field, line.before ?? undefined)}</del>{' '}
      <ins lang="vi">{answerInWords(words, line.field, line.answer)}</ins>
    </p>
  )
}
