import { sql } from 'kysely'
import type { Moment } from '#domain/calendar/moment.ts'
import type { NumberedDocument } from '#domain/dossier/document-number.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { NumberBook } from '#domain/number-book.ts'
import type { Centre } from './database.ts'
import { staffNames } from './staff-names.ts'

/** A number of a book as it was taken, the dossier it was taken for as it stands now, and who signed and who made it void. */
export interface BookLine {
  readonly id: string
  readonly number: number
  readonly takenAt: Moment
  readonly document: NumberedDocument | null
  /** What stands behind it on the paper; null where it was not kept. */
  readonly symbol: string | null
  readonly code: string
  readonly dossier: Dossier | null
  readonly signer: string | null
  readonly voided: {
    readonly at: Moment
    readonly by: string | null
    /** Null where the document got another number afterwards. */
    readonly reason: string | null
  } | null
}

export interface LinesAsked {
  readonly book: NumberBook
  readonly year: number
  /** The first number that is shown. */
  readonly from: number
  /** Only those taken between these moments; null shows all. */
  readonly taken: { readonly from: Moment; readonly before: Moment } | null
  readonly most: number
}

/** Lines of a book from a number on, in order. */
export async function bookLines(centre: Centre, asked: LinesAsked): Promise<readonly BookLine[]> {
  const { book, year, from, taken, most } = asked
  const rows = await centre.db
    .selectFrom('number_taken as t')
    .leftJoin('number_void as v', 'v.number_id', 't.id')
    .leftJoin('staff as voider', 'voider.id', 'v.staff_id')
    .leftJoin('dossier as d', 'd.code', 't.taken_for')
    .leftJoinLateral(
      (query) =>
        query
          .selectFrom('dossier_event as e')
          .whereRef('e.dossier_id', '=', 'd.id')
          .where(
            sql<boolean>`case t.document
              when 'apology' then e.type = 'ApologySigned' and e.data -> 'number' ->> 'id' = t.id::text
              when 'stop' then false
              else e.type = 'ResultApproved' and e.at <= t.at end`,
          )
          .select('e.data')
          .orderBy('e.sequence', 'desc')
          .limit(1)
          .as('signature'),
      (join) => join.onTrue(),
    )
    .where('t.book', '=', book)
    .where('t.year', '=', year)
    .where('t.number', '>=', from)
    .$if(taken !== null, (query) =>
      query.where('t.at', '>=', taken?.from ?? '').where('t.at', '<', taken?.before ?? ''),
    )
    .select(['t.id', 't.number', 't.at as takenAt', 't.document', 't.symbol', 't.taken_for as code'])
    .select(['d.state', 'signature.data', 'v.at as voidAt', 'v.reason', 'voider.name as voidBy'])
    .orderBy('t.number')
    .limit(most)
    .execute()
  const names = await staffNames(
    centre,
    rows.flatMap(({ data }) => signerIn(data) ?? []),
  )
  return rows.map(({ state, data, voidAt, voidBy, reason, ...line }) => ({
    ...line,
    dossier: state as Dossier | null,
    signer: names.get(signerIn(data) ?? '') ?? null,
    voided: voidAt === null ? null : { at: voidAt, by: voidBy, reason },
  }))
}

const signerIn = (data: unknown) => (data as { by: { staff: string } } | null)?.by.staff

/** The types of which there is a book of documents, by their keys. */
export async function documentBooks({ db }: Centre): Promise<string[]> {
  const rows = await db
    .selectFrom('number_book')
    .select('book')
    .distinct()
    .where('book', 'like', 'document:%')
    .orderBy('book')
    .execute()
  return rows.map(({ book }) => book.slice('document:'.length))
}
