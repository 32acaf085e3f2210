import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { ReturnWishToChange } from '#shapes/dossier-commands.ts'
import { type Changed, changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { wishOf } from '../post/address-of.ts'

/** The citizen wants the result by another way, or to another address. */
export async function changeReturnWish(
  desk: Desk,
  code: string,
  given: ReturnWishToChange,
): Promise<Outcome<Changed>> {
  const wish = await wishOf(desk, given)
  return isRefusal(wish)
    ? wish
    : changeDossier(desk, code, { type: 'ChangeReturnWish', ...given, ...wish, to: wish.to })
}
