import { z } from 'zod'
import { STAGES } from '#domain/dossier/dossier.ts'
import { POSTS } from '#domain/people/may.ts'
import { CHANNELS } from '#domain/procedure/procedure.ts'
import { text } from './text.ts'

/** `on-time-or-none`: at the due moment or without one, as reports count them. */
export const TIMELINESS = ['early', 'on-time', 'late', 'no-limit', 'on-time-or-none'] as const
/** `running`: received and not settled; `settled`: the result is there, handed back or not. */
export const PROGRESS = ['running', 'settled'] as const
/** `week` ends with Sunday and begins tomorrow; `later` is everything behind it, without a due moment too. */
export const DUE = ['overdue', 'today', 'soon', 'soon-or-overdue', 'week', 'later'] as const

/** Everything but online filing, as reports count it. */
export const WAYS_IN = ['direct'] as const
/** Everything but what communes and wards settle themselves. */
export const SETTLED_BY = ['centre'] as const

/** What left the straight road and is not to be forgotten there. */
const BRANCHED = [
  'answer-soon',
  'answer-over',
  'asked-again',
  'to-supplement',
  'to-pay',
  'pay-soon',
  'pay-over',
  'apology',
  'unapologised',
  'opinion-over',
  'uncollected',
  'call-due',
  'called-in-vain',
] as const
/** Papers that should be elsewhere by now, that nobody has confirmed, that are missing: of the units of the caller. */
const OF_PAPERS = ['papers-late', 'sheet-open', 'papers-missing'] as const
/** Parts of linked procedures that other agencies do: under way, past their own due moment, sent back and not decided on. */
const OF_PARTS = ['part-open', 'part-late', 'part-back'] as const
export const ONLY = [
  'unread',
  'unclaimed',
  'untouched',
  'provisional',
  /** To be done within their day, run over, and no receipt slip was given. */
  'slip-due',
  /** Handed in at another desk, to be received by the competent agency; or received here for another agency. */
  'to-receive',
  'to-receive-late',
  'handed-on',
  /** Something was proposed that only a second person may let be: a correction, money that goes back. */
  'second-person',
  ...BRANCHED,
  ...OF_PARTS,
  ...OF_PAPERS,
] as const

const key = text(120)
const day = z.iso.date()

/** Which dossiers a list means, as its address says; shared by worklists, lists, figures and reminders. */
export const DossiersAsked = z.object({
  unit: key.optional(),
  field: text(200).optional(),
  procedure: key.optional(),
  channel: z.enum(CHANNELS).optional(),
  post: z.enum(POSTS).optional(),
  stage: z.enum(STAGES).optional(),
  progress: z.enum(PROGRESS).optional(),
  due: z.enum(DUE).optional(),
  timeliness: z.enum(TIMELINESS).optional(),
  receivedFrom: day.optional(),
  receivedTo: day.optional(),
  readyFrom: day.optional(),
  readyTo: day.optional(),
  wayIn: z.enum(WAYS_IN).optional(),
  settledBy: z.enum(SETTLED_BY).optional(),
  /** Still without its result when this day begins. */
  notReadyBefore: day.optional(),
  /** Past its lawful due moment, or not, when this day begins. */
  lateAt: day.optional(),
  inTimeAt: day.optional(),
  holder: z.uuid().optional(),
  holderUnit: key.optional(),
  /** Only what lies with the caller and in the lists of the caller's posts. */
  whose: z.enum(['mine']).optional(),
  only: z.enum(ONLY).optional(),
  /** The agency whose parts are meant, where parts are. */
  agency: key.optional(),
})
export type DossiersAsked = z.infer<typeof DossiersAsked>
