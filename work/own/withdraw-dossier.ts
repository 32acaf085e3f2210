import { withdrawal } from '#domain/dossier/withdrawing.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { DossierToWithdraw } from '#shapes/own.ts'
import type { Desk } from '../desk.ts'
import { actOnline } from './act-online.ts'
import { type AskedByNumber, dossierByNumber } from './by-number.ts'
import { actedOn, ownDossier } from './own-dossier.ts'

/** Takes one of the own dossiers back; answers its code. */
export async function withdrawOwn(
  desk: Desk,
  typed: string,
  { id, reason }: DossierToWithdraw,
): Promise<Outcome<string>> {
  const held = await ownDossier(desk, typed, 'act')
  if (isRefusal(held)) return held
  const online = actedOn(desk, held)
  return actOnline(desk, { code: held.dossier.code, id }, (dossier, procedure) => {
    return { type: 'StopDossier', ...withdrawal(dossier, procedure, { reason, online }) }
  })
}

/** The same for who has code, key and number. */
export async function withdrawByKey(
  desk: Desk,
  asked: AskedByNumber,
  { id, reason }: DossierToWithdraw,
): Promise<Outcome<string>> {
  const held = await dossierByNumber(desk, asked)
  if (isRefusal(held)) return held
  const online = { account: null, representation: null }
  return actOnline(desk, { code: held.dossier.code, id }, (dossier, procedure) => {
    return { type: 'StopDossier', ...withdrawal(dossier, procedure, { reason, online }) }
  })
}
