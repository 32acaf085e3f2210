/** Text that is the same in every copy, and the places where copies differ. */
export interface Template {
  /** One more than there are places: what stands before, between and behind them. */
  readonly fixed: readonly string[]
  readonly places: readonly Place[]
}

export type Place =
  | { readonly kind: 'moment'; readonly day: string; readonly rest: string }
  | { readonly kind: 'word'; readonly name: string }

/** What stands for a word that every copy draws anew; nobody types these brackets. */
export function wordMark(name: string): string {
  return `⟦${name}⟧`
}

const PLACES = /⟦(\w+)⟧|(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}:\d{2}\.\d{3}Z)/g

export function templateOf(text: string): Template {
  const fixed: string[] = []
  const places: Place[] = []
  let from = 0
  for (const found of text.matchAll(PLACES)) {
    const [whole, name, day, rest = ''] = found
    fixed.push(text.slice(from, found.index))
    places.push(name === undefined ? { kind: 'moment', day: day ?? '', rest } : { kind: 'word', name })
    from = found.index + whole.length
  }
  fixed.push(text.slice(from))
  return { fixed, places }
}

/** The text of one copy. */
export function filled(
  { fixed, places }: Template,
  days: ReadonlyMap<string, string>,
  words: { readonly [name: string]: string },
): string {
  let text = fixed[0] ?? ''
  for (const [at, place] of places.entries()) {
    text +=
      place.kind === 'moment' ? (days.get(place.day) ?? place.day) + place.rest : (words[place.name] ?? '')
    text += fixed[at + 1] ?? ''
  }
  return text
}
