import { verify, X509Certificate } from 'node:crypto'

/** What the signature of a certificate's key is made of. */
export type KeyType = 'RSA' | 'EC'

/** The kind of key a certificate is for; null for one that no PDF reader checks. */
export function keyTypeOf(certificate: Uint8Array): KeyType | null {
  const type = new X509Certificate(certificate).publicKey.asymmetricKeyType
  return type === 'rsa' ? 'RSA' : type === 'ec' ? 'EC' : null
}

/** Whether the holder of a certificate's key signed this. */
export function isSignedBy(certificate: Uint8Array, data: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify('sha256', data, new X509Certificate(certificate).publicKey, signature)
  } catch {
    // What is no signature at all makes the library throw: it is no signature of this.
    return false
  }
}
