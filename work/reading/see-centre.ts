import { feedbackRuleOn, ratingFormOn } from '#domain/opinions/opinion-rules.ts'
import { takesFilings } from '#domain/procedure/online-filing.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** What every page says of the centre it is a page of. */
export interface SeenCentre {
  readonly name: string
  readonly isDemonstration: boolean
  /** Whether filings are taken on these pages today; while the national portal is in front they are not. */
  readonly takesFilings: boolean
  /** Whether citizens are asked what they think of a dossier. */
  readonly asksRatings: boolean
  /** Whether citizens can write remarks, proposals and complaints here. */
  readonly takesFeedback: boolean
  /** Complaints about the post among it, by a time of their own. */
  readonly takesPostComplaints: boolean
}

export async function seeCentre(desk: Desk): Promise<SeenCentre> {
  const { name, isDemonstration } = desk.centre
  const { onlineFilings, opinionRules } = await bookOf(desk.centre)
  const on = today(desk)
  return {
    name,
    isDemonstration,
    takesFilings: takesFilings(onlineFilings, on),
    asksRatings: ratingFormOn(opinionRules, on) !== undefined,
    takesFeedback: feedbackRuleOn(opinionRules, on) !== undefined,
    takesPostComplaints: feedbackRuleOn(opinionRules, on)?.['post-complaint'] !== undefined,
  }
}
