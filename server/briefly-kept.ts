/** What was found lately: asked for again within a moment it is not looked up again, and never twice at once. */
export interface BrieflyKept<Found> {
  get(key: string): Promise<Found>
  forget(key: string): void
}

/** Keeps what `find` answers for so long and for so many keys; a failure is not kept. */
export function brieflyKept<Found>(
  { milliseconds, most }: { readonly milliseconds: number; readonly most: number },
  find: (key: string) => Promise<Found>,
): BrieflyKept<Found> {
  const kept = new Map<string, { readonly until: number; readonly found: Promise<Found> }>()
  return {
    get(key) {
      const now = performance.now()
      const known = kept.get(key)
      if (known && now < known.until) return known.found
      const found = find(key)
      // Reckoned from the question, not from the answer: what is kept is never older than that.
      const entry = { until: now + milliseconds, found }
      kept.delete(key)
      kept.set(key, entry)
      found.catch(() => {
        if (kept.get(key) === entry) kept.delete(key)
      })
      const oldest = kept.keys().next()
      if (kept.size > most && !oldest.done) kept.delete(oldest.value)
      return found
    },
    forget: (key) => void kept.delete(key),
  }
}
