import type { Day } from '#domain/calendar/moment.ts'
import type { ResultForm } from '#domain/procedure/result-form.ts'
import type { WithDatabase } from './law.ts'

/** A result form with its template, as it was published. */
export interface PublishedResultForm extends ResultForm {
  readonly hash: string
  /** The file the template begins with. */
  readonly main: string
  readonly files: { readonly [name: string]: string }
}

/** All versions, oldest first. */
export async function resultForms({ db }: WithDatabase): Promise<PublishedResultForm[]> {
  const rows = await db
    .selectFrom('result_form')
    .select(['hash', 'key', 'from_on as from', 'until_on as until', 'content', 'main', 'files'])
    .orderBy('key')
    .orderBy('from_on')
    .execute()
  return rows.map(({ content, ...row }) => ({ ...content, ...row }))
}

export async function publishResultForms(
  { db }: WithDatabase,
  forms: readonly PublishedResultForm[],
): Promise<void> {
  for (const { hash, key, from, until, main, files, ...content } of forms)
    await db
      .insertInto('result_form')
      .values({
        hash,
        key,
        from_on: from,
        until_on: until,
        main,
        files: JSON.stringify(files),
        content: JSON.stringify(content),
      })
      .execute()
}

/** A form ends on a day; drafts written by it keep it. */
export async function endResultForm({ db }: WithDatabase, hash: string, until: Day | null): Promise<void> {
  await db.updateTable('result_form').set({ until_on: until }).where('hash', '=', hash).execute()
}
