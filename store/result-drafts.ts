import type { Moment } from '#domain/calendar/moment.ts'
import type { Post } from '#domain/people/may.ts'
import type { ResultValues } from '#domain/procedure/result-form.ts'
import type { Centre } from './database.ts'
import { together } from './gathered.ts'

/** A version of the result of a dossier; it is never changed. */
export interface DraftRow {
  /** The id of the command that saved it. */
  readonly id: string
  readonly dossier: string
  /** From 1. */
  readonly number: number
  /** Hash of the result form it was written by. */
  readonly form: string
  readonly values: ResultValues
  /** What is printed. */
  readonly data: object
  readonly why: string
  readonly at: Moment
  readonly staff: string
  readonly unit: string
  readonly post: Post
}

export interface DraftCommentRow {
  readonly id: string
  readonly dossier: string
  readonly number: number
  readonly text: string
  readonly at: Moment
  readonly staff: string
  readonly unit: string
  readonly post: Post
}

/**
 * Adds the next version. False when somebody saved one meanwhile, or the dossier is no longer at this version: the row of
 * the dossier names the newest, and approving goes by it as well.
 */
export function addDraft(
  { db }: Centre,
  { dossier, staff, values, data, ...draft }: DraftRow,
  dossierVersion: number,
): Promise<boolean> {
  return db.transaction().execute(async (within) => {
    const before = draft.number === 1 ? null : draft.number - 1
    const { numUpdatedRows } = await within
      .updateTable('dossier')
      .set({ draft: draft.number })
      .where('id', '=', dossier)
      .where('version', '=', dossierVersion)
      .where('draft', 'is not distinct from', before)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return false
    await within
      .insertInto('result_draft')
      .values({
        ...draft,
        dossier_id: dossier,
        staff_id: staff,
        field_values: JSON.stringify(values),
        data: JSON.stringify(data),
      })
      .execute()
    return true
  })
}

/** All versions of a dossier's result, the oldest first. */
export async function draftsOf(centre: Centre, dossier: string): Promise<DraftRow[]> {
  const rows = await drafts(centre)
    .where('dossier_id', '=', dossier)
    .orderBy('number')
    .limit(MOST_DRAFTS)
    .execute()
  return rows.map(asDraft)
}

/** Nobody reads more versions of one paper. */
export const MOST_DRAFTS = 200

/** The newest version. */
export const newestDraft = together<string, DraftRow | null>(async (centre, dossiers) => {
  const rows = await drafts(centre)
    .distinctOn('dossier_id')
    .where('dossier_id', 'in', dossiers)
    .orderBy('dossier_id')
    .orderBy('number', 'desc')
    .execute()
  const newest = new Map(rows.map((row) => [row.dossier, asDraft(row)]))
  return dossiers.map((dossier) => newest.get(dossier) ?? null)
})

/** A certain version. */
export async function draftOf(
  centre: Centre,
  dossier: string,
  number: number,
): Promise<DraftRow | undefined> {
  const row = await drafts(centre)
    .where('dossier_id', '=', dossier)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && asDraft(row)
}

/** What was saved by a command; undefined when its id is new. */
export async function draftById(centre: Centre, id: string): Promise<DraftRow | undefined> {
  const row = await drafts(centre).where('id', '=', id).executeTakeFirst()
  return row && asDraft(row)
}

/** Adds a comment. Of an id that was used before nothing is written; what stands under the id is answered. */
export async function addDraftComment(
  centre: Centre,
  { dossier, staff, ...comment }: DraftCommentRow,
): Promise<DraftCommentRow> {
  await centre.db
    .insertInto('result_draft_comment')
    .values({ ...comment, dossier_id: dossier, staff_id: staff })
    .onConflict((already) => already.column('id').doNothing())
    .execute()
  return asComment(await comments(centre).where('id', '=', comment.id).executeTakeFirstOrThrow())
}

/** The comments on the drafts of a dossier, the oldest first. */
export async function draftCommentsOf(centre: Centre, dossier: string): Promise<DraftCommentRow[]> {
  const rows = await comments(centre)
    .where('dossier_id', '=', dossier)
    .orderBy('at')
    .orderBy('id')
    .limit(MOST_COMMENTS)
    .execute()
  return rows.map(asComment)
}

const MOST_COMMENTS = 500

const DRAFT = [
  'id',
  'dossier_id as dossier',
  'number',
  'form',
  'field_values as values',
  'data',
  'why',
] as const
const WRITER = ['at', 'staff_id as staff', 'unit', 'post'] as const

function drafts({ db }: Centre) {
  return db.selectFrom('result_draft').select([...DRAFT, ...WRITER])
}

function comments({ db }: Centre) {
  return db
    .selectFrom('result_draft_comment')
    .select(['id', 'dossier_id as dossier', 'number', 'text', ...WRITER])
}

const asDraft = (row: Omit<DraftRow, 'post'> & { readonly post: string }): DraftRow => ({
  ...row,
  post: row.post as Post,
})
const asComment = (row: Omit<DraftCommentRow, 'post'> & { readonly post: string }): DraftCommentRow => ({
  ...row,
  post: row.post as Post,
})
