import type { SeenSheet } from '#work/transferring/see-sheet.ts'
import { FactOf, Facts } from '../../parts/facts.tsx'
import type { Fault } from '../../parts/field.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { Words } from '../../words/vi.ts'
import type { Typed } from '../form.ts'
import { PaperName, PaperNames } from './paper-name.tsx'

export interface SheetProps {
  readonly words: Words
  readonly seen: SeenSheet
}

/** What was sent to the page of a sheet and could not be done. */
export interface SheetAnswer {
  readonly typed: Typed
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

/** From whom to whom, when, and how it ended. */
export function SheetHead({ words, seen }: SheetProps) {
  const said = words.desk.papers
  const { fromName, toName, given, closed, closedName } = seen
  return (
    <>
      <Facts>
        <FactOf name={said.giver}>
          <span lang="vi">{fromName}</span>
        </FactOf>
        <FactOf name={said.receiver}>
          <span lang="vi">{toName}</span>
        </FactOf>
        <FactOf name={said.givenAt}>{words.format.longMoment(given.at)}</FactOf>
        {closed && (
          <FactOf name={closed.how === 'taken-back' ? said.endedAt : said.takenAt}>
            {words.format.longMoment(closed.at)}
          </FactOf>
        )}
      </Facts>
      {closed && closed.how !== 'confirmed' && (
        <Notice kind="warning" title={said.ends[closed.how]}>
          <p>
            <span lang="vi">{closedName}</span>
            {closed.reason !== null && (
              <>
                : <span lang="vi">{closed.reason}</span>
              </>
            )}
          </p>
        </Notice>
      )}
    </>
  )
}

/** Dossier by dossier: what is handed over, in time or late, and what the receiver found. */
export function SheetLines({ words, seen }: SheetProps) {
  const said = words.desk.papers
  return (
    <div class="scrolled">
      <table class="ds-table rows">
        <caption class="ds-sr-only">{said.sheetName(seen.printed)}</caption>
        <thead>
          <tr>
            <th scope="col">{said.dossier}</th>
            <th scope="col">{said.papersOf}</th>
            <th scope="col">{said.due}</th>
            <th scope="col">{said.found}</th>
          </tr>
        </thead>
        <tbody>
          {seen.lines.map((line) => (
            <tr key={line.code} data-row>
              <td data-label={said.dossier}>
                <LineName words={words} line={line} />
              </td>
              <td data-label={said.papersOf}>
                <PaperNames words={words} papers={line.content.papers} />
              </td>
              <td data-label={said.due}>
                {line.due === null ? (
                  said.noDue
                ) : (
                  <>
                    {words.format.moment(line.due)}
                    <small>
                      {line.isInTime ? said.inTime : <strong class="late">{said.wasLate}</strong>}
                    </small>
                  </>
                )}
              </td>
              <td data-label={said.found}>
                <Found words={words} line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Line = SeenSheet['lines'][number]

export function LineName({ words, line: { code, content } }: { readonly words: Words; readonly line: Line }) {
  const said = words.desk.papers
  const ways: { readonly [way: string]: string } = said.returnWays
  return (
    <>
      <a class="ds-link code" href={`/ban/ho-so/${code}`}>
        {code}
      </a>{' '}
      <strong lang="vi">{content.ownerName}</strong>
      {content.ownerAddress && <small lang="vi">{content.ownerAddress}</small>}
      <small lang="vi">{content.procedureName}</small>
      <small>{ways[content.returnWay]}</small>
    </>
  )
}

function Found({ words, line }: { readonly words: Words; readonly line: Line }) {
  const said = words.desk.papers
  const { isAccepted, missing, note, content } = line
  return (
    <>
      {isAccepted !== null && (isAccepted ? said.accepted : <strong class="late">{said.refused}</strong>)}
      {content.papers
        .filter(({ paper }) => missing.includes(paper))
        .map((paper) => (
          <strong key={paper.paper} class="late missing-paper">
            {said.lacks} <PaperName words={words} paper={paper} />
          </strong>
        ))}
      {note !== null && <small lang="vi">{note}</small>}
    </>
  )
}

/** Both sides by name, with room to sign on paper. */
export function SignedBy({ words, seen }: SheetProps) {
  const said = words.desk.papers
  const { given, givenName, closed, closedName } = seen
  const isTaken = closed !== null && closed.how !== 'taken-back'
  return (
    <div class="sheet-signed">
      <div>
        <strong>{said.givenBy}</strong>
        <small class="sign-here">{said.signHere}</small>
        <span lang="vi">{givenName}</span>
        <small>{words.posts[given.post]}</small>
      </div>
      <div>
        <strong>{said.takenBy}</strong>
        <small class="sign-here">{said.signHere}</small>
        {isTaken && <span lang="vi">{closedName}</span>}
        {isTaken && <small>{words.posts[closed.post]}</small>}
      </div>
    </div>
  )
}
