import type { Moment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { ApologyDrafted, ApologySent } from '#domain/dossier/events.ts'
import type { Sight } from '#domain/people/may.ts'
import type { Centre } from './database.ts'
import { inSight } from './sight.ts'

/** An apology that was sent, as it was written, with how its dossier stands now. */
export interface SentApology {
  readonly dossier: Dossier
  readonly sent: ApologySent
  readonly drafted: ApologyDrafted
}

/** Apologies sent between two moments that a person may see, the latest first, no more than `most`. */
export async function apologiesSent(
  { db }: Centre,
  { from, before, sight, most }: { from: Moment; before: Moment; sight: Sight; most: number },
): Promise<SentApology[]> {
  const rows = await db
    .selectFrom('dossier_event as e')
    .innerJoin('dossier', 'dossier.id', 'e.dossier_id')
    .innerJoinLateral(
      (query) =>
        query
          .selectFrom('dossier_event as d')
          .select('d.data as drafted')
          .whereRef('d.dossier_id', '=', 'e.dossier_id')
          .whereRef('d.sequence', '<', 'e.sequence')
          .where('d.type', '=', 'ApologyDrafted')
          .orderBy('d.sequence', 'desc')
          .limit(1)
          .as('draft'),
      (join) => join.onTrue(),
    )
    .select(['dossier.state', 'e.data', 'draft.drafted'])
    .where('e.type', '=', 'ApologySent')
    .where('e.at', '>=', from)
    .where('e.at', '<', before)
    .where(inSight(sight))
    .orderBy('e.at', 'desc')
    .orderBy('e.dossier_id')
    .limit(most)
    .execute()
  return rows.map(({ state, data, drafted }) => ({
    dossier: state as Dossier,
    sent: data as ApologySent,
    drafted: drafted as ApologyDrafted,
  }))
}
