import type { SheetPaper } from '#work/transferring/sheet-line.ts'
import type { Words } from '../../words/vi.ts'

export const PAPERS = '/ban/ban-giao'
export const sheetAddress = (id: string) => `${PAPERS}/${id}` as const

/** A paper by its name, and how many of it. */
export function PaperName({ words, paper }: { readonly words: Words; readonly paper: SheetPaper }) {
  return <span lang="vi">{paperName(words, paper)}</span>
}

export function paperName(words: Words, { name, original, certified, copy }: SheetPaper): string {
  const said = words.desk.papers
  return name === null
    ? `${said.result} (${said.ofResult(original)})`
    : `${name} (${said.counts(original, certified, copy)})`
}

export function PaperNames({
  words,
  papers,
}: {
  readonly words: Words
  readonly papers: readonly SheetPaper[]
}) {
  return (
    <ul class="paper-names">
      {papers.map((paper) => (
        <li key={paper.paper}>
          <PaperName words={words} paper={paper} />
        </li>
      ))}
    </ul>
  )
}
