import type { CopyStatus } from '#domain/digitising/copy-status.ts'
import type { Finding } from '#domain/digitising/page-quality.ts'
import type { SeenCopy } from '#work/scanning/see-scans.ts'
import type { Words } from '../../words/vi.ts'

/** How far a paper is digitised; a scan nobody has compared yet is said apart. */
export function statusText(words: Words, status: CopyStatus, isScanned: boolean): string {
  const said = words.desk.digitising
  return status === 0 && isScanned ? said.notCertified : said.statuses[status]
}

/** Whose word a copy has, and where it comes from. */
export function CopyState({ words, copy }: { words: Words; copy: SeenCopy }) {
  const said = words.desk.digitising
  const { certified, reused, pages } = copy
  return (
    <>
      {' · '}
      {said.pages(pages)}
      {certified ? (
        <>
          {' · '}
          <span lang="vi">{said.certified(certified.by, words.format.moment(certified.at))}</span>
          {certified.isSigned && ` · ${said.signed}`}
          {certified.validUntil !== null && ` · ${said.validUntil(words.format.day(certified.validUntil))}`}
          {certified.note !== null && (
            <>
              {' · '}
              <span lang="vi">{said.kept(certified.note)}</span>
            </>
          )}
        </>
      ) : (
        ` · ${said.waits}`
      )}
      {reused && ` · ${said.reusedFrom(reused.code)}`}
      {reused && (
        <>
          {': '}
          <span lang="vi">{reused.purpose}</span>
        </>
      )}
    </>
  )
}

/** A finding as a sentence. */
export function findingText(words: Words, finding: Finding): string {
  const said = words.desk.digitising
  return finding.fault === 'other-page-count'
    ? said.otherCount(finding.declared, finding.pages)
    : said.pageFault(finding.page, said.faults[finding.fault])
}
