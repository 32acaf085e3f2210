import { dayOf, instantAt } from '#domain/calendar/moment.ts'
import { dueMoment } from '#domain/dossier/due.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import {
  type Channel,
  forChannel,
  inForceOn,
  isOffered,
  type Procedure,
} from '#domain/procedure/procedure.ts'
import type { DossierToReceive } from '#shapes/dossier-commands.ts'
import type { ReplayTargets } from '#shapes/replay-targets.ts'
import type { CentreBook, Unit } from '#work/desk.ts'
import type { Chance } from './chance.ts'
import { drawDossier } from './draw-dossier.ts'
import { openMinutes } from './open-minutes.ts'
import { countForShare, shareOfYears } from './targets.ts'

/** What a dossier meets on its way besides its steps. */
export interface Course {
  readonly isLate: boolean
  readonly isSupplemented: boolean
  readonly isSentBack: boolean
  readonly isRefused: boolean
  readonly isWithdrawn: boolean
}

/** A dossier as it will be handed in: when, what, by whom, and what it will meet. */
export interface Arrival {
  readonly at: Temporal.Instant
  readonly procedure: Procedure
  readonly given: DossierToReceive
  readonly course: Course
}

/** Before the parts of it are drawn: a moment and a procedure, and what was chosen for it so far. */
interface Coming {
  readonly at: Temporal.Instant
  readonly procedure: Procedure
  channel: Channel
  place: string | null
  isLate: boolean
  isSupplemented: boolean
  isSentBack: boolean
  isRefused: boolean
  isWithdrawn: boolean
}

/** Mobile teams are out on Saturdays and Sundays (`article.md`). */
const WEEKEND = [6, 7]
export const MOBILE_OPENS = 8 * 60
export const MOBILE_CLOSES = 16 * 60
/** What the mobile teams receive most: finance, tax, land, industry and trade, electricity. */
export const MOBILE_UNITS = ['TCKH', 'THUE', 'VPDK', 'TNMT', 'KT', 'DL']
/** What old people ask for at home. */
export const HOME_UNITS = ['TP', 'BHXH', 'LDTBXH', 'CA']
/** What must still happen within the window is not begun at its very end. */
const DAYS_TO_SPARE = 5

export interface Drawing {
  readonly book: CentreBook
  readonly reception: string
  readonly targets: ReplayTargets
  readonly chance: Chance
}

/** Draws every dossier of a stretch of days so that the targets come out, in the order of their coming. */
export function drawMonths(drawing: Drawing): Outcome<readonly Arrival[]> {
  const { targets, chance, reception } = drawing
  const mobile = shareOfYears(targets, targets.mobile)
  const home = shareOfYears(targets, targets.home)
  const online = countForShare(targets.onlineShare, targets.received)
  if (isRefusal(online)) return online
  const days = openDays(drawing)
  if (isRefusal(days)) return days
  const atCounter = Array.from({ length: targets.received - mobile - home }, () =>
    atTheCounter(drawing, days),
  )
  const outside = [
    ...Array.from({ length: mobile }, () => outInACommune(drawing)),
    ...Array.from({ length: home }, () => atHome(drawing, days)),
  ]
  const all = shuffled(atCounter, chance)
  const isInTime = endsInTime(drawing, 'counter')
  const isDecidedInTime = (one: Coming) => canBeSentBack(one) && isInTime(one)
  const chosen = [
    choose(
      all,
      online,
      (one) => isOffered(one.procedure, 'online'),
      (one) => (one.channel = 'online'),
    ),
    choose(all, targets.post, isEligibleForPost(drawing), (one) => (one.channel = 'post')),
    choose(all, targets.late, endsInTime(drawing, 'counter'), (one) => (one.isLate = true)),
    choose(all, targets.supplements, canBeSupplemented(drawing), (one) => (one.isSupplemented = true)),
    choose(all, targets.sentBack, canBeSentBack, (one) => (one.isSentBack = true)),
    choose(all, targets.refused, isDecidedInTime, (one) => (one.isRefused = true)),
    choose(all, targets.withdrawn, isDecidedInTime, (one) => (one.isWithdrawn = true)),
  ]
  const missing = chosen.find(isRefusal)
  if (missing) return missing
  return [...atCounter, ...outside]
    .toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
    .map(({ at, procedure, channel, place, ...course }) => ({
      at,
      procedure,
      course,
      given: drawDossier(
        procedure,
        at,
        { channel, placeOfReceipt: reception, placeOfSupport: place },
        chance,
      ),
    }))
}

interface OpenDay {
  readonly on: Temporal.PlainDate
  readonly minutes: readonly number[]
  /** No two days are equally busy. */
  readonly weight: number
}

function openDays({ book, targets, chance }: Drawing): Outcome<readonly OpenDay[]> {
  const days: OpenDay[] = []
  for (const on of daysOf(targets)) {
    const minutes = openMinutes(book.reception, on)
    if (isRefusal(minutes)) return minutes
    if (minutes.length > 0) days.push({ on, minutes, weight: 0.85 + 0.3 * chance.next() })
  }
  return days.length > 0 ? days : refuse('outside-calendar', { on: targets.from, reason: 'day-off' })
}

function daysOf({ from, to }: Pick<ReplayTargets, 'from' | 'to'>): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = []
  for (let on = Temporal.PlainDate.from(from); on.toString() <= to; on = on.add({ days: 1 })) days.push(on)
  return days
}

function atTheCounter(drawing: Drawing, days: readonly OpenDay[]): Coming {
  const { chance } = drawing
  const day = chance.byWeight(days, (one) => one.weight)
  const at = instantAt(day.on, chance.of(day.minutes)).add({ seconds: chance.between(0, 59) })
  return coming(at, drawProcedure(drawing, day.on), 'counter', null)
}

function outInACommune(drawing: Drawing): Coming {
  const { chance, targets } = drawing
  const on = chance.of(daysOf(targets).filter((day) => WEEKEND.includes(day.dayOfWeek)))
  const minute = chance.between(MOBILE_OPENS, MOBILE_CLOSES)
  const at = instantAt(on, minute).add({ seconds: chance.between(0, 59) })
  return coming(at, drawProcedure(drawing, on, MOBILE_UNITS), 'mobile', communeInTurn(drawing, on))
}

function atHome(drawing: Drawing, days: readonly OpenDay[]): Coming {
  const { chance } = drawing
  const day = chance.of(days)
  const at = instantAt(day.on, chance.of(day.minutes))
  return coming(at, drawProcedure(drawing, day.on, HOME_UNITS), 'home', drawCommune(drawing))
}

function coming(at: Temporal.Instant, procedure: Procedure, channel: Channel, place: string | null): Coming {
  const course = {
    isLate: false,
    isSupplemented: false,
    isSentBack: false,
    isRefused: false,
    isWithdrawn: false,
  }
  return { at, procedure, channel, place, ...course }
}

/** A procedure in force, by the catalogue's weights; of some units where only they are meant. */
export function drawProcedure(
  { book, chance }: Pick<Drawing, 'book' | 'chance'>,
  on: Temporal.PlainDate,
  units?: readonly string[],
): Procedure {
  return chance.byWeight(inForce(book, on.toString(), units), (one) => one.weight)
}

const inForceCache = new WeakMap<CentreBook, Map<string, readonly Procedure[]>>()

function inForce(book: CentreBook, on: string, units?: readonly string[]): readonly Procedure[] {
  const known = inForceCache.get(book) ?? new Map<string, readonly Procedure[]>()
  inForceCache.set(book, known)
  const key = `${on} ${units?.join() ?? ''}`
  const found = known.get(key)
  if (found) return found
  const made = [...book.procedures.values()]
    .map((versions) => inForceOn(versions, on))
    .filter((one): one is Procedure => !isRefusal(one) && one.ownerKind !== 'commune')
    .filter((one) => units === undefined || units.includes(one.unit))
  known.set(key, made)
  return made
}

/** A commune or ward of the centre. */
export function drawCommune({ book, chance }: Pick<Drawing, 'book' | 'chance'>): string {
  return chance.of([...book.units.values()].filter(isCommune)).code
}

/** The team is in one commune a day, and in each in its turn: weekends are counted, for 21 communes are three weeks of days. */
function communeInTurn({ book }: Pick<Drawing, 'book'>, on: Temporal.PlainDate): string {
  const communes = [...book.units.values()].filter(isCommune)
  const weekend = 2 * (on.weekOfYear ?? 0) + on.dayOfWeek - 6
  return communes[weekend % communes.length]?.code ?? ''
}

const isCommune = ({ kind }: Unit) => kind === 'commune' || kind === 'ward'

/** Marks so many of those that fit and that nothing was chosen for yet; refused when there are not enough. */
function choose(
  all: readonly Coming[],
  count: number,
  fits: (one: Coming) => boolean,
  mark: (one: Coming) => void,
): Outcome<true> {
  let left = count
  for (const one of all) {
    if (left === 0) return true
    if (isChosen(one) || !fits(one)) continue
    mark(one)
    left -= 1
  }
  return left === 0 ? true : refuse('targets-out-of-reach', { asked: count, found: count - left })
}

function isChosen({ channel, ...one }: Coming): boolean {
  const isMarked = one.isLate || one.isSupplemented || one.isSentBack || one.isRefused || one.isWithdrawn
  return channel !== 'counter' || isMarked
}

function isEligibleForPost(drawing: Drawing) {
  const isInTime = endsInTime(drawing, 'post')
  return (one: Coming) => isOffered(one.procedure, 'post') && isInTime(one)
}

function canBeSupplemented(drawing: Drawing) {
  const isInTime = endsInTime(drawing, 'counter')
  return (one: Coming) => one.procedure.steps.some(({ kind }) => kind === 'work') && isInTime(one)
}

function canBeSentBack({ procedure }: Coming): boolean {
  const work = procedure.steps.findIndex(({ kind }) => kind === 'work')
  return work !== -1 && work < procedure.steps.findIndex(({ kind }) => kind === 'approve')
}

/** Has a limit and is due some days before the window ends, in every case. */
function endsInTime({ book, targets }: Drawing, channel: Channel) {
  const last = Temporal.PlainDate.from(targets.to).subtract({ days: DAYS_TO_SPARE })
  return ({ procedure, at }: Coming) =>
    procedure.cases.every(({ limit }) => {
      const due = dueMoment(book.counting, forChannel(limit, channel), at)
      return !isRefusal(due) && due.due !== null && Temporal.PlainDate.compare(dayOf(due.due), last) <= 0
    })
}

function shuffled<Item>(items: readonly Item[], chance: Chance): Item[] {
  const all = [...items]
  for (let place = all.length - 1; place > 0; place -= 1) {
    const other = chance.between(0, place)
    const [a, b] = [all[place], all[other]]
    if (a !== undefined && b !== undefined) [all[place], all[other]] = [b, a]
  }
  return all
}
