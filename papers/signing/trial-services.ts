import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createSocketServer, type Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { TrialKeys } from './trial-keys.ts'

/** A time-stamping service (RFC 3161) and a place where the revocation list lies, both answered by openssl. */
export interface TrialServices {
  readonly url: string
  now(): string
  close(): void
}

const SETTINGS = `
[tsa]
default_tsa = own
[own]
serial = ts.serial
signer_cert = tsa.pem
certs = ca.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`

/** Opens both services on a port of their own. */
export async function trialServices(keys: TrialKeys): Promise<TrialServices> {
  keys.key('tsa', {
    extensions: 'keyUsage = critical,digitalSignature\nextendedKeyUsage = critical,timeStamping',
  })
  writeFileSync(join(keys.folder, 'tsa.cnf'), SETTINGS)
  writeFileSync(join(keys.folder, 'ts.serial'), '01')
  const server = createServer(async (request, response) => {
    if (request.url === '/crl') return response.end(keys.revocationList())
    writeFileSync(join(keys.folder, 'ts.tsq'), await buffer(request))
    keys.openssl('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'ts.tsq', '-out', 'ts.tsr')
    return response.end(readFileSync(join(keys.folder, 'ts.tsr')))
  })
  await new Promise<void>((opened) => server.listen(0, '127.0.0.1', opened))
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    now: () => Temporal.Now.instant().toString({ fractionalSecondDigits: 3 }),
    close: () => server.close(),
  }
}

/** A service that answers of certificates (OCSP). */
export interface TrialResponder {
  readonly url: string
  close(): Promise<void>
}

/** One of openssl's, out of the authority's own index, which it reads when it begins. */
export interface OpensslResponder extends TrialResponder {
  /** Begins anew, for what was issued or revoked meanwhile. */
  reread(): Promise<void>
}

/** Opens it. `as` names the key that answers in the authority's place. */
export async function trialResponder(keys: TrialKeys, as: string): Promise<OpensslResponder> {
  const port = await freePort()
  const files = ['-index', 'index.txt', '-CA', 'ca.pem', '-rsigner', `${as}.pem`, '-rkey', `${as}.key`]
  const given = ['ocsp', ...files, '-port', String(port), '-nmin', '60']
  const begin = async () => {
    const child = spawn('openssl', given, { cwd: keys.folder, stdio: ['ignore', 'ignore', 'pipe'] })
    await saidBy(child.stderr, 'waiting for OCSP client connections')
    return child
  }
  const end = async () => {
    running.kill()
    await once(running, 'exit')
  }
  let running = await begin()
  return {
    url: `http://127.0.0.1:${port}`,
    async reread() {
      await end()
      running = await begin()
    },
    close: end,
  }
}

/** Takes what is sent and says nothing, or no more than the head of an answer. */
export async function silentResponder({ saysHead = false } = {}): Promise<TrialResponder> {
  const open = new Set<Socket>()
  const server = createSocketServer((socket) => {
    open.add(socket)
    socket.on('error', () => undefined)
    if (saysHead)
      socket.write(
        'HTTP/1.1 200 OK\r\nContent-Type: application/ocsp-response\r\nContent-Length: 2000\r\n\r\n',
      )
  })
  await new Promise<void>((opened) => server.listen(0, '127.0.0.1', opened))
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
    },
  }
}

async function freePort(): Promise<number> {
  const server = createSocketServer()
  await new Promise<void>((opened) => server.listen(0, '127.0.0.1', opened))
  const port = portOf(server.address())
  await new Promise((closed) => server.close(closed))
  return port
}

function portOf(address: ReturnType<ReturnType<typeof createSocketServer>['address']>): number {
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return address.port
}

/** A connection that only looks whether somebody is there would hold it up: it answers one after the other. */
async function saidBy(stream: Readable, words: string): Promise<void> {
  let said = ''
  for await (const part of stream.iterator({ destroyOnReturn: false })) {
    said += String(part)
    if (said.includes(words)) break
  }
  if (!said.includes(words)) throw new Error(`no responder: ${said}`)
  stream.resume()
}
