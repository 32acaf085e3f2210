import { searched } from '#domain/people/searched.ts'

/** A text in both languages of the house. */
export interface InBoth {
  readonly vi: string
  readonly en: string
}

/**
 * What people say and what it is in the catalogue: words of the law that stand for it, procedures it asks for (the
 * likeliest first), or where it is done when it is not done here. Words with none of these say nothing ("ở đâu").
 */
export interface EverydayWords {
  readonly said: readonly string[]
  readonly means: readonly string[]
  readonly procedures: readonly string[]
  readonly elsewhere: InBoth | null
  /** By what law it is done elsewhere. */
  readonly ground: string
}

/** One word of people for one of the law, both folded; an empty one is left out. */
export interface Exchange {
  readonly said: string
  readonly means: string
}

/** No search is read in more ways than this. */
const MOST_READINGS = 16

/** What may be exchanged in a search, longest first. */
export function exchangesOf(words: readonly EverydayWords[]): readonly Exchange[] {
  return words
    .flatMap(({ said, means, procedures, elsewhere }) => {
      const saysNothing = means.length + procedures.length === 0 && elsewhere === null
      const meant = saysNothing ? [''] : means.map(searched)
      return said.map(searched).flatMap((one) => meant.map((means) => ({ said: one, means })))
    })
    .toSorted((a, b) => b.said.length - a.said.length)
}

/** The ways a folded search can be read: as it was typed, and with the words of the law in place of people's own. */
export function readingsOf(asked: string, exchanges: readonly Exchange[]): readonly string[] {
  const readings = new Set([asked])
  for (const reading of readings)
    for (const { said, means } of exchanges) {
      if (readings.size >= MOST_READINGS) return [...readings]
      const other = ` ${reading} `.replace(` ${said} `, ` ${means} `).replace(/\s+/g, ' ').trim()
      // What was put in is not exchanged again for more of itself.
      if (other !== '' && !` ${means} `.includes(` ${said} `)) readings.add(other)
    }
  return [...readings]
}

/** Where something is done that is not done here, for the longest words of a search that say so. */
export function elsewhereFor(typed: string, words: readonly EverydayWords[]): EverydayWords | null {
  const asked = ` ${searched(typed)} `
  const said = words.flatMap((one) =>
    one.elsewhere === null ? [] : one.said.map((text) => ({ one, text: searched(text) })),
  )
  const found = said.filter(({ text }) => asked.includes(` ${text} `))
  return found.toSorted((a, b) => b.text.length - a.text.length)[0]?.one ?? null
}
