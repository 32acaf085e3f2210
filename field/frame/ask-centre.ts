import { claimedNow } from '../keep/device.ts'
import { ask, type Asked } from '../line/ask.ts'
import { sayReached } from './use-online.ts'

interface Asking {
  readonly path: string
  /** Null while the device is not let in yet. */
  readonly token: string | null
  readonly body?: object
  readonly method?: 'GET' | 'POST'
}

/** Asks the centre in the language of the page, and says whether it was reached. */
export async function askCentre({ path, token, body, method = 'POST' }: Asking): Promise<Asked> {
  const headers = {
    'Accept-Language': document.documentElement.lang,
    ...(body && { 'Content-Type': 'application/json' }),
  }
  const line = { token, fetch: (at: string, init: RequestInit) => fetch(at, init), claimedNow }
  const asked = await ask(line, path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
  sayReached(asked.is !== 'no-line')
  return asked
}
