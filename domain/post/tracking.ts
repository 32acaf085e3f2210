import { fromMoment, type Moment, toMoment } from '#domain/calendar/moment.ts'
import type { WorkingCalendar } from '#domain/calendar/working-calendar.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { Tracked, TrackedStatus } from './carrier.ts'
import { type Breach, evolveParcel, type Parcel, type ParcelDoubt, type ParcelEvent } from './parcel.ts'
import { isTooSoon } from './post-time.ts'
import type { PostRule } from './post-rule.ts'

/** Clocks of the post and ours may differ by so much. */
const CLOCKS_DIFFER_MINUTES = 10

interface Weighing {
  readonly rule: Pick<PostRule, 'attempts' | 'attemptsApartDays'>
  readonly counting: WorkingCalendar
  readonly now: Moment
}

/**
 * What comes of what the post says, one thing after the other: what was heard before is passed over, what cannot be so is
 * doubted and changes nothing. After a doubt nothing more is taken in until a person has seen to it.
 */
export function heardOf(
  parcel: Parcel,
  said: readonly Tracked[],
  weighing: Weighing,
): Outcome<readonly ParcelEvent[]> {
  const events: ParcelEvent[] = []
  let standing = parcel
  for (const one of said.toSorted((a, b) => a.id - b.id)) {
    if (one.id <= standing.heard) continue
    if (standing.doubt !== null) break
    const event = weighed(standing, one, weighing)
    if (isRefusal(event)) return event
    events.push(event)
    standing = evolveParcel(standing, event)
  }
  return events
}

function weighed(parcel: Parcel, tracked: Tracked, weighing: Weighing): Outcome<ParcelEvent> {
  const { id: tracking, status, at: postAt, said, receiver, codDong } = tracked
  const happened = { at: weighing.now, by: null }
  if (status === null || isSaidAgain(parcel, tracked))
    return { type: 'TrackingPassed', ...happened, tracking }
  const doubt = doubtOf(parcel, status, postAt, weighing.now)
  if (doubt) return { type: 'ParcelDoubted', ...happened, doubt, tracking, said }
  const breach = breachOf(parcel, status, postAt, weighing)
  if (isRefusal(breach)) return breach
  const collectedDong = codDong ?? 0
  return {
    type: 'ParcelTracked',
    ...happened,
    status,
    postAt,
    tracking,
    said,
    receiver,
    collectedDong,
    breach,
  }
}

/** The same under another number: what is known is not counted twice. */
function isSaidAgain({ attempts, deliveredAt, stage }: Parcel, { status, at }: Tracked): boolean {
  if (status === 'attempted') return attempts.includes(at)
  if (status === 'delivered') return deliveredAt === at
  return (status === 'going-back' || status === 'given-back') && ['coming-back', 'came-back'].includes(stage)
}

function doubtOf(
  { stage, handedOverAt, direction }: Parcel,
  status: TrackedStatus,
  postAt: Moment,
  now: Moment,
): ParcelDoubt | null {
  const latest = toMoment(fromMoment(now).add({ minutes: CLOCKS_DIFFER_MINUTES }))
  if (postAt > latest) return 'of-tomorrow'
  // On the way in the post has the parcel before we do, and its words decide nothing.
  if (direction === 'in' || status === 'taken' || status === 'on-the-way') return null
  if (handedOverAt === null) return 'not-handed-over'
  const earliest = toMoment(fromMoment(handedOverAt).subtract({ minutes: CLOCKS_DIFFER_MINUTES }))
  if (postAt < earliest) return 'before-handed-over'
  return stage === 'under-way' || (stage === 'coming-back' && status === 'attempted') ? null : 'contradicts'
}

/** It goes back only after enough tries, far enough apart (Circular 17/2017/TT-BTTTT: two, two working days). */
function breachOf(
  { attempts }: Parcel,
  status: TrackedStatus,
  postAt: Moment,
  { rule, counting }: Weighing,
): Outcome<Breach | null> {
  if (status === 'going-back' || status === 'given-back')
    return attempts.length < rule.attempts ? 'too-few-attempts' : null
  const last = attempts.at(-1)
  if (status !== 'attempted' || last === undefined) return null
  const isSoon = isTooSoon(last, postAt, rule, counting)
  if (isRefusal(isSoon)) return isSoon
  return isSoon ? 'attempts-too-close' : null
}

/** When the post is asked next: soon while it may be a matter of hours, then ever less often. */
export function askNextAt(now: Moment, asked: number): Moment {
  const minutes = PAUSES[Math.min(asked, PAUSES.length - 1)] ?? 360
  return toMoment(fromMoment(now).add({ minutes }))
}
const PAUSES = [5, 15, 30, 60, 120, 240, 360]
