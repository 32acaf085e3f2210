import { dayOf, toMoment } from '#domain/calendar/moment.ts'
import type { NoticeKind } from '#domain/notices/notice.ts'
import {
  type Basis,
  type PapersTold,
  type ToRemind,
  unreminded,
  unremindedPapers,
  unremindedParts,
  writeReminder,
} from '#store/reminders.ts'
import type { Centre } from '#store/database.ts'
import type { ToTell } from '#store/outbox.ts'
import { announceChange } from '../announce-change.ts'
import { bookOf } from '../centre-book.ts'
import { tells } from '../change-dossier.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { meant } from '../reading/asked-dossiers.ts'
import { type Reminder, REMINDERS } from '../reading/see-reminders.ts'
import { thisMinute } from '../reading/this-minute.ts'
import { remindOfFeedback } from './remind-of-feedback.ts'
import { remindOfFilings } from './remind-of-filings.ts'
import { remindOfSessions } from './remind-of-sessions.ts'
import { papersAt } from '../transferring/papers-meant.ts'

/** What people are reminded of by itself, and what it hangs on: another moment is another reminder. */
const TOLD = {
  'slip-due': 'receivedAt',
  'to-receive-late': 'receivedAt',
  soon: 'lawfulDue',
  today: 'lawfulDue',
  overdue: 'lawfulDue',
  unapologised: 'lawfulDue',
  'answer-soon': 'answerBy',
  'answer-over': 'answerBy',
  'pay-soon': 'payBy',
  'pay-over': 'payBy',
  uncollected: 'readyAt',
} as const satisfies { readonly [name in Reminder]?: Basis }
type OfDossier = keyof typeof TOLD
export type Told = OfDossier | 'part-late' | PapersTold

const TOLD_KINDS = Object.keys(TOLD).filter((name): name is OfDossier => name in TOLD)

/** Told to the counter that received, not to whoever holds the dossier now. */
const OF_THE_COUNTER: readonly OfDossier[] = ['slip-due']

/** What came in today lies before its handler anyway; of what is due the same day nobody is told at the door. */
const NOT_ON_ITS_FIRST_DAY: readonly OfDossier[] = ['soon', 'today', 'unapologised']

const PAPERS_TOLD: readonly PapersTold[] = ['papers-late', 'sheet-open', 'papers-missing']

/** What the citizen is told as well: what he has to do before a last day, and that a result waits for him. */
const TOLD_TO_CITIZEN: readonly Told[] = ['answer-soon', 'pay-soon', 'uncollected'] satisfies NoticeKind[]
const isToldToCitizen = (kind: Told): kind is Told & NoticeKind => TOLD_TO_CITIZEN.includes(kind)

const PAGE = 500

/** Where and when people are reminded, and whether citizens are told. */
export type RemindingDesk = Pick<Desk, 'centre' | 'now' | 'notices'>

/** What nobody was reminded of yet, page by page. */
type Sought = (after: string | null) => Promise<readonly ToRemind[]>

/** Everything people are reminded of at a moment, and how it is found. */
function soughtAt(centre: Centre, now: Temporal.Instant, book: CentreBook): (readonly [Told, Sought])[] {
  const receivedTo = dayOf(now).subtract({ days: 1 }).toString()
  const ofDossier = (kind: OfDossier): Sought => {
    const asked = { ...REMINDERS[kind], ...(NOT_ON_ITS_FIRST_DAY.includes(kind) && { receivedTo }) }
    const filter = meant(now, book, asked)
    const whom = OF_THE_COUNTER.includes(kind) ? 'counter' : 'holder'
    return (after) => unreminded(centre, filter, { kind, basis: TOLD[kind], whom, after, size: PAGE })
  }
  const late = { kind: 'part-late', now: thisMinute(now), size: PAGE } as const
  return [
    ...TOLD_KINDS.map((kind) => [kind, ofDossier(kind)] as const),
    ...(['leader', 'agency'] as const).map(
      (told) => ['part-late', (after) => unremindedParts(centre, told, { ...late, after })] as [Told, Sought],
    ),
    ...PAPERS_TOLD.flatMap((kind): [Told, Sought][] => {
      const filter = papersAt(now, book, { only: kind, units: null })
      return filter ? [[kind, (after) => unremindedPapers(centre, filter, { kind, after, size: PAGE })]] : []
    }),
  ]
}

/**
 * One sweep: whoever holds a dossier that is near due, due, overdue, waited for in vain or not fetched is reminded of
 * it, once each, and so are those whom a late part, a slip not given or papers astray concern; the citizen too, where he
 * is waited for and the centre tells him. What fails is told of and left for the next sweep; the others are not held up
 * by it.
 */
export async function remindCentre(
  desk: RemindingDesk,
  failed: (code: string, error: unknown) => void,
): Promise<number> {
  const { centre, now } = desk
  const book = await bookOf(centre)
  let done = 0
  for (const [kind, page] of soughtAt(centre, now, book))
    for (let found = await page(null); found.length > 0; found = await page(found.at(-1)?.place ?? null))
      for (const one of found)
        try {
          if (await remind(desk, one, kind)) done += 1
        } catch (error) {
          failed(one.code, error)
        }
  done += await remindOfFilings(centre, { now, book }, failed)
  done += await remindOfSessions(desk)
  return done + (await remindOfFeedback(centre, now, failed))
}

async function remind(
  desk: RemindingDesk,
  { id, code, basis, holder }: ToRemind,
  kind: Told,
): Promise<boolean> {
  const { centre, now } = desk
  if (basis === null || holder === null) throw new Error(`${code}: nothing or nobody to remind of ${kind}`)
  const told = tells(desk) && isToldToCitizen(kind) ? toldToCitizen(code, kind, basis) : null
  const isNew = await writeReminder(centre, { dossier: id, kind, basis, at: toMoment(now), holder, told })
  if (isNew) announceChange(centre, code, [holder, { unit: holder.unit, post: 'head', staff: null }])
  return isNew
}

function toldToCitizen(code: string, kind: NoticeKind, basis: string): ToTell {
  return { code, cause: `${kind} ${basis}`, kind, facts: kind === 'uncollected' ? {} : { lastDay: basis } }
}
