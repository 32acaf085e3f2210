import { CALL_OUTCOMES, COLLECTION_WAYS } from '#domain/dossier/collection.ts'
import type { SeenDossier } from '#work/reading/see-dossier.ts'
import { Button } from '../../parts/button.tsx'
import { faultAt, SelectField, TextField } from '../../parts/field.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { first, newCommandId } from '../form.ts'
import { dossierAddress } from './address.ts'
import type { Answered } from './answered.ts'
import { Person } from './person.tsx'

export const CALL_AT = 'nhac-den-lay'

interface CallsProps {
  readonly words: Words
  readonly seen: SeenDossier
  readonly answered: Answered | undefined
}

/** How the citizen was called to fetch the result, when again, and a form for one more. */
export function Calls({ words, seen, answered }: CallsProps) {
  const said = words.desk.calls
  const { nextCall, calls } = seen
  if (nextCall === null && calls.length === 0) return null
  return (
    <section aria-labelledby={CALL_AT} class="dossier-notes">
      <h2 id={CALL_AT}>{said.title}</h2>
      {nextCall && (
        <p>
          {(nextCall.before === 'counter' ? said.nextCall : said.forDirector)(words.format.day(nextCall.on))}
        </p>
      )}
      {calls.length === 0 && <p>{said.none}</p>}
      {calls.length > 0 && (
        <ul class="dossier-lines">
          {calls.map(({ id, at, way, outcome, note, by }) => (
            <li key={id}>
              <p class="dossier-did">
                <strong>
                  {said.ways[way]}: {said.outcomes[outcome]}
                </strong>
                <time class="tabular" dateTime={at}>
                  {words.format.moment(at)}
                </time>
              </p>
              {note && <p lang="vi">{note}</p>}
              <p class="dossier-by">
                <Person words={words} by={by} />
              </p>
            </li>
          ))}
        </ul>
      )}
      {seen.mayCall && <CallForm words={words} seen={seen} answered={answered} />}
    </section>
  )
}

function CallForm({ words, seen, answered }: CallsProps) {
  const said = words.desk.calls
  const own = answered?.form === 'call' ? answered : undefined
  const typed = (name: string) => (own ? first(own.typed, name) : undefined)
  const fault = (name: string) => faultAt(own?.faults ?? [], name)
  const phone = seen.applicant.phone ?? seen.owner.phone
  const ways = COLLECTION_WAYS.filter((way) => way !== 'notice' || seen.notices.goTo.length > 0)
  return (
    <PostForm
      words={words}
      action={`${dossierAddress(seen.code)}/${CALL_AT}`}
      class="stacked"
      faults={own?.faults}
      refused={own?.refused}
    >
      <p>
        {said.phone}: <strong class="numbers">{phone ?? said.noPhone}</strong>
      </p>
      <input type="hidden" name="call.id" value={newCommandId()} />
      <SelectField
        name="call.way"
        label={said.way}
        value={typed('call.way')}
        choices={ways.map((value) => ({ value, label: said.ways[value] }))}
        fault={fault('call.way')}
      />
      <SelectField
        name="call.outcome"
        label={said.outcome}
        value={typed('call.outcome')}
        choices={CALL_OUTCOMES.map((value) => ({ value, label: said.outcomes[value] }))}
        fault={fault('call.outcome')}
      />
      <TextField
        name="call.note"
        label={said.note}
        hint={said.noteHint}
        value={typed('call.note')}
        maxLength={500}
        fault={fault('call.note')}
      />
      <Button kind="secondary">{said.record}</Button>
    </PostForm>
  )
}
