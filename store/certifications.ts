import type { Day, Moment } from '#domain/calendar/moment.ts'
import type { CertificationEntry } from '#domain/dossier/certification.ts'
import { searched } from '#domain/people/searched.ts'
import type { Centre } from './database.ts'
import { together } from './gathered.ts'
import { areIn } from './search.ts'

export interface EntryToAdd {
  readonly id: string
  readonly book: string
  readonly year: number
  readonly number: number
  readonly on: Day
  readonly at: Moment
  readonly unit: string
  readonly dossier: string
  readonly entry: CertificationEntry
}

/** An entry as it stands, and why its number was spoiled, if it was. */
export interface KeptEntry extends EntryToAdd {
  readonly spoiled: { readonly at: Moment; readonly reason: string | null } | null
}

const add = together<EntryToAdd, true>(async ({ db }, entries) => {
  await db
    .insertInto('certification')
    .values(entries.map(rowOf))
    .onConflict((already) => already.column('id').doNothing())
    .execute()
  return entries.map(() => true)
})

/** Adds an entry; of an id that stands already nothing is written. */
export async function addCertification(centre: Centre, entry: EntryToAdd): Promise<void> {
  await add(centre, entry)
}

function rowOf({ id, book, year, number, on, at, unit, dossier, entry }: EntryToAdd) {
  return {
    id,
    book,
    year,
    number,
    on_day: on,
    at,
    unit,
    dossier_code: dossier,
    searched: ` ${searched([entry.person, entry.idNumber].filter((one) => one !== null).join(' '))}`,
    content: JSON.stringify(entry),
  }
}

export interface EntriesAsked {
  readonly book: string
  /** A day of the register; null looks through all of it. */
  readonly on: Day | null
  /** A number and its year. */
  readonly number: { readonly number: number; readonly year: number } | null
  /** Words of a name or number, folded. */
  readonly words: readonly string[]
}

const MOST = 500

/** Entries of a register by day, number or name: of one day in the order of their numbers, otherwise the latest first. */
export async function certifications(centre: Centre, asked: EntriesAsked): Promise<readonly KeptEntry[]> {
  const { book, on, number, words } = asked
  const rows = await kept(centre)
    .where('c.book', '=', book)
    .$if(on !== null, (query) => query.where('c.on_day', '=', on ?? ''))
    .$if(number !== null, (query) =>
      query.where('c.number', '=', number?.number ?? 0).where('c.year', '=', number?.year ?? 0),
    )
    .$if(words.length > 0, (query) =>
      query.where(
        areIn(
          'c.searched',
          words.map((text) => ({ kind: 'word', text }) as const),
        ),
      ),
    )
    .orderBy('c.year', on === null ? 'desc' : 'asc')
    .orderBy('c.number', on === null ? 'desc' : 'asc')
    .limit(MOST)
    .execute()
  return rows.map(entryOf)
}

/** The entry of an id. */
export async function certification(centre: Centre, id: string): Promise<KeptEntry | undefined> {
  const row = await kept(centre).where('c.id', '=', id).executeTakeFirst()
  return row && entryOf(row)
}

/** The entries of a dossier, oldest first. */
export const certificationsOf = together<string, readonly KeptEntry[]>(async (centre, dossiers) => {
  const rows = await kept(centre).where('c.dossier_code', 'in', dossiers).orderBy('c.at').execute()
  const entries = Map.groupBy(rows.map(entryOf), ({ dossier }) => dossier)
  return dossiers.map((dossier) => entries.get(dossier) ?? [])
})

function kept({ db }: Centre) {
  return db
    .selectFrom('certification as c')
    .leftJoin('number_void as v', 'v.number_id', 'c.id')
    .select([
      'c.id',
      'c.book',
      'c.year',
      'c.number',
      'c.on_day',
      'c.at',
      'c.unit',
      'c.dossier_code',
      'c.content',
    ])
    .select(['v.at as spoiledAt', 'v.reason'])
}

type Row = Awaited<ReturnType<ReturnType<typeof kept>['execute']>>[number]

function entryOf(row: Row): KeptEntry {
  const { id, book, year, number, at, unit } = row
  return {
    id,
    book,
    year,
    number,
    on: row.on_day,
    at,
    unit,
    dossier: row.dossier_code,
    entry: row.content as CertificationEntry,
    spoiled: row.spoiledAt === null ? null : { at: row.spoiledAt, reason: row.reason },
  }
}
