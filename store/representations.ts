import { sql } from 'kysely'
import type { Day, Moment } from '#domain/calendar/moment.ts'
import type { Ground, Principal, Representation, Right } from '#domain/people/representation.ts'
import type { Centre } from './database.ts'

/** Who acts, for whom, and what proves it. */
export interface KeptRepresentation extends Representation {
  readonly agent: { readonly citizen: string | null; readonly number: string | null; readonly name: string }
  readonly givenBy: string | null
  readonly enteredAt: Moment
  /** In words. */
  readonly document: string | null
  /** The name of the file that was kept with it. */
  readonly documentName: string | null
}

export interface RepresentationToKeep extends Representation {
  readonly agent:
    | { readonly citizen: string }
    | { readonly citizen: null; readonly number: string; readonly name: string }
  readonly givenBy: string | null
  readonly at: Moment
  readonly document: string | null
  readonly file: {
    readonly name: string
    readonly mediaType: string
    readonly sha256: string
    readonly bytes: Uint8Array
  } | null
}

/** Keeps a representation, with its file or neither; of an id that was used before nothing is written. */
export function keepRepresentation({ db }: Centre, kept: RepresentationToKeep): Promise<void> {
  const { agent, principal, file } = kept
  return db.transaction().execute(async (whole) => {
    const hash = file && Buffer.from(file.sha256, 'hex')
    if (file && hash)
      await whole
        .insertInto('scan_content')
        .values({ sha256: hash, media_type: file.mediaType, bytes: Buffer.from(file.bytes) })
        .onConflict((known) => known.column('sha256').doNothing())
        .execute()
    await whole
      .insertInto('representation')
      .values({
        id: kept.id,
        citizen_id: agent.citizen,
        agent_name: agent.citizen === null ? agent.name : null,
        agent_number: agent.citizen === null ? agent.number : null,
        principal_kind: principal.kind,
        principal_name: principal.name,
        principal_number: principal.number,
        acts: kept.right,
        ground: kept.ground,
        procedures: kept.procedures && JSON.stringify(kept.procedures),
        from_on: kept.from,
        until_on: kept.until,
        document: kept.document,
        document_name: file?.name ?? null,
        document_sha256: hash,
        given_by: kept.givenBy,
        entered_at: kept.at,
      })
      .onConflict((already) => already.column('id').doNothing())
      .execute()
  })
}

const COLUMNS = [
  'r.id',
  'r.citizen_id',
  'r.agent_number',
  'r.principal_kind',
  'r.principal_name',
  'r.principal_number',
  'r.acts',
  'r.ground',
  'r.procedures',
  'r.from_on',
  'r.until_on',
  'r.given_by',
  'r.entered_at',
  'r.document',
  'r.document_name',
] as const

/** One that has not been ended. */
export async function representationById(
  { db }: Pick<Centre, 'db'>,
  id: string,
): Promise<KeptRepresentation | undefined> {
  const row = await base({ db }).where('r.id', '=', id).executeTakeFirst()
  return row && read(row)
}

/** Those of an agent, by his account and, where it is verified, by his number; the latest first. */
export async function representationsOfAgent(
  { db }: Centre,
  agent: { readonly citizen: string; readonly number: string | null },
): Promise<readonly KeptRepresentation[]> {
  const rows = await base({ db })
    .where((either) =>
      either.or([
        either('r.citizen_id', '=', agent.citizen),
        ...(agent.number === null ? [] : [either('r.agent_number', '=', agent.number)]),
      ]),
    )
    .execute()
  return rows.map(read)
}

/** Those who act for one of these numbers; the latest first. */
export async function representationsFor(
  { db }: Centre,
  numbers: readonly string[],
): Promise<readonly KeptRepresentation[]> {
  if (numbers.length === 0) return []
  const rows = await base({ db }).where('r.principal_number', 'in', numbers).execute()
  return rows.map(read)
}

function base({ db }: Pick<Centre, 'db'>) {
  return db
    .selectFrom('representation as r')
    .leftJoin('citizen as p', 'p.id', 'r.citizen_id')
    .select(COLUMNS)
    .select(sql<string>`coalesce(p.name, r.agent_name, '')`.as('agent'))
    .where('r.ended_at', 'is', null)
    .orderBy('r.entered_at', 'desc')
    .limit(500)
}

function read(row: Awaited<ReturnType<ReturnType<typeof base>['execute']>>[number]): KeptRepresentation {
  return {
    id: row.id,
    agent: { citizen: row.citizen_id, number: row.agent_number, name: row.agent },
    principal: {
      kind: row.principal_kind as Principal['kind'],
      name: row.principal_name,
      number: row.principal_number,
    },
    right: row.acts as Right,
    ground: row.ground as Ground,
    procedures: row.procedures,
    from: row.from_on as Day,
    until: row.until_on,
    givenBy: row.given_by,
    enteredAt: row.entered_at,
    document: row.document,
    documentName: row.document_name,
  }
}

/** Ends a representation; whoever was quicker is told the same. */
export async function endRepresentation(
  { db }: Centre,
  id: string,
  { by, at }: { readonly by: string; readonly at: Moment },
): Promise<void> {
  await db
    .updateTable('representation')
    .set({ ended_by: by, ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

/** The file kept with a representation, ended or not. */
export async function documentOf({ db }: Centre, id: string) {
  return db
    .selectFrom('representation as r')
    .innerJoin('scan_content as k', 'k.sha256', 'r.document_sha256')
    .select(['r.document_name as name', 'k.media_type as mediaType', 'k.bytes'])
    .where('r.id', '=', id)
    .executeTakeFirst()
}
