import { BitString } from 'asn1js'
import { ExtKeyUsage } from 'pkijs'
import { certificateOf } from './asn1.ts'

const KEY_USAGE = '2.5.29.15'
const EXTENDED_KEY_USAGE = '2.5.29.37'
/** digitalSignature and nonRepudiation: the first two bits (RFC 5280, 4.2.1.3). */
const SIGNS = 0b1100_0000
/** anyExtendedKeyUsage, e-mail protection, client authentication, document signing (RFC 9336, Adobe, Microsoft). */
const DOCUMENTS = new Set([
  '2.5.29.37.0',
  '1.3.6.1.5.5.7.3.4',
  '1.3.6.1.5.5.7.3.2',
  '1.3.6.1.5.5.7.3.36',
  '1.2.840.113583.1.1.5',
  '1.3.6.1.4.1.311.10.3.12',
])

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
const ANSWERING = '1.3.6.1.5.5.7.3.9'

/** Whether a certificate is for signing documents: what it does not limit, it allows. */
export function isForSigning(der: Uint8Array): boolean {
  const { usage, extended } = limitsOf(der)
  if (usage !== null && !(usage & SIGNS)) return false
  return extended === null || extended.some((one) => DOCUMENTS.has(one))
}

/** Whether a certificate is for stamping time, which it has to say (RFC 3161, 2.3). */
export function isForStamping(der: Uint8Array): boolean {
  return limitsOf(der).extended?.includes(TIME_STAMPING) ?? false
}

/** Whether a certificate is for answering in an issuer's place, which it has to say (RFC 6960, 4.2.2.2). */
export function isForAnswering(der: Uint8Array): boolean {
  return limitsOf(der).extended?.includes(ANSWERING) ?? false
}

function limitsOf(der: Uint8Array) {
  const { extensions = [] } = certificateOf(der)
  const parsed = (id: string): unknown => extensions.find((one) => one.extnID === id)?.parsedValue
  const [usage, extended] = [parsed(KEY_USAGE), parsed(EXTENDED_KEY_USAGE)]
  return {
    usage: usage instanceof BitString ? (usage.valueBlock.valueHexView[0] ?? 0) : null,
    extended: extended instanceof ExtKeyUsage ? extended.keyPurposes : null,
  }
}
