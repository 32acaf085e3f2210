import { isOvertaken } from '#domain/notices/told.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { NoticeToSendAgain } from '#shapes/notice-to-send-again.ts'
import { holdDossier } from '#store/dossiers.ts'
import { addNotices, noticesOf } from '#store/notices.ts'
import { announceChange } from '../announce-change.ts'
import { bookOf } from '../centre-book.ts'
import { actionFor, lawFor, today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { noticesFor } from './make-notices.ts'
import { dossierSubject } from './subjects.ts'

const MOST = 200

/**
 * Tells the citizen once more what he was told, to wherever he is told now. Once by the id of the command; what is no
 * longer so is told nobody.
 */
export async function tellAgain(
  desk: Desk,
  code: string,
  { id, notice }: NoticeToSendAgain,
): Promise<Outcome<{ readonly sent: number }>> {
  const { centre, now, actor, notices } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'act-for-lists' })
  const held = await holdDossier(centre, code)
  if (!held) return refuse('no-such-dossier')
  const { dossier } = held
  const { steps } = lawFor(dossier, await bookOf(centre)).procedure
  const allowed = may(actor, actionFor('PromptApplicant', dossier, steps), today(desk))
  if (isRefusal(allowed)) return allowed
  const meant = (await noticesOf(centre, held.id, MOST)).find((one) => one.id === notice)
  if (!meant) return refuse('no-such-notice')
  if (isOvertaken(meant.kind, dossier)) return refuse('no-longer-so')
  if (!notices) return refuse('nobody-to-tell')
  const told = { code, cause: `again ${id}`, kind: meant.kind, facts: meant.facts, staff: actor.id }
  const made = await noticesFor({ centre, now, notices }, [told], [dossierSubject(held)])
  if (made.length === 0) return refuse('nobody-to-tell')
  await addNotices(centre, made)
  announceChange(centre, code, [])
  return { sent: made.length }
}
