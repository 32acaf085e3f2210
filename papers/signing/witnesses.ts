import { HttpTimestampAuthority, type PDF, type TimestampAuthority } from '@libpdf/core'

/** Who vouches for a signature later: a time stamp, and what the issuers say of the certificates. */
export interface Witnesses {
  readonly timestampAuthority: TimestampAuthority | null
  /** Whether the revocation services named in the certificates are asked; if not, the signature stays at B-B or B-T. */
  readonly asksIssuers: boolean
}

export const NO_WITNESSES: Witnesses = { timestampAuthority: null, asksIssuers: false }

/** Milliseconds one answer of a service may take. */
const PATIENCE = 10_000

/** The time-stamping service (RFC 3161) at an address. */
export function timestampAuthorityAt(url: string): TimestampAuthority {
  return new HttpTimestampAuthority(url, { timeout: PATIENCE })
}

/** Embeds what the issuers say now (B-LT): certificates, OCSP answers and CRLs in one further update. */
export async function withValidationData(pdf: PDF, { asksIssuers }: Witnesses): Promise<Uint8Array> {
  return asksIssuers ? (await pdf.addValidationData()).bytes : pdf.save({ incremental: true })
}
