import type { PublicJwk } from '#shapes/field/provision.ts'

/** The key of a centre that devices outside seal their packets to. */
export interface FieldOffice {
  /** ECDH, never leaves the machine. */
  readonly privateKey: CryptoKey
  readonly publicKey: PublicJwk
}
