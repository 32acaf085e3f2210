import type { SupplementItem } from '#domain/dossier/events.ts'
import { supplementAsked } from '#domain/dossier/supplement.ts'
import { waitsFor } from '#domain/dossier/waits-for.ts'
import { historyOf } from '#store/dossier-events.ts'
import { type HeldDossier, holdDossier } from '#store/dossiers.ts'
import type { Desk } from '../desk.ts'
import { type FiledAnswers, filedAnswers } from './filed-answers.ts'

/** A dossier that waits for its citizen: what is asked for, and the form it was filed by. */
export interface AskedDossier {
  readonly held: HeldDossier
  readonly items: readonly SupplementItem[]
  readonly filed: FiledAnswers | null
}

/** The dossier of a code, where something is asked for now; null where nothing is, or there is none. */
export async function askedDossier(desk: Desk, code: string): Promise<AskedDossier | null> {
  const held = await holdDossier(desk.centre, code)
  if (!held || waitsFor(held.dossier) !== 'supplement') return null
  const history = (await historyOf(desk.centre, code)).map(({ event }) => event)
  const items = supplementAsked(history)
  if (!items || items.length === 0) return null
  return { held, items, filed: await filedAnswers(desk, held.dossier, history) }
}
