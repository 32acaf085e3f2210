import type { DossierEvent } from '#domain/dossier/events.ts'
import type { Centre } from './database.ts'
import type { SealedEvent } from './dossiers.ts'

/** The history of a dossier, in order, from an event number on. */
export async function historyOf(centre: Centre, code: string, after = 0): Promise<SealedEvent[]> {
  const rows = await centre.db
    .selectFrom('dossier_event as e')
    .innerJoin('dossier as d', 'd.id', 'e.dossier_id')
    .select(['e.sequence', 'e.data', 'e.hash'])
    .where('d.code', '=', code)
    .where('e.sequence', '>', after)
    .orderBy('e.sequence')
    .execute()
  return rows.map(asEvent)
}

/** The histories of several dossiers, by id, each in order. */
export async function historiesOf(
  centre: Centre,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly SealedEvent[]>> {
  const rows = await centre.db
    .selectFrom('dossier_event')
    .select(['dossier_id', 'sequence', 'data', 'hash'])
    .where('dossier_id', 'in', [...ids])
    .orderBy('dossier_id')
    .orderBy('sequence')
    .execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.dossier_id)].map(([id, own]) => [id, own.map(asEvent)] as const),
  )
}

/** A row as an event. Events are stored as they were decided; a later shape reads older ones here. */
export function asEvent(row: { sequence: number; data: object; hash: Buffer }): SealedEvent {
  return { sequence: row.sequence, event: row.data as DossierEvent, seal: row.hash.toString('hex') }
}

/** What a command id was used for: the dossier, the last event it made there and the hash of its content. */
export async function usedCommand(centre: Centre, id: string) {
  const row = await centre.db
    .selectFrom('dossier_event as e')
    .innerJoin('dossier as d', 'd.id', 'e.dossier_id')
    .select(['d.code', 'e.sequence', 'e.command_hash'])
    .where('e.command_id', '=', id)
    .orderBy('e.command_part', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { code: row.code, version: row.sequence, hash: row.command_hash.toString('hex') }
}

/** The events of one type of several dossiers, by code, each dossier's in order. */
export async function historiesOfCodes<Type extends DossierEvent['type']>(
  { db }: Centre,
  codes: readonly string[],
  type: Type,
): Promise<{ readonly code: string; readonly event: Extract<DossierEvent, { type: Type }> }[]> {
  if (codes.length === 0) return []
  const rows = await db
    .selectFrom('dossier_event as e')
    .innerJoin('dossier as d', 'd.id', 'e.dossier_id')
    .select(['d.code', 'e.data'])
    .where('d.code', 'in', [...codes])
    .where('e.type', '=', type)
    .orderBy('e.sequence')
    .execute()
  // Written with its type, which the column repeats.
  return rows.map(({ code, data }) => ({ code, event: data as Extract<DossierEvent, { type: Type }> }))
}
