import type { PersonToVisit, Provision } from '#shapes/field/provision.ts'
import { FactOf, Facts } from '#web/parts/facts.tsx'
import type { Words } from '#web/words/vi.ts'

interface VisitSheetProps {
  readonly words: Words
  readonly outing: Provision['outing']
  readonly person: PersonToVisit
}

/** Who is visited, where, by what right, and what for. */
export function VisitSheet({ words, outing, person }: VisitSheetProps) {
  const said = words.fieldIntake.visit
  const { home } = words.outreach
  return (
    <Facts class="field-summary">
      <FactOf name={home.desk.person}>
        <strong lang="vi">{person.name}</strong>
        {person.born !== null && <small>{said.born(bornSaid(person.born))}</small>}
      </FactOf>
      <FactOf name={home.desk.where}>
        <span lang="vi">{[person.address, person.hamlet, outing.communeName].join(', ')}</span>
      </FactOf>
      {person.phone !== null && (
        <FactOf name={words.desk.receive.phone}>
          <Call number={person.phone} />
        </FactOf>
      )}
      {person.contactName !== null && (
        <FactOf name={home.desk.contact}>
          <span lang="vi">{person.contactName}</span>{' '}
          {person.contactPhone !== null && <Call number={person.contactPhone} />}
        </FactOf>
      )}
      {person.ground !== null && <FactOf name={home.desk.ground}>{home.grounds[person.ground]}</FactOf>}
      <FactOf name={home.desk.wish}>
        <span lang="vi">{person.wish}</span>
      </FactOf>
      <FactOf name={said.bring}>
        {said.bringUsual}
        {outing.equipment !== '' && <span lang="vi">; {outing.equipment}</span>}
      </FactOf>
      <FactOf name={home.desk.code}>
        <span class="code">{person.code}</span>
      </FactOf>
    </Facts>
  )
}

function Call({ number }: { number: string }) {
  return (
    <a class="ds-link" href={`tel:${number}`}>
      {number}
    </a>
  )
}

/** A day, a month or a year, as it is written here. */
function bornSaid(born: string): string {
  return born.split('-').reverse().join('/')
}
