import { sql } from 'kysely'
import type { Moment } from '#domain/calendar/moment.ts'
import type { TypedAnswers } from '#domain/procedure/read-answer.ts'
import type { Centre } from './database.ts'

type WithDatabase = Pick<Centre, 'db'>

/** Which boxes were filled in from what is known, and whence: the sign-in, or an earlier filing by its code. */
export interface KnownBoxes {
  readonly [name: string]: string
}

/** A dossier that waits for its citizen, and whether code, key and number opened it, and no account. */
export interface DossierAnswered {
  readonly code: string
  readonly isByKey: boolean
}

export interface DraftRow {
  readonly id: string
  readonly citizen: string | null
  /** SHA-256 of what the browser holds, hexadecimal. */
  readonly browser: string | null
  readonly helper: string | null
  readonly procedure: string
  readonly form: string
  readonly formVersion: number
  readonly typed: TypedAnswers
  readonly known: KnownBoxes
  /** The filing it answers; null for a new one. */
  readonly answers: string | null
  /** The dossier it answers after its receipt; null for any other. */
  readonly answersDossier: DossierAnswered | null
  readonly madeAt: Moment
  readonly changedAt: Moment
}

export async function addDraft({ db }: WithDatabase, draft: DraftRow): Promise<void> {
  await db
    .insertInto('filing_draft')
    .values({
      id: draft.id,
      citizen_id: draft.citizen,
      browser_hash: draft.browser === null ? null : Buffer.from(draft.browser, 'hex'),
      helper_id: draft.helper,
      procedure_key: draft.procedure,
      form_key: draft.form,
      form_version: draft.formVersion,
      typed: JSON.stringify(draft.typed),
      known: JSON.stringify(draft.known),
      answers_filing: draft.answers,
      answers_dossier: draft.answersDossier?.code ?? null,
      answers_by_key: draft.answersDossier?.isByKey ?? false,
      made_at: draft.madeAt,
      changed_at: draft.changedAt,
    })
    .onConflict((known) => known.column('id').doNothing())
    .execute()
}

export async function draftOf({ db }: WithDatabase, id: string): Promise<DraftRow | undefined> {
  const row = await db.selectFrom('filing_draft').selectAll().where('id', '=', id).executeTakeFirst()
  return row && rowOf(row)
}

type Row = Awaited<ReturnType<typeof anyRow>>
const anyRow = ({ db }: WithDatabase) => db.selectFrom('filing_draft').selectAll().executeTakeFirstOrThrow()

function rowOf(row: Row): DraftRow {
  return {
    id: row.id,
    citizen: row.citizen_id,
    browser: row.browser_hash?.toString('hex') ?? null,
    helper: row.helper_id,
    procedure: row.procedure_key,
    form: row.form_key,
    formVersion: row.form_version,
    typed: row.typed,
    known: row.known,
    answers: row.answers_filing,
    answersDossier:
      row.answers_dossier === null ? null : { code: row.answers_dossier, isByKey: row.answers_by_key },
    madeAt: row.made_at,
    changedAt: row.changed_at,
  }
}

/** The drafts of an account, of a browser or of an officer who helps, the latest first. */
export async function draftsOf(
  { db }: WithDatabase,
  whose: { readonly citizen: string } | { readonly browser: string } | { readonly helper: string },
  size: number,
): Promise<DraftRow[]> {
  const rows = await db
    .selectFrom('filing_draft')
    .selectAll()
    .where((eb) => {
      if ('citizen' in whose) return eb('citizen_id', '=', whose.citizen)
      return 'helper' in whose
        ? eb('helper_id', '=', whose.helper)
        : eb('browser_hash', '=', Buffer.from(whose.browser, 'hex'))
    })
    .orderBy('changed_at', 'desc')
    .limit(size)
    .execute()
  return rows.map(rowOf)
}

/** Puts what was typed on a page in place of what stood in its boxes; other pages stay, whoever has them open. */
export async function saveTyped(
  { db }: WithDatabase,
  id: string,
  page: { readonly boxes: readonly string[]; readonly typed: TypedAnswers; readonly at: Moment },
): Promise<void> {
  const { boxes, typed, at } = page
  await db
    .updateTable('filing_draft')
    .set(({ ref }) => ({
      typed: sql<string>`(${ref('typed')} - ${[...boxes]}::text[]) || ${JSON.stringify(typed)}::jsonb`,
      known: sql<string>`${ref('known')} - ${[...boxes]}::text[]`,
      changed_at: at,
    }))
    .where('id', '=', id)
    .execute()
}

/** Fills in what is known, where nothing stands yet. */
export async function fillIn(
  { db }: WithDatabase,
  id: string,
  { typed, known }: Pick<DraftRow, 'typed' | 'known'>,
): Promise<void> {
  await db
    .updateTable('filing_draft')
    .set(({ ref }) => ({
      typed: sql<string>`${JSON.stringify(typed)}::jsonb || ${ref('typed')}`,
      known: sql<string>`${JSON.stringify(known)}::jsonb || ${ref('known')}`,
    }))
    .where('id', '=', id)
    .execute()
}

/** The draft of a browser becomes that of the account that has signed in there. */
export async function takeOverDraft({ db }: WithDatabase, id: string, citizen: string): Promise<void> {
  await db
    .updateTable('filing_draft')
    .set({ citizen_id: citizen, browser_hash: null })
    .where('id', '=', id)
    .where('citizen_id', 'is', null)
    .execute()
}

/** The draft goes on with another version of its form. */
export async function moveDraft(
  { db }: WithDatabase,
  id: string,
  { key, version }: { readonly key: string; readonly version: number },
): Promise<void> {
  await db
    .updateTable('filing_draft')
    .set({ form_key: key, form_version: version })
    .where('id', '=', id)
    .execute()
}

/** Throws a draft away with what was on its way to it, and with its files unless they belong to a filing now. */
export async function dropDraft({ db }: WithDatabase, id: string, withFiles: boolean): Promise<void> {
  if (withFiles) await db.deleteFrom('filing_file').where('filing_id', '=', id).execute()
  await db.deleteFrom('upload').where('of_id', '=', id).execute()
  await db.deleteFrom('filing_draft').where('id', '=', id).execute()
}

/** Drafts nobody has touched since, the oldest first. */
export async function draftsUntouched({ db }: WithDatabase, since: Moment, size: number) {
  const rows = await db
    .selectFrom('filing_draft')
    .select('id')
    .where('changed_at', '<', since)
    .orderBy('changed_at')
    .limit(size)
    .execute()
  return rows
}
