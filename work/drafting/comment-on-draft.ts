import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { DraftCommentToWrite } from '#shapes/result-drafts.ts'
import { holdDossier } from '#store/dossiers.ts'
import { addDraftComment, draftOf } from '#store/result-drafts.ts'
import { announceChange } from '../announce-change.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { writer, type WrittenNote } from '../noting/write-note.ts'

/** Says something of a version; it stays with that version, whatever is written after it. */
export async function commentOnDraft(
  desk: Desk,
  code: string,
  { id, version, text }: DraftCommentToWrite,
): Promise<Outcome<WrittenNote>> {
  const { centre, actor } = desk
  const held = await holdDossier(centre, code)
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'write-note' })
  if (!held) return refuse('no-such-dossier')
  const allowed = may(actor, { kind: 'write-note', dossier: held.dossier }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (!(await draftOf(centre, held.id, version))) return refuse('no-such-draft', { version })
  const comment = { id, dossier: held.id, number: version, text, at: toMoment(desk.now) }
  const stands = await addDraftComment(centre, { ...comment, ...writer(desk, actor, held.dossier) })
  const { dossier, number, staff } = stands
  if (dossier !== held.id || number !== version || staff !== actor.id || stands.text !== text)
    return refuse('command-id-reused', { id })
  announceChange(centre, code, [])
  return { id, at: stands.at }
}
