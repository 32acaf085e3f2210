import { type Change, hearChanges } from '#store/announcing.ts'

/** What changes at the centres, handed on to the pages that are open here. */
export interface Changes {
  /** Hears of one centre's changes, by its schema; answers how to stop. */
  hear(schema: string, listener: (change: Change) => void): () => void
  stop(): Promise<void>
}

/** Opens the one connection over which this program hears what it and others on the database have changed. */
export async function openChanges(url: string, onError: (error: Error) => void): Promise<Changes> {
  const listeners = new Map<string, Set<(change: Change) => void>>()
  const hearing = await hearChanges(
    url,
    (change) => {
      for (const tell of listeners.get(change.schema) ?? []) tell(change)
    },
    onError,
  )
  return {
    hear(schema, listener) {
      const here = listeners.get(schema) ?? new Set()
      listeners.set(schema, here.add(listener))
      return () => void here.delete(listener)
    },
    stop: () => hearing.stop(),
  }
}
