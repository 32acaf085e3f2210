import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { WishToChange } from '#shapes/own.ts'
import type { Desk } from '../desk.ts'
import { wishOf } from '../post/address-of.ts'
import { actOnline } from './act-online.ts'
import { waysOffered } from './own-acts.ts'
import { actedOn, ownDossier } from './own-dossier.ts'

/** The result of an own dossier comes back by another way; answers its code. */
export async function changeOwnWish(
  desk: Desk,
  typed: string,
  { id, ...given }: WishToChange,
): Promise<Outcome<string>> {
  const held = await ownDossier(desk, typed, 'act')
  if (isRefusal(held)) return held
  const wish = await wishOf(desk, given)
  if (isRefusal(wish)) return wish
  const { way, address, to } = wish
  const online = actedOn(desk, held)
  return actOnline(desk, { code: held.dossier.code, id }, (dossier, procedure) =>
    waysOffered(desk, dossier, procedure).includes(way)
      ? { type: 'ChangeReturnWish', way, address, to, online }
      : refuse('way-not-open', { way }),
  )
}
