import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { Post, Staff } from '#domain/people/may.ts'
import type { ReplayTargets } from '#shapes/replay-targets.ts'
import { bookOf } from '#work/centre-book.ts'
import { derivedId } from '#work/derived-id.ts'
import type { Desk } from '#work/desk.ts'
import { enterDeliveries, enterSentIn, type SentInToEnter } from '#work/post/enter-deliveries.ts'
import { seeStaff } from '#work/reading/see-staff.ts'
import { relayCentre } from '#work/relaying/relay-centre.ts'
import { enterEarlier } from '#work/statistics/enter-earlier.ts'
import { instantAt, toMoment } from '#domain/calendar/moment.ts'
import { chanceFrom } from './chance.ts'
import { drawEarlier } from './draw-earlier.ts'
import { type Arrival, drawMonths } from './draw-months.ts'
import { goOut } from './go-out.ts'
import { play, type Played } from './play.ts'

/** What is replayed: a stretch of days at a centre, drawn from a seed until the targets come out. */
export interface ToReplay {
  readonly centre: Desk['centre']
  readonly targets: ReplayTargets
  readonly seed: string
  readonly progress: (done: number, all: number) => void
}

export interface Replayed {
  readonly drawn: number
  readonly earlier: number
  readonly played: Played
}

/**
 * Draws the dossiers of a window and plays each through the use cases to its hand-over. The same targets with the
 * same seed are the same commands with the same ids, so that a replay that was cut off can simply be run again.
 */
export async function replayMonths({
  centre,
  targets,
  seed,
  progress,
}: ToReplay): Promise<Outcome<Replayed>> {
  const book = await bookOf(centre)
  // The article counts what the centre's hall received.
  const staff = (await seeStaff(centre)).filter(
    ({ appointments }) => !appointments.some(({ ofCommune }) => ofCommune),
  )
  const drawing = { book, targets, reception: unitOf(staff, 'clerk'), chance: chanceFrom(seed) }
  const drawn = drawMonths(drawing)
  if (isRefusal(drawn)) return drawn
  const goneOut = await goOut(drawn, { centre, staff, reception: drawing.reception, seed })
  if (isRefusal(goneOut)) return goneOut
  const arrivals = goneOut.map(broughtByPost)
  const director = inPost(staff, 'director')
  const now = instantAt(Temporal.PlainDate.from(targets.to), 23 * 60)
  const brought = await enterSentIn({ centre, now, actor: director }, arrivals.flatMap(sentInOf))
  if (isRefusal(brought)) return brought
  const counting = countMeanwhile(centre)
  const played = await play(arrivals, { centre, book, staff, seed, progress }).finally(counting.stop)
  const earlier = await enterEarlier({ centre, now, actor: director }, drawEarlier(drawing))
  if (isRefusal(earlier)) return earlier
  const delivered = await enterDeliveries({ centre, now, actor: director }, played.deliveries)
  if (isRefusal(delivered)) return delivered
  while ((await relayCentre(centre)).done > 0);
  return { drawn: arrivals.length, earlier, played }
}

/** What comes by post comes in a parcel, which is received as soon as it was handed over. */
function broughtByPost(arrival: Arrival): Arrival {
  const { given } = arrival
  if (given.channel !== 'post') return arrival
  return { ...arrival, given: { ...given, parcel: derivedId(given.id, 'parcel') } }
}

function sentInOf({ at, given }: Arrival): readonly SentInToEnter[] {
  const { id, parcel } = given
  return parcel ? [{ id: parcel, item: itemOf(id), handedOverAt: toMoment(at) }] : []
}

/** A number as the post gives one (UPU S10), drawn from the seed. */
function itemOf(id: string): string {
  return `EB${String(chanceFrom(`${id} item`).between(0, 999_999_999)).padStart(9, '0')}VN`
}

/** So long the relay waits between its rounds: what it counts at once grows, what it costs falls. */
const PAUSE_MS = 300

/** The relay carries on while dossiers are played, as it does at a running centre. */
function countMeanwhile(centre: Desk['centre']) {
  let isStopped = false
  const running = (async () => {
    while (!isStopped) {
      await relayCentre(centre)
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  })()
  return {
    async stop() {
      isStopped = true
      await running
    },
  }
}

function inPost(staff: readonly Staff[], post: Post): Staff {
  const found = staff.find((one) => one.appointments.some((appointment) => appointment.post === post))
  if (!found) throw new Error(`the centre has nobody who is ${post}`)
  return found
}

function unitOf(staff: readonly Staff[], post: Post): string {
  return inPost(staff, post).appointments.find((one) => one.post === post)?.unit ?? ''
}
