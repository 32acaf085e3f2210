import type { Day, Moment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Centre } from './database.ts'
import type { CentreInOne } from './in-one.ts'

/** What is recorded of a take-over. */
export interface TakeOverRecord {
  readonly id: string
  readonly hash: string
  readonly at: Moment
  readonly staff: string
  readonly dossiers: number
  readonly openings: readonly Opening[]
}

/** Opening value of a book in a year, or of the dossier codes of a day: `next` is given out first. */
export type Opening = readonly [book: string, period: string, next: number]

/** When these very files were taken over; null when they never were. */
export async function takenOverAt({ db }: Pick<Centre, 'db'>, hash: string): Promise<Moment | null> {
  const row = await db.selectFrom('take_over').select('at').where('hash', '=', hash).executeTakeFirst()
  return row?.at ?? null
}

/** Everything that was opened by earlier take-overs. */
export async function openingsBefore({ db }: Pick<Centre, 'db'>): Promise<readonly Opening[]> {
  const rows = await db.selectFrom('take_over').select('openings').execute()
  return rows.flatMap(({ openings }) => openings as unknown as Opening[])
}

export async function recordTakeOver(
  { db }: CentreInOne,
  { staff, openings, ...record }: TakeOverRecord,
): Promise<void> {
  await db
    .insertInto('take_over')
    .values({ ...record, staff_id: staff, openings: JSON.stringify(openings) })
    .execute()
}

/** Which of these codes are in use: by the hash of the line it was taken over from, null where it was received here. */
export async function codesInUse(
  { db }: Pick<Centre, 'db'>,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (codes.length === 0) return new Map()
  const rows = await db
    .selectFrom('dossier as d')
    .innerJoin('dossier_event as e', (join) =>
      join.onRef('e.dossier_id', '=', 'd.id').on('e.sequence', '=', 1),
    )
    .select(['d.code', 'e.type', 'e.command_hash'])
    .where('d.code', 'in', [...codes])
    .execute()
  return new Map(
    rows.map(({ code, type, command_hash: hash }) => [
      code,
      type === 'DossierTakenOver' ? hash.toString('hex') : null,
    ]),
  )
}

/** Numbers leased on days: a code among them may stand on a receipt of this house. */
export async function leasedNumbers({ db }: Pick<Centre, 'db'>, days: readonly Day[]) {
  if (days.length === 0) return []
  return db
    .selectFrom('code_block')
    .select(['identifier', 'on_day as on', 'first', 'last'])
    .where('on_day', 'in', [...days])
    .execute()
}

/** Dossiers of these codes that were taken over, by code. */
export async function lookupKeysOf(
  { db }: Pick<Centre, 'db'>,
  codes: readonly string[],
): Promise<readonly Dossier[]> {
  if (codes.length === 0) return []
  const rows = await db
    .selectFrom('dossier')
    .select('state')
    .$castTo<{ state: Dossier }>()
    .where('code', 'in', [...codes])
    .orderBy('code')
    .execute()
  return rows.map(({ state }) => state).filter(({ takenOver }) => takenOver)
}
