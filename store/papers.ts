import type { Moment } from '#domain/calendar/moment.ts'
import type { Centre } from './database.ts'

export interface PaperToKeep {
  readonly id: string
  readonly dossier: string
  readonly form: string
  readonly at: Moment
  readonly staff: string
  readonly data: object
  readonly bytes: Uint8Array
}

export interface KeptPaper {
  readonly id: string
  readonly bytes: Uint8Array
}

/** A paper of a dossier as it was printed; undefined while it was not. */
export async function paperOf({ db }: Centre, dossier: string, form: string): Promise<KeptPaper | undefined> {
  return db
    .selectFrom('paper')
    .select(['id', 'bytes'])
    .where('dossier_id', '=', dossier)
    .where('form', '=', form)
    .executeTakeFirst()
}

/** Keeps a paper; false when another print of it was faster, and that one is the paper. */
export async function keepPaper({ db }: Centre, paper: PaperToKeep): Promise<boolean> {
  const { id, dossier, form, at, staff, data, bytes } = paper
  const { numInsertedOrUpdatedRows: written } = await db
    .insertInto('paper')
    .values({
      id,
      dossier_id: dossier,
      form,
      at,
      staff_id: staff,
      data: JSON.stringify(data),
      bytes: Buffer.from(bytes),
    })
    .onConflict((conflict) => conflict.columns(['dossier_id', 'form']).doNothing())
    .executeTakeFirstOrThrow()
  return written === 1n
}

/** Writes down that a paper was given out again. */
export async function recordReprint(
  { db }: Centre,
  {
    id,
    paper,
    at,
    staff,
  }: { readonly id: string; readonly paper: string; readonly at: Moment; readonly staff: string },
): Promise<void> {
  await db.insertInto('paper_reprint').values({ id, paper_id: paper, at, staff_id: staff }).execute()
}

/** How often a paper was given out again. */
export async function reprintsOf({ db }: Centre, paper: string): Promise<number> {
  const { count } = await db
    .selectFrom('paper_reprint')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('paper_id', '=', paper)
    .executeTakeFirstOrThrow()
  return count
}
