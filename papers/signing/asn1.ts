import { fromBER } from 'asn1js'
import { Certificate } from 'pkijs'

/** Reads one ASN.1 value; throws on what is none. */
export function asn1Of(bytes: Uint8Array) {
  const { offset, result } = fromBER(new Uint8Array(bytes).buffer)
  if (offset === -1) throw new Error('not ASN.1')
  return result
}

/** How many bytes the first value takes: what is padded has more. */
export function lengthOf(bytes: Uint8Array): number {
  return fromBER(new Uint8Array(bytes).buffer).offset
}

export function certificateOf(bytes: Uint8Array): Certificate {
  return new Certificate({ schema: asn1Of(bytes) })
}

/** A certificate as DER. */
export function derOf(certificate: Certificate): Uint8Array {
  return new Uint8Array(certificate.toSchema().toBER(false))
}
