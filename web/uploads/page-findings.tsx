import type { Finding } from '#domain/digitising/page-quality.ts'
import { Notice } from '../parts/notice.tsx'
import type { Words } from '../words/vi.ts'

interface PageFindingsProps {
  readonly words: Words
  readonly name: string
  readonly findings: readonly Finding[]
}

/** What is hard to read on a file that was taken, each with what to do about it. */
export function PageFindings({ words, name, findings }: PageFindingsProps) {
  const said = words.handingIn
  const faults = findings.flatMap((one) => ('page' in one ? [one] : []))
  if (faults.length === 0) return null
  const isOne = faults.every(({ page }) => page === 1)
  return (
    <Notice kind="warning" title={said.hardToRead(name)}>
      {faults.map(({ page, fault }) => (
        <p key={`${page} ${fault}`}>
          {isOne ? said.pageFaults[fault] : said.ofPage(page, said.pageFaults[fault])}
        </p>
      ))}
      <p>{said.stillCounts}</p>
    </Notice>
  )
}
