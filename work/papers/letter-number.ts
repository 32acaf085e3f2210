import { dayOf, fromMoment, toMoment } from '#domain/calendar/moment.ts'
import { type NumberedDocument, typeOfLetter, writtenNumber } from '#domain/dossier/document-number.ts'
import type { ApologySigned, DossierStopped } from '#domain/dossier/events.ts'
import { takeNumber } from '#store/number-books.ts'
import { derivedId } from '../derived-id.ts'
import type { DossierTold } from './dossier-told.ts'

type Letter = Exclude<NumberedDocument, 'result'>

/** The books letters were in before each had its type's: their names are part of the ids of lines that were taken then. */
const BEFORE = { apology: 'document:PXL', stop: 'document:TB' } as const

/**
 * The number of a letter as it stands on the paper, null where the centre gives it none. Made before letters had numbers, it
 * takes that of the type's book when it is printed, once.
 */
export async function numberOfLetter(
  { desk, staff, book, dossier, id }: DossierTold,
  { at, number }: ApologySigned | DossierStopped,
  { letter, sequence }: { readonly letter: Letter; readonly sequence: number },
): Promise<string | null> {
  if (number) return number.written
  const type = typeOfLetter(book.procedures.get(dossier.procedure) ?? [], letter)
  if (!type) return null
  const { code } = dossier
  const taken = await takeNumber(desk.centre, {
    id: derivedId(id, BEFORE[letter], `${code}#${sequence}`),
    book: `document:${type.key}`,
    symbol: type.symbol,
    year: dayOf(fromMoment(at)).year,
    takenFor: code,
    document: letter,
    staff,
    at: toMoment(desk.now),
  })
  return writtenNumber(taken.number, taken.symbol ?? type.symbol)
}
