import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import { Server } from 'node:http'
import type { Config } from './config.ts'
import { codeOf, fault } from './faults.ts'

/** Requests under way have this long to end when we stop. */
const PATIENCE_MS = 10_000

/** Opens the port; answers how to close it: no new requests, those under way are finished. */
export async function listen(
  app: Hono,
  { host, port }: Pick<Config, 'host' | 'port'>,
): Promise<() => Promise<void>> {
  const server = createAdaptorServer({ fetch: app.fetch })
  if (!(server instanceof Server)) throw new Error('not a server of node:http')
  // Papers of twenty megabytes are sent from telephones; what only holds a connection open is cut off by its headers.
  server.requestTimeout = 300_000
  server.headersTimeout = 15_000
  server.keepAliveTimeout = 65_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explained(error, host, port)))
    server.listen(port, host, resolve)
  })
  return () => close(server)
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    const late = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
    server.close((error) => {
      clearInterval(idle)
      clearTimeout(late)
      if (error) reject(error)
      else resolve()
    })
    server.closeIdleConnections()
  })
}

function explained(error: unknown, host: string, port: number): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return fault('port-taken', { host, port }, error)
    case 'EACCES':
      return fault('port-forbidden', { port }, error)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return fault('host-not-here', { host }, error)
    default:
      return error
  }
}
