import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import { type Moment, ZONE } from '#domain/calendar/moment.ts'
import type { Centre } from './database.ts'
import type { CentreTables } from './tables.ts'

/** Dossiers that went without a receipt slip and have run over, as `domain/dossier/at-once.ts` tells it. */
export interface SlipsFilter {
  readonly now: Moment
  /** When the day began on which it is. */
  readonly today: Moment
  /** The counters that received; null is every counter. */
  readonly units: readonly string[] | null
}

type OfDossier = ExpressionBuilder<CentreTables, 'dossier'>

const SLIP = 'giay_tiep_nhan'
const LIST = 'giay_tiep_nhan_nhieu_ho_so'
const dayIn = (moment: string) => sql`(${sql.ref(moment)} at time zone ${sql.lit(ZONE)})::date`

/** The predicate of a count and its list. */
export function slipsWhere(where: OfDossier, { now, today, units }: SlipsFilter): Expression<SqlBool> {
  return where.and([
    where('dossier.ready_at', 'is', null),
    where('dossier.channel', '!=', 'online'),
    sql<boolean>`dossier.state ->> 'limit' in ('same-day', 'immediate') and not dossier.state ? 'takenOver'`,
    where.or([
      where('dossier.received_at', '<', today),
      where('dossier.due_at_receipt', '<', now),
      sql<boolean>`${dayIn('dossier.due_at_receipt')} <> ${dayIn('dossier.received_at')}`,
    ]),
    ...(units === null
      ? []
      : [sql<boolean>`dossier.state ->> 'placeOfReceipt' = any(${[...units]}::text[])`]),
    where.not(wasGiven(where)),
  ])
}

/** A slip of its own was printed, or a list of what came together on which it stands. */
function wasGiven(where: OfDossier): Expression<SqlBool> {
  return where.or([
    where.exists(
      where
        .selectFrom('paper')
        .select(sql`1`.as('one'))
        .whereRef('paper.dossier_id', '=', 'dossier.id')
        .where('paper.form', '=', SLIP),
    ),
    where.exists(
      where
        .selectFrom('dossier_search as together')
        .innerJoin('paper as list', 'list.dossier_id', 'together.dossier_id')
        .select(sql`1`.as('one'))
        .where('together.visit', '=', sql<string>`(dossier.state ->> 'visit')::uuid`)
        .where('list.form', '=', LIST)
        .where(
          sql<boolean>`list.data -> 'lines' @>
            jsonb_build_array(jsonb_build_object('code', dossier.code))`,
        ),
    ),
  ])
}

/** Whether a slip was given for a dossier. */
export async function hasSlip({ db }: Centre, dossier: string): Promise<boolean> {
  const given = await db
    .selectFrom('dossier')
    .select('dossier.id')
    .where('dossier.id', '=', dossier)
    .where(wasGiven)
    .executeTakeFirst()
  return given !== undefined
}
