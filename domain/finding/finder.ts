import { type EverydayWords, exchangesOf } from './everyday-words.ts'
import { type ReadWord, reader, wordsOf } from './readings.ts'
import { type Answer, answerOf, type Title, titleOf } from './title.ts'
import { vocabulary } from './vocabulary.ts'

/** What can be found: by its names, by what people call it, and less by the words that stand around it. */
export interface Findable {
  readonly key: string
  readonly names: readonly string[]
  /** Field, agency, code. */
  readonly around: readonly string[]
  /** How much it is used; decides between equals. */
  readonly weight: number
}

/** What answers a search, best first: what was found, and what is near it where little was found. */
export interface Findings {
  readonly found: readonly string[]
  /** Whether what was found was typed with a slip of the hand, or lacks a word. */
  readonly isGuessed: boolean
  readonly near: readonly string[]
}

export type Finder = (typed: string) => Findings

/** Each place further back among what everyday words ask for. */
const PLACE = 0.06
/** What stands around a thing, as if it were its name. */
const AROUND = 0.45
/** An answer to less than this share of what was typed is none. */
const LEAST = 0.4
/** From here on something that lacks a word or has a slip is still what was meant. */
const MEANT = 0.68
const MOST_OF_IT = 0.75
/** What answers so much less well than the best is not what was meant. */
const OF_THE_BEST = 0.55
/** Nearer than this is near enough to be shown where little was found. */
const NEAR = 0.45
const FEW = 3
const MOST_NEAR = 5
/** What is used a thousand times as much is worth so much more. */
const USED = 0.15

/** Makes everything ready once; what it gives answers a search in a millisecond or two. */
export function finder(all: readonly Findable[], everyday: readonly EverydayWords[]): Finder {
  const texts = withTitles(all, everyday)
  const known = vocabulary(texts.map(({ titles }) => new Set(titles.flatMap(({ words }) => words))))
  let number = 0
  const things = texts.map(({ key, weight, titles, around }) => ({
    key,
    used: USED * (Math.log10(1 + weight) / 3),
    titles: titles.map((one) => titleOf({ ...one, number: number++ }, known)),
    around: around.map(known.numberOf),
  }))
  const titles = things.flatMap((one) => one.titles)
  const read = reader(known, titles, exchangesOf(everyday))

  return (typed) => {
    const readings = read(typed)
    const answers = things.flatMap(({ key, used, titles, around }): Answered[] => {
      let best: Ranked | null = null
      for (const { words, worth } of readings) {
        const sides = words.map(({ meant }) =>
          around.reduce((most, one) => Math.max(most, meant[one] ?? 0), 0),
        )
        for (const title of titles) {
          if (!mayAnswer(title, words, sides)) continue
          const ranked = rankOf(answerOf(title, sides, words, known), worth)
          if (ranked) best = best ? bestOfBoth(best, ranked) : ranked
        }
      }
      return best ? [{ key, by: best.by, score: best.score + used }] : []
    })
    return findings(answers)
  }
}

/** What answers about as well as the best; where that is little, also what is nearest. */
function findings(answers: readonly Answered[]): Findings {
  const ordered = answers.toSorted((a, b) => b.score - a.score)
  const well = ordered.filter(({ by }) => by !== 'some')
  const found = well.filter(({ score }) => score >= OF_THE_BEST * (well[0]?.score ?? 0))
  const near = ordered.filter((one) => one.score >= NEAR && !found.includes(one))
  const keysOf = (some: readonly Answered[]) => some.map(({ key }) => key)
  return {
    found: keysOf(found),
    isGuessed: found.every(({ by }) => by !== 'words'),
    near: keysOf(found.length < FEW ? near.slice(0, MOST_NEAR) : []),
  }
}

/** The names of each thing, what people call it, and what stands around it, as words. */
function withTitles(all: readonly Findable[], everyday: readonly EverydayWords[]) {
  const called = callingsOf(everyday)
  return all.map(({ key, weight, names, around }) => {
    const titles = [
      ...names.map((text) => ({ text, worth: 1 })),
      ...(called.get(key) ?? []),
      ...around.map((text) => ({ text, worth: AROUND })),
    ].map(({ text, worth }) => ({ words: wordsOf(text), worth }))
    return { key, weight, titles, around: [...new Set(titles.flatMap(({ words }) => words))] }
  })
}

/** Whether a title holds enough of a reading, or may stand in it whole; most do not, and need not be compared. */
function mayAnswer({ number, words }: Title, typed: readonly ReadWord[], sides: readonly number[]): boolean {
  let [told, there, howMany] = [0, 0, 0]
  for (const [at, { tells, standsIn }] of typed.entries()) {
    told += tells
    if (standsIn[number] === 1) howMany += 1
    if (standsIn[number] === 1 || (sides[at] ?? 0) > 0) there += tells
  }
  return there > 0 && (there >= LEAST * told || howMany >= words.length)
}

/** How well something answers: by every word typed, by words a slip of the hand away from them, or by some of them. */
type FoundBy = 'words' | 'slips' | 'some'

interface Ranked {
  readonly by: FoundBy
  readonly score: number
}

interface Answered extends Ranked {
  readonly key: string
}

function rankOf({ score, share, hasSlip, isWithin }: Answer, worth: number): Ranked | null {
  if (share < LEAST && !isWithin) return null
  const own = score * worth
  if ((share > 0.999 && !hasSlip) || (isWithin && share >= MOST_OF_IT)) return { by: 'words', score: own }
  return { by: own >= MEANT && share >= MOST_OF_IT ? 'slips' : 'some', score: own }
}

const ORDER: readonly FoundBy[] = ['words', 'slips', 'some']

/** A thing answers as well as any of its titles, in any reading. */
function bestOfBoth(one: Ranked, other: Ranked): Ranked {
  const by = ORDER.indexOf(one.by) <= ORDER.indexOf(other.by) ? one.by : other.by
  return { by, score: Math.max(one.score, other.score) }
}

/** What people call each procedure, with how much it is worth there. */
function callingsOf(everyday: readonly EverydayWords[]) {
  const callings = everyday.flatMap(({ said, procedures }) =>
    procedures.flatMap((key, place) => said.map((text) => ({ key, text, worth: 1 - PLACE * place }))),
  )
  return Map.groupBy(callings, ({ key }) => key)
}
