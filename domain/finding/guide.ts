import type { EverydayWords, InBoth } from './everyday-words.ts'

/** What happens in a life and asks for procedures, step by step in the order they are usually done. */
export interface LifeEvent {
  readonly key: string
  readonly place: number
  readonly name: InBoth
  readonly lead: InBoth
  readonly steps: readonly LifeEventStep[]
}

/** A procedure of the catalogue and when it is needed; or something done elsewhere, by what law. */
export type LifeEventStep = { readonly hint: InBoth } & (
  | { readonly procedure: string }
  | { readonly elsewhere: InBoth; readonly ground: string }
)

/** A word of offices and what it means in plain words. */
export interface PlainWord {
  readonly term: string
  readonly plain: InBoth
}

/** A short name of a procedure; null in Vietnamese where the official one is plain enough. */
export interface PlainName {
  readonly vi: string | null
  readonly en: string
}

/** For whom a paper that is asked for under a condition is: a sentence a person says of himself. */
export interface PaperCondition {
  readonly procedure: string
  /** Key of the paper. */
  readonly paper: string
  readonly when: InBoth
}

/** What helps people to find their way in the catalogue: no law, only the centre's own words about it. */
export interface Guide {
  readonly everydayWords: readonly EverydayWords[]
  readonly lifeEvents: readonly LifeEvent[]
  readonly plainWords: readonly PlainWord[]
  readonly paperConditions: readonly PaperCondition[]
  /** What procedures are called so that everybody understands it, by key. */
  readonly plainNames: ReadonlyMap<string, PlainName>
  /** What other texts of the catalogue are in English; one that is not here stands in Vietnamese, which is official. */
  readonly english: ReadonlyMap<string, string>
}
