import type { DossierEvent } from './events.ts'

/** JSON with sorted keys: the same content is the same text, whatever order a database or a client kept. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => `${JSON.stringify(name)}:${canonical(part)}`)
    return `{${parts.join(',')}}`
  }
  return JSON.stringify(value)
}

/**
 * The text an event is sealed with: the seal of the one before, the dossier, its place in the history and all that it
 * says. Changing, dropping, adding or moving any event breaks every seal behind it.
 */
export function trailText(previousSeal: string, code: string, sequence: number, event: DossierEvent): string {
  return canonical([previousSeal, code, sequence, event])
}
