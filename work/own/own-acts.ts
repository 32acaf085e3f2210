import type { Dossier } from '#domain/dossier/dossier.ts'
import type { ReturnWish } from '#domain/dossier/events.ts'
import { isPossible } from '#domain/dossier/guards.ts'
import { waysOpen } from '#domain/dossier/return-wish.ts'
import { paidDong, papersHere } from '#domain/dossier/withdrawing.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { isVerified } from '#domain/people/citizen.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { filingsAreOn } from '../filing/filing-law.ts'
import { type AskedByKey, dossierByKey } from '../reading/dossier-by-key.ts'
import { hasNumber } from './by-number.ts'
import { ownDossier } from './own-dossier.ts'

/** What a citizen can do now with a dossier, from where he is; and what he should know before. */
export interface OwnActs {
  readonly mayAnswer: boolean
  readonly mayWithdraw: boolean
  /** In đồng. */
  readonly paidDong: number
  /** Papers that lie at the counter for him if he takes it back. */
  readonly papersHere: readonly string[]
  /** How the result comes back; null for whom only code and key let in. */
  readonly returnWish: ReturnWish | null
  /** By which ways it could come back instead. */
  readonly ways: readonly ReturnWish['way'][]
  /** The signed result lies ready to be taken here, or was handed over and can be seen. */
  readonly electronic: 'to-take' | 'to-see' | null
}

const NOTHING: OwnActs = {
  mayAnswer: false,
  mayWithdraw: false,
  paidDong: 0,
  papersHere: [],
  returnWish: null,
  ways: [],
  electronic: null,
}

/** What can be done with one of the own dossiers; nothing with one that is only to be seen. */
export async function ownActs(desk: Desk, typed: string): Promise<OwnActs> {
  const seen = await ownDossier(desk, typed, 'see')
  if (isRefusal(seen)) return NOTHING
  const electronic = electronicOf(seen.dossier)
  const held = await ownDossier(desk, typed, 'act')
  if (isRefusal(held)) return { ...NOTHING, electronic: electronic === 'to-see' ? electronic : null }
  const { dossier } = held
  const { procedure } = lawFor(dossier, await bookOf(desk.centre))
  const { returnWish } = dossier
  const ways = waysOffered(desk, dossier, procedure)
  return { ...(await acts(desk, dossier)), returnWish, ways, electronic }
}

/** Ways a citizen may choose by himself: whether somebody is visited at home the centre says, and an electronic result is for whom the national identity vouches. */
export function waysOffered(
  { actor }: Desk,
  dossier: Dossier,
  procedure: Procedure,
): readonly ReturnWish['way'][] {
  const isVouchedFor = actor.kind === 'citizen' && isVerified(actor)
  return waysOpen(dossier, procedure).filter(
    (way) => (way !== 'home' || dossier.returnWish.way === 'home') && (way !== 'electronic' || isVouchedFor),
  )
}

function electronicOf({ stage, document, returnWish }: Dossier): OwnActs['electronic'] {
  if (document === undefined) return null
  if (stage === 'returned') return 'to-see'
  return stage === 'ready' && returnWish.way === 'electronic' ? 'to-take' : null
}

/** The same by code and key, as far as the dossier names a number that can be asked for. */
export async function actsByKey(desk: Desk, asked: AskedByKey): Promise<Outcome<OwnActs>> {
  const found = await dossierByKey(desk, asked)
  if (isRefusal(found)) return found
  return hasNumber(found.dossier) ? acts(desk, found.dossier) : NOTHING
}

async function acts(desk: Desk, dossier: Dossier): Promise<OwnActs> {
  const { procedure } = lawFor(dossier, await bookOf(desk.centre))
  const isOn = !isRefusal(await filingsAreOn(desk))
  const can = (command: 'TakeSupplement' | 'StopDossier') =>
    isOn && !isRefusal(isPossible(dossier, procedure.steps, command))
  return {
    ...NOTHING,
    mayAnswer: can('TakeSupplement'),
    mayWithdraw: can('StopDossier'),
    paidDong: paidDong(dossier),
    papersHere: papersHere(dossier, procedure),
  }
}
