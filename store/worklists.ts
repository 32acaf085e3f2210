import { sql } from 'kysely'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Centre } from './database.ts'

export interface ListRow {
  readonly id: string
  readonly state: Dossier
  readonly due_order: string
}

/** Where a page of a list begins: behind this dossier, in order of due moment. */
export interface After {
  readonly dueOrder: string
  readonly id: string
}

export interface ListOf {
  /** The posts whose lists are wanted. */
  readonly lists: readonly { readonly unit: string; readonly post: string }[]
  /** The person whose own dossiers are wanted too. */
  readonly staff: string
  readonly after: After | null
  readonly size: number
}

/** Dossiers that lie in the lists of some posts or with a person, soonest due first. */
export async function listDossiers(
  centre: Centre,
  { lists, staff, after, size }: ListOf,
): Promise<readonly ListRow[]> {
  return centre.db
    .selectFrom('dossier')
    .select(['id', 'state', 'due_order'])
    .$castTo<ListRow>()
    .where('holder_kind', 'is not', null)
    .where((where) =>
      where.or([
        where('holder_staff', '=', staff),
        ...lists.map(({ unit, post }) =>
          where.and([
            where('holder_unit', '=', unit),
            where('holder_post', '=', post),
            where('holder_kind', '!=', 'person'),
          ]),
        ),
      ]),
    )
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(due_order, id) > (${after?.dueOrder}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('due_order')
    .orderBy('id')
    .limit(size)
    .execute()
}
