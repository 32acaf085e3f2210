import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { readDossierCode } from '#domain/dossier/dossier-code.ts'
import { mayBeCredited, type MoneyIn } from '#domain/paying/money-in.ts'
import type { MoneyToCredit } from '#shapes/paying.ts'
import type { Desk } from '../desk.ts'
import { heldFor } from './refunding.ts'
import { takeThrough, written } from './settle-money.ts'

/** A person counts doubted money for a dossier that owes as much: the one that was meant, or another. */
export async function creditMoney(desk: Desk, given: MoneyToCredit): Promise<Outcome<MoneyIn>> {
  const code = readDossierCode(given.code)
  if (isRefusal(code)) return refuse('no-such-dossier')
  const found = await heldFor(desk, { kind: 'reconcile' }, given.money)
  if (isRefusal(found)) return found
  const { held, actor } = found
  if (held.money.credited?.code === code) return held.money
  const possible = mayBeCredited(held.money)
  if (isRefusal(possible)) return possible
  const taken = await takeThrough(desk, held, { code, cashier: actor })
  return isRefusal(taken) ? taken : written(desk, held, taken)
}
