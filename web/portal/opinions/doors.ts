import type { Context } from 'hono'
import type { Outcome } from '#domain/outcome.ts'
import type { RatingToGive } from '#shapes/rating.ts'
import type { Desk } from '#work/desk.ts'
import type { FeedbackToSend, AppealToSend } from '#shapes/feedback.ts'
import type { FileGiven } from '#work/citizens/readable-file.ts'
import type { FeedbackSlip } from '#work/opinions/send-feedback.ts'
import type { FollowedFeedback, seePublishedAnswers } from '#work/opinions/follow-feedback.ts'
import type { Rater, SeenRating } from '#work/opinions/rate-dossier.ts'

/** What citizens say they think, within the limits of an address; or the moment from which to try again. */
export interface OpinionDoors {
  seeRating(c: Context, desk: Desk, rater: Rater): Promise<Outcome<SeenRating> | Temporal.Instant>
  rate(c: Context, desk: Desk, rater: Rater, given: RatingToGive): Promise<Outcome<true> | Temporal.Instant>
  sendFeedback(
    c: Context,
    desk: Desk,
    given: FeedbackToSend,
    file: FileGiven | null,
  ): Promise<Outcome<FeedbackSlip> | Temporal.Instant>
  followFeedback(
    c: Context,
    desk: Desk,
    asked: FeedbackSlip,
  ): Promise<Outcome<FollowedFeedback> | Temporal.Instant>
  appeal(
    c: Context,
    desk: Desk,
    asked: FeedbackSlip,
    given: AppealToSend,
  ): Promise<Outcome<true> | Temporal.Instant>
  readonly seePublishedAnswers: typeof seePublishedAnswers
}
