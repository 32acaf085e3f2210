import { withoutToneKeys } from './mistyped.ts'

/** No search is mended in more ways than this. */
const MOST_WAYS = 4
/** The letters above the space bar, which a thumb hits for it and it for them. */
const BESIDE_SPACE = [...'zxcvbnm']

/** Whether a word is known. */
type Has = (word: string) => boolean

/**
 * The words of a search with what the hand did to keys and spaces undone: tone keys taken out; two words written as one
 * parted, also where a letter was hit instead of the space; one written as two joined, also where the space was hit
 * instead of a letter; only where what comes out is known and what was typed is not. More than one when a word can be
 * parted or joined in more ways than one.
 */
export function mended(words: readonly string[], has: Has): readonly string[] {
  let ways: readonly (readonly string[])[] = [[]]
  for (const word of words) {
    ways = ways.flatMap((way) => {
      const before = way.at(-1)
      const joined = before === undefined || (has(before) && has(word)) ? [] : joinedOf(before, word, has)
      if (joined.length > 0) return joined.map((one) => [...way.slice(0, -1), one])
      return (has(word) ? [[word]] : readings(word, has)).map((parts) => [...way, ...parts])
    })
    ways = ways.slice(0, MOST_WAYS)
  }
  return ways.map((way) => way.join(' '))
}

/** Two words as the one that a space parted, pressed too much or instead of a letter. */
function joinedOf(before: string, word: string, has: Has): readonly string[] {
  if (has(before + word)) return [before + word]
  return BESIDE_SPACE.map((letter) => before + letter + word).filter(has)
}

/** A word nobody knows: without its tone keys, parted in two, or as it stands. */
function readings(word: string, has: Has): readonly (readonly string[])[] {
  const plain = withoutToneKeys(word)
  if (plain !== null && has(plain)) return [[plain]]
  const cuts = Array.from({ length: Math.max(0, word.length - 3) }, (_, at) => at + 2)
  const parted = (at: number, next: number) => [word.slice(0, at), word.slice(next)]
  const isHit = (at: number) => at < word.length - 2 && BESIDE_SPACE.includes(word.charAt(at))
  return [
    [word],
    ...cuts.map((at) => parted(at, at)).filter((parts) => parts.every(has)),
    ...cuts
      .filter(isHit)
      .map((at) => parted(at, at + 1))
      .filter((parts) => parts.every(has)),
  ]
}
