import { X509Certificate } from 'node:crypto'
import type { RevocationProvider } from '@libpdf/core'
import { CRLDistributionPoints } from 'pkijs'
import { fromMoment, type Moment } from '#domain/calendar/moment.ts'
import { certificateOf } from './asn1.ts'
import { ocspRequest, type Said, saidByAnswer } from './ocsp.ts'
import { saidByList } from './revocation-list.ts'

/** What an issuer says now of a certificate of his: `silent` when nobody he names answers, `unnamed` when he names nobody. */
export type IssuerSays =
  | { readonly state: 'good' | 'silent' | 'unnamed' }
  | { readonly state: 'revoked'; readonly since: Date }

/** The issuers' services, for the time of one signature: each is asked once of a certificate. */
export interface Issuers extends RevocationProvider {
  says(certificate: Uint8Array, issuer: Uint8Array): Promise<IssuerSays>
}

/** Milliseconds one answer may take, to its last byte. */
const PATIENCE = 10_000
/** Words without an end are good for a day. */
const DAY_MS = 86_400_000
/** Clocks differ. */
const SKEW_MS = 300_000
const MOST_BYTES = 20_000_000
const CRL_DISTRIBUTION_POINTS = '2.5.29.31'

/**
 * Asks the services certificates name (OCSP first, then lists). An answer is believed, and embedded, only when the issuer
 * signed it, it is of this certificate and holds at that moment.
 */
export function issuersAt(at: Moment, patienceMs = PATIENCE): Issuers {
  const now = fromMoment(at).epochMilliseconds
  const isFresh = ({ from, until }: Said) =>
    from.getTime() <= now + SKEW_MS && now - SKEW_MS <= (until?.getTime() ?? from.getTime() + DAY_MS)
  const known = new Map<string, Promise<Words>>()
  const wordsOf = (own: X509Certificate, issuer: X509Certificate) => {
    const before = known.get(own.fingerprint256)
    if (before) return before
    const asked = words(own, issuer, { isFresh, patienceMs })
    known.set(own.fingerprint256, asked)
    return asked
  }
  return {
    async says(certificate, issuer) {
      const { said, isNamed } = await wordsOf(new X509Certificate(certificate), new X509Certificate(issuer))
      if (said?.state === 'revoked' && said.since) return { state: 'revoked', since: said.since }
      if (said?.state === 'good') return { state: 'good' }
      return { state: isNamed ? 'silent' : 'unnamed' }
    },
    async getOCSP(certificate, issuer) {
      return (await wordsOf(new X509Certificate(certificate), new X509Certificate(issuer))).answer
    },
    // Asked for behind the answer, of the same certificate.
    async getCRL(certificate) {
      return (await known.get(new X509Certificate(certificate).fingerprint256))?.list ?? null
    },
  }
}

interface Words {
  readonly said: Said | null
  readonly answer: Uint8Array | null
  readonly list: Uint8Array | null
  readonly isNamed: boolean
}

interface Asking {
  readonly isFresh: (said: Said) => boolean
  readonly patienceMs: number
}

/** Whether a certificate says where its issuer can be asked about it. */
export function namesIssuersService(own: X509Certificate): boolean {
  return answerersOf(own).length + listsOf(own).length > 0
}

async function words(own: X509Certificate, issuer: X509Certificate, asking: Asking): Promise<Words> {
  const [services, lists] = [answerersOf(own), listsOf(own)]
  const isNamed = namesIssuersService(own)
  for (const url of services) {
    const answer = await posted(url, await ocspRequest(own, issuer), asking.patienceMs)
    const said = answer && believed(() => saidByAnswer(answer, own, issuer))
    if (said && said.state !== 'unknown' && asking.isFresh(said)) return { said, answer, list: null, isNamed }
  }
  for (const url of lists) {
    const list = await fetched(url, asking.patienceMs)
    const said = list && (await saidByList(list, own, issuer).catch(() => null))
    if (said && asking.isFresh(said)) return { said, answer: null, list, isNamed }
  }
  return { said: null, answer: null, list: null, isNamed }
}

/** What cannot be read says nothing. */
function believed(read: () => Said | null): Said | null {
  try {
    return read()
  } catch {
    return null
  }
}

function answerersOf({ infoAccess }: X509Certificate): string[] {
  return (infoAccess ?? '')
    .split('\n')
    .flatMap((line) => /^OCSP - URI:(.+)$/.exec(line)?.[1] ?? [])
    .filter(isWeb)
}

function listsOf(own: X509Certificate): string[] {
  const { extensions = [] } = certificateOf(own.raw)
  const parsed: unknown = extensions.find((one) => one.extnID === CRL_DISTRIBUTION_POINTS)?.parsedValue
  if (!(parsed instanceof CRLDistributionPoints)) return []
  return parsed.distributionPoints
    .flatMap(({ distributionPoint }): unknown[] =>
      Array.isArray(distributionPoint) ? distributionPoint : [],
    )
    .map((name) => (typeof name === 'object' && name !== null && 'value' in name ? name.value : null))
    .filter((one): one is string => typeof one === 'string' && isWeb(one))
}

const isWeb = (url: string) => /^https?:\/\//.test(url)

function posted(url: string, request: Uint8Array, patienceMs: number): Promise<Uint8Array | null> {
  const headers = { 'Content-Type': 'application/ocsp-request', Accept: 'application/ocsp-response' }
  return answered(url, { method: 'POST', headers, body: Buffer.from(request) }, patienceMs)
}

function fetched(url: string, patienceMs: number): Promise<Uint8Array | null> {
  return answered(url, { headers: { Accept: 'application/pkix-crl' } }, patienceMs)
}

/** The body of an answer; null when there is none in time, whatever keeps it. */
async function answered(url: string, asked: RequestInit, patienceMs: number): Promise<Uint8Array | null> {
  try {
    const answer = await fetch(url, { ...asked, signal: AbortSignal.timeout(patienceMs) })
    if (!answer.ok) return null
    const bytes = await answer.bytes()
    return bytes.length > 0 && bytes.length <= MOST_BYTES ? bytes : null
  } catch {
    // Not there, cut off, or too slow: it has said nothing.
    return null
  }
}
