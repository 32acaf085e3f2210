import { sql } from 'kysely'
import type { Day, Moment } from '#domain/calendar/moment.ts'
import type { HomeAskedBy, HomeEvent, HomeRequest, HomeStage } from '#domain/outreach/home-visit.ts'
import type { Telling } from '#domain/notices/notice.ts'
import type { Centre } from './database.ts'
import { addTelling } from './outbox.ts'
import { unlessTaken } from './sql-state.ts'

/** Who is to be visited, where, and what for. */
export interface HomeWords {
  readonly askedBy: HomeAskedBy
  readonly citizen: string | null
  /** Who entered it; null where it came online. */
  readonly staff: string | null
  readonly commune: string
  readonly hamlet: string
  readonly name: string
  /** A day, a month or a year. */
  readonly born: string | null
  readonly phone: string | null
  readonly address: string
  /** Somebody who opens the door, or can be called. */
  readonly contactName: string | null
  readonly contactPhone: string | null
  readonly wish: string
}

export interface KeptHomeRequest extends HomeWords {
  readonly id: string
  readonly code: string
  readonly keyHash: string
  readonly state: HomeRequest
}

/** Keeps a request; false when the code is taken by another. Of an id that was used before nothing is written. */
export async function keepHomeRequest(
  { db }: Centre,
  kept: KeptHomeRequest & { readonly event: HomeEvent },
): Promise<boolean> {
  const { id, code, keyHash, state, event } = kept
  return unlessTaken(
    db.transaction().execute(async (whole) => {
      const { numInsertedOrUpdatedRows } = await whole
        .insertInto('home_request')
        .values({
          id,
          code,
          key_hash: keyHash,
          asked_at: state.askedAt,
          ...columnsOf(state),
          commune: kept.commune,
          hamlet: kept.hamlet,
          asked_by: kept.askedBy,
          citizen_id: kept.citizen,
          staff_id: kept.staff,
          name: kept.name,
          born: kept.born,
          phone: kept.phone,
          address: kept.address,
          contact_name: kept.contactName,
          contact_phone: kept.contactPhone,
          wish: kept.wish,
        })
        .onConflict((already) => already.column('id').doNothing())
        .executeTakeFirstOrThrow()
      if (numInsertedOrUpdatedRows === 1n)
        await whole
          .insertInto('home_request_event')
          .values(eventRow(id, id, state, event))
          .execute()
      return true
    }),
  )
}

export interface HomeToWrite {
  readonly command: string
  readonly id: string
  readonly state: HomeRequest
  readonly event: HomeEvent
  /** The request's code, and what whoever asked is told; null where that is nothing. */
  readonly tell?: { readonly code: string; readonly telling: Telling } | null
}

/** Writes what happened to a request and, in the same transaction, what is to be told of it; false when somebody was quicker. */
export async function writeHomeRequest({ db }: Centre, written: HomeToWrite): Promise<boolean> {
  return unlessTaken(db.transaction().execute((whole) => writeHomeRequestIn({ db: whole }, written)))
}

/** The same in a transaction that writes more. */
export async function writeHomeRequestIn(
  { db }: Pick<Centre, 'db'>,
  { command, id, state, event, tell }: HomeToWrite,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('home_request')
    .set(columnsOf(state))
    .where('id', '=', id)
    .where('version', '=', state.version - 1)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return false
  await db
    .insertInto('home_request_event')
    .values(eventRow(command, id, state, event))
    .execute()
  const cause = `event ${state.version}`
  if (tell) await addTelling({ db }, { about: 'home-visit', code: tell.code, cause, ...tell.telling })
  return true
}

function columnsOf(state: HomeRequest) {
  return {
    stage: state.stage,
    visit_on: state.schedule?.on ?? null,
    version: state.version,
    state: JSON.stringify(state),
  }
}

function eventRow(command: string, id: string, { version }: HomeRequest, event: HomeEvent) {
  const { type, at, ...content } = event
  return { id: command, request_id: id, version, at, type, content: JSON.stringify(content) }
}

/** Which request a command was about, where it was carried out. */
export async function homeRequestOfCommand({ db }: Centre, command: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('home_request_event')
    .select('request_id')
    .where('id', '=', command)
    .executeTakeFirst()
  return row?.request_id
}

const COLUMNS = [
  'id',
  'code',
  'key_hash as keyHash',
  'state',
  'asked_by as askedBy',
  'citizen_id as citizen',
  'staff_id as staff',
  'commune',
  'hamlet',
  'name',
  'born',
  'phone',
  'address',
  'contact_name as contactName',
  'contact_phone as contactPhone',
  'wish',
] as const

export async function homeRequestById(
  { db }: Pick<Centre, 'db'>,
  id: string,
): Promise<KeptHomeRequest | undefined> {
  return db
    .selectFrom('home_request')
    .select(COLUMNS)
    .where('id', '=', id)
    .$castTo<KeptHomeRequest>()
    .executeTakeFirst()
}

export async function homeRequestByCode({ db }: Centre, code: string): Promise<KeptHomeRequest | undefined> {
  return db
    .selectFrom('home_request')
    .select(COLUMNS)
    .where('code', '=', code)
    .$castTo<KeptHomeRequest>()
    .executeTakeFirst()
}

/** Requests in some stages, the longest waiting first, or the latest where they are done. */
export async function listHomeRequests(
  { db }: Centre,
  {
    stages,
    isLatestFirst,
    after,
    size,
  }: {
    readonly stages: readonly HomeStage[]
    readonly isLatestFirst: boolean
    readonly after: { readonly at: Moment; readonly id: string } | null
    readonly size: number
  },
): Promise<readonly KeptHomeRequest[]> {
  const order = isLatestFirst ? 'desc' : 'asc'
  return db
    .selectFrom('home_request')
    .select(COLUMNS)
    .where('stage', 'in', [...stages])
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(asked_at, id) ${isLatestFirst ? sql`<` : sql`>`} (${after?.at}::timestamptz, ${after?.id}::uuid)`,
      ),
    )
    .orderBy('asked_at', order)
    .orderBy('id', order)
    .limit(size)
    .$castTo<KeptHomeRequest>()
    .execute()
}

/** A day's visits; what was ended is none. */
export async function homeVisitsOn({ db }: Centre, on: Day): Promise<readonly KeptHomeRequest[]> {
  return db
    .selectFrom('home_request')
    .select(COLUMNS)
    .where('visit_on', '=', on)
    .where('stage', 'in', ['scheduled', 'visited'])
    .orderBy('id')
    .limit(100)
    .$castTo<KeptHomeRequest>()
    .execute()
}

/** What an account asked for, the latest first. */
export async function homeRequestsOfCitizen(
  { db }: Centre,
  citizen: string,
  size: number,
): Promise<readonly KeptHomeRequest[]> {
  return db
    .selectFrom('home_request')
    .select(COLUMNS)
    .where('citizen_id', '=', citizen)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size)
    .$castTo<KeptHomeRequest>()
    .execute()
}

/** Requests that something happened to between two moments: asked, judged or visited. */
export async function homeRequestsBetween(
  { db }: Centre,
  from: Moment,
  before: Moment,
): Promise<readonly HomeRequest[]> {
  const rows = await db
    .selectFrom('home_request as r')
    .select('r.state')
    .distinctOn('r.id')
    .innerJoin('home_request_event as e', 'e.request_id', 'r.id')
    .where('e.at', '>=', from)
    .where('e.at', '<', before)
    .$castTo<{ state: HomeRequest }>()
    .execute()
  return rows.map(({ state }) => state)
}
