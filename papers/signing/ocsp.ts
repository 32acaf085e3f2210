import { constants, createHash, verify, X509Certificate } from 'node:crypto'
import { GeneralizedTime } from 'asn1js'
import { BasicOCSPResponse, type CertID, OCSPRequest, OCSPResponse, type SingleResponse } from 'pkijs'
import { asn1Of, certificateOf, derOf } from './asn1.ts'
import { isForAnswering } from './purpose.ts'

/** What an issuer said of a certificate, and for how long that is good. */
export interface Said {
  readonly state: 'good' | 'revoked' | 'unknown'
  /** Since when it is revoked. */
  readonly since: Date | null
  readonly from: Date
  /** Null where fresher words are always to be had. */
  readonly until: Date | null
}

/** Asks for one certificate (RFC 6960, 4.1); issuers know it by SHA-1. */
export async function ocspRequest(own: X509Certificate, issuer: X509Certificate): Promise<Uint8Array> {
  const request = new OCSPRequest()
  await request.createForCertificate(certificateOf(own.raw), {
    hashAlgorithm: 'SHA-1',
    issuerCertificate: certificateOf(issuer.raw),
  })
  return new Uint8Array(request.toSchema(true).toBER())
}

/**
 * What an answer says of a certificate; null when it is of another, or of nobody who may speak for the issuer: that is the
 * issuer himself, or whom he gave a certificate for answering (RFC 6960, 4.2.2.2).
 */
export function saidByAnswer(der: Uint8Array, own: X509Certificate, issuer: X509Certificate): Said | null {
  const answer = basicOf(der)
  if (!answer || !isSignedFor(answer, issuer)) return null
  const one = answer.tbsResponseData.responses.find(({ certID }) => isOf(certID, own, issuer))
  return one ? readState(one) : null
}

function basicOf(der: Uint8Array): BasicOCSPResponse | null {
  const bytes = new OCSPResponse({ schema: asn1Of(der) }).responseBytes
  return bytes ? new BasicOCSPResponse({ schema: asn1Of(new Uint8Array(bytes.response.getValue())) }) : null
}

const HASHES: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
}

function isOf(id: CertID, own: X509Certificate, issuer: X509Certificate): boolean {
  const hash = HASHES[id.hashAlgorithm.algorithmId]
  if (hash === undefined || !id.serialNumber.isEqual(certificateOf(own.raw).serialNumber)) return false
  const above = certificateOf(issuer.raw)
  const name = new Uint8Array(above.subject.toSchema().toBER())
  const key = above.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView
  const isHash = (of: Uint8Array, said: ArrayBuffer) =>
    createHash(hash).update(of).digest().equals(Buffer.from(said))
  return isHash(name, id.issuerNameHash.getValue()) && isHash(key, id.issuerKeyHash.getValue())
}

/** Signature algorithms of answers: digest, and padding where it is said by itself. SHA-1 is anybody's. */
const SIGNED_WITH: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
}

function isSignedFor(answer: BasicOCSPResponse, issuer: X509Certificate): boolean {
  const digest = SIGNED_WITH[answer.signatureAlgorithm.algorithmId]
  if (digest === undefined) return false
  const delegates = (answer.certs ?? [])
    .map((one) => new X509Certificate(derOf(one)))
    .filter((one) => isForAnswering(one.raw) && one.checkIssued(issuer) && one.verify(issuer.publicKey))
  const signature = new Uint8Array(answer.signature.valueBlock.valueHexView)
  return [issuer, ...delegates].some(({ publicKey: key }) => {
    const padding = key.asymmetricKeyType === 'rsa' ? { padding: constants.RSA_PKCS1_PADDING } : {}
    try {
      return verify(digest, answer.tbsResponseData.tbsView, { key, ...padding }, signature)
    } catch {
      // What is no signature of this kind of key makes the library throw.
      return false
    }
  })
}

const [GOOD, REVOKED] = [0, 1]

function readState({ certStatus, thisUpdate: from, nextUpdate }: SingleResponse): Said {
  const status: unknown = certStatus
  const good = { state: 'unknown', since: null, from, until: nextUpdate ?? null } as const
  if (!isTagged(status)) return good
  if (status.idBlock.tagNumber === GOOD) return { ...good, state: 'good' }
  if (status.idBlock.tagNumber !== REVOKED || !Array.isArray(status.valueBlock.value)) return good
  const time: unknown = status.valueBlock.value.find((value) => value instanceof GeneralizedTime)
  return { ...good, state: 'revoked', since: time instanceof GeneralizedTime ? time.toDate() : new Date(0) }
}

function isTagged(value: unknown): value is {
  readonly idBlock: { readonly tagNumber: number }
  readonly valueBlock: { readonly value?: unknown }
} {
  return typeof value === 'object' && value !== null && 'idBlock' in value && 'valueBlock' in value
}
