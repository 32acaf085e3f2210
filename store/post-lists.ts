import type { Transaction } from 'kysely'
import type { Day, Moment } from '#domain/calendar/moment.ts'
import { instantAt, toMoment } from '#domain/calendar/moment.ts'
import type { Confirmation, ListKind } from '#domain/post/counter-list.ts'
import type { Centre } from './database.ts'
import type { ParcelChange } from './parcels.ts'
import { writeParcels } from './parcels.ts'
import { isUniqueViolation, unlessTaken } from './sql-state.ts'
import type { CentreTables } from './tables.ts'

/** A list of what changes hands with the post at a counter. */
export interface PostList {
  readonly id: string
  readonly kind: ListKind
  readonly unit: string
  readonly year: number
  readonly number: number
  readonly openedBy: string
  readonly openedAt: Moment
  readonly closed: (Confirmation & { readonly at: Moment; readonly by: string }) | null
  /** Given up before anything changed hands. */
  readonly isDropped: boolean
}

export interface PostListLine {
  readonly label: string
  readonly parcel: string | null
  readonly scannedAt: Moment
}

/** Opens a list; of an id that was used before, what stands under it stays. */
export async function addPostList(
  { db }: Centre,
  list: Omit<PostList, 'closed' | 'isDropped'>,
): Promise<void> {
  const { id, kind, unit, year, number, openedBy, openedAt } = list
  await db
    .insertInto('post_list')
    .values({ id, kind, unit, year, number, opened_by: openedBy, opened_at: openedAt })
    .onConflict((already) => already.column('id').doNothing())
    .execute()
}

/** Puts a label on an open list, once; false when the list is closed, or it is there already. */
export async function addLine(
  { db }: Centre,
  list: string,
  line: PostListLine & { readonly staff: string },
): Promise<boolean> {
  return unlessTaken(
    db.transaction().execute(async (whole) => {
      if (!(await holdOpen(whole, list))) return false
      const { numInsertedOrUpdatedRows } = await whole
        .insertInto('post_list_line')
        .values({
          list_id: list,
          label: line.label,
          parcel_id: line.parcel,
          scanned_by: line.staff,
          scanned_at: line.scannedAt,
        })
        .onConflict((already) => already.columns(['list_id', 'label']).doNothing())
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows === 1n
    }),
  )
}

/** Takes a label off an open list; false when the list is closed. */
export async function dropLine({ db }: Centre, list: string, label: string): Promise<boolean> {
  return db.transaction().execute(async (whole) => {
    if (!(await holdOpen(whole, list))) return false
    await whole.deleteFrom('post_list_line').where('list_id', '=', list).where('label', '=', label).execute()
    return true
  })
}

/** Whoever scans or confirms goes one after the other. */
async function holdOpen(db: Transaction<CentreTables>, list: string): Promise<boolean> {
  const open = await db
    .selectFrom('post_list')
    .select('id')
    .where('id', '=', list)
    .where('closed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return open !== undefined
}

export interface ListClosing {
  readonly id: string
  readonly at: Moment
  readonly by: string
  /** Null: it is given up. */
  readonly confirmation: Confirmation | null
  readonly command: { readonly id: string; readonly hash: string }
}

class GivenUp extends Error {
  override readonly name = 'GivenUp'
}

/**
 * Closes a list and does to its parcels what that means, or nothing: false when it was closed, something was scanned, or a
 * parcel has changed since it was decided.
 */
export async function closePostList(
  { db }: Centre,
  { id, at, by, confirmation, command }: ListClosing,
  lines: number,
  changes: readonly ParcelChange[],
): Promise<boolean> {
  try {
    return await db.transaction().execute(async (whole) => {
      if (!(await holdOpen(whole, id))) return false
      const { count } = await whole
        .selectFrom('post_list_line')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('list_id', '=', id)
        .executeTakeFirstOrThrow()
      if (count !== lines) return false
      await whole
        .updateTable('post_list')
        .set({
          closed_at: at,
          closed_by: by,
          is_dropped: confirmation === null,
          declared: confirmation?.declared ?? null,
          worker_name: confirmation?.worker.name ?? null,
          worker_number: confirmation?.worker.number ?? null,
          why: confirmation?.why ?? null,
          closing_id: command.id,
          closing_hash: Buffer.from(command.hash, 'hex'),
        })
        .where('id', '=', id)
        .execute()
      if (!(await writeParcels({ db: whole }, changes))) throw new GivenUp()
      return true
    })
  } catch (error) {
    if (error instanceof GivenUp || isUniqueViolation(error)) return false
    throw error
  }
}

/** By which command a list was closed. */
export async function closingOf({ db }: Centre, id: string) {
  const row = await db
    .selectFrom('post_list')
    .select(['closing_id', 'closing_hash'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.closing_id ? { id: row.closing_id, hash: row.closing_hash?.toString('hex') ?? '' } : null
}

export async function postListById(centre: Centre, id: string): Promise<PostList | null> {
  const row = await lists(centre).where('id', '=', id).executeTakeFirst()
  return row ? listOf(row) : null
}

export async function linesOfPostList({ db }: Centre, id: string): Promise<readonly PostListLine[]> {
  return db
    .selectFrom('post_list_line')
    .select(['label', 'parcel_id as parcel', 'scanned_at as scannedAt'])
    .where('list_id', '=', id)
    .orderBy('scanned_at')
    .orderBy('label')
    .execute()
}

/** Lists of some counters that are open, and those of a day, latest first. */
export async function postListsOf(
  centre: Centre,
  { units, on, most }: { readonly units: readonly string[] | null; readonly on: Day; readonly most: number },
): Promise<readonly PostList[]> {
  const since = toMoment(instantAt(Temporal.PlainDate.from(on), 0))
  const rows = await lists(centre)
    .$if(units !== null, (query) => query.where('unit', 'in', [...(units ?? [])]))
    .where((eb) => eb.or([eb('closed_at', 'is', null), eb('opened_at', '>=', since)]))
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(listOf)
}

function lists({ db }: Centre) {
  return db.selectFrom('post_list').selectAll()
}

type Row = Awaited<ReturnType<ReturnType<typeof lists>['execute']>>[number]

function listOf(row: Row): PostList {
  const { id, kind, unit, year, number, closed_at: at, closed_by: by, declared, why } = row
  const worker = { name: row.worker_name ?? '', number: row.worker_number ?? '' }
  return {
    id,
    kind: kind as ListKind,
    unit,
    year,
    number,
    openedBy: row.opened_by,
    openedAt: row.opened_at,
    closed: at !== null && by !== null && declared !== null ? { at, by, declared, worker, why } : null,
    isDropped: row.is_dropped,
  }
}
