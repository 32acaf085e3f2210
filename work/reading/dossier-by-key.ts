import { timingSafeEqual } from 'node:crypto'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { readDossierCode } from '#domain/dossier/dossier-code.ts'
import { readLookupKey } from '#domain/dossier/lookup-key.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { type HeldDossier, holdDossier } from '#store/dossiers.ts'
import { papersOfCode, type PaperToTell } from '#store/field-papers.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor } from '../change-dossier.ts'
import { seal } from '../chance.ts'
import type { CentreBook, Desk } from '../desk.ts'

/** As they were typed. */
export interface AskedByKey {
  readonly code: string
  readonly key: string
}

interface FoundByKey {
  /** The database's. */
  readonly id: string
  readonly dossier: Dossier
  readonly procedure: Procedure
  readonly book: CentreBook
}

/**
 * The dossier that code and key open, also by the code on a paper that was given outside before it had one of its own. An
 * unknown code and a wrong key are answered alike: codes are sequential.
 */
export async function dossierByKey(desk: Desk, asked: AskedByKey): Promise<Outcome<FoundByKey>> {
  const code = readDossierCode(asked.code)
  const held =
    (isRefusal(code) ? undefined : await heldByKey(desk, code, asked.key)) ?? (await heldByPaper(desk, asked))
  if (!held) return refuse('no-such-dossier')
  const { dossier, id } = held
  const book = await bookOf(desk.centre)
  return { id, dossier, procedure: lawFor(dossier, book).procedure, book }
}

async function heldByKey({ centre }: Desk, code: string, key: string): Promise<HeldDossier | undefined> {
  const held = await holdDossier(centre, code)
  return isSameKey(held?.dossier.lookupKey ?? '', readLookupKey(key)) ? held : undefined
}

/** What the paper led to that was given outside; its number may be another's by now, its key is the person's own. */
async function heldByPaper(desk: Desk, asked: AskedByKey): Promise<HeldDossier | undefined> {
  const paper = await paperByKey(desk, asked)
  return paper?.became ? heldByKey(desk, paper.became, asked.key) : undefined
}

/** The paper that was given outside under this code and key; undefined where there is none. */
export async function paperByKey(
  { centre }: Desk,
  { code, key }: AskedByKey,
): Promise<PaperToTell | undefined> {
  const papers = await papersOfCode(centre, code.replace(/\s+/g, '').toUpperCase())
  return papers.find(({ lookupKey }) => isSameKey(lookupKey, readLookupKey(key)))
}

/** Compares hashes of equal length, so that time tells nothing about the key. */
export function isSameKey(key: string, typed: string): boolean {
  return key !== '' && timingSafeEqual(Buffer.from(seal(key)), Buffer.from(seal(typed)))
}
