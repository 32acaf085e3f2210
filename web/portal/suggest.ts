import type { Visit } from '../visit.ts'

const MOST = 6
const MOST_LETTERS = 100

/** What the search box suggests while one types: procedures with where they lead, and how many there are. */
export async function suggest({ c, reads, desk, words, shownAs, url }: Visit): Promise<Response> {
  const q = (url.searchParams.get('q') ?? '').slice(0, MOST_LETTERS)
  const { items, near, total, communes, isOfCommunes } = await reads.seeCatalogue(desk, { q })
  const said = (text: string) => shownAs.get(text) ?? text
  const found = isOfCommunes ? [...communes, ...items] : [...items, ...communes]
  const suggestions = [...found, ...near].slice(0, MOST).map(({ key, name, field }) => ({
    href: `/thu-tuc/${encodeURIComponent(key)}`,
    name: said(name),
    note: said(field),
    ...(words.language === 'en' && !shownAs.has(name) && { lang: 'vi' }),
  }))
  c.header('Cache-Control', 'private, max-age=60')
  c.header('Vary', 'Cookie')
  return c.json({ suggestions, said: words.finding.suggested(suggestions.length, total + communes.length) })
}
