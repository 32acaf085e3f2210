import { en } from './en.ts'
import type { Language } from './format.ts'
import { vi, type Words } from './vi.ts'

const ALL: Record<Language, Words> = { vi, en }

/** The words of a language. */
export function wordsIn(language: Language): Words {
  return ALL[language]
}
