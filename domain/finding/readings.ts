import { searched } from '#domain/people/searched.ts'
import { type Exchange, readingsOf } from './everyday-words.ts'
import { mended } from './mended.ts'
import type { Title } from './title.ts'
import type { TypedWord, Vocabulary } from './vocabulary.ts'

/** A typed word, and in which titles any word that it may be stands. */
export interface ReadWord extends TypedWord {
  /** By the number of the title; 1 where it stands. */
  readonly standsIn: Uint8Array
}

/** One way in which a search can be read. */
export interface Reading {
  readonly words: readonly ReadWord[]
  /** 1 as it was typed; a little less in other words. */
  readonly worth: number
}

/** More words than a question has are not read; a long one is a name, and is not read in other words. */
const MOST_WORDS = 80
const A_NAME = 12
/** Other words than those typed are a little less surely meant. */
const EXCHANGED = 0.97

export const wordsOf = (text: string) => searched(text).split(' ').filter(Boolean)

/** Makes a reader of searches: each gives the ways it can be read, every word looked up once. */
export function reader(known: Vocabulary, titles: readonly Title[], exchanges: readonly Exchange[]) {
  const titlesWith: number[][] = []
  for (const { number, words } of titles) for (const word of words) (titlesWith[word] ??= []).push(number)

  return (typed: string): readonly Reading[] => {
    const read = new Map<string, ReadWord>()
    const readWord = (text: string) => {
      const before = read.get(text)
      if (before) return before
      const word = known.typed(text)
      const standsIn = new Uint8Array(titles.length)
      word.meant.forEach((surely, number) => {
        if (surely > 0) for (const title of titlesWith[number] ?? []) standsIn[title] = 1
      })
      const one = { ...word, standsIn }
      read.set(text, one)
      return one
    }
    return waysOf(wordsOf(typed).slice(0, MOST_WORDS), known, exchanges).map(({ text, worth }) => ({
      words: wordsOf(text).map(readWord),
      worth,
    }))
  }
}

/** What was typed, as it stands and mended, and what people mean by it. */
function waysOf(asked: readonly string[], { has }: Vocabulary, exchanges: readonly Exchange[]) {
  if (asked.length === 0) return []
  const own = new Set([asked.join(' '), ...mended(asked, has)])
  const other = asked.length > A_NAME ? [] : [...own].flatMap((one) => readingsOf(one, exchanges))
  return [
    ...[...own].map((text) => ({ text, worth: 1 })),
    ...[...new Set(other)].filter((text) => !own.has(text)).map((text) => ({ text, worth: EXCHANGED })),
  ]
}
