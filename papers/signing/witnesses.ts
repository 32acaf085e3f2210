import type { Issuers } from './issuers.ts'
import { HttpTimestampAuthority, type PDF, type TimestampAuthority } from '@libpdf/core'

/** Who vouches for a signature later: a time stamp, and what the issuers say of the certificates. */
export interface Witnesses {
  readonly timestampAuthority: TimestampAuthority | null
  /**
   * Whether the revocation services named in the certificates are asked before anything is signed; if not, the signature
   * stays at B-B or B-T.
   */
  readonly asksIssuers: boolean
  /** Milliseconds one of them may take; ten seconds unless said. */
  readonly patienceMs?: number
}

export const NO_WITNESSES: Witnesses = { timestampAuthority: null, asksIssuers: false }

/** Milliseconds one answer of a service may take. */
const PATIENCE = 10_000

/** The time-stamping service (RFC 3161) at an address. */
export function timestampAuthorityAt(url: string): TimestampAuthority {
  return new HttpTimestampAuthority(url, { timeout: PATIENCE })
}

/** Embeds what the issuers say (B-LT): certificates, OCSP answers and CRLs in one further update. */
export async function withValidationData(pdf: PDF, issuers: Issuers | null): Promise<Uint8Array> {
  if (!issuers) return pdf.save({ incremental: true })
  return (await pdf.addValidationData({ revocationProvider: issuers })).bytes
}
