import { sql, type Transaction } from 'kysely'
import type { Moment } from '#domain/calendar/moment.ts'
import type { PaperRef } from '#domain/dossier/papers.ts'
import type { Post } from '#domain/people/may.ts'
import type { Centre } from './database.ts'
import { writeTogether, type Writing } from './dossiers.ts'
import type { CentreTables } from './tables.ts'

export const SHEET_ENDS = ['confirmed', 'refused', 'taken-back'] as const
export type SheetEnd = (typeof SHEET_ENDS)[number]

/** A batch of papers that was given by one unit to another. */
export interface Sheet {
  readonly id: string
  readonly year: number
  readonly number: number
  readonly from: string
  readonly to: string
  readonly given: Signed
  /** How it ended; null while nobody has confirmed it. */
  readonly closed: (Signed & { readonly how: SheetEnd; readonly reason: string | null }) | null
}

export interface Signed {
  readonly staff: string
  readonly post: Post
  readonly at: Moment
}

/** One dossier on a sheet, as it was when the sheet was given, and what the receiver found. */
export interface SheetLine {
  readonly code: string
  readonly content: LineContent
  readonly due: Moment | null
  readonly isInTime: boolean
  /** Null until the sheet is confirmed. */
  readonly isAccepted: boolean | null
  readonly missing: readonly PaperRef[]
  readonly note: string | null
}

export interface LineContent {
  readonly procedureName: string
  readonly ownerName: string
  readonly ownerAddress: string | null
  readonly returnWay: string
  readonly papers: readonly SheetPaper[]
}

export interface SheetPaper {
  readonly paper: PaperRef
  /** Null for the signed result. */
  readonly name: string | null
  readonly original: number
  readonly certified: number
  readonly copy: number
}

export interface SheetToGive extends Omit<Sheet, 'closed'> {
  readonly hash: string
  readonly lines: readonly Pick<SheetLine, 'code' | 'content' | 'due' | 'isInTime'>[]
}

/** Writes a sheet and what it does to its dossiers, or nothing. False when a dossier has changed meanwhile. */
export function giveSheet(
  centre: Centre,
  sheet: SheetToGive,
  writings: readonly Writing[],
): Promise<boolean> {
  return allOrNothing(centre, writings, async (db) => {
    const { id, year, number, from, to, given, hash, lines } = sheet
    await db
      .insertInto('hand_over_sheet')
      .values({
        id,
        year,
        number,
        from_unit: from,
        to_unit: to,
        given_by: given.staff,
        given_post: given.post,
        given_at: given.at,
        given_hash: Buffer.from(hash, 'hex'),
      })
      .execute()
    await db
      .insertInto('hand_over_line')
      .values(
        lines.map((line, place) => ({
          sheet_id: id,
          place,
          dossier_code: line.code,
          content: JSON.stringify(line.content),
          due: line.due,
          is_in_time: line.isInTime,
        })),
      )
      .execute()
    return true
  })
}

export interface SheetClosing {
  readonly id: string
  readonly how: SheetEnd
  readonly by: Signed
  readonly reason: string | null
  readonly command: { readonly id: string; readonly hash: string }
  readonly lines: readonly Pick<SheetLine, 'code' | 'isAccepted' | 'missing' | 'note'>[]
}

/** Ends a sheet and does to its dossiers what that means, or nothing. False when somebody else was faster. */
export function closeSheet(
  centre: Centre,
  closing: SheetClosing,
  writings: readonly Writing[],
): Promise<boolean> {
  return allOrNothing(centre, writings, async (db) => {
    const { id, how, by, reason, command, lines } = closing
    const { numUpdatedRows } = await db
      .updateTable('hand_over_sheet')
      .set({
        closed: how,
        closed_by: by.staff,
        closed_post: by.post,
        closed_at: by.at,
        closing_id: command.id,
        closing_hash: Buffer.from(command.hash, 'hex'),
        reason,
      })
      .where('id', '=', id)
      .where('closed', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) return false
    for (const { code, isAccepted, missing, note } of lines)
      await db
        .updateTable('hand_over_line')
        .set({ is_accepted: isAccepted, missing: JSON.stringify(missing), note })
        .where('sheet_id', '=', id)
        .where('dossier_code', '=', code)
        .execute()
    return true
  })
}

class GivenUp extends Error {}

async function allOrNothing(
  { db, schema }: Centre,
  writings: readonly Writing[],
  besides: (db: Transaction<CentreTables>) => Promise<boolean>,
): Promise<boolean> {
  try {
    return await db.transaction().execute(async (transaction) => {
      const isDone = (await besides(transaction)) && (await writeTogether(transaction, schema, writings))
      if (!isDone) throw new GivenUp()
      return true
    })
  } catch (error) {
    if (error instanceof GivenUp) return false
    throw error
  }
}

/** By whom with what content a sheet was given, and ended, for a command that comes again. */
export async function sheetCommands({ db }: Centre, id: string) {
  const row = await db
    .selectFrom('hand_over_sheet')
    .select(['given_hash', 'closing_id', 'closing_hash'])
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      givenHash: row.given_hash.toString('hex'),
      closing:
        row.closing_id === null
          ? null
          : { id: row.closing_id, hash: row.closing_hash?.toString('hex') ?? '' },
    }
  )
}

const COLUMNS = [
  'id',
  'year',
  'number',
  'from_unit',
  'to_unit',
  'given_by',
  'given_post',
  'given_at',
  'closed',
  'closed_by',
  'closed_post',
  'closed_at',
  'reason',
] as const

export async function sheetById({ db }: Centre, id: string): Promise<Sheet | undefined> {
  const row = await db.selectFrom('hand_over_sheet').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  return row && sheetFrom(row)
}

export async function linesOfSheet({ db }: Centre, id: string): Promise<readonly SheetLine[]> {
  const rows = await db
    .selectFrom('hand_over_line')
    .selectAll()
    .where('sheet_id', '=', id)
    .orderBy('place')
    .execute()
  return rows.map((row) => ({
    code: row.dossier_code,
    content: row.content as LineContent,
    due: row.due,
    isInTime: row.is_in_time,
    isAccepted: row.is_accepted,
    missing: (row.missing ?? []) as readonly PaperRef[],
    note: row.note,
  }))
}

export interface ListedSheet extends Sheet {
  readonly dossiers: number
  /** Papers that were missing when it was confirmed. */
  readonly missing: number
}

/** Sheets from or to these units, open ones first, then the latest; null is every unit. */
export async function sheetsOf(
  { db }: Centre,
  units: readonly string[] | null,
  most: number,
): Promise<readonly ListedSheet[]> {
  const rows = await db
    .selectFrom('hand_over_sheet')
    .select(COLUMNS)
    .select(({ selectFrom, fn }) => [
      selectFrom('hand_over_line')
        .select(fn.countAll<number>().as('count'))
        .whereRef('sheet_id', '=', 'hand_over_sheet.id')
        .as('dossiers'),
      selectFrom('hand_over_line')
        .select(sql<number>`coalesce(sum(jsonb_array_length(missing)), 0)::int`.as('count'))
        .whereRef('sheet_id', '=', 'hand_over_sheet.id')
        .as('missing'),
    ])
    .$if(units !== null, (query) =>
      query.where(
        sql<boolean>`(from_unit = any(${[...(units ?? [])]}::text[]) or to_unit = any(${[...(units ?? [])]}::text[]))`,
      ),
    )
    .orderBy(sql`(closed is null)`, 'desc')
    .orderBy('given_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ dossiers, missing, ...row }) => ({
    ...sheetFrom(row),
    dossiers: dossiers ?? 0,
    missing: missing ?? 0,
  }))
}

interface SheetRow {
  readonly id: string
  readonly year: number
  readonly number: number
  readonly from_unit: string
  readonly to_unit: string
  readonly given_by: string
  readonly given_post: string
  readonly given_at: string
  readonly closed: string | null
  readonly closed_by: string | null
  readonly closed_post: string | null
  readonly closed_at: string | null
  readonly reason: string | null
}

function sheetFrom(row: SheetRow): Sheet {
  const { id, year, number, closed, closed_by, closed_post, closed_at, reason } = row
  return {
    id,
    year,
    number,
    from: row.from_unit,
    to: row.to_unit,
    given: { staff: row.given_by, post: row.given_post as Post, at: row.given_at },
    closed:
      closed === null || closed_by === null || closed_at === null
        ? null
        : { how: closed as SheetEnd, staff: closed_by, post: closed_post as Post, at: closed_at, reason },
  }
}
