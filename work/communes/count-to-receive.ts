import { appointmentsOn } from '#domain/people/may.ts'
import { COMPETENT_RECEIPT } from '#domain/procedure/placing.ts'
import { countDossiers } from '#store/dossier-lists.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { mineOf } from '../reading/asked-dossiers.ts'

/** How many dossiers that were handed in at other desks wait for their receipt by a person at this one. */
export async function countToReceive(desk: Desk): Promise<number> {
  const { actor, centre } = desk
  if (actor.kind !== 'staff') return 0
  const on = today(desk)
  if (!appointmentsOn(actor, on).some(({ post }) => post === 'clerk')) return 0
  return countDossiers(centre, { mine: mineOf(actor, on), step: COMPETENT_RECEIPT })
}
