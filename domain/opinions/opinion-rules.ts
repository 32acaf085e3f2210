import type { Day } from '../calendar/moment.ts'
import type { Limit } from '../procedure/limit.ts'
import type { Confidence } from '../procedure/procedure.ts'

/** One question of the rating: what the program cannot count by itself (Circular 01/2018/TT-VPCP). */
export interface Question {
  readonly key: string
  /** Which index of the circular it answers; null for one of the centre's own. */
  readonly index: number | null
  readonly vi: string
  readonly en: string
}

/** What citizens are asked after a dossier, from a day on. Answers keep the questions as they were asked. */
export interface RatingForm {
  readonly kind: 'rating'
  readonly from: Day
  readonly questions: readonly Question[]
  /** The question that says whether the person is satisfied on the whole. */
  readonly overall: string
  /** Days after the result, or after it was handed back, within which one may rate. */
  readonly rateDays: number
  /** Days within which the person may change it. */
  readonly changeDays: number
  readonly ground: string
}

/**
 * What a citizen writes to the centre. A remark tells of something that goes wrong, a proposal of something to do
 * better (Decree 20/2008/NĐ-CP, amended by 92/2017/NĐ-CP); a complaint asks to look again at a decision or an act that
 * is held to be unlawful and to infringe the person's rights (Law on Complaints 02/2011/QH13, art. 2). What it says
 * decides, not what it is called.
 */
export const EVERY_CENTRES = ['remark', 'proposal', 'complaint'] as const

/**
 * That the post lost, damaged or delayed what it carried for the centre (Decision 45/2016/QĐ-TTg; Circular
 * 17/2017/TT-BTTTT). A centre that lays down no time for it takes it as a remark.
 */
export const POST_COMPLAINT = 'post-complaint'
export const WRITTEN_KINDS = [...EVERY_CENTRES, POST_COMPLAINT] as const
export type WrittenKind = (typeof WRITTEN_KINDS)[number]

/**
 * Somebody who is signed in asks that data on him be put right (Law on Personal Data Protection 91/2025/QH15; before it
 * Law on Network Information Security 86/2015/QH13, art. 18). It is answered in writing: done, or refused with the reason.
 */
export const DATA_CORRECTION = 'data-correction'
export type FeedbackKind = WrittenKind | typeof DATA_CORRECTION

/** Until when one kind is answered, and how long one may appeal to the director. */
export interface FeedbackTimes {
  readonly answer: Limit
  /** Days after the answer. */
  readonly appealDays: number
  readonly appealAnswer: Limit
  readonly ground: string
  readonly confidence: Confidence
}

export interface FeedbackRule extends Readonly<Record<(typeof EVERY_CENTRES)[number], FeedbackTimes>> {
  /** Not there where the centre lays nothing down. */
  readonly 'post-complaint'?: FeedbackTimes
  /** Not there where the centre lays nothing down. */
  readonly 'data-correction'?: FeedbackTimes
  readonly kind: 'feedback'
  readonly from: Day
}

/** What a centre lays down, by day, about what citizens think of it. */
export type OpinionRule = RatingForm | FeedbackRule

/** What citizens are asked on a day; undefined where the centre asks nothing. */
export function ratingFormOn(rules: readonly OpinionRule[], on: Day): RatingForm | undefined {
  return rules.filter((one) => one.kind === 'rating').findLast(({ from }) => from <= on)
}

/** By which times feedback is answered on a day; undefined where the centre takes none here. */
export function feedbackRuleOn(rules: readonly OpinionRule[], on: Day): FeedbackRule | undefined {
  return rules.filter((one) => one.kind === 'feedback').findLast(({ from }) => from <= on)
}
