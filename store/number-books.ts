import type { Moment } from '#domain/calendar/moment.ts'
import type { NumberBook } from '#domain/number-book.ts'
import type { Centre, HotVerb } from './database.ts'
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
  readonly document?: 'result' | 'apology'
}

/** A number as it was taken: the first time, where it is asked for again. */
export interface TakenNumber {
  readonly number: number
  readonly year: number
  readonly at: Moment
}

const TAKE: HotVerb = {
  name: 'take-number',
  text: `
  with known as (
    select number, year, at from {c}.number_taken where id = $1
  ), counted as (
    insert into {c}.number_book as b (book, year, next)
    select $2, $3::int, 2 where not exists (select from known)
    on conflict (book, year) do update set next = b.next + 1
    returning next - 1 as number
  ), taken as (
    insert into {c}.number_taken (id, book, year, number, taken_for, staff_id, at, document)
    select $1, $2, $3::int, number, $4, $5, $6, $7 from counted
    returning number, year, at
  ), superseded as (
    insert into {c}.number_void (number_id, at, staff_id, reason)
    select t.id, $6, $5, null from {c}.number_taken t
    where t.taken_for = $4 and t.document = $7 and t.document = 'result' and t.id <> $1 and t.at < $6
    on conflict (number_id) do nothing
  )
  select number, year, at from known union all select number, year, at from taken`,
}

/**
 * The next number of a book, written down with what it was taken for. It is never given again. A result has one number
 * at a time: an earlier one that was taken for it and not used, as the program was cut off, is void from then on.
 */
export async function takeNumber(centre: Centre, taken: NumberToTake): Promise<TakenNumber> {
  const { id, book, year, takenFor, staff, at, document = null } = taken
  const take = () => centre.run<TakenNumber>(TAKE, [id, book, year, takenFor, staff, at, document])
  const [row] = await take().catch((error: unknown) => {
    // The same command twice at the same moment: the other took the number for both.
    if (isUniqueViolation(error)) return take()
    throw error
  })
  if (!row) throw new Error(`no number was taken from ${book}`)
  return row
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
