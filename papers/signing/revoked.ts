import type { X509Certificate } from 'node:crypto'
import { type PDF, PdfStream } from '@libpdf/core'
import { GeneralizedTime } from 'asn1js'
import { BasicOCSPResponse, type Certificate, CertificateRevocationList, OCSPResponse } from 'pkijs'
import { asn1Of, certificateOf } from './asn1.ts'

/** What issuers said of certificates: revocation lists and answers (OCSP), DER. */
export interface Sayings {
  readonly lists: readonly Uint8Array[]
  readonly answers: readonly Uint8Array[]
}

/** What stands in a document's own store (DSS), with the certificates kept there. */
export function sayingsIn(pdf: PDF): Sayings & { readonly certificates: readonly Uint8Array[] } {
  const resolve = pdf.context.registry.resolve.bind(pdf.context.registry)
  const store = pdf.getCatalog().getDict('DSS', resolve)
  const all = (name: string) =>
    (store?.getArray(name, resolve)?.toArray() ?? [])
      .map((one) => (one.type === 'ref' ? resolve(one) : one))
      .flatMap((one) => (one instanceof PdfStream ? [one.getDecodedData()] : []))
  return { lists: all('CRLs'), answers: all('OCSPs'), certificates: all('Certs') }
}

/** When a certificate was revoked, by what its issuer says; null when he does not say so. */
export async function revokedAt(
  certificate: X509Certificate,
  issuer: X509Certificate,
  { lists, answers }: Sayings,
): Promise<Date | null> {
  const [own, above] = [certificateOf(certificate.raw), certificateOf(issuer.raw)]
  for (const list of lists) {
    const said = await byList(list, own, above)
    if (said) return said
  }
  for (const answer of answers) {
    const said = await byAnswer(answer, own, above)
    if (said) return said
  }
  return null
}

async function byList(der: Uint8Array, own: Certificate, issuer: Certificate): Promise<Date | null> {
  const list = new CertificateRevocationList({ schema: asn1Of(der) })
  if (!list.issuer.isEqual(issuer.subject) || !(await list.verify({ issuerCertificate: issuer }))) return null
  const entry = list.revokedCertificates?.find((one) => one.userCertificate.isEqual(own.serialNumber))
  return entry?.revocationDate.value ?? null
}

async function byAnswer(der: Uint8Array, own: Certificate, issuer: Certificate): Promise<Date | null> {
  const bytes = new OCSPResponse({ schema: asn1Of(der) }).responseBytes
  if (!bytes) return null
  const answer = new BasicOCSPResponse({ schema: asn1Of(new Uint8Array(bytes.response.getValue())) })
  if (!(await answer.verify({ trustedCerts: [issuer] }))) return null
  const one = answer.tbsResponseData.responses.find(({ certID }) =>
    certID.serialNumber.isEqual(own.serialNumber),
  )
  const status: unknown = one?.certStatus
  const REVOKED = 1
  if (!isTagged(status) || status.idBlock.tagNumber !== REVOKED) return null
  const time = status.valueBlock.value.find((value) => value instanceof GeneralizedTime)
  return time instanceof GeneralizedTime ? time.toDate() : new Date(0)
}

function isTagged(value: unknown): value is {
  readonly idBlock: { readonly tagNumber: number }
  readonly valueBlock: { readonly value: unknown[] }
} {
  return typeof value === 'object' && value !== null && 'idBlock' in value && 'valueBlock' in value
}
