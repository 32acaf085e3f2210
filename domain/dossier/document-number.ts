import type { Day, Moment } from '#domain/calendar/moment.ts'
import type { NumberBook } from '#domain/number-book.ts'
import type { Stage } from './dossier.ts'
import type { DocumentType, Procedure } from '#domain/procedure/procedure.ts'

/** A number of a book, as a document of a dossier bears it: taken once, never given to another. */
export interface DocumentNumber {
  /** Of its line in the book. */
  readonly id: string
  readonly book: NumberBook
  readonly year: number
  readonly number: number
  /** The day it was taken: the day the document is dated. */
  readonly on: Day
  /** As it stands on the paper: `05/GP-UBND`. */
  readonly written: string
}

/** A number that a dossier has, and when its document was sealed under it. */
export type StandingNumber = DocumentNumber & { readonly sealedAt?: Moment }

/** Number and symbol as Decree 30/2020/NĐ-CP writes them: below ten with a nought before it. */
export function writtenNumber(number: number, symbol: string): string {
  return `${String(number).padStart(2, '0')}/${symbol}`
}

/** What the result of a dossier is as a document: a refusal is one of its own. Null where another body numbers it. */
export function typeOfResult(
  { documents }: Pick<Procedure, 'documents'>,
  { refusal }: { readonly refusal?: unknown },
): DocumentType | null {
  return (refusal === undefined ? documents?.result : documents?.refusal) ?? null
}

/** Which document of a dossier has a number of a book. */
export type NumberedDocument = 'result' | 'apology' | 'stop'

/**
 * What a letter about a dossier is as a document, by the newest version of its procedure that says so: the sequence is the
 * centre's, whenever the dossier was received. Null where the centre numbers its letters elsewhere.
 */
export function typeOfLetter(
  versions: readonly Pick<Procedure, 'documents'>[],
  letter: Exclude<NumberedDocument, 'result'>,
): DocumentType | null {
  return versions.findLast(({ documents }) => documents?.[letter])?.documents?.[letter] ?? null
}

/** Whether the book gives the result its number, so that nobody types one. */
export function isNumberedHere(
  procedure: Pick<Procedure, 'documents' | 'certification'>,
  dossier: { readonly refusal?: unknown },
): boolean {
  const isCertified = procedure.certification !== undefined && dossier.refusal === undefined
  return isCertified || typeOfResult(procedure, dossier) !== null
}

/** How a number of a book stands: its document is out, it waits for seal or sending, or it is void. */
export type NumberState = 'used' | 'waiting' | 'void'

/** How a number stands, by the dossier it was taken for. What still waits when its dossier is over, waits for nothing. */
export function stateOfNumber(
  line: { readonly id: string; readonly document: NumberedDocument | null; readonly isVoid: boolean },
  dossier: {
    readonly stage: Stage
    readonly number?: StandingNumber
    readonly apology?: { readonly number?: DocumentNumber }
    readonly apologiesSent?: number
  } | null,
): NumberState {
  if (line.isVoid) return 'void'
  if (dossier === null) return 'waiting'
  if (isOut(line, dossier)) return 'used'
  return dossier.stage === 'returned' || dossier.stage === 'stopped' ? 'void' : 'waiting'
}

function isOut(
  { id, document }: { readonly id: string; readonly document: NumberedDocument | null },
  { stage, number, apology, apologiesSent = 0 }: NonNullable<Parameters<typeof stateOfNumber>[1]>,
): boolean {
  if (document === 'stop') return stage === 'stopped'
  // A sent apology has left its dossier.
  if (document === 'apology') return apology?.number?.id !== id && apologiesSent > 0
  return number?.id === id && number.sealedAt !== undefined
}
