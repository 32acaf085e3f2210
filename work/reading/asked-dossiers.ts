import { UNCOLLECTED_DAYS } from '#domain/dossier/collection.ts'
import { dayOf, instantAt, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { addWorkingMinutes, nthWorkingDay } from '#domain/calendar/working-time.ts'
import { heatBounds } from '#domain/dossier/heat.ts'
import { isRefusal } from '#domain/outcome.ts'
import { appointmentsOn, sightOf, type Staff } from '#domain/people/may.ts'
import { unitsOfCommunes } from '#domain/procedure/reception-desk.ts'
import { COMPETENT_RECEIPT } from '#domain/procedure/placing.ts'
import type { DossiersAsked } from '#shapes/dossier-list.ts'
import type { DossierFilter, Mine, Stretch } from '#store/dossier-lists.ts'
import { isOfParts, partsOf } from '../linking/parts-meant.ts'
import { isOfPapers, papersOf, unitsOf } from '../transferring/papers-meant.ts'
import { today } from '../change-dossier.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { callRuleOn } from '../returning/call-rule.ts'
import { thisMinute } from './this-minute.ts'

/** Three working days of eight hours: so long nothing lies untouched without a word. */
const UNTOUCHED_MINUTES = 3 * 480

/** What lies with a person, or with somebody the person stands in for, and in the lists of the person's posts. */
export function mineOf(staff: Staff, on: string): Mine {
  const lists = appointmentsOn(staff, on)
  const absent = lists.flatMap(({ insteadOf }) => insteadOf ?? [])
  return { staff: [staff.id, ...new Set(absent)], lists }
}

/** Which dossiers are meant by what was asked, for this person at this moment. */
export function filterFor(
  desk: Desk & { readonly actor: Staff },
  book: CentreBook,
  asked: DossiersAsked,
): DossierFilter {
  const { actor } = desk
  const on = today(desk)
  const isMine = asked.whose === 'mine'
  return {
    ...meant(desk.now, book, asked),
    sight: sightOf(actor, on),
    // Papers, parts, slips and second looks concern units, whoever acts on the dossier.
    mine: isMine && !isOfUnits(asked.only) ? mineOf(actor, on) : undefined,
    papers: papersOf(desk, book, { only: asked.only, isMine }),
    parts: partsOf(desk, asked, isMine),
    slips: slipsMeant(desk.now, asked.only, isMine ? unitsOf(desk) : null),
    secondPerson:
      asked.only === 'second-person' ? { notBy: actor.id, units: isMine ? unitsOf(desk) : null } : undefined,
    unreadBy: asked.only === 'unread' ? actor.id : undefined,
  }
}

const isOfUnits = (only: DossiersAsked['only']) =>
  isOfPapers(only) || isOfParts(only) || only === 'slip-due' || only === 'second-person'

/** Without a slip, and one is due at this moment. */
function slipsMeant(
  now: Temporal.Instant,
  only: DossiersAsked['only'],
  units: readonly string[] | null,
): DossierFilter['slips'] {
  return only === 'slip-due' ? { now: toMoment(now), today: startOf(dayOf(now)), units } : undefined
}

/** Which dossiers are meant, whoever asks: days become moments. */
export function meant(now: Temporal.Instant, book: CentreBook, asked: DossiersAsked): DossierFilter {
  const { unit, field, procedure, channel, post, timeliness, holder, holderUnit, only } = asked
  return {
    unit,
    field,
    procedure,
    channel,
    post,
    timeliness: timeliness === 'on-time-or-none' ? ['on-time', 'no-limit'] : timeliness && [timeliness],
    exceptUnits: asked.settledBy === 'centre' ? unitsOfCommunes(book.desks) : undefined,
    isDirect: asked.wayIn === 'direct' || undefined,
    notReadyBefore: asked.notReadyBefore && startOf(Temporal.PlainDate.from(asked.notReadyBefore)),
    lateAt: asked.lateAt && startOf(Temporal.PlainDate.from(asked.lateAt)),
    inTimeAt: asked.inTimeAt && startOf(Temporal.PlainDate.from(asked.inTimeAt)),
    holder,
    holderUnit,
    stages: stagesOf(asked),
    due: asked.due && dueStretch(now, book, asked.due),
    received: days(asked.receivedFrom, asked.receivedTo),
    ready: days(asked.readyFrom, asked.readyTo),
    isUnclaimed: only === 'unclaimed' || undefined,
    isDueProvisional: only === 'provisional' || undefined,
    ...branched(now, only),
    calls: callsMeant(now, book, only),
    slips: slipsMeant(now, only, null),
    untouchedSince: only === 'untouched' ? untouchedSince(now, book) : undefined,
  }
}

function stagesOf({ stage, progress }: DossiersAsked): DossierFilter['stages'] {
  if (stage) return [stage]
  if (progress === 'running') return ['in-process', 'awaiting-citizen']
  return progress === 'settled' ? ['ready', 'returned', 'stopped'] : undefined
}

/** Overdue until now, due before midnight, or due by the end of the next working day. */
function dueStretch(
  now: Temporal.Instant,
  book: CentreBook,
  due: NonNullable<DossiersAsked['due']>,
): Stretch {
  const present = thisMinute(now)
  const tomorrow = startOf(dayOf(now).add({ days: 1 }))
  switch (due) {
    case 'overdue':
      return { before: present }
    case 'today':
      return { from: present, before: tomorrow }
    case 'week':
      return { from: tomorrow, before: heatBounds(now).nextWeek }
    case 'later':
      return { from: heatBounds(now).nextWeek }
    case 'soon':
      return { from: present, before: endOfNextWorkingDay(now, book) }
    case 'soon-or-overdue':
      return { before: endOfNextWorkingDay(now, book) }
  }
}

function endOfNextWorkingDay(now: Temporal.Instant, book: CentreBook): Moment {
  const next = nthWorkingDay(book.counting, dayOf(now), 1)
  const last = isRefusal(next) ? dayOf(now).add({ days: 1 }) : next.on
  return startOf(last.add({ days: 1 }))
}

function days(from: string | undefined, to: string | undefined): Stretch | undefined {
  if (from === undefined && to === undefined) return undefined
  return {
    from: from === undefined ? undefined : startOf(Temporal.PlainDate.from(from)),
    before: to === undefined ? undefined : startOf(Temporal.PlainDate.from(to).add({ days: 1 })),
  }
}

function startOf(day: Temporal.PlainDate): Moment {
  return toMoment(instantAt(day, 0))
}

function untouchedSince(now: Temporal.Instant, book: CentreBook): Moment {
  const since = addWorkingMinutes(book.counting, now, -UNTOUCHED_MINUTES)
  return toMoment(isRefusal(since) ? now.subtract({ hours: 120 }) : since.at)
}

/** To be called for today, or called for as often as the centre does. */
function callsMeant(
  now: Temporal.Instant,
  book: CentreBook,
  only: DossiersAsked['only'],
): DossierFilter['calls'] {
  if (only !== 'call-due' && only !== 'called-in-vain') return undefined
  const day = dayOf(now)
  const rule = callRuleOn(book, day.toString())
  return {
    before: only === 'call-due' ? 'counter' : 'director',
    calledForBefore: startOf(day.subtract({ days: UNCOLLECTED_DAYS })),
    lastBefore: startOf(day.subtract({ days: rule.everyDays - 1 })),
    most: rule.most,
  }
}

/** Days before the last one for the citizen's answer or payment from which it is pointed out; the house's own measure. */
const ANSWER_SOON_DAYS = 3

/** What left the straight road: answers due soon and not come, apologies on their way, silent bodies, unfetched results. */
function branched(now: Temporal.Instant, only: DossiersAsked['only']): Partial<DossierFilter> {
  const day = dayOf(now)
  const today = day.toString()
  switch (only) {
    case 'answer-soon':
      return { answerBy: { from: today, before: day.add({ days: ANSWER_SOON_DAYS }).toString() } }
    case 'answer-over':
      return { answerBy: { before: today } }
    case 'asked-again':
      return { supplementsAskedAbove: 1 }
    case 'to-receive':
      return { step: COMPETENT_RECEIPT }
    case 'to-receive-late':
      return { step: COMPETENT_RECEIPT, toReceiveBefore: toMoment(now) }
    case 'handed-on':
      return { isHandedInElsewhere: true }
    case 'unapologised':
      return { isUnapologised: true }
    case 'to-pay':
      return { waitsFor: 'payment' }
    case 'to-supplement':
      return { waitsFor: 'supplement' }
    case 'pay-soon':
      return { payBy: { from: today, before: day.add({ days: ANSWER_SOON_DAYS }).toString() } }
    case 'pay-over':
      return { payBy: { before: today } }
    case 'apology':
      return { hasApology: true }
    case 'opinion-over':
      return { opinionDueBefore: today }
    case 'uncollected':
      return { calledBefore: startOf(day.subtract({ days: UNCOLLECTED_DAYS })) }
    default:
      return {}
  }
}
