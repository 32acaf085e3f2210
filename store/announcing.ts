import pg from 'pg'

/** That a dossier has just changed, and who it concerned before and after; no personal data. */
export interface Change {
  readonly schema: string
  readonly code: string
  /** `unit post`, of lists; ids of persons. */
  readonly concerns: readonly string[]
}

const CHANNEL = 'mot_cua_changed'
/** PostgreSQL takes less than 8,000 bytes at once. */
const MOST_BYTES = 7_000
const GATHER_MS = 100
const AGAIN_MS = 1_000

/**
 * Tells every program on this database what has changed, so that open pages can show it. What is told goes out
 * gathered and after the commit, by a statement of its own: it makes no write slower. It may be lost (the pages then
 * show it at the next look), so nothing that matters hangs on it.
 */
export function announcer(pool: pg.Pool, onError: (error: Error) => void) {
  let waiting: Change[] = []
  let timer: NodeJS.Timeout | undefined

  function send(): void {
    timer = undefined
    const changes = waiting
    waiting = []
    for (const payload of payloads(changes))
      pool.query('select pg_notify($1, $2)', [CHANNEL, payload]).catch(onError)
  }

  return {
    announce(change: Change): void {
      waiting.push(change)
      timer ??= setTimeout(send, GATHER_MS).unref()
    },
    stop(): void {
      clearTimeout(timer)
    },
  }
}

function payloads(changes: readonly Change[]): string[] {
  const all: string[] = []
  let lines = ''
  for (const { schema, code, concerns } of changes) {
    const line = `${[schema, code, ...concerns].join('\t')}\n`
    if (Buffer.byteLength(lines + line) > MOST_BYTES) {
      all.push(lines)
      lines = ''
    }
    lines += line
  }
  return lines === '' ? all : [...all, lines]
}

/** Hears what all programs on the database announce; a lost connection is opened again by itself. */
export async function hearChanges(
  url: string,
  onChange: (change: Change) => void,
  onError: (error: Error) => void,
): Promise<{ stop(): Promise<void> }> {
  let isStopped = false
  let client: pg.Client | undefined
  let again: NodeJS.Timeout | undefined

  async function open(): Promise<void> {
    const one = new pg.Client({ connectionString: url, options: '-c search_path=' })
    one.on('error', (error) => {
      onError(error)
      if (client === one) later()
    })
    one.on('notification', ({ payload = '' }) => {
      for (const line of payload.split('\n')) {
        const [schema, code, ...concerns] = line.split('\t')
        if (schema && code) onChange({ schema, code, concerns })
      }
    })
    client = one
    await one.connect()
    await one.query(`listen ${CHANNEL}`)
  }

  function later(): void {
    client = undefined
    if (isStopped) return
    again = setTimeout(() => {
      open().catch((error: unknown) => {
        onError(error instanceof Error ? error : new Error(String(error)))
        later()
      })
    }, AGAIN_MS).unref()
  }

  await open()
  return {
    async stop() {
      isStopped = true
      clearTimeout(again)
      const last = client
      client = undefined
      await last?.end()
    },
  }
}
