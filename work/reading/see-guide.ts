import type { LifeEvent, LifeEventStep, PlainWord } from '#domain/finding/guide.ts'
import type { InBoth } from '#domain/finding/everyday-words.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import { type CentreLaw, centreLawOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { allEntriesOn, type Entry } from './catalogue-index.ts'

/** A life event by its name, with how many procedures of the catalogue it may ask for. */
export interface SeenLifeEvent {
  readonly key: string
  readonly name: InBoth
  readonly lead: InBoth
  readonly steps: readonly SeenLifeEventStep[]
}

export type SeenLifeEventStep = { readonly hint: InBoth } & (
  | { readonly kind: 'here'; readonly key: string; readonly name: string }
  | { readonly kind: 'elsewhere'; readonly title: InBoth; readonly ground: string }
)

/** The life events of the centre; procedures that are not in force today are left out. */
export async function seeLifeEvents(desk: Desk): Promise<readonly SeenLifeEvent[]> {
  const law = await centreLawOf(desk.centre)
  const stepsOf = stepsIn(law, today(desk))
  return law.guide.lifeEvents.map(({ key, name, lead, steps }) => ({
    key,
    name,
    lead,
    steps: stepsOf(steps),
  }))
}

/** One of them. */
export async function seeLifeEvent(desk: Desk, key: string): Promise<Outcome<SeenLifeEvent>> {
  const found = (await seeLifeEvents(desk)).find((one) => one.key === key)
  return found ?? refuse('no-such-life-event', { key })
}

function stepsIn({ book }: CentreLaw, on: string) {
  const inForce = new Map(allEntriesOn(book, on).map(({ procedure }) => [procedure.key, procedure]))
  return (steps: LifeEvent['steps']): SeenLifeEventStep[] =>
    steps.flatMap((step: LifeEventStep): SeenLifeEventStep[] => {
      const { hint } = step
      if ('elsewhere' in step)
        return [{ kind: 'elsewhere', hint, title: step.elsewhere, ground: step.ground }]
      const procedure = inForce.get(step.procedure)
      if (!procedure) return []
      return [{ kind: 'here', hint, key: procedure.key, name: procedure.name }]
    })
}

/** Words of offices in plain words, in the order of the alphabet. */
export async function seePlainWords(desk: Desk): Promise<readonly PlainWord[]> {
  const { guide } = await centreLawOf(desk.centre)
  return guide.plainWords.toSorted((a, b) => a.term.localeCompare(b.term, 'vi'))
}

/** Made once for what stands in force, which is made once for a day. */
const shown = new WeakMap<readonly Entry[], { readonly [language in keyof InBoth]: ShownTexts }>()

type ShownTexts = ReadonlyMap<string, string>

/**
 * What texts of the catalogue are shown as to the public, where that is not as they stand: procedures by their plain
 * names, in English everything the guide has in English.
 */
export async function seeShownTexts(desk: Desk, language: keyof InBoth): Promise<ShownTexts> {
  const { book, guide } = await centreLawOf(desk.centre)
  const entries = allEntriesOn(book, today(desk))
  const known = shown.get(entries)
  if (known) return known[language]
  const names = entries.map(({ procedure }) => ({
    name: procedure.name,
    plain: guide.plainNames.get(procedure.key),
  }))
  const both = {
    vi: new Map(names.flatMap(({ name, plain }) => (plain?.vi ? [[name, plain.vi] as const] : []))),
    en: new Map([
      ...guide.english,
      ...names.flatMap(({ name, plain }) => (plain ? [[name, plain.en] as const] : [])),
    ]),
  }
  shown.set(entries, both)
  return both[language]
}
