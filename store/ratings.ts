import { sql } from 'kysely'
import { type Moment, ZONE } from '#domain/calendar/moment.ts'
import type { Answer, Level, Rating, RatingWay } from '#domain/opinions/rating.ts'
import type { Centre } from './database.ts'
import { inOne } from './in-one.ts'
import { unlessTaken } from './sql-state.ts'

/** The rating of a dossier as it stands. */
export interface KeptRating extends Rating {
  /** The id of the command that wrote it. */
  readonly id: string
  readonly version: number
  /** When the dossier was first rated. */
  readonly firstAt: Moment
  readonly at: Moment
  readonly way: RatingWay
}

export interface RatingToKeep extends KeptRating {
  readonly dossier: string
  readonly unit: string
  /** The code it was given with, where that was at the counter. */
  readonly ticket: string | null
}

/** The last that was said of a dossier. */
export async function ratingOf({ db }: Centre, dossier: string): Promise<KeptRating | undefined> {
  const row = await db
    .selectFrom('rating')
    .select(['id', 'version', 'first_at as firstAt', 'at', 'way', 'overall', 'content'])
    .where('dossier_id', '=', dossier)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { content, way, overall, ...rest } = row
  return { ...rest, ...content, way: way as RatingWay, overall: overall as Level }
}

/** The dossier a command has rated already. */
export async function ratedBy({ db }: Centre, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('rating').select('dossier_id').where('id', '=', id).executeTakeFirst()
  return row?.dossier_id
}

/** Keeps a rating and takes its code away; false when somebody was quicker. */
export async function keepRating(centre: Centre, kept: RatingToKeep): Promise<boolean> {
  const { id, dossier, version, firstAt, at, way, unit, overall, answers, reason, ticket } = kept
  return unlessTaken(
    inOne(centre, async ({ db }) => {
      if (ticket !== null) {
        const used = await db
          .deleteFrom('rating_ticket')
          .where('code_hash', '=', ticket)
          .returning('staff_id')
          .executeTakeFirst()
        if (!used) return false
        await db
          .insertInto('rating_handed')
          .values({ dossier_id: dossier, at, staff_id: used.staff_id })
          .execute()
      }
      await db
        .insertInto('rating')
        .values({
          id,
          dossier_id: dossier,
          version,
          first_at: firstAt,
          at,
          way,
          unit,
          overall,
          content: JSON.stringify({ answers, reason }),
        })
        .execute()
      return true
    }),
  )
}

/** Lays down a code for the counter; false when another is out under it. What has run out goes. */
export async function keepTicket(
  { db }: Centre,
  ticket: { readonly hash: string; readonly dossier: string; readonly staff: string; readonly until: Moment },
  now: Moment,
): Promise<boolean> {
  await db.deleteFrom('rating_ticket').where('until', '<=', now).execute()
  // Of a dossier one code is out at a time: the one asked for last.
  await db.deleteFrom('rating_ticket').where('dossier_id', '=', ticket.dossier).execute()
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('rating_ticket')
    .values({
      code_hash: ticket.hash,
      dossier_id: ticket.dossier,
      staff_id: ticket.staff,
      until: ticket.until,
    })
    .onConflict((taken) => taken.column('code_hash').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** The code of the dossier a code of the counter is for. */
export async function dossierOfTicket(
  { db }: Centre,
  hash: string,
  now: Moment,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('rating_ticket')
    .innerJoin('dossier', 'dossier.id', 'rating_ticket.dossier_id')
    .select('dossier.code')
    .where('code_hash', '=', hash)
    .where('until', '>', now)
    .executeTakeFirst()
  return row?.code
}

/** Ratings first given within some moments, the last word of each; no dossier and nobody's name. */
export interface CountedRating {
  /** `yyyy-mm`, in Vietnam. */
  readonly month: string
  readonly unit: string
  readonly way: RatingWay
  readonly overall: Level
  readonly count: number
}

interface Span {
  readonly from: Moment
  readonly before: Moment
}

const monthOf = sql<string>`to_char(said.first_at at time zone ${sql.lit(ZONE)}, 'YYYY-MM')`

function lastWords({ db }: Centre, { from, before }: Span) {
  return db.selectFrom((words) =>
    words
      .selectFrom('rating')
      .distinctOn('dossier_id')
      .selectAll()
      .where('first_at', '>=', from)
      .where('first_at', '<', before)
      .orderBy('dossier_id')
      .orderBy('version', 'desc')
      .as('said'),
  )
}

export async function countRatings(centre: Centre, span: Span): Promise<CountedRating[]> {
  return lastWords(centre, span)
    .select(['said.unit', 'said.way', 'said.overall', monthOf.as('month')])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy(['said.unit', 'said.way', 'said.overall', monthOf])
    .orderBy(monthOf)
    .orderBy('said.unit')
    .$castTo<CountedRating>()
    .execute()
}

/** What was answered to each question, as it was worded. */
export interface CountedAnswer extends Pick<Answer, 'key' | 'index' | 'vi' | 'en' | 'level'> {
  readonly unit: string
  readonly count: number
}

export async function countAnswers(centre: Centre, span: Span): Promise<CountedAnswer[]> {
  const said = (part: string) => sql<string>`answer ->> ${sql.lit(part)}`
  const parts = ['key', 'vi', 'en', 'level'] as const
  return lastWords(centre, span)
    .innerJoinLateral(
      sql<{ answer: object }>`jsonb_array_elements(said.content -> 'answers')`.as<'answered'>(
        sql`answered (answer)`,
      ),
      (join) => join.onTrue(),
    )
    .select('said.unit')
    .select(parts.map((part) => said(part).as(part)))
    .select(sql<number | null>`(answer ->> 'index')::int`.as('index'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy([
      'said.unit',
      sql`answer ->> 'key'`,
      sql`answer ->> 'vi'`,
      sql`answer ->> 'en'`,
      sql`answer ->> 'level'`,
      sql`answer ->> 'index'`,
    ])
    .orderBy('index')
    .$castTo<CountedAnswer>()
    .execute()
}

/** Why people were dissatisfied, in no order of time. */
export async function reasonsGiven(
  centre: Centre,
  span: Span,
  most: number,
): Promise<readonly { readonly unit: string; readonly reason: string }[]> {
  const reason = sql<string>`said.content ->> 'reason'`
  return lastWords(centre, span)
    .select(['said.unit', reason.as('reason')])
    .where(reason, 'is not', null)
    .orderBy('said.unit')
    .orderBy(sql`md5(said.id::text)`)
    .limit(most)
    .execute()
}
