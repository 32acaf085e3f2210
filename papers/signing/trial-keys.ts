import { execFileSync, type ExecFileSyncOptions } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Keys and certificates of tests: made by openssl, never by our own code. */
export interface TrialKeys {
  readonly folder: string
  /** The authority's certificate, DER. */
  readonly anchor: Uint8Array
  /** A PKCS#12 file (passphrase `mo`) of a new key and certificate under the authority. */
  key(name: string, given?: TrialCertificate): Uint8Array
  /** The revocation list, with the certificate of this name on it from a moment on (`yymmddhhmmssZ`), DER. */
  revocationList(revoked?: string, from?: string): Uint8Array
  openssl(...given: readonly string[]): Buffer
  remove(): void
}

export interface TrialCertificate {
  readonly subject?: string
  /** `yymmddhhmmssZ` */
  readonly from?: string
  readonly until?: string
  readonly extensions?: string
  readonly isRsa?: boolean
}

const SETTINGS = `
[ca]
default_ca = own
[own]
dir = .
database = index.txt
serial = serial
crlnumber = crlnumber
new_certs_dir = .
certificate = ca.pem
private_key = ca.key
default_md = sha256
default_days = 3650
default_crl_days = 3650
policy = any
unique_subject = no
copy_extensions = none
[any]
commonName = supplied
countryName = optional
[req]
distinguished_name = dn
[dn]
[v3ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
`

const LONG_AGO = '190101000000Z'
const FAR_AHEAD = '491231000000Z'
export const FOR_SIGNING = 'keyUsage = critical,digitalSignature,nonRepudiation'

/** A new authority in a folder of its own. */
export function trialKeys(): TrialKeys {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-keys-'))
  const inside: ExecFileSyncOptions = { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] }
  const openssl = (...given: readonly string[]) => Buffer.from(execFileSync('openssl', given, inside))
  writeFileSync(join(folder, 'ca.cnf'), SETTINGS)
  writeFileSync(join(folder, 'index.txt'), '')
  writeFileSync(join(folder, 'serial'), '1000')
  writeFileSync(join(folder, 'crlnumber'), '01')
  const request = ['req', '-new', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'ca.key', '-out', 'ca.csr']
  openssl(...request, '-subj', '/CN=Trial CA', '-config', 'ca.cnf')
  const own = [
    'ca',
    '-batch',
    '-selfsign',
    '-notext',
    '-config',
    'ca.cnf',
    '-extensions',
    'v3ca',
    '-in',
    'ca.csr',
  ]
  openssl(...own, '-startdate', LONG_AGO, '-enddate', FAR_AHEAD, '-out', 'ca.pem')
  return {
    folder,
    openssl,
    anchor: openssl('x509', '-in', 'ca.pem', '-outform', 'DER'),
    key(
      name,
      { subject = name, from = LONG_AGO, until = FAR_AHEAD, extensions = FOR_SIGNING, isRsa = false } = {},
    ) {
      writeFileSync(join(folder, `${name}.ext`), `basicConstraints = CA:FALSE\n${extensions}\n`)
      const kind = isRsa ? ['-newkey', 'rsa:2048'] : ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']
      const files = ['-nodes', '-keyout', `${name}.key`, '-out', `${name}.csr`]
      openssl('req', '-new', '-utf8', ...kind, ...files, '-subj', `/CN=${subject}`, '-config', 'ca.cnf')
      const between = ['-startdate', from, '-enddate', until]
      const signing = [
        'ca',
        '-batch',
        '-utf8',
        '-notext',
        '-config',
        'ca.cnf',
        '-extfile',
        `${name}.ext`,
        ...between,
      ]
      openssl(...signing, '-in', `${name}.csr`, '-out', `${name}.pem`)
      const bundle = [
        '-inkey',
        `${name}.key`,
        '-in',
        `${name}.pem`,
        '-certfile',
        'ca.pem',
        '-out',
        `${name}.p12`,
      ]
      openssl('pkcs12', '-export', ...bundle, '-passout', 'pass:mo')
      return readFileSync(join(folder, `${name}.p12`))
    },
    revocationList(revoked, from = LONG_AGO) {
      if (revoked) {
        openssl('ca', '-config', 'ca.cnf', '-revoke', `${revoked}.pem`)
        const index = join(folder, 'index.txt')
        writeFileSync(index, readFileSync(index, 'utf8').replace(/^(R\t\d+Z\t)\d+Z/m, `$1${from}`))
      }
      openssl('ca', '-config', 'ca.cnf', '-gencrl', '-out', 'crl.pem')
      return openssl('crl', '-in', 'crl.pem', '-outform', 'DER')
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
