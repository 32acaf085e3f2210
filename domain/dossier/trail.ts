import type { DossierEvent } from './events.ts'

/** JSON with sorted keys: the same content is the same text, whatever order a database or a client kept. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const parts: { readonly [name: string]: unknown } = { ...value }
  let text = ''
  for (const name of Object.keys(parts).sort()) {
    const part = parts[name]
    if (part !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonical(part)}`
  }
  return `{${text}}`
}

/**
 * The text an event is sealed with: the seal of the one before, the dossier, its place in the history and, as
 * `eventText`, all that it says. Changing, dropping, adding or moving any event breaks every seal behind it.
 */
export function trailText(previousSeal: string, code: string, sequence: number, event: string): string {
  return `${canonical([previousSeal, code, sequence])}${event}`
}

/** An event as text: what is stored and what is sealed. */
export function eventText(event: DossierEvent): string {
  return canonical(event)
}
