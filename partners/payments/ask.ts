import { z } from 'zod'

const FIELDS = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

/** How long a provider may take. A citizen waits for it before a page. */
const PATIENCE_MS = 10_000

/** Sends fields as JSON and reads the flat answer, every value as text; null when there is none, or nonsense. */
export async function askInJson(
  url: string,
  fields: object,
): Promise<Readonly<Record<string, string>> | null> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(fields),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (!answer.ok) return null
    const read = FIELDS.safeParse(await answer.json())
    if (!read.success) return null
    return Object.fromEntries(
      Object.entries(read.data).map(([name, value]) => [name, value === null ? '' : String(value)]),
    )
  } catch {
    // Away, slow or talking nonsense: nothing was heard, and whoever asked asks again.
    return null
  }
}
