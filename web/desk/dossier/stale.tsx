import type { SeenDossier } from '#work/reading/see-dossier.ts'
import { TextArea } from '../../parts/field.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { Words } from '../../words/vi.ts'
import { first } from '../form.ts'
import { isAllowed } from './actions.tsx'
import type { Answered } from './answered.ts'
import { HappenedList } from './history.tsx'
import { fieldOf } from './verbs.ts'

/** Fields people write sentences into. */
const WRITTEN = ['note', 'comment', 'documentNumber'] as const

interface StaleProps {
  readonly words: Words
  readonly seen: SeenDossier
  readonly answered: Answered
}

/**
 * Why what was sent was not done: what happened meanwhile, whether it can be sent again, and what was typed, where its
 * form is gone.
 */
export function Stale({ words, seen, answered }: StaleProps) {
  const { form, madeOn, refused, typed } = answered
  if (
    form === 'note' ||
    form === 'call' ||
    form === 'tell' ||
    (madeOn === undefined && refused === undefined)
  )
    return null
  const said = words.desk.dossier
  const isOffered = isAllowed(seen, form)
  const kept = WRITTEN.map((field) => first(typed, fieldOf(form, field))).filter((text) => text.trim() !== '')
  if (madeOn === undefined && isOffered) return null
  return (
    <>
      <Notice kind="danger" role="alert" title={madeOn === undefined ? words.desk.shell.refused : said.stale}>
        {madeOn === undefined ? (
          <p>{refused}</p>
        ) : (
          <>
            <p>{said.staleLead}</p>
            <HappenedList
              words={words}
              lines={seen.history.filter(({ sequence }) => sequence > madeOn).toReversed()}
            />
          </>
        )}
        <p>{isOffered ? said.staleAgain : said.staleGone}</p>
      </Notice>
      {!isOffered &&
        kept.map((text) => <TextArea key={text} name="kept" label={said.typedKept} value={text} rows={3} />)}
    </>
  )
}
