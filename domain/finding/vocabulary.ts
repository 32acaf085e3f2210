import { isOneSlipApart } from './mistyped.ts'

/** How surely a typed word is a word that is known: as it stands, its beginning, a slip away from it. */
export const SURE = 1
const BEGUN = 0.8
const SLIPPED = 0.75
/** Among words of two or three letters a slip away is hardly telling. */
const SLIPPED_SHORT = 0.5
/** A typed word that is at least so surely meant was typed without a slip. */
export const WITHOUT_SLIP = BEGUN

/** A word as it was typed, and which known words it may be. */
export interface TypedWord {
  /** How surely it is each known word, by the word's number; 0 for most. */
  readonly meant: Float64Array
  /** How much it tells: a word that stands everywhere tells little. */
  readonly tells: number
}

/** The words of everything that can be found. */
export interface Vocabulary {
  numberOf(word: string): number
  has(word: string): boolean
  /** How much a known word tells. */
  tells(number: number): number
  typed(word: string): TypedWord
}

/** Made of the words of each thing, each word once. */
export function vocabulary(things: readonly ReadonlySet<string>[]): Vocabulary {
  const inHowMany = new Map<string, number>()
  for (const words of things) for (const word of words) inHowMany.set(word, (inHowMany.get(word) ?? 0) + 1)
  const known = [...inHowMany.keys()]
  const numbers = new Map(known.map((word, number) => [word, number]))
  const telling = known.map((word) => Math.log(1 + things.length / (inHowMany.get(word) ?? 1)))
  const unknownTells = Math.log(1 + things.length)
  return {
    numberOf: (word) => numbers.get(word) ?? -1,
    has: (word) => numbers.has(word),
    tells: (number) => telling[number] ?? unknownTells,
    typed(word) {
      const meant = new Float64Array(known.length)
      let tells = numbers.has(word) ? (telling[numbers.get(word) ?? 0] ?? 0) : unknownTells
      known.forEach((one, number) => {
        const surely = howSurely(word, one)
        meant[number] = surely
        if (surely > 0 && !numbers.has(word)) tells = Math.min(tells, telling[number] ?? tells)
      })
      return { meant, tells }
    },
  }
}

function howSurely(typed: string, known: string): number {
  if (typed === known) return SURE
  if (typed.length > 1 && known.startsWith(typed)) return BEGUN
  if (!isOneSlipApart(typed, known)) return 0
  return Math.min(typed.length, known.length) < 3 ? SLIPPED_SHORT : SLIPPED
}
