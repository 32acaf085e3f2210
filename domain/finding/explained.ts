import type { PlainWord } from './guide.ts'

/** A piece of a text: as it stands, or a word of offices with what it means. */
export interface Piece {
  readonly text: string
  readonly word: PlainWord | null
}

/** Finds the words of offices in texts; each is explained the first time it stands on a page. */
export type Explain = (text: string) => readonly Piece[]

/** Makes an explainer for one page. Longer words are found before shorter ones that stand within them. */
export function explainer(words: readonly PlainWord[]): Explain {
  const byTerm = new Map(words.map((word) => [word.term.toLowerCase(), word]))
  const terms = [...byTerm.keys()].toSorted((a, b) => b.length - a.length).map(escaped)
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${terms.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  const told = new Set<PlainWord>()
  return (text) => {
    const pieces: Piece[] = []
    let from = 0
    for (const { 0: found, index } of terms.length === 0 ? [] : text.matchAll(pattern)) {
      const word = byTerm.get(found.toLowerCase())
      if (!word || told.has(word)) continue
      told.add(word)
      if (index > from) pieces.push({ text: text.slice(from, index), word: null })
      pieces.push({ text: found, word })
      from = index + found.length
    }
    if (from < text.length) pieces.push({ text: text.slice(from), word: null })
    return pieces
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
