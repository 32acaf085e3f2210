import { randomBytes } from 'node:crypto'
import { BitString, Integer, Utf8String } from 'asn1js'
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  Extension,
  type RelativeDistinguishedNames,
} from 'pkijs'

/** A certificate with the key it is of. */
export interface Issued {
  readonly certificate: Certificate
  readonly privateKey: CryptoKey
}

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const
/** The clock of a demonstration can be set to any year it has files for. */
const FROM = '2015-01-01T00:00:00Z'
const UNTIL = '2049-12-31T00:00:00Z'
const SIGNS = 0b1100_0000
const ISSUES = 0b0000_0110

/** A new authority that trusts itself. */
export function newAuthority(name: string): Promise<Issued> {
  return issue(name, null)
}

/** A new key and a certificate of it for signing documents. */
export function certificateFor(name: string, authority: Issued): Promise<Issued> {
  return issue(name, authority)
}

async function issue(name: string, authority: Issued | null): Promise<Issued> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(CURVE, true, ['sign', 'verify'])
  const certificate = new Certificate()
  certificate.version = 2
  // A leading zero bit: serial numbers are positive (RFC 5280, 4.1.2.2).
  certificate.serialNumber = new Integer({ valueHex: new Uint8Array([1, ...randomBytes(15)]).buffer })
  addName(certificate.subject, name)
  if (authority) certificate.issuer = authority.certificate.subject
  else addName(certificate.issuer, name)
  certificate.notBefore.value = new Date(FROM)
  certificate.notAfter.value = new Date(UNTIL)
  certificate.extensions = [
    extension('2.5.29.19', new BasicConstraints({ cA: authority === null }).toSchema().toBER(false)),
    extension('2.5.29.15', usage(authority ? SIGNS : ISSUES).toBER(false)),
  ]
  await certificate.subjectPublicKeyInfo.importKey(publicKey)
  await certificate.sign(authority?.privateKey ?? privateKey, 'SHA-256')
  return { certificate, privateKey }
}

function addName({ typesAndValues }: RelativeDistinguishedNames, name: string): void {
  typesAndValues.push(new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: name }) }))
}

function extension(extnID: string, extnValue: ArrayBuffer): Extension {
  return new Extension({ extnID, critical: true, extnValue })
}

function usage(bits: number): BitString {
  return new BitString({ valueHex: new Uint8Array([bits]).buffer, unusedBits: bits === SIGNS ? 6 : 1 })
}
