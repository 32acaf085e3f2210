import { DATA_CORRECTION } from '#domain/opinions/opinion-rules.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { CorrectionToAsk } from '#shapes/own.ts'
import { feedbackOfCitizen } from '#store/feedback.ts'
import type { FileGiven } from '../citizens/readable-file.ts'
import type { Desk } from '../desk.ts'
import { sendFeedback } from '../opinions/send-feedback.ts'
import { ownDossier } from './own-dossier.ts'

/** So many at a time wait for their answer. */
const MOST_OPEN = 10
const MOST_LOOKED_AT = 100

/**
 * A citizen asks that data on him be put right: of the account, or of a dossier that is his. It is answered in writing by
 * the centre's calendar, as what citizens write is. Answers the code under which it is followed.
 */
export async function askCorrection(
  desk: Desk,
  { id, dossier: typed, wrong, right }: CorrectionToAsk,
  file: FileGiven | null,
): Promise<Outcome<string>> {
  const { actor, centre } = desk
  if (actor.kind !== 'citizen') return refuse('not-permitted', { action: 'say-opinion' })
  const held = typed === null ? null : await ownDossier(desk, typed, 'see')
  if (held && isRefusal(held)) return held
  const before = await feedbackOfCitizen(centre, actor.id, MOST_LOOKED_AT)
  const open = before.filter((one) => one.kind === DATA_CORRECTION && one.stage === 'open' && one.id !== id)
  if (open.length >= MOST_OPEN) return refuse('too-many-corrections', { most: MOST_OPEN })
  const slip = await sendFeedback(
    desk,
    {
      id,
      kind: DATA_CORRECTION,
      text: `Đang ghi sai: ${wrong}\n\nĐúng là: ${right}`,
      dossier: held?.dossier.code ?? null,
      name: actor.name,
      contact: actor.phone ?? actor.email,
      address: null,
    },
    file,
  )
  return isRefusal(slip) ? slip : slip.code
}
