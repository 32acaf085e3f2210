import type { Day, Moment } from '#domain/calendar/moment.ts'
import type { CashSheetClosed } from '#domain/cash/cash-sheet.ts'
import type { Centre } from './database.ts'
import { together } from './gathered.ts'

/** A sheet as it was frozen, and who took the money over. */
export interface CashSheetRow {
  readonly id: string
  readonly staff: string
  readonly on: Day
  readonly number: string
  readonly at: Moment
  readonly content: CashSheetClosed
  readonly takenOver: { readonly staff: string; readonly at: Moment } | null
}

interface Till {
  readonly staff: string
  readonly on: Day
}

/** The float a till was opened with. */
export interface TillOpening {
  readonly id: string
  readonly on: Day
  readonly dong: number
  readonly at: Moment
}

/** Whether the till of a cashier is closed for a day. */
export const isTillClosed = together<Till, boolean>(async ({ db }, tills) => {
  const closed = await db
    .selectFrom('till')
    .select(['staff_id', 'on_day'])
    .where('is_closed', '=', true)
    .where('staff_id', 'in', [...new Set(tills.map(({ staff }) => staff))])
    .where('on_day', 'in', [...new Set(tills.map(({ on }) => on))])
    .execute()
  return tills.map(({ staff, on }) => closed.some((one) => one.staff_id === staff && one.on_day === on))
})

/**
 * Does something while nobody can move money of a till. What moves money holds the same row, so what is read inside is
 * all there will be once `close` has been called.
 */
export async function withTill<Value>(
  centre: Centre,
  { staff, on }: Till,
  act: (held: {
    readonly centre: Centre
    readonly isClosed: boolean
    readonly open: (opening: TillOpening) => Promise<void>
    readonly close: (sheet: Omit<CashSheetRow, 'staff' | 'on' | 'takenOver'>) => Promise<void>
  }) => Promise<Value>,
): Promise<Value> {
  return centre.db.transaction().execute(async (db) => {
    const { is_closed: isClosed } = await db
      .insertInto('till')
      .values({ staff_id: staff, on_day: on, is_closed: false })
      .onConflict((held) =>
        held.columns(['staff_id', 'on_day']).doUpdateSet(({ ref }) => ({ is_closed: ref('till.is_closed') })),
      )
      .returning('is_closed')
      .executeTakeFirstOrThrow()
    return act({
      centre: { ...centre, db },
      isClosed,
      async open({ id, dong, at }) {
        await db.insertInto('till_opening').values({ id, staff_id: staff, on_day: on, dong, at }).execute()
      },
      async close({ content, ...sheet }) {
        await db
          .updateTable('till')
          .set({ is_closed: true })
          .where('staff_id', '=', staff)
          .where('on_day', '=', on)
          .execute()
        await db
          .insertInto('cash_sheet')
          .values({ ...sheet, staff_id: staff, on_day: on, content: JSON.stringify(content) })
          .execute()
      },
    })
  })
}

/** Where some people take money, or ever did: the units of their tills. */
export async function unitsOfTills(
  { db }: Pick<Centre, 'db'>,
  staff: readonly string[],
): Promise<(staff: string) => readonly string[]> {
  const rows =
    staff.length === 0
      ? []
      : await db
          .selectFrom('appointment')
          .select(['staff_id', 'unit'])
          .where('post', '=', 'cashier')
          .where('staff_id', 'in', [...staff])
          .execute()
  return (one) => [...new Set(rows.filter(({ staff_id }) => staff_id === one).map(({ unit }) => unit))]
}

/** The floats tills were opened with on a day. */
export async function openingsOn(
  { db }: Centre,
  on: Day,
): Promise<readonly (TillOpening & { readonly staff: string })[]> {
  return db
    .selectFrom('till_opening')
    .select(['id', 'staff_id as staff', 'on_day as on', 'dong', 'at'])
    .where('on_day', '=', on)
    .execute()
}

/** The float of one of them. */
export async function openingOf(centre: Centre, { staff, on }: Till): Promise<TillOpening | undefined> {
  const opening = (await openingsOn(centre, on)).find((one) => one.staff === staff)
  return opening && { id: opening.id, on, dong: opening.dong, at: opening.at }
}

/** The sheets of a day that have been closed. */
export async function cashSheetsOn(centre: Centre, on: Day): Promise<readonly CashSheetRow[]> {
  const rows = await sheets(centre).where('s.on_day', '=', on).orderBy('s.at').execute()
  return rows.map(sheetOf)
}

/** A page of all sheets, in the order of their numbers. */
export async function cashSheetsAfter(
  centre: Centre,
  after: string,
  most: number,
): Promise<readonly CashSheetRow[]> {
  const rows = await sheets(centre).where('s.number', '>', after).orderBy('s.number').limit(most).execute()
  return rows.map(sheetOf)
}

function sheets({ db }: Centre) {
  return db
    .selectFrom('cash_sheet as s')
    .leftJoin('cash_sheet_taken_over as t', 't.sheet_id', 's.id')
    .select(['s.id', 's.staff_id', 's.on_day', 's.number', 's.at', 's.content'])
    .select(['t.staff_id as by', 't.at as taken_over_at'])
}

type Row = Awaited<ReturnType<ReturnType<typeof sheets>['execute']>>[number]

function sheetOf({ staff_id: staff, on_day: on, content, by, taken_over_at: at, ...row }: Row): CashSheetRow {
  return {
    ...row,
    staff,
    on,
    content: content as CashSheetClosed,
    takenOver: by === null || at === null ? null : { staff: by, at },
  }
}

/** The money of a sheet was taken over; a second time changes nothing and is false. */
export async function takeOverSheet(
  { db }: Centre,
  { sheet, staff, at }: { readonly sheet: string; readonly staff: string; readonly at: Moment },
): Promise<boolean> {
  const written = await db
    .insertInto('cash_sheet_taken_over')
    .values({ sheet_id: sheet, staff_id: staff, at })
    .onConflict((already) => already.column('sheet_id').doNothing())
    .returning('sheet_id')
    .executeTakeFirst()
  return written !== undefined
}
