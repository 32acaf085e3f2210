import type { SeenDossier } from '#work/reading/see-dossier.ts'
import { Button } from '../../parts/button.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { newCommandId } from '../form.ts'
import { SaidOnce } from '../telling/said-lines.tsx'
import { dossierAddress } from './address.ts'
import type { Answered } from './answered.ts'

export const TOLD_AT = 'bao-tin'

interface ToldProps {
  readonly words: Words
  readonly seen: SeenDossier
  readonly answered: Answered | undefined
}

type Line = SeenDossier['notices']['lines'][number]

/** What the citizen was told, when, by which way and whether it arrived; each can be sent again while it is so. */
export function Told({ words, seen, answered }: ToldProps) {
  const said = words.notices.desk
  const { isTold, goTo, lines } = seen.notices
  if (!isTold && lines.length === 0) return null
  const refused = answered?.form === 'tell' ? answered.refused : undefined
  return (
    <section aria-labelledby={TOLD_AT} class="dossier-notes">
      <h2 id={TOLD_AT}>{said.title}</h2>
      {isTold && goTo.length === 0 && <p class="hint">{said.nobody}</p>}
      {goTo.length > 0 && (
        <p class="hint">
          {goTo
            .map(({ way, address }) => [words.notices.ways[way], address].filter(Boolean).join(' '))
            .join(' · ')}
        </p>
      )}
      {refused && (
        <p class="fault" role="alert">
          {refused}
        </p>
      )}
      {lines.length === 0 && <p>{said.none}</p>}
      {lines.length > 0 && (
        <ul class="dossier-lines told">
          {lines.map((line, place) => (
            <One key={line.id} words={words} seen={seen} line={line} isLatest={isLatest(lines, place)} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** Only the latest of a kind and way is sent again. */
const isLatest = (lines: readonly Line[], place: number) =>
  lines.findIndex(({ kind, way }) => kind === lines[place]?.kind && way === lines[place]?.way) === place

interface OneProps extends Omit<ToldProps, 'answered'> {
  readonly line: Line
  readonly isLatest: boolean
}

function One({ words, seen, line, isLatest }: OneProps) {
  const said = words.notices
  return (
    <li>
      <SaidOnce words={words} line={line} />
      {line.mayAgain && isLatest && (
        <PostForm words={words} action={`${dossierAddress(seen.code)}/${TOLD_AT}`} class="dossier-plain">
          <input type="hidden" name="id" value={newCommandId()} />
          <input type="hidden" name="notice" value={line.id} />
          <Button kind="tertiary">
            {said.desk.again}
            <span class="ds-sr-only"> ({said.kinds[line.kind]})</span>
          </Button>
        </PostForm>
      )}
    </li>
  )
}
