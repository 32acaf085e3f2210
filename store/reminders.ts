import { sql } from 'kysely'
import type { Moment } from '#domain/calendar/moment.ts'
import type { Holder } from '#domain/dossier/events.ts'
import type { Centre } from './database.ts'
import { type DossierFilter, isMeant } from './dossier-lists.ts'

/** What of a dossier's state a reminder is about. */
export type Basis = 'lawfulDue' | 'answerBy' | 'payBy' | 'readyAt'

export interface ToRemind {
  readonly id: string
  readonly code: string
  /** Null only in a row that is broken. */
  readonly basis: string | null
  readonly holder: Holder | null
}

/** Dossiers of a filter of which nobody was reminded yet in this way, behind one of them, in a fixed order. */
export async function unreminded(
  { db }: Centre,
  filter: DossierFilter,
  { kind, basis, after, size }: { kind: string; basis: Basis; after: string | null; size: number },
): Promise<ToRemind[]> {
  return db
    .selectFrom('dossier')
    .select(['dossier.id', 'dossier.code'])
    .select(sql<string | null>`dossier.state ->> ${basis}`.as('basis'))
    .select(sql<Holder | null>`dossier.state -> 'holder'`.as('holder'))
    .where((where) => isMeant(where, filter))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reminder as told')
            .select(sql`1`.as('one'))
            .whereRef('told.dossier_id', '=', 'dossier.id')
            .where('told.kind', '=', kind)
            .where(sql<boolean>`told.basis = dossier.state ->> ${basis}`),
        ),
      ),
    )
    .$if(after !== null, (query) => query.where('dossier.id', '>', after ?? ''))
    .orderBy('dossier.id')
    .limit(size)
    .execute()
}

/** Writes that the holder is reminded; false where somebody else was faster. */
export async function writeReminder(
  { db }: Centre,
  reminder: { dossier: string; kind: string; basis: string; at: Moment; holder: Holder },
): Promise<boolean> {
  const { dossier, kind, basis, at, holder } = reminder
  const written = await db
    .insertInto('reminder')
    .values({
      dossier_id: dossier,
      kind,
      basis,
      at,
      unit: holder.unit,
      post: holder.post,
      staff_id: holder.staff,
    })
    .onConflict((already) => already.doNothing())
    .returning('dossier_id')
    .execute()
  return written.length > 0
}

export interface Reminded {
  readonly kind: string
  readonly at: Moment
  readonly unit: string
  readonly post: string
  readonly staff: string | null
}

/** What people were reminded of a dossier, the latest first. */
export async function remindersOf({ db }: Centre, dossier: string): Promise<readonly Reminded[]> {
  return db
    .selectFrom('reminder')
    .select(['kind', 'at', 'unit', 'post', 'staff_id as staff'])
    .where('dossier_id', '=', dossier)
    .orderBy('at', 'desc')
    .orderBy('kind')
    .limit(50)
    .execute()
}
