import type { Explain } from '#domain/finding/explained.ts'
import type { Words } from '../words/vi.ts'

interface TermsProps {
  readonly words: Words
  /** Where the words stand. */
  readonly lead: string
  readonly texts: readonly string[]
  readonly explain: Explain
}

/** The words of offices in headings and labels, which cannot hold them: each opens to plain words. */
export function Terms({ words, lead, texts, explain }: TermsProps) {
  const found = texts.flatMap(explain).flatMap(({ word }) => word ?? [])
  if (found.length === 0) return null
  return (
    <div class="terms no-print">
      {lead}{' '}
      {found.map((word) => (
        <details key={word.term} class="term">
          <summary lang="vi">{word.term}</summary>
          <span> ({word.plain[words.language]})</span>
        </details>
      ))}
    </div>
  )
}
