import { timingSafeEqual } from 'node:crypto'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { type HeldDossier, holdDossier } from '#store/dossiers.ts'
import { seal } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { type AskedByKey, dossierByKey } from '../reading/dossier-by-key.ts'

/** Code and key, and the identity number (or tax code) the dossier names: what stands on the receipt alone does nothing. */
export interface AskedByNumber extends AskedByKey {
  readonly number: string
}

/** Whether somebody can act on a dossier by its key: it names a number that is asked for. */
export function hasNumber({ applicant, owner }: Pick<Dossier, 'applicant' | 'owner'>): boolean {
  return applicant.idNumber !== null || owner.idNumber !== null
}

/** The dossier, for who knows its code, its key and whose it is. */
export async function dossierByNumber(desk: Desk, asked: AskedByNumber): Promise<Outcome<HeldDossier>> {
  const found = await dossierByKey(desk, asked)
  if (isRefusal(found)) return found
  const { applicant, owner, code } = found.dossier
  const isTheirs = [applicant.idNumber, owner.idNumber].some(
    (number) => number !== null && isSame(number, asked.number),
  )
  if (!isTheirs) return refuse('not-the-applicant')
  return (await holdDossier(desk.centre, code)) ?? refuse('no-such-dossier')
}

/** Hashes of equal length are compared, so that time tells nothing. */
function isSame(number: string, typed: string): boolean {
  const bare = (text: string) => Buffer.from(seal(text.replace(/[\s.-]+/g, '').toUpperCase()))
  return timingSafeEqual(bare(number), bare(typed))
}
