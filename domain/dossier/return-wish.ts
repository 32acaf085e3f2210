import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { byPost, type Procedure } from '#domain/procedure/procedure.ts'
import type { ChangeReturnWish } from './commands.ts'
import type { Dossier } from './dossier.ts'
import type { DossierEvent, ReturnWish } from './events.ts'
import { guard } from './handling.ts'
import type { Law } from './law.ts'

type Way = ReturnWish['way']
const ALL: readonly Way[] = ['counter', 'post', 'home', 'electronic']
const CARRIED: readonly Way[] = ['post', 'home']

/** What was handed in at another desk comes back there, or electronically: nobody there works with the post. */
export function isReturnedThere(way: Way): boolean {
  return !CARRIED.includes(way)
}

/**
 * By which ways the result can still be chosen to come back. By post only where the procedure is on the list (Decision
 * 45/2016/QĐ-TTg); once it is approved it is a paper or it is none; once it is ready and on its way it goes that way.
 */
export function waysOpen(
  dossier: Dossier,
  procedure: Pick<Procedure, 'isPostal' | 'postalOnly'>,
): readonly Way[] {
  const { way } = dossier.returnWish
  if (dossier.stage === 'returned' || dossier.stage === 'stopped') return []
  if (dossier.stage === 'ready' && way !== 'counter') return []
  const open = ALL.filter((one) => one !== 'post' || byPost(procedure, 'return')).filter(
    (one) => !dossier.elsewhere || isReturnedThere(one),
  )
  if (dossier.approvedAt === null) return open
  return open.filter((one) => (one === 'electronic') === (way === 'electronic'))
}

/** The citizen wants the result by another way, or to another address. */
export function changeReturnWish(
  dossier: Dossier,
  command: ChangeReturnWish,
  law: Law,
): Outcome<DossierEvent[]> {
  const guarded = guard(dossier, command, law)
  if (isRefusal(guarded)) return guarded
  const { at, by, step, way, address, to, online } = command
  if (!waysOpen(dossier, law.procedure).includes(way)) return refuse('way-not-open', { way })
  if (CARRIED.includes(way) && address === null) return refuse('return-address-needed', { way })
  const parts = way === 'post' && to !== undefined ? { to } : {}
  const returnWish: ReturnWish = { way, address: CARRIED.includes(way) ? address : null, ...parts }
  const { returnWish: before } = dossier
  const isSame = before.way === returnWish.way && before.address === returnWish.address
  // The same address, now with its parts, is something new to the post.
  if (isSame && (returnWish.to === undefined || before.to !== undefined)) return refuse('nothing-to-correct')
  return [{ type: 'ReturnWishChanged', at, by, step, returnWish, ...(online && { online }) }]
}
