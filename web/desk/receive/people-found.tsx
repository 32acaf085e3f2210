import type { FoundPerson } from '#work/intake/find-people.ts'
import type { Words } from '../../words/vi.ts'
import type { Side } from './typed-dossier.ts'

/** People of earlier dossiers for one side of this one. */
export interface Found {
  readonly side: Side
  readonly people: readonly FoundPerson[]
}

interface PeopleFoundProps {
  readonly words: Words
  readonly found: Found
}

/** People to choose from, each a button that fills the person in. */
export function PeopleFound({ words, found: { side, people } }: PeopleFoundProps) {
  const said = words.desk.receive
  return (
    <div class="people-found">
      <p>{said.foundPeople(people.length)}</p>
      <ul>
        {people.map(({ code, role, party, receivedAt }, place) => (
          <li key={`${code} ${role}`}>
            <button
              class="ds-button"
              data-variant="secondary"
              type="submit"
              name="lam"
              value={choiceOf(side, role, code)}
              autofocus={place === 0}
            >
              <span>
                <span lang="vi">{party.name}</span>
                <small>
                  {[party.idNumber, party.phone].filter(Boolean).join(' · ')}
                  {party.address && <span lang="vi"> · {party.address}</span>} ·{' '}
                  {said.fromDossier(code, words.format.day(receivedAt.slice(0, 10)))}
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

const CHOICE = /^chon (applicant|owner) (applicant|owner) ([\w.-]{1,60})$/

function choiceOf(side: Side, role: Side, code: string): string {
  return `chon ${side} ${role} ${code}`
}

/** Who was chosen for which side; undefined when nobody was. */
export function chosenIn(doing: string): { side: Side; role: Side; code: string } | undefined {
  const [, side, role, code = ''] = CHOICE.exec(doing) ?? []
  if (side === undefined) return undefined
  const sideOf = (name: string | undefined): Side => (name === 'owner' ? 'owner' : 'applicant')
  return { side: sideOf(side), role: sideOf(role), code }
}
