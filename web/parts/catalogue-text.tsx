import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language } from '../words/format.ts'

/** In which language a page is, and what texts of the catalogue are shown as on it. */
export const Shown = createContext<{
  readonly language: Language
  readonly as: ReadonlyMap<string, string>
}>({ language: 'vi', as: new Map() })

interface CatalogueTextProps {
  /** As the catalogue has it, in Vietnamese. */
  readonly text: string
  /** Whether the official text stands below what it is shown as. */
  readonly withOfficial?: boolean
}

/** A name or text of the catalogue, in plain words and the language of the page where the centre has said them. */
export function CatalogueText({ text, withOfficial }: CatalogueTextProps) {
  const { as, language } = useContext(Shown)
  const shown = as.get(text)
  if (shown === undefined) return <span lang="vi">{text}</span>
  return (
    <>
      <span lang={language}>{shown}</span>
      {withOfficial && (
        <small class="official" lang="vi">
          {text}
        </small>
      )}
    </>
  )
}
