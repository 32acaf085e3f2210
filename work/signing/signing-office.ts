import type { Trust } from '#papers/signing/check-pdf.ts'
import type { Signer } from '#papers/signing/signer.ts'
import type { Witnesses } from '#papers/signing/witnesses.ts'

/** Who signs at a centre and whom it believes. Keys stay where they are: in memory, or with the service that has them. */
export interface SigningOffice {
  /** The signer of a person, by staff id; null for one who signs on paper. */
  signerOf(staff: string): Signer | null
  /** The office's certificate for copies of officers who have none of their own; null where there is none. */
  readonly copies: Signer | null
  /** The signer of the agency's seal; null while there is none. */
  readonly seal: Signer | null
  readonly trust: Trust
  readonly witnesses: Witnesses
}
