import type { Language } from '#web/words/format.ts'

const CHOSEN = 'mc-ngon-ngu'

/** The language chosen on this device; before one is chosen, the one its shell was loaded in. */
export function languageChosen(): Language {
  const chosen = localStorage.getItem(CHOSEN) ?? document.documentElement.lang
  return chosen === 'en' ? 'en' : 'vi'
}

/** Remembers the choice; it is about nobody, so it outlives the device's erasing. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(CHOSEN, language)
}
