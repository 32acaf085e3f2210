/** Chance from a seed: the same seed draws the same day on every machine. */
export interface Chance {
  /** A number from 0 up to but not including 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  /** One of a list. */
  of<Item>(items: readonly Item[]): Item
  /** One of a list, by weight. */
  byWeight<Item>(items: readonly Item[], weightOf: (item: Item) => number): Item
  /** True once in so many times. */
  is(share: number): boolean
  /** A UUIDv7 of that moment whose random bits come from the seed, so that a replay can be repeated safely. */
  id(at: Temporal.Instant): string
}

/** Mulberry32 over a hash of the seed's text. */
export function chanceFrom(seed: string): Chance {
  let state = 2_166_136_261
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => Math.floor(next() * 16).toString(16)).join('')
  function of<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(next() * items.length)]
    if (item === undefined) throw new Error('nothing to draw from')
    return item
  }
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    of,
    byWeight(items, weightOf) {
      let left = next() * items.reduce((sum, item) => sum + weightOf(item), 0)
      return items.find((item) => (left -= weightOf(item)) < 0) ?? of(items)
    },
    is: (share) => next() < share,
    id(at) {
      const time = at.epochMilliseconds.toString(16).padStart(12, '0')
      const variant = (8 + Math.floor(next() * 4)).toString(16)
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(12)}`
    },
  }
}
