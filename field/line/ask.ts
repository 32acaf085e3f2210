import { z } from 'zod'

/** How the centre is reached: by whatever line there is. */
export interface Line {
  /** Of this device; null while it is not let in yet. */
  readonly token: string | null
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>
  /** What the clock of the device says. */
  readonly claimedNow: () => string
}

/** What came of asking the centre: its answer, what it said instead, no line to it, or that this device is to be erased. */
export type Asked =
  | { readonly is: 'answered'; readonly value: unknown }
  | { readonly is: 'refused'; readonly text: string }
  | { readonly is: 'no-line' }
  | { readonly is: 'to-erase' }

const Problem = z.object({ detail: z.string() })
/** Said by the centre itself, and not by whatever stands in between. */
const Erasing = z.object({ facts: z.object({ erase: z.literal(true) }) })
const GONE = 410
/** A line that says nothing for so long is none; what an outing needs is some megabytes. */
const PATIENCE_MS = 120_000

/** Asks the centre at one of its doors for field work; everything that can be wrong with a line is an answer. */
export async function ask(line: Line, path: string, init: RequestInit): Promise<Asked> {
  const headers = new Headers(init.headers)
  headers.set('X-Device-Clock', line.claimedNow())
  if (line.token !== null) headers.set('Authorization', `Device ${line.token}`)
  try {
    const response = await line.fetch(`/api/v1/field/${path}`, {
      ...init,
      headers,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const value: unknown = await response.json()
    if (response.ok) return { is: 'answered', value }
    if (response.status === GONE && Erasing.safeParse(value).success) return { is: 'to-erase' }
    const problem = Problem.safeParse(value)
    return problem.success ? { is: 'refused', text: problem.data.detail } : { is: 'no-line' }
  } catch (error) {
    // No network, a line that fell silent, or a page of the hotel one sits in.
    const isOfTheLine =
      error instanceof TypeError || error instanceof SyntaxError || error instanceof DOMException
    if (isOfTheLine) return { is: 'no-line' }
    throw error
  }
}
