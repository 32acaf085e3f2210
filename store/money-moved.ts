import { sql } from 'kysely'
import type { Moment } from '#domain/calendar/moment.ts'
import type { PaymentCancelled, PaymentRefunded, PaymentTaken } from '#domain/dossier/events.ts'
import type { PaymentWay } from '#domain/dossier/owed.ts'
import type { Centre } from './database.ts'

type Moved = PaymentTaken | PaymentCancelled | PaymentRefunded

/** Money that came into a till or went out of it, with the dossier it was for. */
export interface MoneyMoved {
  readonly code: string
  /** The place of the event in the dossier's history. */
  readonly sequence: number
  readonly event: Moved & { readonly way: PaymentWay }
}

/** Whose till money went into or came out of: of who did it, where nobody else's is named. */
export function tillOf(event: MoneyMoved['event']): string {
  return ('till' in event && event.till) || event.by.staff
}

/** What moved through the tills between two moments, oldest first; in one person's where that is asked. */
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
    .where(sql<boolean>`e.data ->> 'way' <> 'online'`)
    .orderBy('e.at')
    .orderBy('d.code')
    .orderBy('e.sequence')
    .execute()
  const moved = rows.map(({ code, sequence, data }) => ({
    code,
    sequence,
    event: data as MoneyMoved['event'],
  }))
  return moved.filter(({ event }) => staff === null || tillOf(event) === staff)
}

/** The receipts made out between two moments for what came through providers. */
export async function onlineReceipts(
  { db }: Centre,
  { from, before }: { readonly from: Moment; readonly before: Moment },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('dossier_event as e')
    .select('e.data')
    .where('e.type', '=', 'PaymentTaken')
    .where('e.at', '>=', from)
    .where('e.at', '<', before)
    .where(sql<boolean>`e.data ->> 'way' = 'online'`)
    .execute()
  return rows.map(({ data }) => (data as PaymentTaken).receiptNumber)
}

/** A payment through a provider, as the dossiers bear it. */
export interface OnlinePayment {
  readonly code: string
  readonly payment: string
  readonly dong: number
  readonly refundedDong: number
}

/** The payments through providers that some dossiers bear, with what of them went back. */
export async function onlinePaymentsOf({ db }: Centre, codes: readonly string[]): Promise<OnlinePayment[]> {
  if (codes.length === 0) return []
  const rows = await db
    .selectFrom('dossier_event as e')
    .innerJoin('dossier as d', 'd.id', 'e.dossier_id')
    .select(['d.code', 'e.data'])
    .where('d.code', 'in', [...codes])
    .where('e.type', 'in', ['PaymentTaken', 'PaymentCancelled', 'PaymentRefunded'])
    .where(sql<boolean>`e.data ->> 'way' = 'online'`)
    .orderBy('e.dossier_id')
    .orderBy('e.sequence')
    .execute()
  const payments = new Map<string, OnlinePayment>()
  for (const { code, data } of rows) {
    const { payment, dong, type } = data as Moved
    const before = payments.get(payment) ?? { code, payment, dong: 0, refundedDong: 0 }
    const moved = type === 'PaymentTaken' ? { dong } : { refundedDong: before.refundedDong + dong }
    payments.set(payment, { ...before, ...moved })
  }
  return [...payments.values()]
}

/** A payment through a provider on which it is to be looked for the money behind it. */
export interface OnlineTaken {
  readonly at: Moment
  readonly code: string
  readonly sequence: number
  readonly payment: string
  readonly money: string
}

const NOTHING = '00000000-0000-0000-0000-000000000000'

/** A page of them, in the order in which they were taken, behind one of them. */
export async function onlineTakenAfter(
  { db }: Centre,
  after: Pick<OnlineTaken, 'at' | 'code' | 'sequence'> | null,
  most: number,
): Promise<OnlineTaken[]> {
  const rows = await db
    .selectFrom('dossier_event as e')
    .innerJoin('dossier as d', 'd.id', 'e.dossier_id')
    .select(['e.at', 'd.code', 'e.sequence', 'e.data'])
    // The index of money is of all three.
    .where('e.type', 'in', ['PaymentTaken', 'PaymentCancelled', 'PaymentRefunded'])
    .where('e.type', '=', 'PaymentTaken')
    .where(sql<boolean>`e.data ->> 'way' = 'online'`)
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('e.at', 'd.code', 'e.sequence'),
          '>',
          tuple(after?.at ?? '', after?.code ?? '', after?.sequence ?? 0),
        ),
      ),
    )
    .orderBy('e.at')
    .orderBy('d.code')
    .orderBy('e.sequence')
    .limit(most)
    .execute()
  return rows.map(({ at, code, sequence, data }) => {
    const { payment, through } = data as PaymentTaken
    return { at, code, sequence, payment, money: through?.money ?? NOTHING }
  })
}
