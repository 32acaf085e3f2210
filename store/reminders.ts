import { type Expression, sql } from 'kysely'
import type { Moment } from '#domain/calendar/moment.ts'
import type { Holder } from '#domain/dossier/events.ts'
import type { Centre } from './database.ts'
import { TELL, type ToTell } from './outbox.ts'
import { type DossierFilter, isMeant } from './dossier-lists.ts'
import { lotIsMeant, LOTS, type PapersFilter, WANTED_SINCE } from './papers-where.ts'

/** What of a dossier's state a reminder is about. */
export type Basis = 'lawfulDue' | 'answerBy' | 'payBy' | 'readyAt' | 'receivedAt'

export interface ToRemind {
  readonly id: string
  readonly code: string
  /** Null only in a row that is broken. */
  readonly basis: string | null
  readonly holder: Holder | null
  /** Behind which the sweep goes on. */
  readonly place: string
}

/** Whoever holds the dossier, or the counter that received it. */
const WHOM = {
  holder: sql<Holder | null>`dossier.state -> 'holder'`,
  counter: sql<Holder | null>`jsonb_build_object('kind', 'list', 'unit', dossier.state ->> 'placeOfReceipt',
    'post', 'clerk', 'staff', null)`,
} as const

export interface UnremindedAsked {
  readonly kind: string
  readonly basis: Basis
  readonly whom: keyof typeof WHOM
  readonly after: string | null
  readonly size: number
}

/** Dossiers of a filter of which nobody was reminded yet in this way, behind one of them, in a fixed order. */
export async function unreminded(
  { db }: Centre,
  filter: DossierFilter,
  { kind, basis, whom, after, size }: UnremindedAsked,
): Promise<ToRemind[]> {
  return db
    .selectFrom('dossier')
    .select(['dossier.id', 'dossier.code'])
    .select(sql<string | null>`dossier.state ->> ${basis}`.as('basis'))
    .select(WHOM[whom].as('holder'))
    .select('dossier.id as place')
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

/** Who is reminded of a part that is late: whoever leads the dossier, and the agency whose part it is. */
export type PartTold = 'leader' | 'agency'

/** Parts past their own due moment of which these were not reminded yet, behind one of them, in a fixed order. */
export async function unremindedParts(
  { db }: Centre,
  told: PartTold,
  { kind, now, after, size }: { kind: string; now: Moment; after: string | null; size: number },
): Promise<readonly ToRemind[]> {
  // Done anew it has another due moment, and that is another reminder.
  const basis = sql<string>`concat_ws(' ', dossier_part.part, dossier_part.due_order, ${told}::text)`
  const place = sql<string>`concat_ws(' ', dossier.id, dossier_part.part)`
  const holder =
    told === 'leader'
      ? sql<Holder | null>`dossier.state -> 'holder'`
      : sql<Holder>`jsonb_build_object('kind', 'list', 'unit', dossier_part.unit, 'post', dossier_part.post,
          'staff', null)`
  return (
    db
      .selectFrom('dossier_part')
      .innerJoin('dossier', 'dossier.id', 'dossier_part.dossier_id')
      .select(['dossier.id', 'dossier.code', basis.as('basis'), holder.as('holder'), place.as('place')])
      .where('dossier_part.state', '=', 'open')
      .where('dossier_part.due_order', '<', now)
      // A body outside the house answers to the list of who leads: one reminder is enough.
      .$if(told === 'agency', (query) =>
        query.where(
          sql<boolean>`(dossier_part.unit, dossier_part.post)
            is distinct from (dossier.holder_unit, dossier.holder_post)`,
        ),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('reminder as told')
              .select(sql`1`.as('one'))
              .whereRef('told.dossier_id', '=', 'dossier.id')
              .where('told.kind', '=', kind)
              .where('told.basis', '=', basis),
          ),
        ),
      )
      .$if(after !== null, (query) => query.where(place, '>', after ?? ''))
      .orderBy(place)
      .limit(size)
      .execute()
  )
}

/** What of papers people are reminded of: what should have gone, what nobody has confirmed, what is missing. */
export type PapersTold = 'papers-late' | 'sheet-open' | 'papers-missing'

/** In what post a unit has worked on a dossier; of a unit that has not, its head. */
const postAt = (unit: Expression<unknown>) => sql`coalesce((
  select min(doer ->> 'post') from jsonb_each(dossier.state -> 'doneBy') as done (step, doer)
  where doer ->> 'unit' = ${unit}), case when dossier.holder_unit = ${unit} then dossier.holder_post end, 'head')`

/** Each unit to be told, and of what: a lot that waits, a sheet, a missing paper and both its sides. */
function toldOfPapers(filter: PapersFilter) {
  switch (filter.kind) {
    case 'to-go':
      return sql<TellUnit>`(select lot.unit, concat_ws(' ', greatest(lot.since collate "C", ${WANTED_SINCE}), lot.unit) as basis
        from ${LOTS} lot where ${lotIsMeant(filter)})`
    case 'on-sheet':
      return sql<TellUnit>`(select lot -> 'sheet' ->> 'to' as unit, lot -> 'sheet' ->> 'id' as basis
        from jsonb_array_elements(dossier.state -> 'lots') lot where lot -> 'sheet' ->> 'at' < ${filter.before})`
    case 'missing':
      return sql<TellUnit>`(select side.unit, concat_ws(' ', gone ->> 'sheet', gone ->> 'paper', side.unit) as basis
        from jsonb_array_elements(dossier.state -> 'missing') gone,
          lateral (values (gone ->> 'unit'), (gone ->> 'from')) as side (unit))`
  }
}

interface TellUnit {
  readonly unit: string
  readonly basis: string
}

/** Papers of a filter of which these units were not reminded yet, behind one of them, in a fixed order. */
export async function unremindedPapers(
  { db }: Centre,
  filter: PapersFilter,
  { kind, after, size }: { kind: PapersTold; after: string | null; size: number },
): Promise<readonly ToRemind[]> {
  const place = sql<string>`concat_ws(' ', dossier.id, tell.basis)`
  return db
    .selectFrom('dossier')
    .innerJoinLateral(toldOfPapers(filter).as('tell'), (join) => join.onTrue())
    .select(['dossier.id', 'dossier.code', 'tell.basis', place.as('place')])
    .select(
      sql<Holder>`jsonb_build_object('kind', 'list', 'unit', tell.unit, 'post', ${postAt(sql.ref('tell.unit'))},
        'staff', null)`.as('holder'),
    )
    .where((where) => isMeant(where, { papers: filter }))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reminder as told')
            .select(sql`1`.as('one'))
            .whereRef('told.dossier_id', '=', 'dossier.id')
            .where('told.kind', '=', kind)
            .whereRef('told.basis', '=', 'tell.basis'),
        ),
      ),
    )
    .$if(after !== null, (query) => query.where(place, '>', after ?? ''))
    .orderBy(place)
    .limit(size)
    .execute()
}

/**
 * Writes that the holder is reminded, and puts down what the citizen is told of the same, both or neither; false where
 * somebody else was faster.
 */
export async function writeReminder(
  { db }: Centre,
  reminder: {
    dossier: string
    kind: string
    basis: string
    at: Moment
    holder: Holder
    told: ToTell | null
  },
): Promise<boolean> {
  const { dossier, kind, basis, at, holder, told } = reminder
  const written = await db
    .with('written', (inside) =>
      inside
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
        .returning('dossier_id'),
    )
    .with('told', (inside) =>
      inside
        .insertInto('outbox')
        .columns(['task', 'payload'])
        .expression(
          inside
            .selectFrom('written')
            .select([
              sql<string>`${TELL}::text`.as('task'),
              sql<string>`${JSON.stringify(told)}::jsonb`.as('payload'),
            ])
            .where(sql<boolean>`${told !== null}::boolean`),
        ),
    )
    .selectFrom('written')
    .select('dossier_id')
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
