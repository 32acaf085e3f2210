import type { Moment } from '#domain/calendar/moment.ts'
import type { Post } from '#domain/people/may.ts'
import type { Centre } from './database.ts'

export interface NoteRow {
  /** The id of the command that wrote it. */
  readonly id: string
  readonly dossier: string
  readonly at: Moment
  readonly staff: string
  readonly unit: string
  readonly post: Post
  readonly text: string
}

/** Adds a note. Of an id that was used before nothing is written; what stands under the id is answered. */
export async function addNote(centre: Centre, note: NoteRow): Promise<NoteRow> {
  const { dossier, staff, ...rest } = note
  await centre.db
    .insertInto('dossier_note')
    .values({ ...rest, dossier_id: dossier, staff_id: staff })
    .onConflict((already) => already.column('id').doNothing())
    .execute()
  return asNote(await notes(centre).where('id', '=', note.id).executeTakeFirstOrThrow())
}

/** The latest notes on a dossier, latest first. */
export async function notesOf(centre: Centre, dossier: string, most: number): Promise<readonly NoteRow[]> {
  const rows = await notes(centre)
    .where('dossier_id', '=', dossier)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(asNote)
}

function asNote(row: Omit<NoteRow, 'post'> & { readonly post: string }): NoteRow {
  return { ...row, post: row.post as Post }
}

function notes({ db }: Centre) {
  return db
    .selectFrom('dossier_note')
    .select(['id', 'dossier_id as dossier', 'at', 'staff_id as staff', 'unit', 'post', 'text'])
}
