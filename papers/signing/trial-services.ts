import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
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
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    now: () => Temporal.Now.instant().toString({ fractionalSecondDigits: 3 }),
    close: () => server.close(),
  }
}
