import { SURE, type TypedWord, type Vocabulary, WITHOUT_SLIP } from './vocabulary.ts'

/** A name of a thing, or something people call it. */
export interface Title {
  readonly number: number
  /** The numbers of its words. */
  readonly words: Int32Array
  /** What its words tell together. */
  readonly tells: number
  /** 1 for the name itself; less for what is said of several things, of which others come first. */
  readonly worth: number
}

/** How a title, with the words that stand around it, answers what was typed. */
export interface Answer {
  readonly score: number
  /** How much of what was typed is there at all, 0 to 1. */
  readonly share: number
  readonly hasSlip: boolean
  /** The whole title stands in what was typed. */
  readonly isWithin: boolean
}

export function titleOf(
  { words, worth, number }: { words: readonly string[]; worth: number; number: number },
  { numberOf, tells }: Vocabulary,
): Title {
  const numbers = Int32Array.from(words, numberOf)
  return { number, words: numbers, tells: numbers.reduce((sum, one) => sum + tells(one), 0), worth }
}

/** What stands around a title is worth half of what stands in it. */
const AROUND = 0.5
/** Two words that were typed side by side and stand side by side. */
const BESIDE = 0.5
/** A title that has all in one piece goes before one that has it in pieces, one that begins with it before both. */
const IN_ONE_PIECE = 0.25
/** What is only begun may yet become something else. */
const BEGUN_PIECE = 0.5
/** So much of the score is how little else the title says. */
const ELSE = 0.2
/** What people call a thing stands whole in a longer search: sure enough, and surer the more of the search it is. */
const WITHIN = { least: 0.5, share: 0.45 }

/** Compares a title with typed words; `around` is how surely each of them stands around it. */
export function answerOf(
  title: Title,
  around: readonly number[],
  typed: readonly TypedWord[],
  { tells }: Pick<Vocabulary, 'tells'>,
): Answer {
  let [got, most, found, told, named] = [0, 0, 0, 0, 0]
  let [hasSlip, isOnePiece, isFirst, isSure] = [false, true, false, true]
  let last = -2
  for (const [at, word] of typed.entries()) {
    const beside = around[at] ?? 0
    const { place, surely } = placeOf(title.words, word, last + 1)
    const isNamed = surely >= WITHOUT_SLIP || (surely > 0 && beside < WITHOUT_SLIP)
    const isNext = at > 0 && isNamed && place === last + 1
    const sure = isNamed ? surely : beside
    const together = at > 0 ? BESIDE * word.tells : 0
    most += word.tells + together
    told += word.tells
    got += word.tells * sure * (isNamed ? 1 : AROUND) + (isNext ? together * surely : 0)
    if (sure > 0) found += word.tells
    if (isNamed) named += tells(title.words[place] ?? 0)
    if (sure > 0 && sure < WITHOUT_SLIP) hasSlip = true
    if (at === 0 ? !isNamed : !isNext) isOnePiece = false
    if (at === 0) isFirst = isNamed && place === 0
    if (sure < SURE) isSure = false
    last = isNamed ? place : -2
  }
  const fits = most === 0 ? 0 : got / most
  const only = title.tells === 0 ? 0 : Math.min(1, named / title.tells)
  const share = told === 0 ? 0 : found / told
  const isWithin = standsIn(title, typed)
  const least = isWithin ? WITHIN.least + WITHIN.share * share : 0
  const piece = isOnePiece && !hasSlip ? (isFirst ? 2 : 1) * IN_ONE_PIECE : 0
  const whole = isSure ? piece : BEGUN_PIECE * piece
  const score = (Math.max(fits * (1 - ELSE + ELSE * only), least) + whole) * title.worth
  return { score, share, hasSlip, isWithin }
}

/** Whether the whole title, of two words at least, stands in what was typed. */
function standsIn({ words }: Title, typed: readonly TypedWord[]): boolean {
  if (words.length < 2) return false
  const first = words[0] ?? 0
  return typed.some(
    ({ meant }, from) =>
      meant[first] === SURE && words.every((word, at) => typed[from + at]?.meant[word] === SURE),
  )
}

/** Where a typed word stands in a title: behind the word before it where it can, otherwise where it fits best. */
function placeOf(words: Int32Array, { meant }: TypedWord, next: number): { place: number; surely: number } {
  let [place, surely] = next >= 0 && next < words.length ? [next, meant[words[next] ?? 0] ?? 0] : [-1, 0]
  for (let at = 0; at < words.length && surely < SURE; at += 1) {
    const here = meant[words[at] ?? 0] ?? 0
    if (here > surely) [place, surely] = [at, here]
  }
  return { place, surely }
}
