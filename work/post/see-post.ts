import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { owedNowDong } from '#domain/dossier/owed.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { appointmentsOn, may } from '#domain/people/may.ts'
import type { TrackedStatus } from '#domain/post/carrier.ts'
import type { ParcelEvent } from '#domain/post/parcel.ts'
import { recordAccess } from '#store/access-records.ts'
import {
  countParcels,
  historiesOfParcels,
  type HeldParcel,
  parcelById,
  parcelsAt,
  parcelsCameBack,
  parcelsLate,
  parcelsOf,
  parcelsToSeeTo,
} from '#store/parcels.ts'
import { type PostList, postListsOf } from '#store/post-lists.ts'
import { dossiersForPost } from '#store/parcel-dossiers.ts'
import { staffNames } from '#store/staff-names.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { type ParcelLine, parcelLine } from './parcel-line.ts'

/** Where parcels lie, as the desk goes through them. */
export const STANDINGS = ['to-send', 'under-way', 'late', 'back', 'arrived', 'to-see-to'] as const
export type Standing = (typeof STANDINGS)[number]

/** A result that is to go by post and is not ordered yet. */
export interface ToSend {
  readonly code: string
  readonly procedureName: string
  readonly name: string
  readonly phone: string | null
  readonly address: string | null
  /** Whether the address is one the post can be told without asking again. */
  readonly isComplete: boolean
  readonly owedDong: number
}

export interface SeenPost {
  readonly standing: Standing
  readonly counts: Readonly<Record<Standing, number>>
  readonly toSend: readonly ToSend[]
  readonly parcels: readonly ParcelLine[]
  readonly lists: readonly PostList[]
  /** Whether the centre is joined to the post, and whether it has rules of it at all. */
  readonly isJoined: boolean
  readonly hasRule: boolean
  readonly mayHandle: boolean
}

/** More than this at one counter is narrowed down by what is dealt with first. */
const MOST = 200

/** What lies with the post, by where it is; whose data are shown is recorded. */
export async function seePost(desk: Desk, standing: Standing): Promise<Outcome<SeenPost>> {
  const { centre, actor, now } = desk
  const allowed = may(actor, { kind: 'see-post' }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-post' })
  const at = toMoment(now)
  await recordAccess(centre, { id: newId(), at, staff: actor.id, what: 'see-post', code: null })
  const units = appointmentsOn(actor, today(desk)).some(({ post }) => post === 'director')
    ? null
    : unitsOf(desk)
  const book = await bookOf(centre)
  const [toSend, lists, counted, parcels] = await Promise.all([
    dossiersForPost(centre, units, MOST),
    postListsOf(centre, { units, on: today(desk), most: 50 }),
    countParcels(centre, at),
    parcelsStanding(desk, standing),
  ])
  return {
    standing,
    counts: {
      'to-send': counted.waiting + toSend.length,
      'under-way': counted.away,
      late: counted.late,
      back: counted.back,
      arrived: counted.arrived,
      'to-see-to': counted.toSeeTo,
    },
    toSend: standing === 'to-send' ? toSend.map((dossier) => lineToSend(dossier, lawFor(dossier, book))) : [],
    parcels: parcels.map((one) => parcelLine(one, book.postRules, at)),
    lists,
    isJoined: desk.post !== undefined,
    hasRule: book.postRules.some(({ from }) => from <= today(desk)),
    mayHandle: !isRefusal(may(actor, { kind: 'handle-post' }, today(desk))),
  }
}

async function parcelsStanding({ centre, now }: Desk, standing: Standing): Promise<readonly HeldParcel[]> {
  switch (standing) {
    case 'to-send':
      return parcelsAt(centre, ['ordered', 'waiting'], MOST)
    case 'under-way':
      return parcelsAt(centre, ['under-way'], MOST)
    case 'late':
      return parcelsLate(centre, toMoment(now), MOST)
    case 'back':
      return [...(await parcelsAt(centre, ['coming-back'], MOST)), ...(await parcelsCameBack(centre, MOST))]
    case 'arrived':
      return parcelsAt(centre, ['arrived'], MOST)
    case 'to-see-to':
      return parcelsToSeeTo(centre, MOST)
  }
}

function unitsOf({ actor, ...desk }: Desk): readonly string[] {
  if (actor.kind !== 'staff') return []
  return appointmentsOn(actor, today({ actor, ...desk })).flatMap(({ post, unit }) =>
    post === 'clerk' ? [unit] : [],
  )
}

export function lineToSend(
  dossier: Dossier,
  { procedure }: { readonly procedure: { readonly name: string } },
): ToSend {
  const { code, applicant, returnWish } = dossier
  return {
    code,
    procedureName: procedure.name,
    name: applicant.name,
    phone: applicant.phone,
    address: returnWish.address,
    isComplete: returnWish.to !== undefined && applicant.phone !== null,
    owedDong: owedNowDong(dossier) ?? 0,
  }
}

/** One thing that happened to a parcel, and by whom; nobody where the post said it. */
export interface ParcelTold {
  readonly type: ParcelEvent['type']
  readonly at: Moment
  readonly byName: string | null
  readonly status: TrackedStatus | null
  /** By the post's clock, where it said it. */
  readonly postAt: Moment | null
  /** The words of the post, or why somebody did it. */
  readonly said: string | null
}

/** A parcel with everything that happened to it. */
export interface SeenParcel {
  readonly line: ParcelLine
  readonly history: readonly ParcelTold[]
  readonly isJoined: boolean
  readonly mayHandle: boolean
  /** Other parcels of the dossier, latest first. */
  readonly others: readonly ParcelLine[]
}

export async function seeParcel(desk: Desk, id: string): Promise<Outcome<SeenParcel>> {
  const { centre, actor, now } = desk
  const allowed = may(actor, { kind: 'see-post' }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'see-post' })
  const held = await parcelById(centre, id)
  if (!held) return refuse('no-such-parcel', { label: id })
  const at = toMoment(now)
  const { code } = held.parcel
  await recordAccess(centre, { id: newId(), at, staff: actor.id, what: 'see-post', code })
  const history = (await historiesOfParcels(centre, [id])).get(id) ?? []
  const names = await staffNames(
    centre,
    history.flatMap(({ by }) => by ?? []),
  )
  const { postRules } = await bookOf(centre)
  const others = code === null ? [] : await parcelsOf(centre, code)
  return {
    line: parcelLine(held, postRules, at),
    history: history.map((one) => ({
      type: one.type,
      at: one.at,
      byName: one.by === null ? null : (names.get(one.by) ?? ''),
      status: 'status' in one ? one.status : null,
      postAt: 'postAt' in one ? one.postAt : null,
      said: saidIn(one),
    })),
    isJoined: desk.post !== undefined,
    mayHandle: !isRefusal(may(actor, { kind: 'handle-post' }, today(desk))),
    others: others
      .filter((one) => one.id !== id)
      .map((one) => parcelLine(one, postRules, at))
      .toReversed(),
  }
}

function saidIn(event: ParcelEvent): string | null {
  if ('said' in event) return event.said
  if ('reason' in event) return event.reason
  return 'note' in event ? event.note : null
}
