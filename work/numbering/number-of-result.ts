import { dayOf, fromMoment, toMoment } from '#domain/calendar/moment.ts'
import { certificationNumber } from '#domain/dossier/certification.ts'
import type { NumberResult, SealResult } from '#domain/dossier/commands.ts'
import {
  type DocumentNumber,
  type NumberedDocument,
  typeOfLetter,
  typeOfResult,
  writtenNumber,
} from '#domain/dossier/document-number.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { DocumentType } from '#domain/procedure/procedure.ts'
import { takeNumber } from '#store/number-books.ts'
import { bookOf } from '../centre-book.ts'
import { type Certified, enterCertification } from '../certifying/enter-certification.ts'
import { derivedId } from '../derived-id.ts'
import type { Desk } from '../desk.ts'

/** A command under a number of a book, as it is given: the number is the book's to say. */
export type ToNumber = Omit<NumberResult, 'number'> | Omit<SealResult, 'number'>

/**
 * The number of a result: the one it has, that of its register where it certifies, otherwise the next of its type.
 * Null where another body numbers it. The line in the book has an id that stems from the dossier and what was void
 * before, so that whoever tries again after a cut, by whatever command, gets the same number.
 */
export async function numberOfResult(
  desk: Desk,
  certified: Certified,
  { by }: Pick<ToNumber, 'by'>,
): Promise<Outcome<DocumentNumber | null>> {
  const { dossierId, dossier, procedure } = certified
  if (procedure.certification && !dossier.refusal) return numberOfEntry(desk, certified)
  if (dossier.number) return withoutSeal(dossier.number)
  const type = typeOfResult(procedure, dossier)
  return type && nextOf(desk, type, { dossierId, dossier, by, document: 'result' })
}

/** The number of a letter that is signed or given out now; null where the centre gives its letters none. */
export async function numberOfLetter(
  desk: Desk,
  { dossierId, dossier }: Certified,
  { by, letter }: Pick<ToNumber, 'by'> & { readonly letter: Exclude<NumberedDocument, 'result'> },
): Promise<DocumentNumber | null> {
  const versions = (await bookOf(desk.centre)).procedures.get(dossier.procedure) ?? []
  const type = typeOfLetter(versions, letter)
  return type && nextOf(desk, type, { dossierId, dossier, by, document: letter })
}

async function numberOfEntry({ centre }: Desk, certified: Certified): Promise<Outcome<DocumentNumber>> {
  const entry = await enterCertification(centre, certified)
  if (isRefusal(entry)) return entry
  const { id, book, year, number, on } = entry
  return {
    id,
    book: `certification:${book}`,
    year,
    number,
    on,
    written: certificationNumber(number, year),
  }
}

interface ToTake {
  readonly dossierId: string
  readonly dossier: Dossier
  readonly by: SealResult['by']
  readonly document: NumberedDocument
}

async function nextOf(
  { centre, now }: Desk,
  { key, symbol }: DocumentType,
  { dossierId, dossier, by, document }: ToTake,
): Promise<DocumentNumber> {
  const { numbersVoid = 0, apologiesSent = 0, code } = dossier
  const book = `document:${key}` as const
  const id = derivedId(dossierId, document, book, numbersVoid, document === 'apology' ? apologiesSent : 0)
  const asked = { id, book, symbol, year: dayOf(now).year, takenFor: code, document } as const
  const taken = await takeNumber(centre, { ...asked, staff: by.staff, at: toMoment(now) })
  return {
    id,
    book,
    year: taken.year,
    number: taken.number,
    on: dayOf(fromMoment(taken.at)).toString(),
    written: writtenNumber(taken.number, taken.symbol ?? symbol),
  }
}

function withoutSeal({ id, book, year, number, on, written }: DocumentNumber): DocumentNumber {
  return { id, book, year, number, on, written }
}
