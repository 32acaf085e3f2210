import { randomUUIDv7 } from 'node:crypto'
import { Hono } from 'hono'
import { apiApp } from '#api/app.ts'
import type { ApiDoors } from '#api/doors.ts'
import { webPages } from '#web/pages.ts'
import type { WebDoors } from '#web/visit.ts'
import type { Config } from './config.ts'
import { described, type Log } from './log.ts'
import { asSent, loggablePath } from './request-facts.ts'

export interface AppSettings {
  readonly config: Pick<Config, 'baseUrl' | 'trustProxy'>
  readonly doors: { readonly api: ApiDoors; readonly web: WebDoors }
  readonly log: Log
  /** Throws or answers false while the database is away or behind this program. */
  readonly isReady: () => Promise<boolean>
}

/** What any answer carries unless the door that gives it says otherwise. */
const UNLESS_SAID = Object.entries({
  'Content-Security-Policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
})
/** What every answer carries. */
const ALWAYS = Object.entries({
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
})
const TWO_YEARS = 'max-age=63072000; includeSubDomains'

/** The whole house behind one address: API, pages, and whether it lives. */
export function houseApp({ config, doors, log, isReady }: AppSettings): Hono {
  const app = new Hono()
  const api = apiApp(doors.api)
  const pages = webPages(doors.web)
  const isTls = config.baseUrl.startsWith('https:')

  app.use(async (c, next) => {
    const id = randomUUIDv7()
    const from = performance.now()
    await next()
    // Set on the answer itself: the context's own way would make a new answer of it, and its body a stream.
    const { headers } = c.res
    for (const [name, value] of UNLESS_SAID) if (!headers.has(name)) headers.set(name, value)
    for (const [name, value] of ALWAYS) headers.set(name, value)
    if (isTls) headers.set('Strict-Transport-Security', TWO_YEARS)
    headers.set('X-Request-Id', id)
    const { method, path } = c.req
    const ms = Math.round((performance.now() - from) * 10) / 10
    const { status } = c.res
    log.info({ id, method, path: loggablePath(path, status), status, ms }, 'request')
  })
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', async (c) => {
    const isUp = await isReady().catch((error: unknown) => {
      log.warn({ error: described(error) }, 'not ready')
      return false
    })
    return isUp ? c.json({ status: 'ready' }) : c.json({ status: 'not-ready' }, 503, { 'Retry-After': '5' })
  })
  app.all('/api', (c) => api.fetch(asSent(c.req.raw, config.trustProxy), c.env))
  app.all('/api/*', (c) => api.fetch(asSent(c.req.raw, config.trustProxy), c.env))
  app.all('*', (c) => pages.fetch(asSent(c.req.raw, config.trustProxy), c.env))
  app.onError((error, c) => {
    log.error({ error: described(error) }, 'fault')
    return c.json({ status: 'fault' }, 500)
  })
  return app
}
