import type { Day } from '#domain/calendar/moment.ts'
import type { WithDatabase } from './law.ts'

/** A template of the centre in place of the house's: for dossiers received from a day on, until another. */
export interface PaperTemplate {
  readonly hash: string
  readonly form: string
  readonly from: Day
  /** First day on which it no longer holds; null while open-ended. */
  readonly until: Day | null
  /** The file it begins with. */
  readonly main: string
  readonly files: { readonly [name: string]: string }
}

const COLUMNS = ['hash', 'form', 'from_on as from', 'until_on as until', 'main', 'files'] as const

/** The centre's own template of a form for dossiers received on a day; undefined where the house's holds. */
export async function paperTemplateOn(
  { db }: WithDatabase,
  form: string,
  on: Day,
): Promise<PaperTemplate | undefined> {
  return db
    .selectFrom('paper_template')
    .select(COLUMNS)
    .where('form', '=', form)
    .where('from_on', '<=', on)
    .where(({ eb, or }) => or([eb('until_on', 'is', null), eb('until_on', '>', on)]))
    .orderBy('from_on', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** All templates a centre has had, by form and day. */
export async function paperTemplates({ db }: WithDatabase): Promise<PaperTemplate[]> {
  return db.selectFrom('paper_template').select(COLUMNS).orderBy('form').orderBy('from_on').execute()
}

export async function publishPaperTemplates(
  { db }: WithDatabase,
  templates: readonly PaperTemplate[],
): Promise<void> {
  for (const { from, until, files, ...rest } of templates)
    await db
      .insertInto('paper_template')
      .values({ ...rest, from_on: from, until_on: until, files: JSON.stringify(files) })
      .execute()
}

/** A template ends on a day; what was printed with it keeps it. */
export async function endPaperTemplate({ db }: WithDatabase, hash: string, until: Day | null): Promise<void> {
  await db.updateTable('paper_template').set({ until_on: until }).where('hash', '=', hash).execute()
}
