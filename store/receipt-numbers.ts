import type { Moment } from '#domain/calendar/moment.ts'
import type { Centre, HotVerb } from './database.ts'

const TAKE: HotVerb = {
  name: 'take-receipt-number',
  text: `
  with taken as (
    insert into {c}.receipt_series as s (year, next) values ($1, 2)
    on conflict (year) do update set next = s.next + 1
    returning next - 1 as number
  )
  insert into {c}.receipt_number (year, number, dossier_code, staff_id, at)
  select $1, number, $2, $3, $4 from taken
  returning number`,
}

/** The next receipt of a year, written down with what it was taken for. It is never given again. */
export async function takeReceiptNumber(
  centre: Centre,
  taken: { readonly year: number; readonly dossier: string; readonly staff: string; readonly at: Moment },
): Promise<number> {
  const { year, dossier, staff, at } = taken
  const [row] = await centre.run<{ number: number }>(TAKE, [year, dossier, staff, at])
  if (!row) throw new Error('no receipt number was taken')
  return row.number
}

/** Numbers taken between two moments, and by whom. */
export async function receiptNumbersIn({ db }: Centre, from: Moment, before: Moment) {
  return db
    .selectFrom('receipt_number')
    .select(['year', 'number', 'staff_id'])
    .where('at', '>=', from)
    .where('at', '<', before)
    .orderBy('year')
    .orderBy('number')
    .execute()
}
