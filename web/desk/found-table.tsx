import type { Needle } from '#domain/dossier/asked.ts'
import type { FoundDossier, FoundDossiers, FoundPerson } from '#work/searching/search-dossiers.ts'
import { Highlighted } from '../parts/highlighted.tsx'
import { TimeLeft } from '../parts/time-left.tsx'
import { stageInWords } from '../parts/stage-in-words.ts'
import type { Words } from '../words/vi.ts'

interface RowProps {
  readonly words: Words
  readonly line: FoundDossier
  readonly needles: readonly Needle[]
}

/** What a search has found, what was searched for marked. */
export function FoundTable({ words, found: { asked, lines } }: { words: Words; found: FoundDossiers }) {
  const said = words.desk.search
  return (
    <div class="scrolled">
      <table class="ds-table found-rows">
        <caption class="ds-sr-only">{said.table}</caption>
        <thead>
          <tr>
            <th scope="col">{said.dossier}</th>
            <th scope="col">{said.person}</th>
            <th scope="col">{said.state}</th>
            <th scope="col">{said.received}</th>
            <th scope="col">{said.due}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.code} words={words} line={line} needles={asked.needles} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ words, line, needles }: RowProps) {
  const { format, desk } = words
  const said = desk.search
  return (
    <tr data-row>
      <td>
        <a class="ds-link code" href={`/ban/ho-so/${line.code}`}>
          <Highlighted text={line.code} needles={needles} />
        </a>
        <small lang="vi">{line.procedureName}</small>
      </td>
      <td data-label={said.person}>
        <Person words={words} person={line.owner} needles={needles} />
        {line.applicant && (
          <small>
            {said.appliedBy} <Person words={words} person={line.applicant} needles={needles} />
          </small>
        )}
      </td>
      <td data-label={said.state}>
        {stageInWords(words, line)}
        {line.holderUnitName && <small lang="vi">{line.holderUnitName}</small>}
      </td>
      <td data-label={said.received} class="when">
        {format.moment(line.receivedAt)}
      </td>
      <td data-label={said.due} class="when">
        {line.lawfulDue === null ? said.noLimit : format.moment(line.lawfulDue)}
        {line.lawfulDue !== null && (
          <small>
            <TimeLeft words={words} left={{ ...line, used: null }} />
          </small>
        )}
      </td>
    </tr>
  )
}

function Person({
  words,
  person,
  needles,
}: {
  words: Words
  person: FoundPerson
  needles: readonly Needle[]
}) {
  const { name, idNumber, phone } = person
  return (
    <>
      <span lang="vi">
        <Highlighted text={name} needles={needles} />
      </span>
      {(idNumber !== null || phone !== null) && (
        <small class="numbers">
          {idNumber !== null && (
            <span>
              <Highlighted text={idNumber} needles={needles} />
            </span>
          )}
          {phone !== null && (
            <span>
              {words.desk.search.phone} <Highlighted text={phone} needles={needles} />
            </span>
          )}
        </small>
      )}
    </>
  )
}
