import { dayOf, toMoment } from '#domain/calendar/moment.ts'
import { type NumberState, stateOfNumber, writtenNumber } from '#domain/dossier/document-number.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { DocumentType } from '#domain/procedure/procedure.ts'
import { recordAccess } from '#store/access-records.ts'
import { type BookLine, bookLines, documentBooks } from '#store/document-books.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import { documentTypesOf } from './document-types.ts'
import { newId } from '../chance.ts'
import type { CentreBook, Desk } from '../desk.ts'

export interface BookAsked {
  /** Key of a type of document; the first one where none is named. */
  readonly type: string | null
  readonly year: number | null
  readonly from: number | null
  /** In Vietnam; null shows the whole year. */
  readonly on: string | null
}

export interface SeenBook {
  readonly types: readonly DocumentType[]
  readonly type: DocumentType
  readonly year: number
  readonly lines: readonly (BookLine & { readonly written: string; readonly state: NumberState })[]
  /** The number the next page begins at; null on the last. */
  readonly next: number | null
}

const MOST = 200

/** The numbers of a type of document in a year: used, waiting or void. Every look into a book is recorded. */
export async function seeDocumentBook(desk: Desk, asked: BookAsked): Promise<Outcome<SeenBook>> {
  const { centre, actor, now } = desk
  const allowed = may(actor, { kind: 'see-document-books' }, today(desk))
  if (isRefusal(allowed)) return allowed
  const types = typesOf(await bookOf(centre), await documentBooks(centre))
  const type = types.find(({ key }) => key === asked.type) ?? types[0]
  if (!type || actor.kind !== 'staff') return refuse('no-such-register')
  const what = 'see-document-book'
  await recordAccess(centre, { id: newId(), at: toMoment(now), staff: actor.id, what, code: null })
  const year = asked.year ?? dayOf(now).year
  const found = await bookLines(centre, {
    book: `document:${type.key}`,
    year,
    from: asked.from ?? 1,
    taken: asked.on === null ? null : dayAround(asked.on),
    most: MOST + 1,
  })
  return {
    types,
    type,
    year,
    lines: found.slice(0, MOST).map((line) => {
      const { id, document, number, dossier, voided } = line
      const state = stateOfNumber({ id, document, isVoid: voided !== null }, dossier)
      return { ...line, written: writtenNumber(number, line.symbol ?? type.symbol), state }
    }),
    next: found[MOST]?.number ?? null,
  }
}

/** The types of documents of a centre; behind them books that none of its types is of any more. */
function typesOf(book: CentreBook, books: readonly string[]): readonly DocumentType[] {
  const types = documentTypesOf(book)
  const known = new Set(types.map(({ key }) => key))
  const left = books.filter((key) => !known.has(key)).map((key) => ({ key, name: key, symbol: key }))
  return [...types, ...left]
}

function dayAround(on: string) {
  const begin = Temporal.PlainDate.from(on).toZonedDateTime('Asia/Ho_Chi_Minh')
  return { from: toMoment(begin.toInstant()), before: toMoment(begin.add({ days: 1 }).toInstant()) }
}
