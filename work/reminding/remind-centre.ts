import { dayOf, toMoment } from '#domain/calendar/moment.ts'
import { type Basis, type ToRemind, unreminded, writeReminder } from '#store/reminders.ts'
import type { Centre } from '#store/database.ts'
import { announceChange } from '../announce-change.ts'
import { bookOf } from '../centre-book.ts'
import { meant } from '../reading/asked-dossiers.ts'
import { type Reminder, REMINDERS } from '../reading/see-reminders.ts'

/** What whoever holds a dossier is reminded of by itself, and what it hangs on: another moment is another reminder. */
const TOLD = {
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
export type Told = keyof typeof TOLD

export const TOLD_KINDS = Object.keys(TOLD).filter((name): name is Told => name in TOLD)

/** What came in today lies before its handler anyway; of what is due the same day nobody is told at the door. */
const NOT_ON_ITS_FIRST_DAY: readonly Told[] = ['soon', 'today', 'unapologised']

const PAGE = 500

/**
 * One sweep: whoever holds a dossier that is near due, due, overdue, waited for in vain or not fetched is reminded of
 * it, once each. A dossier that fails is told of and left for the next sweep; the others are not held up by it.
 */
export async function remindCentre(
  centre: Centre,
  now: Temporal.Instant,
  failed: (code: string, error: unknown) => void,
): Promise<number> {
  const book = await bookOf(centre)
  let done = 0
  for (const kind of TOLD_KINDS) {
    const receivedTo = dayOf(now).subtract({ days: 1 }).toString()
    const asked = { ...REMINDERS[kind], ...(NOT_ON_ITS_FIRST_DAY.includes(kind) && { receivedTo }) }
    const filter = meant(now, book, asked)
    const page = (after: string | null) =>
      unreminded(centre, filter, { kind, basis: TOLD[kind], after, size: PAGE })
    for (let found = await page(null); found.length > 0; found = await page(found.at(-1)?.id ?? null))
      for (const one of found)
        try {
          if (await remind(centre, one, kind, now)) done += 1
        } catch (error) {
          failed(one.code, error)
        }
  }
  return done
}

async function remind(
  centre: Centre,
  { id, code, basis, holder }: ToRemind,
  kind: Told,
  now: Temporal.Instant,
): Promise<boolean> {
  if (basis === null || holder === null) throw new Error(`${code}: nothing or nobody to remind of ${kind}`)
  const isNew = await writeReminder(centre, { dossier: id, kind, basis, at: toMoment(now), holder })
  if (isNew) announceChange(centre, code, [holder])
  return isNew
}
