import { TextField } from '../parts/field.tsx'
import '../parts/elements.ts'
import type { Words } from '../words/vi.ts'

interface FindBoxProps {
  readonly words: Words
  readonly label: string
  readonly hint?: string
  readonly value?: string
}

/** The one search box, a field and a button; script suggests while one types. */
export function FindBox({ words, label, hint, value = '' }: FindBoxProps) {
  return (
    <mc-find class="with-button" data-suggestions={words.finding.suggestions}>
      <TextField name="q" label={label} hint={hint} value={value} type="search" />
      <button class="ds-button">{words.catalogue.search}</button>
    </mc-find>
  )
}
