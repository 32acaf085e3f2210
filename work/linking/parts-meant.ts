import type { Staff } from '#domain/people/may.ts'
import type { DossiersAsked } from '#shapes/dossier-list.ts'
import type { PartsFilter } from '#store/dossier-parts.ts'
import type { Desk } from '../desk.ts'
import { thisMinute } from '../reading/this-minute.ts'
import { unitsOf } from '../transferring/papers-meant.ts'

type OfParts = 'part-open' | 'part-late' | 'part-back'

export function isOfParts(only: DossiersAsked['only']): only is OfParts {
  return only === 'part-open' || only === 'part-late' || only === 'part-back'
}

/** Which parts of other agencies are meant: of the caller's units, as leader or as agency, or whoever's. */
export function partsOf(
  desk: Desk & { readonly actor: Staff },
  { only, agency }: DossiersAsked,
  isMine: boolean,
): PartsFilter | undefined {
  if (!isOfParts(only)) return undefined
  return {
    state: only === 'part-back' ? 'sent-back' : 'open',
    dueBefore: only === 'part-late' ? thisMinute(desk.now) : undefined,
    agency,
    units: isMine ? unitsOf(desk) : null,
  }
}
