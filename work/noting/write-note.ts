import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { appointmentsOn, may, type Staff } from '#domain/people/may.ts'
import type { NoteToWrite } from '#shapes/note-to-write.ts'
import { addNote } from '#store/dossier-notes.ts'
import { holdDossier } from '#store/dossiers.ts'
import { announceChange } from '../announce-change.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

export interface WrittenNote {
  readonly id: string
  readonly at: Moment
}

/**
 * Writes an internal note on a dossier. The dossier itself does not change, so nobody's work grows stale by it; open
 * pages show it at once.
 */
export async function writeNote(
  desk: Desk,
  code: string,
  { id, text }: NoteToWrite,
): Promise<Outcome<WrittenNote>> {
  const { centre, actor } = desk
  const held = await holdDossier(centre, code)
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'write-note' })
  if (!held) return refuse('no-such-dossier')
  const allowed = may(actor, { kind: 'write-note', dossier: held.dossier }, today(desk))
  if (isRefusal(allowed)) return allowed
  const note = { id, dossier: held.id, at: toMoment(desk.now), text, ...writer(desk, actor, held.dossier) }
  const stands = await addNote(centre, note)
  if (stands.dossier !== held.id || stands.staff !== actor.id || stands.text !== text)
    return refuse('command-id-reused', { id })
  announceChange(centre, code, [])
  return { id, at: stands.at }
}

/** The writer in the post that is nearest to the dossier: where it lies, else of its unit, else any. */
export function writer(
  desk: Desk,
  actor: Staff,
  { unit, holder }: { readonly unit: string; readonly holder: { readonly unit: string } | null },
) {
  const posts = appointmentsOn(actor, today(desk)).filter(({ post }) => post !== 'administrator')
  const as =
    posts.find((one) => one.unit === holder?.unit) ?? posts.find((one) => one.unit === unit) ?? posts[0]
  if (!as) throw new Error(`${actor.id} may write a note and has no post`)
  return { staff: actor.id, unit: as.unit, post: as.post }
}
