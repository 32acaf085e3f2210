import { type Day, dayOf } from '#domain/calendar/moment.ts'
import { type InBoth, elsewhereFor } from '#domain/finding/everyday-words.ts'
import { searched } from '#domain/people/searched.ts'
import type { Limit } from '#domain/procedure/limit.ts'
import type { OwnerKind, Procedure } from '#domain/procedure/procedure.ts'
import { type CentreLaw, centreLawOf } from '../centre-book.ts'
import type { Desk } from '../desk.ts'
import {
  allEntriesOn,
  communeEntriesOn,
  entriesOn,
  type Entry,
  finderOn,
  isOfCommunes,
} from './catalogue-index.ts'

export interface AskedCatalogue {
  /** Whatever people type: names, everyday words, field, agency or code; diacritics and slips of the hand are forgiven. */
  readonly q?: string
  readonly unit?: string
  readonly field?: string
  readonly ownerKind?: OwnerKind
  readonly level?: 2 | 3 | 4
  /** `next` of the page before. */
  readonly after?: string
}

export interface SeenCatalogue {
  readonly total: number
  readonly items: readonly CatalogueItem[]
  /** Where little was found: what is nearest to what was typed. */
  readonly near: readonly CatalogueItem[]
  /** Where what was typed is done when it is not done here, and by what law. */
  readonly elsewhere: { readonly said: InBoth; readonly ground: string } | null
  /** What the communes and wards do themselves, as far as it answers; not among the centre's. */
  readonly communes: readonly CatalogueItem[]
  /** Whether one of those is the best answer to what was typed. */
  readonly isOfCommunes: boolean
  /** What `after` of the next page is; null on the last. */
  readonly next: string | null
  /** What each choice would leave of what was searched, the other choices standing. */
  readonly facets: {
    readonly units: readonly Facet[]
    readonly fields: readonly Facet[]
    readonly levels: readonly Facet[]
    readonly ownerKinds: readonly Facet[]
  }
  readonly counts: CatalogueCounts
}

export interface CatalogueItem {
  readonly key: string
  readonly name: string
  readonly unitName: string
  readonly field: string
  readonly level: 2 | 3 | 4
  /** Of the first case. */
  readonly limit: Limit | null
}

interface Facet {
  readonly key: string
  readonly name: string
  readonly count: number
}

/** Of the whole catalogue in force, whatever was searched. */
interface CatalogueCounts {
  readonly all: number
  readonly byOwnerKind: { readonly [kind in OwnerKind]: number }
  /** Of the town's own procedures. */
  readonly fiveOnTheSpot: number
  readonly online: number
  readonly postal: number
  /** Procedures with a case whose fee the data do not say. */
  readonly feeUndetermined: number
}

const PAGE = 20

/** Searches the procedures in force today. */
export async function seeCatalogue(desk: Desk, asked: AskedCatalogue): Promise<SeenCatalogue> {
  const law = await centreLawOf(desk.centre)
  const on = dayOf(desk.now).toString()
  const all = entriesOn(law.book, on)
  const { answers, communes, near, elsewhere, best } = answering(law, on, asked.q ?? '')
  const chosenOf = (some: readonly Entry[]) =>
    some.filter((one) => CHOICES.every((choice) => isChosen(one, asked, choice)))
  const found = chosenOf(answers)
  const from = found.findIndex(({ procedure }) => procedure.key === asked.after) + 1
  const page = found.slice(from, from + PAGE)
  return {
    total: found.length,
    items: page.map(itemOf),
    near: near.map(itemOf),
    elsewhere: elsewhere && elsewhere.elsewhere && { said: elsewhere.elsewhere, ground: elsewhere.ground },
    communes: asked.after === undefined ? chosenOf(communes).map(itemOf) : [],
    isOfCommunes: best !== undefined && isOfCommunes(best),
    next: from + PAGE < found.length ? (page.at(-1)?.procedure.key ?? null) : null,
    facets: {
      units: facet(answers, asked, 'unit'),
      fields: facet(answers, asked, 'field'),
      levels: facet(answers, asked, 'level'),
      ownerKinds: facet(answers, asked, 'ownerKind'),
    },
    counts: countsOf(all.map(({ procedure }) => procedure)),
  }
}

/**
 * Best answers first; without a search all, the much used first. What is known to be done elsewhere is not guessed at
 * besides.
 */
function answering(law: CentreLaw, on: Day, q: string) {
  const centre = entriesOn(law.book, on)
  if (searched(q) === '')
    return { answers: centre, communes: communeEntriesOn(law.book, on), near: [], elsewhere: null }
  const entries = new Map(allEntriesOn(law.book, on).map((one) => [one.procedure.key, one]))
  const entriesOf = (keys: readonly string[]) => keys.flatMap((key) => entries.get(key) ?? [])
  const elsewhere = elsewhereFor(q, law.guide.everydayWords)
  const { found, isGuessed, near } = finderOn(law, on)(q)
  if (elsewhere && isGuessed) return { answers: [], communes: [], near: [], elsewhere }
  const answers = entriesOf(found)
  return {
    answers: answers.filter((one) => !isOfCommunes(one)),
    communes: answers.filter(isOfCommunes),
    near: entriesOf(near),
    elsewhere,
    best: answers[0],
  }
}

const CHOICES = ['unit', 'field', 'ownerKind', 'level'] as const
type Chosen = (typeof CHOICES)[number]

function isChosen({ procedure }: Entry, asked: AskedCatalogue, choice: Chosen): boolean {
  return asked[choice] === undefined || asked[choice] === procedure[choice]
}

function facet(answers: readonly Entry[], asked: AskedCatalogue, choice: Chosen): Facet[] {
  const others = CHOICES.filter((one) => one !== choice)
  const left = answers.filter((one) => others.every((other) => isChosen(one, asked, other)))
  return [...Map.groupBy(left, ({ procedure }) => String(procedure[choice]))]
    .map(([key, entries]) => {
      const name = choice === 'unit' ? (entries[0]?.unitName ?? key) : key
      return { key, name, count: entries.length }
    })
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'vi'))
}

function itemOf({ procedure: { key, name, field, level, cases }, unitName }: Entry): CatalogueItem {
  return { key, name, unitName, field, level, limit: cases[0]?.limit.any ?? null }
}

function countsOf(all: readonly Procedure[]): CatalogueCounts {
  const town = all.filter(({ ownerKind }) => ownerKind === 'town')
  const count = (of: readonly Procedure[], is: (one: Procedure) => boolean) => of.filter(is).length
  const byOwnerKind = { ...NONE }
  for (const { ownerKind } of all) byOwnerKind[ownerKind]++
  return {
    all: all.length,
    byOwnerKind,
    fiveOnTheSpot: count(town, (one) => one.isFiveOnTheSpot),
    online: count(town, (one) => one.level >= 3),
    postal: count(town, (one) => one.isPostal),
    feeUndetermined: count(all, ({ cases }) => cases.some(({ fee }) => fee.any.kind === 'undetermined')),
  }
}

const NONE = { town: 0, social_insurance: 0, tax: 0, police: 0, electricity: 0, water: 0, commune: 0 }
