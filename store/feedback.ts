import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import type { Moment } from '#domain/calendar/moment.ts'
import {
  type Feedback,
  FEEDBACK_STAGES,
  type FeedbackEvent,
  type FeedbackStage,
} from '#domain/opinions/feedback.ts'
import type { FeedbackKind } from '#domain/opinions/opinion-rules.ts'
import type { Centre } from './database.ts'
import { addTelling, type ToTell } from './outbox.ts'
import type { CentreTables } from './tables.ts'
import { unlessTaken } from './sql-state.ts'

/** What a citizen wrote and who it was. */
export interface FeedbackWords {
  readonly citizen: string | null
  readonly name: string | null
  readonly contact: string | null
  readonly address: string | null
  readonly dossier: string | null
  readonly body: string
}

export interface KeptFeedback extends FeedbackWords {
  readonly id: string
  readonly code: string
  readonly keyHash: string
  readonly state: Feedback
  readonly fileName: string | null
}

export interface FileToKeep {
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
  readonly bytes: Uint8Array
}

/** Keeps what was written; false when the code is taken by another. Of an id that was used before nothing is written. */
export async function keepFeedback(
  { db }: Centre,
  kept: Omit<KeptFeedback, 'fileName'> & { readonly event: FeedbackEvent; readonly file: FileToKeep | null },
): Promise<boolean> {
  const { id, code, keyHash, state, citizen, name, contact, address, dossier, body, event, file } = kept
  const hash = file && Buffer.from(file.sha256, 'hex')
  return unlessTaken(
    db.transaction().execute(async (whole) => {
      if (file && hash)
        await whole
          .insertInto('scan_content')
          .values({ sha256: hash, media_type: file.mediaType, bytes: Buffer.from(file.bytes) })
          .onConflict((known) => known.column('sha256').doNothing())
          .execute()
      const { numInsertedOrUpdatedRows } = await whole
        .insertInto('feedback')
        .values({
          id,
          code,
          key_hash: keyHash,
          received_at: state.receivedAt,
          ...columnsOf(state),
          citizen_id: citizen,
          name,
          contact,
          address,
          dossier_code: dossier,
          body,
          file_name: file?.name ?? null,
          file_sha256: hash,
        })
        .onConflict((already) => already.column('id').doNothing())
        .executeTakeFirstOrThrow()
      if (numInsertedOrUpdatedRows === 1n)
        await whole
          .insertInto('feedback_event')
          .values(eventRow(id, id, state, event))
          .execute()
      return true
    }),
  )
}

/** Writes what happened to it; false when somebody was quicker. */
export async function writeFeedback(
  { db }: Centre,
  written: {
    readonly command: string
    readonly id: string
    readonly state: Feedback
    readonly event: FeedbackEvent
    /** What the sender is told of it, in the same transaction. */
    readonly tell: ToTell | null
  },
): Promise<boolean> {
  const { command, id, state, event, tell } = written
  return unlessTaken(
    db.transaction().execute(async (whole) => {
      const { numUpdatedRows } = await whole
        .updateTable('feedback')
        .set(columnsOf(state))
        .where('id', '=', id)
        .where('version', '=', state.version - 1)
        .executeTakeFirstOrThrow()
      if (numUpdatedRows === 0n) return false
      await whole
        .insertInto('feedback_event')
        .values(eventRow(command, id, state, event))
        .execute()
      if (tell) await addTelling({ db: whole }, tell)
      return true
    }),
  )
}

function columnsOf(state: Feedback) {
  return {
    kind: state.kind,
    stage: state.stage,
    unit: state.unit,
    staff_id: state.staff,
    due_at: state.due,
    published_at: state.published?.at ?? null,
    version: state.version,
    state: JSON.stringify(state),
  }
}

function eventRow(command: string, id: string, { version }: Feedback, event: FeedbackEvent) {
  const { type, at, ...content } = event
  return { id: command, feedback_id: id, version, at, type, content: JSON.stringify(content) }
}

/** Which feedback a command was about, where it was carried out. */
export async function feedbackOfCommand({ db }: Centre, command: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('feedback_event')
    .select('feedback_id')
    .where('id', '=', command)
    .executeTakeFirst()
  return row?.feedback_id
}

const COLUMNS = [
  'id',
  'code',
  'key_hash as keyHash',
  'state',
  'citizen_id as citizen',
  'name',
  'contact',
  'address',
  'dossier_code as dossier',
  'body',
  'file_name as fileName',
] as const

export async function feedbackById({ db }: Centre, id: string): Promise<KeptFeedback | undefined> {
  return db
    .selectFrom('feedback')
    .select(COLUMNS)
    .where('id', '=', id)
    .$castTo<KeptFeedback>()
    .executeTakeFirst()
}

export async function feedbackByCode({ db }: Centre, code: string): Promise<KeptFeedback | undefined> {
  return db
    .selectFrom('feedback')
    .select(COLUMNS)
    .where('code', '=', code)
    .$castTo<KeptFeedback>()
    .executeTakeFirst()
}

/** What happened to it, oldest first. */
export async function feedbackHistory({ db }: Centre, id: string): Promise<readonly FeedbackEvent[]> {
  const rows = await db
    .selectFrom('feedback_event')
    .select(['type', 'at', 'content'])
    .where('feedback_id', '=', id)
    .orderBy('version')
    .execute()
  return rows.map(({ type, at, content }) => ({ ...content, type, at }) as FeedbackEvent)
}

/** The file that was sent with it. */
export async function feedbackFile({ db }: Centre, code: string) {
  return db
    .selectFrom('feedback')
    .innerJoin('scan_content as k', 'k.sha256', 'feedback.file_sha256')
    .select(['feedback.file_name as name', 'k.media_type as mediaType', 'k.bytes'])
    .where('feedback.code', '=', code)
    .executeTakeFirst()
}

/** Whose feedback a person sees: all, or what lies with units, or with the person. */
export interface FeedbackSight {
  readonly isWhole: boolean
  /** Units the person works in: what nobody of them was given. */
  readonly units: readonly string[]
  /** Units the person heads: everything. */
  readonly led: readonly string[]
  readonly staff: string
}

export interface FeedbackLine {
  readonly id: string
  readonly code: string
  readonly kind: FeedbackKind
  readonly stage: FeedbackStage
  readonly unit: string | null
  readonly staff: string | null
  readonly receivedAt: Moment
  readonly due: Moment | null
}

const LINE = [
  'id',
  'code',
  'kind',
  'stage',
  'unit',
  'staff_id as staff',
  'received_at as receivedAt',
  'due_at as due',
] as const

/** Feedback a person sees: what waits for an answer by its due moment, or what is done, the latest first. */
export async function listFeedback(
  { db }: Centre,
  sight: FeedbackSight,
  asked: {
    readonly isWaiting: boolean
    readonly after: { readonly at: Moment; readonly id: string } | null
    readonly size: number
  },
): Promise<readonly FeedbackLine[]> {
  const { isWaiting, after, size } = asked
  const order = isWaiting ? ('due_at' as const) : ('received_at' as const)
  return db
    .selectFrom('feedback')
    .select(LINE)
    .where((where) => isSeen(where, sight))
    .where('stage', 'in', stagesOf(isWaiting, sight))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(${sql.ref(order)}, id) ${isWaiting ? sql`>` : sql`<`} (${after?.at}::timestamptz, ${after?.id}::uuid)`,
      ),
    )
    .orderBy(order, isWaiting ? 'asc' : 'desc')
    .orderBy('id', isWaiting ? 'asc' : 'desc')
    .limit(size)
    .$castTo<FeedbackLine>()
    .execute()
}

export async function countWaitingFeedback({ db }: Centre, sight: FeedbackSight): Promise<number> {
  const { count } = await db
    .selectFrom('feedback')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where((where) => isSeen(where, sight))
    .where('due_at', 'is not', null)
    .where('stage', 'in', stagesOf(true, sight))
    .executeTakeFirstOrThrow()
  return count
}

type Where = ExpressionBuilder<CentreTables, 'feedback'>

function isSeen(where: Where, { isWhole, units, led, staff }: FeedbackSight): Expression<SqlBool> {
  if (isWhole) return sql<boolean>`true`
  return where.or([
    where('staff_id', '=', staff),
    ...(led.length > 0 ? [where('unit', 'in', [...led])] : []),
    ...(units.length > 0
      ? [where.and([where('unit', 'in', [...units]), where('staff_id', 'is', null)])]
      : []),
  ])
}

/** What is waited for: of the director appeals too. */
function stagesOf(isWaiting: boolean, { isWhole }: FeedbackSight): readonly FeedbackStage[] {
  const waiting: readonly FeedbackStage[] = isWhole ? ['open', 'appealed'] : ['open']
  return FEEDBACK_STAGES.filter((stage) => waiting.includes(stage) === isWaiting)
}

/** What an account sent, the latest first. */
export async function feedbackOfCitizen(
  { db }: Centre,
  citizen: string,
  size: number,
): Promise<readonly FeedbackLine[]> {
  return db
    .selectFrom('feedback')
    .select(LINE)
    .where('citizen_id', '=', citizen)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size)
    .$castTo<FeedbackLine>()
    .execute()
}

/** Feedback whose answer is due before a moment and of which nobody was reminded yet. */
export async function unremindedFeedback(
  { db }: Centre,
  { kind, before, size }: { readonly kind: string; readonly before: Moment; readonly size: number },
): Promise<readonly (FeedbackLine & { readonly due: Moment })[]> {
  return db
    .selectFrom('feedback')
    .select(LINE)
    .where('stage', 'in', ['open', 'appealed'])
    .where('due_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('feedback_reminder as told')
            .select(sql`1`.as('one'))
            .whereRef('told.feedback_id', '=', 'feedback.id')
            .where('told.kind', '=', kind)
            .whereRef('told.basis', '=', 'feedback.due_at'),
        ),
      ),
    )
    .orderBy('due_at')
    .orderBy('id')
    .limit(size)
    .$castTo<FeedbackLine & { readonly due: Moment }>()
    .execute()
}

/** Keeps that somebody was reminded; false where that was done already. */
export async function writeFeedbackReminder(
  { db }: Centre,
  told: { readonly id: string; readonly kind: string; readonly due: Moment; readonly at: Moment },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('feedback_reminder')
    .values({ feedback_id: told.id, kind: told.kind, basis: told.due, at: told.at })
    .onConflict((already) => already.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** When somebody was reminded of it, latest first. */
export async function remindedOfFeedback({ db }: Centre, id: string): Promise<readonly Moment[]> {
  const rows = await db
    .selectFrom('feedback_reminder')
    .select('at')
    .where('feedback_id', '=', id)
    .orderBy('at', 'desc')
    .limit(20)
    .execute()
  return rows.map(({ at }) => at)
}

/** What is published: without code, sender, or the words that came in. */
export interface PublishedAnswer {
  readonly id: string
  readonly kind: FeedbackKind
  readonly published: NonNullable<Feedback['published']>
}

/** Published answers, the latest first, behind one of them. */
export async function publishedAnswers(
  { db }: Centre,
  {
    after,
    size,
  }: { readonly after: { readonly at: Moment; readonly id: string } | null; readonly size: number },
): Promise<readonly PublishedAnswer[]> {
  return db
    .selectFrom('feedback')
    .select(['id', 'kind'])
    .select(sql<NonNullable<Feedback['published']>>`state -> 'published'`.as('published'))
    .where('published_at', 'is not', null)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(published_at, id) < (${after?.at}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size)
    .$castTo<PublishedAnswer>()
    .execute()
}
