import type { PapersOfDossier } from '#work/transferring/papers-of-dossier.ts'
import type { Words } from '../../words/vi.ts'
import { MissingPapers } from '../papers/missing-papers.tsx'
import { PaperNames, sheetAddress } from '../papers/paper-name.tsx'
import { Person } from './person.tsx'

interface PapersProps {
  readonly words: Words
  readonly papers: PapersOfDossier
}

/** Where the papers of the dossier lie, what is missing of them, and who gave them to whom. */
export function PapersOf({ words, papers }: PapersProps) {
  const said = words.desk.papers
  const { lying, missing, transfers } = papers
  if (lying.length === 0 && missing.length === 0 && transfers.length === 0) return null
  const { format } = words
  return (
    <section aria-labelledby="dossier-papers" class="dossier-carried">
      <h2 id="dossier-papers">{said.ofDossier}</h2>
      <MissingPapers words={words} missing={missing} isOwn />
      {lying.map(({ unitName, papers: lot, sheet, toGo, since }) => (
        <div key={`${unitName} ${since} ${lot.map(({ paper }) => paper).join()}`}>
          <p>
            <strong lang="vi">{said.liesAt(unitName)}</strong>
            {sheet && (
              <>
                ,{' '}
                <a class="ds-link" href={sheetAddress(sheet.id)}>
                  {said.onSheet(sheet.number, sheet.toName)}
                </a>
              </>
            )}
            {toGo && `, ${said.goesTo(toGo.toName, toGo.due === null ? '' : format.moment(toGo.due))}`}
          </p>
          <PaperNames words={words} papers={lot} />
        </div>
      ))}
      <Transfers words={words} transfers={transfers} />
    </section>
  )
}

function Transfers({ words, transfers }: { readonly words: Words } & Pick<PapersOfDossier, 'transfers'>) {
  const said = words.desk.papers
  if (transfers.length === 0) return null
  return (
    <>
      <h3>{said.control}</h3>
      <ol class="transfers">
        {transfers.map(({ sheet, number, fromName, toName, given, taken, due, isInTime }) => (
          <li key={sheet}>
            <a class="ds-link" href={sheetAddress(sheet)}>
              {said.sheetName(number)}
            </a>
            : <span lang="vi">{said.way(fromName, toName)}</span>
            <small>
              {said.gaveAt} {words.format.longMoment(given.at)}, <Person words={words} by={given} />
              {due !== null && ` (${isInTime ? said.inTime : said.wasLate})`}
            </small>
            <small>
              {taken ? (
                <>
                  {said.tookAt} {words.format.longMoment(taken.at)}, <Person words={words} by={taken} />
                </>
              ) : (
                said.open
              )}
            </small>
          </li>
        ))}
      </ol>
    </>
  )
}
