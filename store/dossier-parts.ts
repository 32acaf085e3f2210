import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Post } from '#domain/people/may.ts'
import type { Centre } from './database.ts'
import type { CentreTables } from './tables.ts'

/** A list of parts that is meant; without a post all of the unit's. */
export interface PartList {
  readonly unit: string
  readonly post: Post | null
}

export interface PartRow {
  readonly state: Dossier
  readonly dossier_id: string
  readonly part: string
  readonly due_order: string
}

export type AfterPart = Pick<PartRow, 'due_order' | 'dossier_id' | 'part'>

/** What lies with agencies in these lists, soonest due first. */
export async function listParts(
  { db }: Centre,
  lists: readonly PartList[],
  { after, size }: { readonly after: AfterPart | null; readonly size: number },
): Promise<readonly PartRow[]> {
  return db
    .selectFrom('dossier_part')
    .innerJoin('dossier', 'dossier.id', 'dossier_part.dossier_id')
    .select(['dossier.state', 'dossier_part.dossier_id', 'dossier_part.part', 'dossier_part.due_order'])
    .$castTo<PartRow>()
    .where('dossier_part.state', '=', 'open')
    .where((where) => isIn(where, lists))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(dossier_part.due_order, dossier_part.dossier_id, dossier_part.part)
          > (${after?.due_order}::timestamptz, ${after?.dossier_id}::uuid, ${after?.part}::text)`,
      ),
    )
    .orderBy('dossier_part.due_order')
    .orderBy('dossier_part.dossier_id')
    .orderBy('dossier_part.part')
    .limit(size)
    .execute()
}

/** How many there are in these lists. */
export async function countParts({ db }: Centre, lists: readonly PartList[]): Promise<number> {
  const { count } = await db
    .selectFrom('dossier_part')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('dossier_part.state', '=', 'open')
    .where((where) => isIn(where, lists))
    .executeTakeFirstOrThrow()
  return count
}

type Where = ExpressionBuilder<Pick<CentreTables, 'dossier_part'>, 'dossier_part'>

function isIn(where: Where, lists: readonly PartList[]): Expression<SqlBool> {
  return where.or(
    lists.map(({ unit, post }) =>
      where.and([
        where('dossier_part.unit', '=', unit),
        ...(post === null ? [] : [where('dossier_part.post', '=', post)]),
      ]),
    ),
  )
}
