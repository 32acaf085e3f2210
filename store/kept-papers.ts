import { type Expression, expressionBuilder, sql, type SqlBool } from 'kysely'
import type { Day, Moment } from '#domain/calendar/moment.ts'
import type { Sight } from '#domain/people/may.ts'
import type { Centre } from './database.ts'
import { inSight } from './sight.ts'
import type { CentreTables } from './tables.ts'

/** A paper as it was kept: which form of which set, and the template it was set with. */
interface KeptOne {
  readonly id: string
  readonly form: string
  /** The form as the paper says it, by its number and circular; null for papers no circular gives. */
  readonly formNumber: string | null
  readonly formSource: string
  /** The centre's own template, by file and the day from which it holds; null for the house's. */
  readonly own: { readonly main: string; readonly from: Day } | null
  /** The version of the house's template; null for an own one, and for what was printed before it was kept. */
  readonly houseTemplate: string | null
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string
}

/** A paper of a dossier with who printed it, and each time it was given out again. */
export interface KeptPaperOfDossier extends KeptOne {
  readonly at: Moment
  readonly by: string | null
  /** The latest first, at most so many. */
  readonly reprints: readonly { readonly at: Moment; readonly by: string | null }[]
  readonly reprintCount: number
}

/** A paper that was given out, the first time or again. */
export interface PaperGivenOut extends KeptOne {
  /** Of the giving out, to go on behind it. */
  readonly line: string
  readonly at: Moment
  readonly by: string | null
  /** 0 is the first print. */
  readonly reprint: number
  readonly code: string | null
}

/**
 * Which papers a person may see: those of dossiers in sight, and of papers of no dossier (slips, registers, lists) all, or
 * those given out by people of some units.
 */
export interface PapersInSight {
  readonly sight: Sight
  readonly ofNoDossier: 'all' | 'none' | { readonly units: readonly string[]; readonly on: Day }
}

const KEPT = [
  'paper.id',
  'paper.form',
  sql<string | null>`paper.data -> 'form' ->> 'number'`.as('formNumber'),
  sql<string>`paper.data -> 'form' ->> 'source'`.as('formSource'),
  'paper.house_template as houseTemplate',
  'template.main',
  'template.from_on as ownFrom',
  sql<string>`encode(paper.sha256, 'hex')`.as('sha256'),
] as const

interface KeptRow extends Omit<KeptOne, 'own'> {
  readonly main: string | null
  readonly ownFrom: Day | null
}

function asKept<Row extends KeptRow>({ main, ownFrom, ...row }: Row) {
  return { ...row, own: main === null || ownFrom === null ? null : { main, from: ownFrom } }
}

function papers({ db }: Centre) {
  return db
    .selectFrom('paper')
    .leftJoin('dossier', 'dossier.id', 'paper.dossier_id')
    .leftJoin('paper_template as template', 'template.hash', 'paper.template')
}

/** Every paper of a dossier, the latest first, each with its latest reprints. */
export async function keptPapersOf(
  centre: Centre,
  dossier: string,
  most: { readonly papers: number; readonly reprints: number },
): Promise<KeptPaperOfDossier[]> {
  const rows = await papers(centre)
    .leftJoin('staff', 'staff.id', 'paper.staff_id')
    .select([...KEPT, 'paper.at', 'staff.name as by'])
    .where('paper.dossier_id', '=', dossier)
    .orderBy('paper.at', 'desc')
    .orderBy('paper.id', 'desc')
    .limit(most.papers)
    .execute()
  const ids = rows.map(({ id }) => id)
  const reprints = ids.length === 0 ? [] : await reprintsOf(centre, ids)
  const own = Map.groupBy(reprints, (one) => one.paper)
  return rows.map((row) => {
    const all = own.get(row.id) ?? []
    return { ...asKept(row), reprints: all.slice(0, most.reprints), reprintCount: all.length }
  })
}

async function reprintsOf({ db }: Centre, ids: readonly string[]) {
  return db
    .selectFrom('paper_reprint as r')
    .leftJoin('staff', 'staff.id', 'r.staff_id')
    .select(['r.paper_id as paper', 'r.at', 'staff.name as by'])
    .where('r.paper_id', 'in', ids)
    .orderBy('r.at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(MOST_REPRINTS)
    .execute()
}

/** Of all papers of one dossier together. */
const MOST_REPRINTS = 2000

interface GivenOutAsked {
  readonly from: Moment
  readonly before: Moment
  readonly inSight: PapersInSight
  /** Only what comes behind this line; null begins at the first. */
  readonly after: { readonly at: Moment; readonly line: string } | null
  readonly most: number
}

/** What was given out between two moments, printed or again, in the order it was. */
export async function papersGivenOut(centre: Centre, asked: GivenOutAsked): Promise<PaperGivenOut[]> {
  const [first, again] = await Promise.all([printed(centre, asked), givenAgain(centre, asked)])
  const inOrder = (one: PaperGivenOut, other: PaperGivenOut) =>
    one.at === other.at ? (one.line < other.line ? -1 : 1) : one.at < other.at ? -1 : 1
  return [...first, ...again].toSorted(inOrder).slice(0, asked.most)
}

async function printed(centre: Centre, { from, before, after, most, ...asked }: GivenOutAsked) {
  const rows = await papers(centre)
    .leftJoin('staff', 'staff.id', 'paper.staff_id')
    .select([...KEPT, 'paper.id as line', 'paper.at', 'staff.name as by', 'dossier.code'])
    .where('paper.at', '>=', from)
    .where('paper.at', '<', before)
    .$if(after !== null, (query) => query.where(behind('paper', after)))
    .where(seen(asked.inSight, 'paper'))
    .orderBy('paper.at')
    .orderBy('paper.id')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...asKept(row), reprint: 0 }))
}

async function givenAgain(centre: Centre, { from, before, after, most, ...asked }: GivenOutAsked) {
  const rows = await papers(centre)
    .innerJoin('paper_reprint as again', 'again.paper_id', 'paper.id')
    .leftJoin('staff', 'staff.id', 'again.staff_id')
    .select([...KEPT, 'again.id as line', 'again.at', 'staff.name as by', 'dossier.code'])
    .select((row) =>
      row
        .selectFrom('paper_reprint as earlier')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('earlier.paper_id', '=', 'paper.id')
        .where(sql<boolean>`(earlier.at, earlier.id) <= (again.at, again.id)`)
        .as('reprint'),
    )
    .where('again.at', '>=', from)
    .where('again.at', '<', before)
    .$if(after !== null, (query) => query.where(behind('again', after)))
    .where(seen(asked.inSight, 'again'))
    .orderBy('again.at')
    .orderBy('again.id')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...asKept(row), reprint: row.reprint ?? 0 }))
}

const behind = (table: 'paper' | 'again', after: GivenOutAsked['after']) =>
  sql<boolean>`(${sql.ref(`${table}.at`)}, ${sql.ref(`${table}.id`)}) > (${after?.at}::timestamptz, ${after?.line}::uuid)`

function seen({ sight, ofNoDossier }: PapersInSight, table: 'paper' | 'again'): Expression<SqlBool> {
  const where = expressionBuilder<CentreTables, 'dossier'>()
  const ofDossier = where.and([where('dossier.id', 'is not', null), inSight(sight)])
  if (ofNoDossier === 'none') return ofDossier
  const alone = sql<boolean>`${sql.ref('paper.dossier_id')} is null`
  if (ofNoDossier === 'all') return where.or([ofDossier, alone])
  const { units, on } = ofNoDossier
  const theirs = where.exists(
    where
      .selectFrom('appointment')
      .select(sql`1`.as('one'))
      .where(sql<boolean>`appointment.staff_id = ${sql.ref(`${table}.staff_id`)}`)
      .where('appointment.unit', '=', sql<string>`any(${[...units]}::text[])`)
      .where('appointment.from_on', '<=', on)
      .where(sql<boolean>`(appointment.until_on is null or appointment.until_on > ${on}::date)`),
  )
  return where.or([ofDossier, where.and([alone, theirs])])
}

/** A kept paper by its id, where the person may see it; with the dossier it is of. */
export async function keptPaperInSight(centre: Centre, id: string, asked: PapersInSight) {
  return papers(centre)
    .select(['paper.id', 'paper.form', 'paper.bytes', 'dossier.code', 'dossier.state'])
    .select(sql<string>`encode(paper.sha256, 'hex')`.as('sha256'))
    .where('paper.id', '=', id)
    .where(seen(asked, 'paper'))
    .executeTakeFirst()
}
