import type { Moment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Centre } from './database.ts'

/** The dossiers that came by post between two moments, in the order they came. */
export async function receivedByPost({ db }: Centre, from: Moment, before: Moment): Promise<Dossier[]> {
  const rows = await db
    .selectFrom('dossier')
    .select('state')
    .where('channel', '=', 'post')
    .where('received_at', '>=', from)
    .where('received_at', '<', before)
    .orderBy('received_at')
    .orderBy('code')
    .execute()
  return rows.map(({ state }) => state as Dossier)
}

/** The dossiers whose result came to the counter between two moments, in that order. */
export async function readyBetween({ db }: Centre, from: Moment, before: Moment): Promise<Dossier[]> {
  const rows = await db
    .selectFrom('dossier')
    .select('state')
    .where('stage', 'in', ['ready', 'returned'])
    .where('ready_at', '>=', from)
    .where('ready_at', '<', before)
    .orderBy('ready_at')
    .orderBy('code')
    .execute()
  return rows.map(({ state }) => state as Dossier)
}
