import type { Outcome } from '#domain/outcome.ts'

/**
 * Whoever can sign: a key in memory, or a service that keeps the key and asks its owner. Certificates are DER.
 * What a signer answers is tested against its certificate before it is used: a signer can lie.
 */
export interface Signer {
  readonly certificate: Uint8Array
  /** The certificates above it, nearest first. */
  readonly chain: readonly Uint8Array[]
  /** Signs with SHA-256 (RSA: PKCS#1 v1.5; elliptic curves: DER), or says why it does not. */
  sign(data: Uint8Array, document: NamedDocument): Promise<Outcome<Uint8Array>>
}

/** What the owner of a key is shown before he agrees. */
export interface NamedDocument {
  readonly title: string
  /** SHA-256 of what was reviewed, hexadecimal. */
  readonly reviewed: string
}
