import { constants, createHash, verify, X509Certificate } from 'node:crypto'
import { GeneralizedTime, OctetString, UTCTime } from 'asn1js'
import {
  type Attribute,
  type Certificate,
  ContentInfo,
  type IssuerAndSerialNumber,
  SignedData,
  type SignerInfo,
  TSTInfo,
} from 'pkijs'
import { asn1Of, derOf, lengthOf } from './asn1.ts'

/** What a signature (CMS, RFC 5652) says of bytes. */
export interface ReadCms {
  readonly signer: Uint8Array | null
  /** All certificates in it, DER. */
  readonly certificates: readonly Uint8Array[]
  /** Whether the bytes are the ones that were signed. */
  readonly isOfThese: boolean
  /** Whether the signature is the signer's. */
  readonly isTrue: boolean
  /** When the signer says it was. */
  readonly claimedAt: Date | null
  readonly stamp: TimeStamp | null
}

/** A time stamp over the signature (RFC 3161) that belongs to it. */
export interface TimeStamp {
  readonly at: Date
  readonly signer: Uint8Array
  readonly certificates: readonly Uint8Array[]
}

const RSA_PSS = '1.2.840.113549.1.1.10'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_TIME = '1.2.840.113549.1.9.5'
const TIME_STAMP = '1.2.840.113549.1.9.16.2.14'
/** SHA-1 and MD5 are not in it: what is signed with them is signed by anybody. */
const DIGESTS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

/** Reads a signature and tests it against the bytes it covers. Throws on what is no signature. */
export function readCms(cms: Uint8Array, covered: Uint8Array): ReadCms {
  const length = lengthOf(cms)
  if (cms.subarray(length).some((byte) => byte !== 0))
    throw new Error('something stands behind the signature')
  const signed = signedDataOf(cms.subarray(0, length))
  const [info] = signed.signerInfos
  if (!info) throw new Error('nobody signed')
  const { signer, certificates } = whoSigned(signed)
  const time = valueOf(info.signedAttrs?.attributes ?? [], SIGNING_TIME)
  const stamp = valueOf(info.unsignedAttrs?.attributes ?? [], TIME_STAMP)
  return {
    signer,
    certificates,
    isOfThese: isDigestOf(info, covered),
    isTrue: signer !== null && isTrue(info, signer),
    claimedAt: time instanceof UTCTime || time instanceof GeneralizedTime ? time.toDate() : null,
    stamp: stamp ? stampOf(new Uint8Array(stamp.toBER()), Buffer.from(info.signature.getValue())) : null,
  }
}

/** The stamp, when it stamps these bytes and its own signature is true. */
function stampOf(token: Uint8Array, stamped: Uint8Array): TimeStamp | null {
  const signed = signedDataOf(token)
  const [info] = signed.signerInfos
  const content = signed.encapContentInfo.eContent
  const { signer, certificates } = whoSigned(signed)
  if (!info || !content || !signer) return null
  const said = new Uint8Array(content.getValue())
  const { genTime, messageImprint } = new TSTInfo({ schema: asn1Of(said) })
  const digest = DIGESTS[messageImprint.hashAlgorithm.algorithmId]
  if (!digest || !isHash(digest, stamped, messageImprint.hashedMessage.getValue())) return null
  return isDigestOf(info, said) && isTrue(info, signer) ? { at: genTime, signer, certificates } : null
}

function signedDataOf(cms: Uint8Array): SignedData {
  return new SignedData({ schema: new ContentInfo({ schema: asn1Of(cms) }).content })
}

function isDigestOf({ digestAlgorithm, signedAttrs }: SignerInfo, bytes: Uint8Array): boolean {
  const digest = DIGESTS[digestAlgorithm.algorithmId]
  const written = valueOf(signedAttrs?.attributes ?? [], MESSAGE_DIGEST)
  return digest !== undefined && written instanceof OctetString && isHash(digest, bytes, written.getValue())
}

function isHash(digest: string, bytes: Uint8Array, hash: ArrayBuffer): boolean {
  return createHash(digest).update(bytes).digest().equals(Buffer.from(hash))
}

/** Whether the signer's key signed the attributes (RFC 5652, 5.4). */
function isTrue(
  { digestAlgorithm, signatureAlgorithm, signedAttrs, signature }: SignerInfo,
  signer: Uint8Array,
): boolean {
  const digest = DIGESTS[digestAlgorithm.algorithmId]
  if (!digest || !signedAttrs) return false
  const key = new X509Certificate(signer).publicKey
  const padding = signatureAlgorithm.algorithmId === RSA_PSS ? constants.RSA_PKCS1_PSS_PADDING : undefined
  try {
    const attributes = new Uint8Array(signedAttrs.encodedValue)
    return verify(digest, attributes, padding ? { key, padding } : key, new Uint8Array(signature.getValue()))
  } catch {
    // What is no signature at all makes the library throw.
    return false
  }
}

function whoSigned(signed: SignedData) {
  const certificates = (signed.certificates ?? []).filter(
    (one): one is Certificate => 'subjectPublicKeyInfo' in one,
  )
  const sid = signed.signerInfos[0]?.sid
  const own = certificates.find((one) => isNamed(one, sid))
  return { signer: own ? derOf(own) : null, certificates: certificates.map((one) => derOf(one)) }
}

function isNamed(one: Certificate, sid: unknown): boolean {
  if (!isIssuerAndSerial(sid)) return false
  return one.issuer.isEqual(sid.issuer) && one.serialNumber.isEqual(sid.serialNumber)
}

function isIssuerAndSerial(sid: unknown): sid is IssuerAndSerialNumber {
  return typeof sid === 'object' && sid !== null && 'issuer' in sid && 'serialNumber' in sid
}

function valueOf(attributes: readonly Attribute[], type: string) {
  const found: unknown = attributes.find((one) => one.type === type)?.values[0]
  return isAsn1(found) ? found : null
}

function isAsn1(value: unknown): value is { toBER(): ArrayBuffer } {
  return typeof value === 'object' && value !== null && 'toBER' in value
}
