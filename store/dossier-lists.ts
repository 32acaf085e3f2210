import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import type { Day, Moment } from '#domain/calendar/moment.ts'
import type { Dossier, Stage } from '#domain/dossier/dossier.ts'
import type { Timeliness } from '#domain/dossier/timeliness.ts'
import type { WaitsFor } from '#domain/dossier/waits-for.ts'
import type { Post, Sight } from '#domain/people/may.ts'
import { type CallsFilter, callsWhere } from './collection-calls.ts'
import type { Centre } from './database.ts'
import { type PartsFilter, partsWhere } from './dossier-parts.ts'
import { type PapersFilter, papersWhere, WANTED_SINCE } from './papers-where.ts'
import { inSight } from './sight.ts'
import { type SlipsFilter, slipsWhere } from './slips.ts'
import type { CentreTables } from './tables.ts'

/** A stretch of time: from its first moment to before its last. */
export interface Stretch {
  readonly from?: Moment | undefined
  readonly before?: Moment | undefined
}

/** Which dossiers are meant. What is not given is not asked. */
export interface DossierFilter {
  /** Only what this person may see. */
  readonly sight?: Sight | undefined
  /** Only what lies with this person, or in one of these lists. */
  readonly mine?: Mine | undefined
  readonly unit?: string | undefined
  readonly field?: string | undefined
  readonly procedure?: string | undefined
  readonly channel?: string | undefined
  readonly stages?: readonly Stage[] | undefined
  /** Who is to act next. */
  readonly post?: Post | undefined
  readonly holder?: string | undefined
  readonly holderUnit?: string | undefined
  /** Lies in a list, taken by nobody. */
  readonly isUnclaimed?: boolean | undefined
  /** The clock runs, and the lawful due moment lies in this stretch. */
  readonly due?: Stretch | undefined
  readonly received?: Stretch | undefined
  readonly ready?: Stretch | undefined
  readonly timeliness?: readonly Timeliness[] | undefined
  /** Whatever these settle is not meant. */
  readonly exceptUnits?: readonly string[] | undefined
  /** Came by any way but online. */
  readonly isDirect?: boolean | undefined
  /** Was without its result at this moment. */
  readonly notReadyBefore?: Moment | undefined
  /** Was past its lawful due moment at this moment, by what is known now; or was not. */
  readonly lateAt?: Moment | undefined
  readonly inTimeAt?: Moment | undefined
  readonly isDueProvisional?: boolean | undefined
  /** Has lain untouched since before. */
  readonly untouchedSince?: Moment | undefined
  /** The last day for the citizen's answer lies between these days; from that day on, before this one. */
  readonly answerBy?: { readonly from?: Day; readonly before: Day } | undefined
  /** What the citizen is waited for: papers (status 5) or a payment to the state (status 6). */
  readonly waitsFor?: WaitsFor | undefined
  /** The first day by which a notice is to be paid lies between these days, as `answerBy`. */
  readonly payBy?: { readonly from?: Day; readonly before: Day } | undefined
  /** Lies at this step. */
  readonly step?: string | undefined
  /** Was to be received by the competent agency before this moment. */
  readonly toReceiveBefore?: Moment | undefined
  /** Was handed in at another desk than the competent agency's own. */
  readonly isHandedInElsewhere?: true | undefined
  /** A correction or a refund waits for a second person. */
  readonly secondPerson?: SecondPersonFilter | undefined
  /** An apology is on its way. */
  readonly hasApology?: true | undefined
  /** No apology has been sent or is on its way. */
  readonly isUnapologised?: true | undefined
  /** The citizen was asked for supplements more often than this. */
  readonly supplementsAskedAbove?: number | undefined
  /** Another body's opinion is awaited whose deadline was before this day. */
  readonly opinionDueBefore?: Day | undefined
  /** Ready, and the citizen was told to come, before. */
  readonly calledBefore?: Moment | undefined
  /** Ready, and to be called for by the counter or before the director. */
  readonly calls?: CallsFilter | undefined
  /** Papers that should be elsewhere, are on their way or missing. */
  readonly papers?: PapersFilter | undefined
  /** Without a receipt slip, and one is due by now. */
  readonly slips?: SlipsFilter | undefined
  /** Parts that other agencies do of it. */
  readonly parts?: PartsFilter | undefined
  /** Not seen by this person at its present version. */
  readonly unreadBy?: string | undefined
}

/** Not of what this person proposed; of the units, null is every unit, that settle or received. */
export interface SecondPersonFilter {
  readonly notBy: string
  readonly units: readonly string[] | null
}

export interface Mine {
  readonly staff: readonly string[]
  readonly lists: readonly { readonly unit: string; readonly post: string }[]
}

export interface ListedRow {
  readonly id: string
  readonly state: Dossier
  readonly due_order: string
  readonly is_unread: boolean
}

/** Where a page of a list begins: behind this dossier, in order of due moment. */
export interface After {
  readonly dueOrder: string
  readonly id: string
}

type Where = ExpressionBuilder<CentreTables, 'dossier'>

/** Dossiers of a filter, soonest due first; bold for this person what it has not seen. */
export async function listDossiersBy(
  { db }: Centre,
  filter: DossierFilter,
  { reader, after, size }: { readonly reader: string; readonly after: After | null; readonly size: number },
): Promise<readonly ListedRow[]> {
  return db
    .selectFrom('dossier')
    .leftJoin('dossier_read as seen', (join) =>
      join.onRef('seen.dossier_id', '=', 'dossier.id').on('seen.staff_id', '=', reader),
    )
    .select(['dossier.id', 'dossier.state', 'dossier.due_order'])
    .select(sql<boolean>`coalesce(seen.version, 0) < dossier.version`.as('is_unread'))
    .$castTo<ListedRow>()
    .where((where) => isMeant(where, filter))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(dossier.due_order, dossier.id) > (${after?.dueOrder}::timestamptz, ${after?.id}::uuid)`,
      ),
    )
    .orderBy('dossier.due_order')
    .orderBy('dossier.id')
    .limit(size)
    .execute()
}

/** Where a page of papers begins: behind this dossier, in the order in which papers are waited for. */
export interface AfterPapers {
  readonly since: Moment
  readonly id: string
}

export interface PapersRow extends AfterPapers {
  readonly state: Dossier
}

/** Dossiers by what their papers wait for, those that began to wait first coming first. */
export async function dossiersByPapers(
  { db }: Centre,
  filter: PapersFilter,
  { after = null, size }: { readonly after?: AfterPapers | null; readonly size: number },
): Promise<readonly PapersRow[]> {
  return db
    .selectFrom('dossier')
    .select(['dossier.id', 'dossier.state', WANTED_SINCE.as('since')])
    .$castTo<PapersRow>()
    .where((where) => papersWhere(where, filter))
    .orderBy(WANTED_SINCE)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(${WANTED_SINCE}, dossier.id) > (${after?.since}, ${after?.id}::uuid)`),
    )
    .orderBy('dossier.id')
    .limit(size)
    .execute()
}

/** How many dossiers a filter means, by the same predicate as the list's; beyond `most` it is not counted on. */
export async function countDossiers({ db }: Centre, filter: DossierFilter, most?: number): Promise<number> {
  const { count } = await db
    .selectFrom((from) =>
      from
        .selectFrom('dossier')
        .select(sql<number>`1`.as('one'))
        .where((where) => isMeant(where, filter))
        .$if(most !== undefined, (query) => query.limit((most ?? 0) + 1))
        .as('meant'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export type Grouping = 'unit' | 'field' | 'holder_post' | 'stage' | 'timeliness' | 'waits_for'

/** The same count, by the values of some columns. */
export async function countDossiersBy(
  { db }: Centre,
  filter: DossierFilter,
  by: readonly Grouping[],
): Promise<readonly ({ readonly [column in Grouping]?: string | null } & { readonly count: number })[]> {
  return db
    .selectFrom('dossier')
    .select(by.map((one) => (one === 'waits_for' ? WAITS_FOR.as('waits_for') : one)))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where((where) => isMeant(where, filter))
    .groupBy(by.map((one) => (one === 'waits_for' ? WAITS_FOR : one)))
    .execute()
}

/** As `domain/dossier/waits-for.ts` tells it; the state is opened only of what lies with the citizen. */
const WAITS_FOR = sql<string | null>`case when dossier.holder_kind = 'citizen'
  then case when dossier.state ? 'isToPay' then 'payment' else 'supplement' end end`

const UNDER_WAY: readonly Stage[] = ['in-process', 'awaiting-citizen']

/** The one predicate: a count and its list can never disagree. */
export function isMeant(where: Where, filter: DossierFilter): Expression<SqlBool> {
  const all: Expression<SqlBool>[] = []
  const { sight, mine, stages, due, received, ready, unreadBy } = filter
  for (const [column, value] of [
    ['dossier.unit', filter.unit],
    ['dossier.field', filter.field],
    ['dossier.procedure_key', filter.procedure],
    ['dossier.channel', filter.channel],
    ['dossier.holder_post', filter.post],
    ['dossier.holder_staff', filter.holder],
    ['dossier.holder_unit', filter.holderUnit],
    ['dossier.step', filter.step],
  ] as const)
    if (value !== undefined) all.push(where(column, '=', value))
  if (sight) all.push(inSight(sight))
  if (mine) all.push(isMine(where, mine))
  if (stages) {
    all.push(where('dossier.stage', 'in', [...stages]))
    // Follows from the stage; said, it leads to the index of what is under way, or of what is settled.
    if (stages.every((one) => UNDER_WAY.includes(one))) all.push(where('dossier.ready_at', 'is', null))
    if (!stages.some((one) => UNDER_WAY.includes(one))) all.push(where('dossier.ready_at', 'is not', null))
  }
  if (filter.timeliness) all.push(where('dossier.timeliness', 'in', [...filter.timeliness]))
  if (filter.exceptUnits) all.push(where('dossier.unit', 'not in', [...filter.exceptUnits]))
  if (filter.isDirect) all.push(where('dossier.channel', '!=', 'online'))
  if (filter.notReadyBefore !== undefined)
    all.push(
      where.or([
        where('dossier.ready_at', 'is', null),
        where('dossier.ready_at', '>=', filter.notReadyBefore),
      ]),
    )
  if (filter.lateAt !== undefined) all.push(isLateAt(filter.lateAt))
  if (filter.inTimeAt !== undefined) all.push(where.not(isLateAt(filter.inTimeAt)))
  if (filter.isUnclaimed) all.push(where('dossier.holder_kind', '!=', 'person'))
  if (filter.isDueProvisional) all.push(where('dossier.is_due_provisional', '=', true))
  if (due) {
    // While the citizen must act the clock stands still, and with it the due moment in the row.
    all.push(where('dossier.stage', '=', 'in-process'), where('dossier.ready_at', 'is', null))
    all.push(...within(where, 'dossier.due_order', due))
  }
  if (received) all.push(...within(where, 'dossier.received_at', received))
  if (ready) all.push(...within(where, 'dossier.ready_at', ready))
  if (filter.untouchedSince !== undefined)
    all.push(sql<boolean>`dossier.state ->> 'lastEventAt' < ${filter.untouchedSince}`)
  if (filter.answerBy) {
    const { from = '', before } = filter.answerBy
    all.push(
      sql<boolean>`dossier.state ->> 'answerBy' >= ${from} and dossier.state ->> 'answerBy' < ${before}`,
    )
  }
  if (filter.waitsFor)
    all.push(sql<boolean>`${WAITS_FOR} = ${filter.waitsFor}`, where('dossier.holder_kind', '=', 'citizen'))
  if (filter.payBy) {
    const { from = '', before } = filter.payBy
    all.push(sql<boolean>`dossier.state ->> 'payBy' >= ${from} and dossier.state ->> 'payBy' < ${before}`)
  }
  if (filter.toReceiveBefore !== undefined)
    all.push(sql<boolean>`dossier.state -> 'elsewhere' ->> 'by' < ${filter.toReceiveBefore}`)
  if (filter.isHandedInElsewhere) all.push(sql<boolean>`dossier.state ? 'elsewhere'`)
  if (filter.secondPerson) all.push(secondPersonWhere(filter.secondPerson))
  if (filter.hasApology) all.push(sql<boolean>`dossier.state -> 'apology' is not null`)
  if (filter.isUnapologised)
    all.push(sql<boolean>`dossier.state -> 'apology' is null and dossier.state ->> 'promisedDue' is null`)
  if (filter.supplementsAskedAbove !== undefined)
    all.push(sql<boolean>`(dossier.state ->> 'supplementsAsked')::int > ${filter.supplementsAskedAbove}`)
  if (filter.opinionDueBefore !== undefined)
    all.push(sql<boolean>`exists (
      select from jsonb_array_elements(dossier.state -> 'consultations') asked
      where not (asked ->> 'isClosed')::bool and asked ->> 'answerBy' < ${filter.opinionDueBefore})`)
  if (filter.calls) all.push(callsWhere(where, filter.calls))
  if (filter.papers) all.push(papersWhere(where, filter.papers))
  if (filter.slips) all.push(slipsWhere(where, filter.slips))
  if (filter.parts) all.push(partsWhere(where, filter.parts))
  if (filter.calledBefore !== undefined)
    all.push(
      sql<boolean>`greatest(dossier.ready_at, dossier.due_at_receipt) < ${filter.calledBefore}::timestamptz`,
    )
  if (unreadBy !== undefined)
    all.push(
      where.not(
        where.exists(
          where
            .selectFrom('dossier_read as read')
            .select(sql`1`.as('one'))
            .whereRef('read.dossier_id', '=', 'dossier.id')
            .where('read.staff_id', '=', unreadBy)
            .whereRef('read.version', '>=', 'dossier.version'),
        ),
      ),
    )
  return where.and(all)
}

/** As the partial index of migration 0057 has it. */
function secondPersonWhere({ notBy, units }: SecondPersonFilter): Expression<SqlBool> {
  const isOfUnits =
    units === null
      ? sql``
      : sql`and (dossier.unit = any(${[...units]}::text[])
          or dossier.state ->> 'placeOfReceipt' = any(${[...units]}::text[]))`
  return sql<boolean>`(dossier.state ? 'correction' or dossier.state ? 'refund')
    and (dossier.state -> 'correction' ->> 'proposedBy' <> ${notBy}
      or dossier.state -> 'refund' ->> 'askedBy' <> ${notBy}) ${isOfUnits}`
}

/** While the citizen is waited for, late is what was late when the clock stopped. */
function isLateAt(at: Moment): Expression<SqlBool> {
  return sql<boolean>`case dossier.stage when 'awaiting-citizen'
    then coalesce((dossier.state ->> 'minutesLeft')::int < 0, false)
    else dossier.due_order < ${at}::timestamptz end`
}

function within(
  where: Where,
  column: 'dossier.due_order' | 'dossier.received_at' | 'dossier.ready_at',
  { from, before }: Stretch,
): Expression<SqlBool>[] {
  return [
    ...(from === undefined ? [] : [where(column, '>=', from)]),
    ...(before === undefined ? [] : [where(column, '<', before)]),
  ]
}

function isMine(where: Where, { staff, lists }: Mine): Expression<SqlBool> {
  return where.and([
    where('dossier.holder_kind', 'is not', null),
    where.or([
      where('dossier.holder_staff', 'in', [...staff]),
      ...lists.map(({ unit, post }) =>
        where.and([
          where('dossier.holder_unit', '=', unit),
          where('dossier.holder_post', '=', post),
          where('dossier.holder_kind', '!=', 'person'),
        ]),
      ),
    ]),
  ])
}
