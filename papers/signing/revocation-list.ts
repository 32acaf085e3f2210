import type { X509Certificate } from 'node:crypto'
import { CertificateRevocationList } from 'pkijs'
import { asn1Of, certificateOf } from './asn1.ts'
import type { Said } from './ocsp.ts'

/** What a revocation list says of a certificate; null when it is not the issuer's. */
export async function saidByList(
  der: Uint8Array,
  own: X509Certificate,
  issuer: X509Certificate,
): Promise<Said | null> {
  const [below, above] = [certificateOf(own.raw), certificateOf(issuer.raw)]
  const list = new CertificateRevocationList({ schema: asn1Of(der) })
  if (!list.issuer.isEqual(above.subject) || !(await list.verify({ issuerCertificate: above }))) return null
  const entry = list.revokedCertificates?.find((one) => one.userCertificate.isEqual(below.serialNumber))
  const since = entry?.revocationDate.value ?? null
  const between = { from: list.thisUpdate.value, until: list.nextUpdate?.value ?? null }
  return { state: since ? 'revoked' : 'good', since, ...between }
}
