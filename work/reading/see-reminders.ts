import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { appointmentsOn, may } from '#domain/people/may.ts'
import type { DossiersAsked } from '#shapes/dossier-list.ts'
import { countDossiers } from '#store/dossier-lists.ts'
import type { WaitingCount } from '#store/filings.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { countFilings } from '../filing/see-filings.ts'
import { filterFor } from './asked-dossiers.ts'

/** What a person of the hall is reminded of, the most urgent first. */
export const REMINDERS = {
  overdue: { due: 'overdue' },
  today: { due: 'today' },
  soon: { due: 'soon' },
  'to-receive': { progress: 'running', only: 'to-receive' },
  'to-receive-late': { progress: 'running', only: 'to-receive-late' },
  'slip-due': { progress: 'running', only: 'slip-due' },
  untouched: { progress: 'running', only: 'untouched' },
  unread: { progress: 'running', only: 'unread' },
  unclaimed: { progress: 'running', only: 'unclaimed' },
  awaiting: { stage: 'awaiting-citizen' },
  'answer-soon': { stage: 'awaiting-citizen', only: 'answer-soon' },
  'answer-over': { stage: 'awaiting-citizen', only: 'answer-over' },
  'asked-again': { progress: 'running', only: 'asked-again' },
  'second-person': { only: 'second-person' },
  unapologised: { due: 'soon-or-overdue', only: 'unapologised' },
  'to-pay': { progress: 'running', only: 'to-pay' },
  'pay-soon': { progress: 'running', only: 'pay-soon' },
  'pay-over': { progress: 'running', only: 'pay-over' },
  apology: { progress: 'running', only: 'apology' },
  'part-late': { progress: 'running', only: 'part-late' },
  'part-back': { progress: 'running', only: 'part-back' },
  'opinion-over': { progress: 'running', only: 'opinion-over' },
  'papers-late': { only: 'papers-late' },
  'sheet-open': { only: 'sheet-open' },
  'papers-missing': { only: 'papers-missing' },
  ready: { stage: 'ready' },
  uncollected: { stage: 'ready', only: 'uncollected' },
  'call-due': { stage: 'ready', only: 'call-due' },
  'called-in-vain': { stage: 'ready', only: 'called-in-vain' },
  provisional: { progress: 'running', only: 'provisional' },
} as const satisfies { readonly [name: string]: DossiersAsked }
export type Reminder = keyof typeof REMINDERS

/** Which dossiers a reminder means: its number is how long that list is. */
export function remindedOf(reminder: Reminder, isWhole: boolean): DossiersAsked {
  return { ...REMINDERS[reminder], ...(!isWhole && { whose: 'mine' }) }
}

export interface SeenReminders {
  /** Of all dossiers of the hall; otherwise of what lies with the caller and the caller's lists. */
  readonly isWhole: boolean
  readonly counts: ReadonlyMap<Reminder, number>
  /** What was filed online and is to be answered; null for who answers none. */
  readonly filings: WaitingCount | null
}

/** How much there is of each reminder. */
export async function seeReminders(desk: Desk): Promise<Outcome<SeenReminders>> {
  const { actor, centre } = desk
  const on = today(desk)
  const allowed = may(actor, { kind: 'see-own-worklist' }, on)
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-own-worklist' })
  const book = await bookOf(centre)
  const isWhole = appointmentsOn(actor, on).some(({ post }) => post === 'director')
  const count = (reminder: Reminder) =>
    countDossiers(centre, filterFor({ ...desk, actor }, book, remindedOf(reminder, isWhole)))
  const names = Object.keys(REMINDERS).filter((name): name is Reminder => name in REMINDERS)
  const counted = await Promise.all(names.map(async (name) => [name, await count(name)] as const))
  return { isWhole, counts: new Map(counted), filings: await countFilings(desk) }
}
