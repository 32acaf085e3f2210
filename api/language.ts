import { LANGUAGES, type Language } from '#web/words/format.ts'

/** The language a request prefers (`Accept-Language`, RFC 9110 12.5.4); Vietnamese when it names none of ours. */
export function languageOf(header: string | undefined): Language {
  let best: { language: Language; weight: number } = { language: 'vi', weight: 0 }
  for (const range of (header ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
    const language = LANGUAGES.find((one) => tag === one || tag.startsWith(`${one}-`))
    const weight = Number(parameters.find((one) => one.startsWith('q='))?.slice(2) ?? 1)
    if (language && weight > best.weight) best = { language, weight }
  }
  return best.language
}
