import { type Outcome, refuse } from '#domain/outcome.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import type { Dossier } from './dossier.ts'
import { feeOf } from './owed.ts'

/** What a register of certifications says of one act, as it was when it was signed (Decree 23/2015/NĐ-CP, art. 14). */
export interface CertificationEntry {
  readonly person: string
  readonly idNumber: string | null
  /** The paper that was certified, or what the procedure certifies where nothing more was said. */
  readonly what: string
  /** Of one copy; null where nobody counted. */
  readonly pages: number | null
  readonly copies: number
  /** Whole đồng; null is "chưa xác định". */
  readonly feeDong: number | null
  readonly signer: string
  /** By which mandate the signer signed, and the document it rests on. */
  readonly mandate: { readonly key: string; readonly ground: string }
}

/**
 * The entry of a dossier whose result the leader has signed: not before, as a certification has its number from the
 * signature on, and a refusal certifies nothing.
 */
export function certificationOf(
  dossier: Dossier,
  procedure: Pick<Procedure, 'name' | 'certification'>,
): Outcome<Omit<CertificationEntry, 'signer' | 'mandate'>> {
  if (!procedure.certification) return refuse('certifies-nothing')
  if (dossier.approvedAt === null || dossier.refusal) return refuse('not-signed-yet')
  const { owner, subject, pages, copiesWanted } = dossier
  return {
    person: owner.name,
    idNumber: owner.idNumber,
    what: subject ?? procedure.name,
    pages: pages ?? null,
    copies: copiesWanted,
    feeDong: feeOf(dossier),
  }
}

/** The number as it stands in the words of certification: the number and the year it belongs to. */
export function certificationNumber(number: number, year: number): string {
  return `${String(number).padStart(2, '0')}/${year}`
}
