import type { Context } from 'hono'
import { readFeedbackCode } from '#domain/opinions/feedback-code.ts'
import { isRefusal } from '#domain/outcome.ts'
import { followWithin } from '#api/follow.ts'
import { type Limits, subjectOf } from '#api/rate-limit.ts'
import type { OpinionDoors } from '#web/portal/opinions/doors.ts'
import type { Desk } from '#work/desk.ts'
import { appealFeedback, followFeedback, seePublishedAnswers } from '#work/opinions/follow-feedback.ts'
import { sendFeedback } from '#work/opinions/send-feedback.ts'
import { senderOf } from './sender-of.ts'
import { type Rater, rateDossier, seeRating } from '#work/opinions/rate-dossier.ts'

export interface OpinionDoorSettings {
  readonly limits: Limits
  readonly addressOf: (c: Context) => string
}

/** What citizens say they think, as often as an address may look something up. */
export function opinionDoors({ limits, addressOf }: OpinionDoorSettings): OpinionDoors {
  /** Null when the attempt may go on. */
  async function counted(c: Context, desk: Desk, rater: Rater) {
    if (rater.way === 'account') return null
    if (rater.way === 'counter') return limits.lookUps.take(`ticket ${subjectOf(addressOf(c))}`, desk.now)
    const followed = await followWithin(limits, desk, addressOf(c), rater)
    return followed instanceof Temporal.Instant || isRefusal(followed) ? followed : null
  }
  return {
    seeRating: async (c, desk, rater) => (await counted(c, desk, rater)) ?? seeRating(desk, rater),
    rate: async (_c, desk, rater, given) => rateDossier(desk, rater, given),
    sendFeedback: async (c, desk, given, file) =>
      limits.feedback.take(senderOf(desk, addressOf(c)), desk.now) ?? (await sendFeedback(desk, given, file)),
    async followFeedback(c, desk, asked) {
      const again = limits.lookUps.take(subjectOf(addressOf(c)), desk.now)
      if (again) return again
      const code = readFeedbackCode(asked.code)
      const isLocked = limits.wrongKeys.look(code, desk.now)
      if (isLocked) return isLocked
      const followed = await followFeedback(desk, asked)
      if (isRefusal(followed)) limits.wrongKeys.take(code, desk.now)
      return followed
    },
    appeal: async (c, desk, asked, given) =>
      limits.feedback.take(senderOf(desk, addressOf(c)), desk.now) ??
      (await appealFeedback(desk, asked, given)),
    seePublishedAnswers,
  }
}
