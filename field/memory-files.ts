import type { DraftFiles } from './intake/step-props.ts'

/** Files of what is done in one go and never left half done: they are gone with the screen. */
export function memoryFiles(): DraftFiles {
  const all = new Map<string, Uint8Array<ArrayBuffer>>()
  return {
    keep: (id, bytes) => Promise.resolve(void all.set(id, bytes)),
    read: (id) => Promise.resolve(all.get(id) ?? null),
    drop: (id) => Promise.resolve(void all.delete(id)),
  }
}
