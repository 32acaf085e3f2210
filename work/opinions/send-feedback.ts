import { toMoment } from '#domain/calendar/moment.ts'
import { readDossierCode } from '#domain/dossier/dossier-code.ts'
import { lookupKey, LOOKUP_KEY_BYTES, readLookupKey } from '#domain/dossier/lookup-key.ts'
import { evolveFeedback, received } from '#domain/opinions/feedback.ts'
import { feedbackCode } from '#domain/opinions/feedback-code.ts'
import { DATA_CORRECTION, type FeedbackKind, feedbackRuleOn } from '#domain/opinions/opinion-rules.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { isVerified } from '#domain/people/citizen.ts'
import { may } from '#domain/people/may.ts'
import type { FeedbackToSend } from '#shapes/feedback.ts'
import { feedbackById, keepFeedback } from '#store/feedback.ts'
import { announceChange } from '../announce-change.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import { type FileGiven, readableFile } from '../citizens/readable-file.ts'
import { seal } from '../chance.ts'
import type { Desk } from '../desk.ts'

/** What the person follows it by. */
export interface FeedbackSlip {
  readonly code: string
  readonly key: string
}

/** What citizens write, and what only who is signed in asks for. */
type Sent = Omit<FeedbackToSend, 'kind'> & { readonly kind: FeedbackKind }

const CODES = 20

/** Takes in what a citizen writes; the same again is answered with the same code and key. */
export async function sendFeedback(
  desk: Desk,
  given: Sent,
  file: FileGiven | null,
): Promise<Outcome<FeedbackSlip>> {
  const { centre, actor, now } = desk
  const on = today(desk)
  const allowed = may(actor, { kind: 'say-opinion' }, on)
  if (isRefusal(allowed)) return allowed
  const { id, kind, text: body, contact, address } = given
  const book = await bookOf(centre)
  const rule = feedbackRuleOn(book.opinionRules, on)
  if (!rule) return refuse('no-feedback-here')
  const citizen = actor.kind === 'citizen' ? actor : null
  if (kind === DATA_CORRECTION && !citizen) return refuse('not-permitted', { action: 'say-opinion' })
  // The name that is vouched for counts.
  const name = citizen && isVerified(citizen) ? citizen.name : given.name
  if (kind === 'complaint' && (name === null || address === null)) return refuse('complaint-needs-name')
  const dossier = given.dossier === null ? null : readDossierCode(given.dossier)
  if (isRefusal(dossier)) return refuse('no-such-dossier')
  const event = received(kind, { rule, counting: book.counting, at: toMoment(now) })
  if (isRefusal(event)) return event
  const kept = file && (await readableFile(desk, file))
  if (isRefusal(kept)) return kept
  const key = keyOf(id)
  const words = { citizen: citizen?.id ?? null, name, contact, address, dossier, body }
  for (let tried = 0; tried < CODES; tried++) {
    const code = feedbackCode(on, Buffer.from(seal(`feedback ${id} ${tried}`), 'hex'))
    const feedback = { id, code, keyHash: seal(key), state: evolveFeedback(null, event), ...words }
    if (!(await keepFeedback(centre, { ...feedback, event, file: kept }))) continue
    const stands = await feedbackById(centre, id)
    if (!stands || stands.body !== body) return refuse('command-id-reused', { id })
    announceChange(centre, stands.code, [])
    return { code: stands.code, key }
  }
  throw new Error('no free code for feedback')
}

/** Drawn from the id, which only the form that was sent has: sent twice, it is the same. */
function keyOf(id: string): string {
  return readLookupKey(
    lookupKey(Buffer.from(seal(`feedback key ${id}`), 'hex').subarray(0, LOOKUP_KEY_BYTES)),
  )
}
