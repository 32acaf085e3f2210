import type { SeenDossier, SeenNote } from '#work/reading/see-dossier.ts'
import { Button } from '../../parts/button.tsx'
import { TextArea } from '../../parts/field.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { first, newCommandId } from '../form.ts'
import { dossierAddress } from './address.ts'
import type { Answered } from './answered.ts'
import { Person } from './person.tsx'
import { Said } from './said.tsx'

export const NOTE_AT = 'ghi-chu'
const AT_A_GLANCE = 5

interface NotesProps {
  readonly words: Words
  readonly seen: SeenDossier
  readonly answered: Answered | undefined
}

/** What officers have told each other about the dossier, and a line for one more. */
export function Notes({ words, seen, answered }: NotesProps) {
  const said = words.desk.dossier
  const older = seen.notes.slice(AT_A_GLANCE)
  const own = answered?.form === 'note' ? answered : undefined
  return (
    <section aria-labelledby={NOTE_AT} class="dossier-notes">
      <h2 id={NOTE_AT}>{said.notes}</h2>
      <p class="hint">{said.notesHint}</p>
      {seen.mayNote && (
        <PostForm
          words={words}
          action={`${dossierAddress(seen.code)}/${NOTE_AT}`}
          draft={`ho-so ${seen.code} ${NOTE_AT}`}
          class="stacked"
          faults={own?.faults}
          refused={own?.refused}
        >
          <input type="hidden" name="id" value={newCommandId()} />
          <TextArea
            name="text"
            label={said.newNote}
            rows={2}
            value={own && first(own.typed, 'text')}
            fault={own?.faults?.[0]?.text}
          />
          <Button kind="secondary" keys="Alt+Enter">
            {said.writeNote}
          </Button>
        </PostForm>
      )}
      {seen.notes.length === 0 && <p>{said.noNotes}</p>}
      <NoteList words={words} notes={seen.notes.slice(0, AT_A_GLANCE)} />
      {older.length > 0 && (
        <details class="ds-details">
          <summary>{said.olderNotes(older.length)}</summary>
          <NoteList words={words} notes={older} />
        </details>
      )}
    </section>
  )
}

function NoteList({ words, notes }: { words: Words; notes: readonly SeenNote[] }) {
  if (notes.length === 0) return null
  return (
    <ul class="dossier-lines">
      {notes.map((note) => (
        <li key={note.id}>
          <Said text={note.text} />
          <p class="dossier-by">
            <Person words={words} by={note.by} />
            <time class="tabular" dateTime={note.at}>
              {words.format.moment(note.at)}
            </time>
          </p>
        </li>
      ))}
    </ul>
  )
}
