import type { Explain } from '#domain/finding/explained.ts'
import type { Component } from '#domain/procedure/procedure.ts'
import { Explained } from '../../parts/explained.tsx'
import type { Words } from '../../words/vi.ts'

interface PapersProps {
  readonly words: Words
  readonly papers: readonly Component[]
  readonly explain: Explain
  /** For whom a paper is that not everybody needs; left out where that is settled. */
  readonly when?: (paper: Component) => string | null
}

/** The papers to bring, one under the other, with a box to tick on paper. */
export function Papers({ words, papers, explain, when }: PapersProps) {
  const { procedure } = words
  if (papers.length === 0) return <p>{procedure.noPapers}</p>
  return (
    <ul class="papers">
      {papers.map((paper) => {
        const condition = when?.(paper)
        return (
          <li key={paper.key}>
            <Explained words={words} text={paper.name} explain={explain} />
            <p>
              {countsOf(words, paper)}
              {paper.isWithdrawn && ` · ${procedure.withdrawn}`}
              {when && !paper.isRequired && (
                <em> {condition ? procedure.onlyIf(condition) : procedure.optional}</em>
              )}
            </p>
          </li>
        )
      })}
    </ul>
  )
}

const COUNTS = ['original', 'certified', 'copy'] as const

/** In which form and how many: `1 bản chính · 2 bản sao`; an original that is only shown is given back. */
function countsOf({ procedure }: Words, paper: Component): string {
  const counted = COUNTS.filter((one) => paper[one] > 0 && !(paper.isShown && one === 'original'))
  const said = counted.map((one) => procedure.paperCounts[one](paper[one]))
  return (paper.isShown ? [procedure.shownYes, ...said] : said).join(' · ')
}
