import type { Day } from '#domain/calendar/moment.ts'
import type { QuietTime } from '#domain/notices/quiet-hours.ts'
import type { DatedTemplate } from '#domain/notices/template.ts'
import type { WithDatabase } from './law.ts'

/** A template of a centre's own, known by the hash of all it says. */
export interface PublishedNoticeTemplate extends DatedTemplate {
  readonly hash: string
}

/** The quiet hours of the centre, as entered, by the day they hold from. */
export function quietTimes({ db }: WithDatabase): Promise<QuietTime[]> {
  return db
    .selectFrom('quiet_time')
    .select(['from_on as from', 'begins', 'ends', 'ground'])
    .orderBy('from_on')
    .execute()
}

/** Adds quiet hours, or sets those of a day anew. */
export async function publishQuietTimes({ db }: WithDatabase, times: readonly QuietTime[]): Promise<void> {
  for (const { from, ...rest } of times)
    await db
      .insertInto('quiet_time')
      .values({ from_on: from, ...rest })
      .onConflict((known) => known.column('from_on').doUpdateSet(rest))
      .execute()
}

export async function removeQuietTime({ db }: WithDatabase, from: Day): Promise<void> {
  await db.deleteFrom('quiet_time').where('from_on', '=', from).execute()
}

/** All templates a centre has had, by the day they hold from. */
export function noticeTemplates({ db }: WithDatabase): Promise<PublishedNoticeTemplate[]> {
  return db
    .selectFrom('notice_template')
    .select(['hash', 'kind', 'form', 'language', 'from_on as from', 'until_on as until', 'subject', 'text'])
    .orderBy('from_on')
    .orderBy('hash')
    .$castTo<PublishedNoticeTemplate>()
    .execute()
}

export async function publishNoticeTemplates(
  { db }: WithDatabase,
  templates: readonly PublishedNoticeTemplate[],
): Promise<void> {
  for (const { from, until, ...rest } of templates)
    await db
      .insertInto('notice_template')
      .values({ ...rest, from_on: from, until_on: until })
      .execute()
}

/** A template ends on a day; what was sent with it says so. */
export async function endNoticeTemplate(
  { db }: WithDatabase,
  hash: string,
  until: Day | null,
): Promise<void> {
  await db.updateTable('notice_template').set({ until_on: until }).where('hash', '=', hash).execute()
}
