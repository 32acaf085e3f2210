import type { Moment } from '#domain/calendar/moment.ts'
import type { PaymentCancelled, PaymentRefunded, PaymentTaken } from '#domain/dossier/events.ts'
import type { Centre } from './database.ts'

/** Money that came in or went out, with the dossier it was for. */
export interface MoneyMoved {
  readonly code: string
  /** The place of the event in the dossier's history. */
  readonly sequence: number
  readonly event: PaymentTaken | PaymentCancelled | PaymentRefunded
}

/** What moved between two moments, oldest first; by what one person did where that is asked. */
export async function moneyMoved(
  { db }: Centre,
  { from, before, staff }: { readonly from: Moment; readonly before: Moment; readonly staff: string | null },
): Promise<MoneyMoved[]> {
  const rows = await db
    .selectFrom('dossier_event as e')
    .innerJoin('dossier as d', 'd.id', 'e.dossier_id')
    .select(['d.code', 'e.sequence', 'e.data'])
    .where('e.type', 'in', ['PaymentTaken', 'PaymentCancelled', 'PaymentRefunded'])
    .where('e.at', '>=', from)
    .where('e.at', '<', before)
    .orderBy('e.at')
    .orderBy('d.code')
    .orderBy('e.sequence')
    .execute()
  const moved = rows.map(({ code, sequence, data }) => ({
    code,
    sequence,
    event: data as MoneyMoved['event'],
  }))
  return moved.filter(({ event }) => staff === null || event.by.staff === staff)
}
