import { useContext } from 'preact/hooks'
import type { Explain } from '#domain/finding/explained.ts'
import type { Words } from '../words/vi.ts'
import { CatalogueText, Shown } from './catalogue-text.tsx'

interface ExplainedProps {
  readonly words: Words
  readonly text: string
  readonly explain: Explain
}

/** A text of the catalogue whose words of offices open to plain words; without script, by keyboard and by touch. */
export function Explained({ words, text, explain }: ExplainedProps) {
  if (useContext(Shown).as.has(text)) return <CatalogueText text={text} withOfficial />
  return (
    <div class="explained" lang="vi">
      {explain(text).map(({ text, word }) =>
        word ? (
          <details key={text} class="term">
            <summary>{text}</summary>
            <span lang={words.language}> ({word.plain[words.language]})</span>
          </details>
        ) : (
          text
        ),
      )}
    </div>
  )
}
