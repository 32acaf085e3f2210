import { UNREACHED } from '#domain/notices/going.ts'
import type { ToldLine } from '#work/telling/told-lines.ts'
import type { Words } from '../../words/vi.ts'

interface LineProps {
  readonly words: Words
  readonly line: ToldLine
}

/** What somebody was told once: what, when, by which way and whether it arrived. */
export function SaidOnce({ words, line }: LineProps) {
  const said = words.notices
  const { format } = words
  const { kind, way, state, changedAt, next, sentTo, text, byName } = line
  return (
    <>
      <p class="dossier-did">
        <strong>{said.kinds[kind]}</strong>
        <time class="tabular" dateTime={changedAt}>
          {format.moment(changedAt)}
        </time>
      </p>
      <p {...(UNREACHED.includes(state) && { class: 'fault' })}>
        {[said.ways[way], sentTo && said.desk.to(sentTo)].filter(Boolean).join(' ')}: {said.states[state]}
        {next && `, ${said.desk.next(format.moment(next))}`}
      </p>
      {byName && (
        <p class="dossier-by" lang="vi">
          {said.desk.sentBy(byName)}
        </p>
      )}
      {text && (
        <details class="ds-details">
          <summary>{said.desk.what}</summary>
          <p class="message">{text}</p>
        </details>
      )}
    </>
  )
}

interface LinesProps {
  readonly words: Words
  readonly lines: readonly ToldLine[]
}

/** All of it, under a heading of its own; nothing where nobody was told. */
export function SaidLines({ words, lines }: LinesProps) {
  if (lines.length === 0) return null
  return (
    <section aria-labelledby="da-bao" class="dossier-notes">
      <h2 id="da-bao">{words.notices.desk.title}</h2>
      <ul class="dossier-lines told">
        {lines.map((line) => (
          <li key={line.id}>
            <SaidOnce words={words} line={line} />
          </li>
        ))}
      </ul>
    </section>
  )
}
