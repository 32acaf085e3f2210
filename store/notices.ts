import { sql } from 'kysely'
import type { Moment } from '#domain/calendar/moment.ts'
import type { NoticeState } from '#domain/notices/going.ts'
import { UNREACHED } from '#domain/notices/going.ts'
import type {
  NoticeFacts,
  NoticeKind,
  NoticeLanguage,
  NoticeSubject,
  NoticeWay,
} from '#domain/notices/notice.ts'
import type { Centre, HotVerb } from './database.ts'

/** A notice to be sent by one way. */
export interface NoticeToAdd {
  readonly id: string
  readonly about: NoticeSubject
  /** Id of the dossier, or whatever it is about. */
  readonly aboutId: string
  /** Of a cause nothing is told twice by a way. */
  readonly cause: string
  readonly kind: NoticeKind
  readonly facts: NoticeFacts
  readonly way: NoticeWay
  readonly citizen: string | null
  readonly staff: string | null
  readonly at: Moment
  readonly next: Moment
  /** In a letter, to want no more of them. */
  readonly leaveToken: string | null
}

const ADD: HotVerb = {
  name: 'add-notices',
  text: `
  with done as (delete from {c}.outbox where id = any($12::bigint[]))
  insert into {c}.notice
    (id, dossier_id, filing_id, feedback_id, registration_id, home_request_id, packet_id, cause, kind, facts, way, citizen_id, staff_id, made_at,
      changed_at, next_at, leave_token, state)
  select n.id, case n.about when 'dossier' then n.about_id end, case n.about when 'filing' then n.about_id end,
    case n.about when 'feedback' then n.about_id end, case n.about when 'registration' then n.about_id end,
    case n.about when 'home-visit' then n.about_id end, case n.about when 'packet' then n.about_id end,
    n.cause, n.kind, $5::jsonb -> (n.place::int - 1), n.way,
    n.citizen_id, n.staff_id, n.made_at, n.made_at, n.next_at, n.leave_token, 'waiting'
  from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $6::text[], $7::uuid[], $8::uuid[],
      $9::timestamptz[], $10::timestamptz[], $11::text[], $13::text[]) with ordinality
    as n (id, about_id, cause, kind, way, citizen_id, staff_id, made_at, next_at, leave_token, about, place)
  on conflict (about_id, cause, way) do nothing
  returning id`,
}

/** Adds notices and takes the tasks they come of out of the outbox, both or neither; how many were new. */
export async function addNotices(
  centre: Pick<Centre, 'run'>,
  notices: readonly NoticeToAdd[],
  tasks: readonly number[] = [],
): Promise<number> {
  const column = <Key extends keyof NoticeToAdd>(key: Key) => notices.map((one) => one[key])
  const added = await centre.run<{ id: string }>(ADD, [
    column('id'),
    column('aboutId'),
    column('cause'),
    column('kind'),
    JSON.stringify(column('facts')),
    column('way'),
    column('citizen'),
    column('staff'),
    column('at'),
    column('next'),
    column('leaveToken'),
    tasks,
    column('about'),
  ])
  return added.length
}

/** A notice that is due, taken up to be sent. */
export interface NoticeTakenUp {
  readonly id: string
  readonly about: NoticeSubject
  readonly aboutId: string
  readonly kind: NoticeKind
  readonly facts: NoticeFacts
  readonly way: NoticeWay
  readonly attempts: number
  readonly doubts: number
  readonly leaveToken: string | null
  /** Taken up before and left behind by a program that ended. */
  readonly wasCut: boolean
}

/**
 * What is being tried again is told before what came after it to the same telephone or mailbox; what only waits for
 * the morning keeps nothing urgent back. Who else takes up notices at this moment passes over these. Until `$2` they
 * are this program's; then somebody sees that it has left them.
 */
const TAKE_UP: HotVerb = {
  name: 'take-up-notices',
  text: `
  with due as (
    select n.id, n.begun_at from {c}.notice n
    where n.next_at <= $1 and not exists (
      select from {c}.notice e
      where e.about_id = n.about_id and e.way = n.way and e.next_at is not null
        and (e.made_at, e.id) < (n.made_at, n.id)
        and (e.next_at <= $1 or e.attempts > 0 or e.begun_at is not null))
    order by n.next_at limit $3 for update skip locked
  )
  update {c}.notice n set begun_at = $1, next_at = $2
  from due where n.id = due.id
  returning n.id, n.about, n.about_id as "aboutId", n.kind, n.facts, n.way, n.attempts, n.doubts,
    n.leave_token as "leaveToken", due.begun_at is not null as "wasCut"`,
}

export function takeUpNotices(
  centre: Centre,
  { now, until, size }: { readonly now: Moment; readonly until: Moment; readonly size: number },
): Promise<readonly NoticeTakenUp[]> {
  return centre.run<NoticeTakenUp>(TAKE_UP, [now, until, size])
}

/** How a notice stands after it was tried, or put off. */
export interface NoticeTried {
  readonly id: string
  readonly state: NoticeState
  readonly attempts: number
  readonly doubts: number
  readonly next: Moment | null
  readonly language: NoticeLanguage | null
  readonly sentTo: string | null
  readonly text: string | null
  readonly reference: string | null
  readonly reason: string | null
}

/** What was reported while it was tried goes before what came of trying; so does a program that took it up since. */
const WRITE_TRIED: HotVerb = {
  name: 'write-tried-notices',
  text: `
  update {c}.notice n set
    state = case when n.state = 'waiting' then t.state else n.state end,
    next_at = case when n.state = 'waiting' then t.next_at end,
    attempts = t.attempts, doubts = t.doubts, begun_at = null, changed_at = $2, language = coalesce(t.language, n.language), sent_to = coalesce(t.sent_to, n.sent_to),
    text = coalesce(t.text, n.text), reference = coalesce(t.reference, n.reference), reason = t.reason
  from unnest($3::uuid[], $4::text[], $5::int[], $6::int[], $7::timestamptz[], $8::text[], $9::text[], $10::text[],
      $11::text[], $12::text[])
    as t (id, state, attempts, doubts, next_at, language, sent_to, text, reference, reason)
  where n.id = t.id and n.begun_at = $1`,
}

/** Writes what came of notices taken up at a moment. */
export async function writeTried(
  centre: Centre,
  { takenUpAt, at }: { readonly takenUpAt: Moment; readonly at: Moment },
  tried: readonly NoticeTried[],
): Promise<void> {
  const column = <Key extends keyof NoticeTried>(key: Key) => tried.map((one) => one[key])
  await centre.run(WRITE_TRIED, [
    takenUpAt,
    at,
    column('id'),
    column('state'),
    column('attempts'),
    column('doubts'),
    column('next'),
    column('language'),
    column('sentTo'),
    column('text'),
    column('reference'),
    column('reason'),
  ])
}

/** The state of a notice, and whether it was ever tried. */
export async function noticeStanding(
  { db }: Centre,
  id: string,
): Promise<{ readonly state: NoticeState; readonly wasTried: boolean } | undefined> {
  const row = await db
    .selectFrom('notice')
    .select(['state', 'attempts', 'begun_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const state = row.state as NoticeState
  const wasTried = state !== 'waiting' || row.attempts > 0 || row.begun_at !== null
  return { state, wasTried }
}

/** Moves a notice on by a report, if it still stands as it did; nothing more is tried then. */
export async function moveNotice(
  { db }: Centre,
  id: string,
  { from, to, at }: { readonly from: NoticeState; readonly to: NoticeState; readonly at: Moment },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('notice')
    .set({ state: to, next_at: null, changed_at: at })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** A notice as the officer sees it. */
export interface NoticeRow {
  readonly id: string
  readonly kind: NoticeKind
  readonly facts: NoticeFacts
  readonly way: NoticeWay
  readonly state: NoticeState
  readonly madeAt: Moment
  readonly changedAt: Moment
  readonly next: Moment | null
  readonly sentTo: string | null
  readonly text: string | null
  readonly reason: string | null
  readonly staff: string | null
}

const SEEN = [
  'notice.id',
  'notice.kind',
  'notice.facts',
  'notice.way',
  'notice.state',
  'notice.made_at as madeAt',
  'notice.changed_at as changedAt',
  'notice.next_at as next',
  'notice.sent_to as sentTo',
  'notice.text',
  'notice.reason',
  'notice.staff_id as staff',
] as const

/** What was told of a dossier, or whatever it is about, the latest first. */
export async function noticesOf({ db }: Centre, about: string, most: number): Promise<readonly NoticeRow[]> {
  return db
    .selectFrom('notice')
    .select(SEEN)
    .where('about_id', '=', about)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .$castTo<NoticeRow>()
    .execute()
}

/** Where a page of the list begins: behind this notice. */
export interface AfterNotice {
  readonly at: Moment
  readonly id: string
}

/** A notice, and what it is about. */
export interface UnreachedRow extends NoticeRow {
  readonly about: NoticeSubject
  readonly aboutId: string
  readonly code: string
}

/**
 * Notices that reached nobody for sure, the latest first: of open dossiers, of filings that are no dossiers, of what
 * people wrote, of sessions (whose id stands for a code), of visits at home, and of packets (whose id does too).
 */
export async function unreachedNotices(
  { db }: Centre,
  { after, size }: { readonly after: AfterNotice | null; readonly size: number },
): Promise<readonly UnreachedRow[]> {
  return db
    .selectFrom('notice')
    .leftJoin('dossier', 'dossier.id', 'notice.dossier_id')
    .leftJoin('filing', 'filing.id', 'notice.filing_id')
    .leftJoin('feedback', 'feedback.id', 'notice.feedback_id')
    .leftJoin('session_registration as registration', 'registration.id', 'notice.registration_id')
    .leftJoin('home_request as visit', 'visit.id', 'notice.home_request_id')
    .select(SEEN)
    .select(({ fn }) => [
      'notice.about',
      'notice.about_id as aboutId',
      fn
        .coalesce(
          'dossier.code',
          'filing.code',
          'feedback.code',
          'visit.code',
          sql<string>`coalesce(registration.session_id, notice.packet_id)::text`,
        )
        .as('code'),
    ])
    .where('notice.state', 'in', [...UNREACHED])
    .where(({ eb, or }) =>
      or([
        eb('dossier.holder_kind', 'is not', null),
        eb('filing.stage', 'in', ['submitted', 'asked', 'answered', 'refused']),
        eb('notice.feedback_id', 'is not', null),
        eb('notice.registration_id', 'is not', null),
        eb('notice.home_request_id', 'is not', null),
        eb('notice.packet_id', 'is not', null),
      ]),
    )
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('notice.changed_at', 'notice.id'), '<', tuple(after?.at ?? '', after?.id ?? '')),
      ),
    )
    .orderBy('notice.changed_at', 'desc')
    .orderBy('notice.id', 'desc')
    .limit(size)
    .$castTo<UnreachedRow>()
    .execute()
}

/** How much waits to be sent now, and since when the longest has. */
export async function waitingNotices(
  { db }: Centre,
  now: Moment,
): Promise<{ readonly count: number; readonly since: Moment | null }> {
  return db
    .selectFrom('notice')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('made_at').as('since')])
    .where('next_at', 'is not', null)
    .where((where) => where.or([where('attempts', '>', 0), where('next_at', '<', now)]))
    .executeTakeFirstOrThrow()
}

/** What a letter was about, and where it went. */
export interface NoticeLeft {
  readonly about: NoticeSubject
  readonly aboutId: string
  readonly way: NoticeWay
  readonly sentTo: string | null
}

/** The notice a letter's link to leave belongs to. */
export async function noticeOfLeave({ db }: Centre, token: string): Promise<NoticeLeft | undefined> {
  return db
    .selectFrom('notice')
    .select(['about', 'about_id as aboutId', 'way', 'sent_to as sentTo'])
    .where('leave_token', '=', token)
    .$castTo<NoticeLeft>()
    .executeTakeFirst()
}
