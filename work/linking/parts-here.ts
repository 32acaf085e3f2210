import type { DossiersAsked } from '#shapes/dossier-list.ts'
import { countDossiers } from '#store/dossier-lists.ts'
import { bookOf } from '../centre-book.ts'
import type { Desk } from '../desk.ts'
import { filterFor } from '../reading/asked-dossiers.ts'

/** Late: other agencies in dossiers the unit leads, and the unit itself in dossiers of others; sent back to the unit. */
const PARTS_HERE = ['theirs-late', 'sent-back', 'own-late'] as const

export interface PartsHere {
  readonly what: (typeof PARTS_HERE)[number]
  readonly count: number
}

/** Which dossiers each of them means. */
export function partsHereList(what: PartsHere['what'], unit: string): DossiersAsked {
  const of = what === 'own-late' ? { agency: unit } : { holderUnit: unit }
  return { progress: 'running', only: what === 'sent-back' ? 'part-back' : 'part-late', ...of }
}

/** What of linked procedures a head has to look after. */
export async function partsHere(desk: Desk, unit: string): Promise<readonly PartsHere[]> {
  const { centre, actor } = desk
  if (actor.kind !== 'staff') return []
  const book = await bookOf(centre)
  return Promise.all(
    PARTS_HERE.map(async (what) => ({
      what,
      count: await countDossiers(centre, filterFor({ ...desk, actor }, book, partsHereList(what, unit))),
    })),
  )
}
