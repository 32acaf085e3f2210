import type { Language } from '#web/words/format.ts'
import type { Words } from '#web/words/vi.ts'
import { ActButton } from '../intake/act-button.tsx'

/** The app in the other language; what is typed or begun stays. */
export function LanguageSwitch({ words, speak }: { words: Words; speak(language: Language): void }) {
  const other = words.language === 'vi' ? 'en' : 'vi'
  return (
    <p class="field-language" lang={other}>
      <ActButton kind="tertiary" act={() => speak(other)}>
        {words.site.otherLanguage}
      </ActButton>
    </p>
  )
}
