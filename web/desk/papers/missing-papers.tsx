import type { SeenMissing } from '#work/transferring/see-papers-to-go.ts'
import { Notice } from '../../parts/notice.tsx'
import type { Words } from '../../words/vi.ts'
import { PaperName, sheetAddress } from './paper-name.tsx'

interface MissingProps {
  readonly words: Words
  readonly missing: readonly SeenMissing[]
  /** On the page of the dossier itself its code says nothing. */
  readonly isOwn?: boolean
}

/** What is missing, the same for giver and receiver; nothing when nothing is. */
export function MissingPapers({ words, missing, isOwn = false }: MissingProps) {
  const said = words.desk.papers
  if (missing.length === 0) return null
  return (
    <Notice kind="danger" title={said.missingTitle}>
      <p>{said.missingLead}</p>
      <ul>
        {missing.map(({ code, ownerName, paper, unitName, fromName, number, sheet }) => (
          <li key={`${code} ${paper.paper}`}>
            <strong>
              <PaperName words={words} paper={paper} />
            </strong>
            {!isOwn && (
              <>
                {' '}
                <a class="ds-link code" href={`/ban/ho-so/${code}`}>
                  {code}
                </a>{' '}
                <span lang="vi">{ownerName}</span>
              </>
            )}
            :{' '}
            <a class="ds-link" href={sheetAddress(sheet)}>
              {said.missedAt(unitName, fromName, number)}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
