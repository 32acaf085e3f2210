import { instantAt } from '#domain/calendar/moment.ts'
import { isOpenAt } from '#domain/calendar/working-time.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { Post, Staff } from '#domain/people/may.ts'
import { bookOf } from '#work/centre-book.ts'
import type { CentreBook, Desk } from '#work/desk.ts'
import { relayCentre } from '#work/relaying/relay-centre.ts'
import { type DayFigures, seeFigures } from '#work/reading/see-figures.ts'
import { seeStaff } from '#work/reading/see-staff.ts'
import { chanceFrom } from './chance.ts'
import { drawDay, SHARES_2019 } from './draw-day.ts'
import { type Played, playDay } from './play-day.ts'

/** What is replayed: a day at a centre, drawn from a seed. */
export interface DayToReplay {
  readonly centre: Desk['centre']
  readonly on: Temporal.PlainDate
  readonly seed: string
  readonly progress: (done: number, all: number) => void
}

export interface Replayed {
  readonly drawn: number
  readonly played: Played
  /** The figures of the day as the director sees them, once everything is counted. */
  readonly figures: DayFigures
}

/** Whoever comes later than this before closing is asked to come tomorrow. */
const LAST_ARRIVALS_BEFORE_CLOSING = 30

/**
 * Draws a day and plays every dossier through the use cases to its hand-over. The same day with the same seed is the
 * same commands with the same ids, so that a replay that was cut off can simply be run again.
 */
export async function replayDay({ centre, on, seed, progress }: DayToReplay): Promise<Outcome<Replayed>> {
  const book = await bookOf(centre)
  const staff = await seeStaff(centre)
  const reception = unitOf(staff, 'clerk')
  const open = openMinutes(book, on)
  if (isRefusal(open)) return open
  if (open.length === 0) return refuse('outside-calendar', { on: on.toString(), reason: 'day-off' })
  const arrivals = drawDay(book, on, open, reception, SHARES_2019, chanceFrom(`${seed} ${on}`))
  const played = await playDay(arrivals, { centre, book, staff, seed, progress })
  while ((await relayCentre(centre)).done > 0);
  const director = inPost(staff, 'director')
  const evening = instantAt(on, 23 * 60)
  const figures = await seeFigures({ centre, now: evening, actor: director }, on.toString())
  return isRefusal(figures) ? figures : { drawn: arrivals.length, played, figures }
}

function inPost(staff: readonly Staff[], post: Post): Staff {
  const found = staff.find((one) => one.appointments.some((appointment) => appointment.post === post))
  if (!found) throw new Error(`the centre has nobody who is ${post}`)
  return found
}

function unitOf(staff: readonly Staff[], post: Post): string {
  return inPost(staff, post).appointments.find((one) => one.post === post)?.unit ?? ''
}

/** The minutes of a day in which people come. */
function openMinutes(book: CentreBook, on: Temporal.PlainDate): Outcome<readonly number[]> {
  const minutes: number[] = []
  for (let minute = 0; minute < 1440; minute += 1) {
    const isOpen = isOpenAt(book.reception, instantAt(on, minute))
    if (isRefusal(isOpen)) return isOpen
    if (isOpen) minutes.push(minute)
  }
  return minutes.slice(0, -LAST_ARRIVALS_BEFORE_CLOSING)
}
