import { timingSafeEqual } from 'node:crypto'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { readDossierCode } from '#domain/dossier/dossier-code.ts'
import { readLookupKey } from '#domain/dossier/lookup-key.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { holdDossier } from '#store/dossiers.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor } from '../change-dossier.ts'
import { seal } from '../chance.ts'
import type { CentreBook, Desk } from '../desk.ts'

/** As they were typed. */
export interface AskedByKey {
  readonly code: string
  readonly key: string
}

/** What code and key opened. */
export interface FoundByKey {
  /** The database's. */
  readonly id: string
  readonly dossier: Dossier
  readonly procedure: Procedure
  readonly book: CentreBook
}

/** The dossier that code and key open. An unknown code and a wrong key are answered alike: codes are sequential. */
export async function dossierByKey(desk: Desk, asked: AskedByKey): Promise<Outcome<FoundByKey>> {
  const code = readDossierCode(asked.code)
  const held = isRefusal(code) ? undefined : await holdDossier(desk.centre, code)
  if (!isSameKey(held?.dossier.lookupKey ?? '', readLookupKey(asked.key)) || !held)
    return refuse('no-such-dossier')
  const { dossier, id } = held
  const book = await bookOf(desk.centre)
  return { id, dossier, procedure: lawFor(dossier, book).procedure, book }
}

/** Compares hashes of equal length, so that time tells nothing about the key. */
export function isSameKey(key: string, typed: string): boolean {
  return key !== '' && timingSafeEqual(Buffer.from(seal(key)), Buffer.from(seal(typed)))
}
