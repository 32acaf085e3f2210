import { createServer } from 'node:net'
import { join } from 'node:path'

/** Where a server listens: a socket in a folder of its own, or, without one, a port of this machine only. */
export interface Endpoint {
  readonly port: number
  readonly socketFolder: string | undefined
}

/** Names the socket inside its own folder, so it is in nobody's way. */
const SOCKET_PORT = 5432
/** The shortest limit of the systems we run on (macOS); Linux has 107. */
const LONGEST_SOCKET = 103

/** A socket where its path is short enough, otherwise a free port of 127.0.0.1. */
export async function chooseEndpoint(socketFolder: string): Promise<Endpoint> {
  const path = join(socketFolder, `.s.PGSQL.${SOCKET_PORT}.lock`)
  if (Buffer.byteLength(path) <= LONGEST_SOCKET) return { port: SOCKET_PORT, socketFolder }
  return { port: await freePort(), socketFolder: undefined }
}

/** The address of a database at an endpoint, read alike by `pg` and by PostgreSQL's own programs. */
export function urlAt(endpoint: Endpoint, user: string, password: string, database: string): string {
  const url = new URL(`postgresql://127.0.0.1:${endpoint.port}/${database}`)
  url.username = user
  url.password = password
  if (endpoint.socketFolder) url.searchParams.set('host', endpoint.socketFolder)
  return url.href
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (address && typeof address === 'object') resolve(address.port)
        else reject(new Error('no free port'))
      })
    })
  })
}
