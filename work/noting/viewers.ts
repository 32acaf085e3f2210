import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { forgetViewer, noteViewer, otherViewers } from '#store/dossier-viewers.ts'
import { holdDossier } from '#store/dossiers.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** Whoever was not seen for so long has left: three beats of an open page. */
const GONE_AFTER = { seconds: 60 }

/** Somebody who has the same dossier open. */
export interface Viewer {
  readonly name: string
  readonly since: Moment
}

/** The person has the dossier open; answers who else has. Names of colleagues only, so nothing is recorded. */
export async function beSeen(desk: Desk, code: string): Promise<Outcome<readonly Viewer[]>> {
  const viewing = await viewingOf(desk, code)
  if (isRefusal(viewing)) return viewing
  await noteViewer(desk.centre, viewing)
  return otherViewers(desk.centre, viewing)
}

/** The person has closed the dossier. */
export async function leave(desk: Desk, code: string): Promise<Outcome<true>> {
  const viewing = await viewingOf(desk, code)
  if (isRefusal(viewing)) return viewing
  await forgetViewer(desk.centre, viewing.dossier, viewing.staff)
  return true
}

async function viewingOf(desk: Desk, code: string) {
  const { centre, actor, now } = desk
  const held = await holdDossier(centre, code)
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-dossier' })
  if (!held) return refuse('no-such-dossier')
  const allowed = may(actor, { kind: 'see-dossier', dossier: held.dossier }, today(desk))
  if (isRefusal(allowed)) return allowed
  return {
    dossier: held.id,
    staff: actor.id,
    at: toMoment(now),
    goneBefore: toMoment(now.subtract(GONE_AFTER)),
  }
}
