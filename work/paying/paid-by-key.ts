import type { Payment } from '#domain/dossier/dossier.ts'
import { readDossierCode } from '#domain/dossier/dossier-code.ts'
import { readLookupKey } from '#domain/dossier/lookup-key.ts'
import { owedDong } from '#domain/dossier/owed.ts'
import { isOpen } from '#domain/filing/filing.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { feeOfFiling, payableOfFiling } from '#domain/paying/payable-of-filing.ts'
import { type FeeShown, feeShown, type Payable, type PayableKey, payableOf } from '#domain/paying/payable.ts'
import { filingOfCode, type HeldFiling } from '#store/filings.ts'
import { moneyOfOrders } from '#store/money-in.ts'
import { ordersFor } from '#store/payment-orders.ts'
import { bookOf } from '../centre-book.ts'
import type { Desk } from '../desk.ts'
import { type AskedByKey, dossierByKey, isSameKey } from '../reading/dossier-by-key.ts'
import { providersOf } from './providers-of.ts'

/** What code and key open to be paid. */
export interface PaidByKey {
  readonly code: string
  readonly procedureName: string
  readonly payable: PayableKey
  /** Null for what was filed and came to nothing. */
  readonly fee: FeeShown | null
  readonly owedDong: number | null
  /** What is paid in one go now, or why nothing can be. */
  readonly toPay: Outcome<Payable>
  readonly payments: readonly Payment[]
}

/** A dossier, or what was filed under the same code and key and is not received yet. */
export async function paidByKey(desk: Desk, asked: AskedByKey): Promise<Outcome<PaidByKey>> {
  const found = await dossierByKey(desk, asked)
  if (isRefusal(found)) return filedByKey(desk, asked)
  const { dossier, procedure } = found
  return {
    code: dossier.code,
    procedureName: procedure.name,
    payable: { kind: 'dossier', id: dossier.code },
    fee: feeShown(dossier),
    owedDong: owedDong(dossier),
    toPay: payableOf(dossier, procedure),
    payments: dossier.payments ?? [],
  }
}

async function filedByKey(desk: Desk, asked: AskedByKey): Promise<Outcome<PaidByKey>> {
  const code = readDossierCode(asked.code)
  const held = isRefusal(code) ? undefined : await filingOfCode(desk.centre, code)
  return held && isSameKey(held.filing.lookupKey, readLookupKey(asked.key))
    ? filedToPay(desk, held)
    : refuse('no-such-dossier')
}

/** What was filed, as it is paid before it is received: nothing more once money is held for it. */
export async function filedToPay(desk: Desk, held: HeldFiling): Promise<PaidByKey> {
  const { id, filing } = held
  const procedure = await procedureOf(desk, held)
  const toPay = procedure
    ? payableOfFiling(held, procedure)
    : refuse('no-such-procedure', { procedure: filing.procedure })
  const cost = procedure && isOpen(filing) ? feeOfFiling(filing, procedure) : null
  const fee = cost === null || isRefusal(cost) ? null : feeShown(cost)
  const paidDong = await heldDong(desk, id)
  const isPaid = !isRefusal(toPay) && paidDong >= toPay.dong
  return {
    code: filing.code,
    procedureName: procedure?.name ?? filing.procedure,
    payable: { kind: 'filing', id },
    fee,
    owedDong: fee && fee.dong !== null ? Math.max(fee.dong - paidDong, 0) : null,
    toPay: isPaid ? refuse('nothing-owed') : toPay,
    payments: [],
  }
}

/** Whether there is something to be paid for a filing, and a way to pay it online. */
export async function isFilingPayable(desk: Desk, held: HeldFiling): Promise<boolean> {
  return providersOf(desk).length > 0 && !isRefusal((await filedToPay(desk, held)).toPay)
}

/** More attempts to pay one filing than anybody makes. */
const MOST = 100

/** What came for a filing and waits for it to be received, in đồng. */
export async function heldDong({ centre }: Desk, filing: string): Promise<number> {
  const orders = await ordersFor(centre, { kind: 'filing', id: filing }, MOST)
  const money = await moneyOfOrders(
    centre,
    orders.map(({ id }) => id),
  )
  return money.reduce((sum, one) => sum + (one.money.standing === 'held' ? one.money.dong : 0), 0)
}

/** The version under which it was filed. */
async function procedureOf({ centre }: Desk, { filing }: HeldFiling) {
  const { procedures } = await bookOf(centre)
  return procedures.get(filing.procedure)?.find(({ version }) => version === filing.procedureVersion)
}
