import { sql } from 'kysely'
import type { Moment } from '#domain/calendar/moment.ts'
import type { Centre } from './database.ts'

export interface PaperToKeep {
  readonly id: string
  /** Null for a paper that is of no dossier. */
  readonly dossier: string | null
  readonly form: string
  /** What it is of: there is one paper a form and thing. */
  readonly about: string
  readonly at: Moment
  readonly staff: string
  /** The centre's own template it was printed with. */
  readonly template: string | null
  /** The version of the house's, where it was printed with that. */
  readonly houseTemplate: string | null
  readonly data: object
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string
}

export interface KeptPaper {
  readonly id: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** A paper as it was printed; undefined while it was not. */
export async function keptPaper({ db }: Centre, form: string, about: string): Promise<KeptPaper | undefined> {
  return db
    .selectFrom('paper')
    .select(['id', 'bytes', sql<string>`encode(sha256, 'hex')`.as('sha256')])
    .where('form', '=', form)
    .where('about', '=', about)
    .executeTakeFirst()
}

/** Keeps a paper; false when another print of it was faster, and that one is the paper. */
export async function keepPaper({ db }: Centre, paper: PaperToKeep): Promise<boolean> {
  const { dossier, staff, data, bytes, sha256, houseTemplate, ...rest } = paper
  const { numInsertedOrUpdatedRows: written } = await db
    .insertInto('paper')
    .values({
      ...rest,
      dossier_id: dossier,
      staff_id: staff,
      data: JSON.stringify(data),
      bytes: Buffer.from(bytes),
      sha256: Buffer.from(sha256, 'hex'),
      house_template: houseTemplate,
    })
    .onConflict((conflict) => conflict.columns(['form', 'about']).doNothing())
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
