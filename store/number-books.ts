import type { Moment } from '#domain/calendar/moment.ts'
import type { NumberedDocument } from '#domain/dossier/document-number.ts'
import type { NumberBook } from '#domain/number-book.ts'
import type { Centre, HotVerb } from './database.ts'
import { together } from './gathered.ts'
import { isUniqueViolation } from './sql-state.ts'

export interface NumberToTake {
  /** Of the command the number is for: the same id gets the same number again. */
  readonly id: string
  readonly book: NumberBook
  /** In Vietnam. */
  readonly year: number
  /** What it is taken for, as a person finds it: a dossier's code. */
  readonly takenFor: string
  readonly staff: string
  readonly at: Moment
  /** Which document of the dossier it is for; nothing else has any. */
  readonly document?: NumberedDocument
  /** What stands behind it on the paper; nothing where it is written otherwise. */
  readonly symbol?: string
}

/** A number as it was taken: the first time, where it is asked for again. */
export interface TakenNumber {
  readonly number: number
  readonly year: number
  readonly at: Moment
  readonly symbol: string | null
}

/** A book is held until its numbers are on disk: what is asked for at the same time is given out in one go. */
const TAKE: HotVerb = {
  name: 'take-numbers',
  text: `
  with asked as (
    select distinct on (id) * from unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::uuid[], $6::timestamptz[], $7::text[], $8::text[])
      with ordinality as a (id, book, year, taken_for, staff_id, at, document, symbol, place)
    order by id, place
  ), known as (
    select t.id, t.number, t.year, t.at, t.symbol from {c}.number_taken t join asked using (id)
  ), fresh as (
    select a.*, row_number() over (partition by book, year order by place)::int as nth,
      count(*) over (partition by book, year)::int as many
    from asked a where not exists (select from known k where k.id = a.id)
  ), counted as (
    insert into {c}.number_book as b (book, year, next)
    select book, year, 1 + max(many) from fresh group by book, year order by book, year
    on conflict (book, year) do update set next = b.next + excluded.next - 1
    returning book, year, next
  ), taken as (
    insert into {c}.number_taken (id, book, year, number, taken_for, staff_id, at, document, symbol)
    select f.id, f.book, f.year, c.next - f.many + f.nth - 1, f.taken_for, f.staff_id, f.at, f.document, f.symbol
    from fresh f join counted c using (book, year)
    returning id, number, year, at, symbol
  ), superseded as (
    insert into {c}.number_void (number_id, at, staff_id, reason)
    select distinct on (t.id) t.id, a.at, a.staff_id, null
    from {c}.number_taken t join asked a on t.taken_for = a.taken_for and t.document = a.document
    where a.document = 'result' and t.id <> a.id and t.at < a.at
    on conflict (number_id) do nothing
  )
  select * from known union all select * from taken`,
}

async function takeAll(centre: Centre, asked: readonly NumberToTake[]): Promise<TakenNumber[]> {
  const column = <Value>(of: (one: NumberToTake) => Value) => asked.map(of)
  const rows = await centre.run<TakenNumber & { id: string }>(TAKE, [
    column(({ id }) => id),
    column(({ book }) => book),
    column(({ year }) => year),
    column(({ takenFor }) => takenFor),
    column(({ staff }) => staff),
    column(({ at }) => at),
    column(({ document = null }) => document),
    column(({ symbol = null }) => symbol),
  ])
  const taken = new Map(rows.map(({ id, ...number }) => [id, number]))
  return asked.flatMap(({ id }) => taken.get(id) ?? [])
}

const take = together(takeAll)

/**
 * The next number of a book, written down with what it was taken for. It is never given again. A result has one number
 * at a time: an earlier one that was taken for it and not used, as the program was cut off, is void from then on.
 */
export async function takeNumber(centre: Centre, asked: NumberToTake): Promise<TakenNumber> {
  return take(centre, asked).catch((error: unknown) => {
    // The same command twice at the same moment: the other took the number for both.
    if (isUniqueViolation(error)) return take(centre, asked)
    throw error
  })
}

/** Makes a number void; false when it was so before. */
export async function voidNumber(
  { db }: Centre,
  given: {
    readonly id: string
    readonly at: Moment
    readonly staff: string
    readonly reason: string | null
  },
): Promise<boolean> {
  const { id, at, staff, reason } = given
  const { numInsertedOrUpdatedRows: written } = await db
    .insertInto('number_void')
    .values({ number_id: id, at, staff_id: staff, reason })
    .onConflict((already) => already.column('number_id').doNothing())
    .executeTakeFirstOrThrow()
  return written === 1n
}

/** Numbers of a book taken between two moments, and by whom. */
export async function numbersTaken({ db }: Centre, book: NumberBook, from: Moment, before: Moment) {
  return db
    .selectFrom('number_taken')
    .select(['year', 'number', 'staff_id'])
    .where('book', '=', book)
    .where('at', '>=', from)
    .where('at', '<', before)
    .orderBy('year')
    .orderBy('number')
    .execute()
}

/** The number a book gives out next; 1 while it has given out none. */
export async function nextNumber(
  { db }: Pick<Centre, 'db'>,
  book: NumberBook,
  year: number,
): Promise<number> {
  const row = await db
    .selectFrom('number_book')
    .select('next')
    .where('book', '=', book)
    .where('year', '=', year)
    .executeTakeFirst()
  return row?.next ?? 1
}

/** Opens a book at a number, for what was counted elsewhere before. False when that number is used already. */
export async function openBook(
  { db }: Pick<Centre, 'db'>,
  opening: { readonly book: NumberBook; readonly year: number; readonly next: number },
): Promise<boolean> {
  const { next } = opening
  const opened = await db
    .insertInto('number_book')
    .values(opening)
    .onConflict((conflict) =>
      conflict.columns(['book', 'year']).doUpdateSet({ next }).where('number_book.next', '<=', next),
    )
    .returning('next')
    .executeTakeFirst()
  return opened !== undefined
}
