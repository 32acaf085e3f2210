import type { Moment } from '#domain/calendar/moment.ts'
import type { Centre } from './database.ts'

export interface ReceivedOften {
  readonly procedure: string
  readonly received: number
}

/** The procedures of which most dossiers were received since a moment, the most received first. */
export async function mostReceivedSince(
  { db }: Centre,
  since: Moment,
  most: number,
): Promise<readonly ReceivedOften[]> {
  return db
    .selectFrom('dossier')
    .select(({ fn }) => ['procedure_key as procedure', fn.countAll<number>().as('received')])
    .where('received_at', '>=', since)
    .groupBy('procedure_key')
    .orderBy('received', 'desc')
    .orderBy('procedure_key')
    .limit(most)
    .execute()
}
