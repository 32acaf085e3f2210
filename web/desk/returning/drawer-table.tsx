import type { Needle } from '#domain/dossier/asked.ts'
import type { DrawerLine } from '#work/returning/drawer-line.ts'
import { Highlighted } from '../../parts/highlighted.tsx'
import type { Words } from '../../words/vi.ts'

interface DrawerTableProps {
  readonly words: Words
  readonly lines: readonly DrawerLine[]
  readonly needles: readonly Needle[]
}

/** What lies in the drawer: whose, since when, how it should be returned. */
export function DrawerTable({ words, lines, needles }: DrawerTableProps) {
  const said = words.desk.returning
  return (
    <div class="scrolled">
      <table class="ds-table found-rows">
        <caption class="ds-sr-only">{said.inDrawer}</caption>
        <thead>
          <tr>
            <th scope="col">{said.person}</th>
            <th scope="col">{said.dossier}</th>
            <th scope="col">{said.since}</th>
            <th scope="col">{said.way}</th>
            <th scope="col">
              <span class="ds-sr-only">{said.handOut}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {[...Map.groupBy(lines, personOf).values()].flatMap((same) =>
            same.map((line, place) => (
              <Row
                key={line.code}
                words={words}
                line={line}
                needles={needles}
                together={place === 0 ? same.length : 0}
              />
            )),
          )}
        </tbody>
      </table>
    </div>
  )
}

/** What lies there for one person stands together. */
const personOf = ({ code, owner, applicant }: DrawerLine) => owner.idNumber ?? applicant.idNumber ?? code

interface RowProps {
  readonly words: Words
  readonly line: DrawerLine
  readonly needles: readonly Needle[]
  /** How many lie there for this person; 0 behind the first of them. */
  readonly together: number
}

function Row({ words, line, needles, together }: RowProps) {
  const said = words.desk.returning
  return (
    <tr {...(together > 0 ? { 'data-row': true } : { class: 'same-person' })}>
      <td>
        <Persons words={words} line={line} needles={needles} />
      </td>
      <td data-label={said.dossier}>
        <span class="code">
          <Highlighted text={line.code} needles={needles} />
        </span>
        <small lang="vi">{line.procedureName}</small>
      </td>
      <td data-label={said.since} class="when">
        <Since words={words} line={line} />
      </td>
      <td data-label={said.way}>
        <Wish words={words} line={line} />
      </td>
      <td>
        {together > 0 && (
          <a
            class="ds-button"
            data-variant="secondary"
            href={`/ban/tra/${line.code}`}
            aria-label={`${said.handOutAll(together)}: ${line.owner.name}, ${line.code}`}
          >
            {said.handOutAll(together)}
          </a>
        )}
      </td>
    </tr>
  )
}

/** Whose it is, and who handed it in where that is somebody else. */
export function Persons({
  words,
  line,
  needles,
}: {
  words: Words
  line: DrawerLine
  needles: readonly Needle[]
}) {
  const { owner, applicant, isOwnersOwn } = line
  return (
    <>
      <strong lang="vi">
        <Highlighted text={owner.name} needles={needles} />
      </strong>
      {owner.idNumber && (
        <small class="numbers">
          <Highlighted text={owner.idNumber} needles={needles} />
        </small>
      )}
      {!isOwnersOwn && (
        <small>
          {words.desk.returning.appliedBy}{' '}
          <span lang="vi">
            <Highlighted text={applicant.name} needles={needles} />
          </span>{' '}
          {applicant.idNumber && <Highlighted text={applicant.idNumber} needles={needles} />}
        </small>
      )}
    </>
  )
}

function Since({ words, line: { readyAt, waiting } }: { words: Words; line: DrawerLine }) {
  const said = words.desk.returning
  if (readyAt === null || waiting === null) return null
  return (
    <>
      {words.format.moment(readyAt)}
      <small>
        {said.days(waiting.days)}{' '}
        {waiting.isOverdue && (
          <span class="ds-tag" data-color="warning">
            {said.uncollected}
          </span>
        )}
      </small>
    </>
  )
}

/** How the citizen wished to have it. */
export function Wish({ words, line: { wish } }: { words: Words; line: DrawerLine }) {
  return (
    <>
      {words.returnWays[wish.way]}
      {wish.address && <small lang="vi">{wish.address}</small>}
    </>
  )
}
