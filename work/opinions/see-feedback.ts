import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import type { Feedback, FeedbackEvent } from '#domain/opinions/feedback.ts'
import { readFeedbackCode } from '#domain/opinions/feedback-code.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { appointmentsOn, may, type Staff } from '#domain/people/may.ts'
import { recordAccess } from '#store/access-records.ts'
import {
  countWaitingFeedback,
  feedbackByCode,
  feedbackFile,
  feedbackHistory,
  type FeedbackLine,
  type FeedbackSight,
  type FeedbackWords,
  listFeedback,
  remindedOfFeedback,
} from '#store/feedback.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { seeStaff } from '../reading/see-staff.ts'
import { type ToldLine, toldLines } from '../telling/told-lines.ts'

export interface SeenFeedbackLine extends FeedbackLine {
  readonly unitName: string | null
  readonly staffName: string | null
  readonly isOverdue: boolean
}

export interface SeenFeedbackList {
  readonly lines: readonly SeenFeedbackLine[]
  readonly next: string | null
}

const PAGE = 50

/** Feedback that is this person's to see: without the words and who wrote them. */
export async function seeFeedbackList(
  desk: Desk,
  { isWaiting, after }: { readonly isWaiting: boolean; readonly after: string | null },
): Promise<Outcome<SeenFeedbackList>> {
  const sight = sightOf(desk)
  if (isRefusal(sight)) return sight
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)~([0-9a-f-]{36})$/.exec(after ?? '') ?? []
  const found = await listFeedback(desk.centre, sight, {
    isWaiting,
    after: at && id ? { at, id } : null,
    size: PAGE + 1,
  })
  const [{ units }, staff] = await Promise.all([bookOf(desk.centre), seeStaff(desk.centre)])
  const lines = found.slice(0, PAGE).map((one) => ({
    ...one,
    unitName: one.unit === null ? null : (units.get(one.unit)?.name ?? one.unit),
    staffName: staff.find((person) => person.id === one.staff)?.name ?? null,
    isOverdue: one.due !== null && one.due < toMoment(desk.now),
  }))
  const last = lines.at(-1)
  const place = last && (isWaiting ? last.due : last.receivedAt)
  return { lines, next: found.length > PAGE && last && place ? `${place}~${last.id}` : null }
}

/** How much waits for this person's answer. */
export async function countOwnFeedback(desk: Desk): Promise<number> {
  const sight = sightOf(desk)
  return isRefusal(sight) ? 0 : countWaitingFeedback(desk.centre, sight)
}

export interface SeenFeedback extends FeedbackWords {
  readonly code: string
  readonly state: Feedback
  readonly fileName: string | null
  readonly isFromAccount: boolean
  readonly unitName: string | null
  readonly history: readonly {
    readonly event: FeedbackEvent
    readonly byName: string | null
    readonly unitName: string | null
    readonly staffName: string | null
  }[]
  readonly reminded: readonly Moment[]
  /** What the sender was told, the latest first. */
  readonly told: readonly ToldLine[]
  readonly mayAssign: boolean
  readonly mayAnswer: boolean
  readonly mayAnswerAppeal: boolean
  /** Where it can be given to: units with people in them, and those people. */
  readonly units: readonly {
    readonly code: string
    readonly name: string
    readonly people: readonly { readonly id: string; readonly name: string }[]
  }[]
}

/** One of them whole; who looked is recorded. */
export async function seeFeedback(desk: Desk, typed: string): Promise<Outcome<SeenFeedback>> {
  const { centre, actor } = desk
  const kept = await heldFeedback(desk, typed)
  if (isRefusal(kept)) return kept
  await recordLook(desk, kept.code)
  const on = today(desk)
  const [history, staff, { units }, reminded, told] = await Promise.all([
    feedbackHistory(centre, kept.id),
    seeStaff(centre),
    bookOf(centre),
    remindedOfFeedback(centre, kept.id),
    toldLines(centre, kept.id),
  ])
  const nameOf = (id: string | null) => staff.find((one) => one.id === id)?.name ?? null
  const unitName = (code: string | null) => (code === null ? null : (units.get(code)?.name ?? code))
  const lies = { unit: kept.state.unit, staff: kept.state.staff }
  const mayDo = (action: Parameters<typeof may>[1]) => !isRefusal(may(actor, action, on))
  const takers = [...units.values()]
    .filter(({ code }) => mayDo({ kind: 'assign-feedback', lies, to: code }))
    .map(({ code, name }) => ({
      code,
      name,
      people: staff
        .filter((one) =>
          appointmentsOn(one, on).some(({ unit, post }) => unit === code && post !== 'administrator'),
        )
        .map(({ id, name: called }) => ({ id, name: called })),
    }))
    .filter(({ people }) => people.length > 0)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
  const { code, state, fileName, citizen, name, contact, address, dossier, body } = kept
  return {
    code,
    state,
    fileName,
    citizen,
    name,
    contact,
    address,
    dossier,
    body,
    isFromAccount: citizen !== null,
    unitName: unitName(state.unit),
    history: history.map((event) => ({
      event,
      byName: 'by' in event ? nameOf(event.by) : null,
      unitName: event.type === 'FeedbackAssigned' ? unitName(event.unit) : null,
      staffName: event.type === 'FeedbackAssigned' ? nameOf(event.staff) : null,
    })),
    reminded,
    told,
    mayAssign: state.stage === 'open' && takers.length > 0,
    mayAnswer: mayDo({ kind: 'answer-feedback', lies }),
    mayAnswerAppeal: state.stage === 'appealed' && mayDo({ kind: 'answer-appeal' }),
    units: takers,
  }
}

/** The file that came with it. */
export async function seeFeedbackFile(desk: Desk, typed: string) {
  const kept = await heldFeedback(desk, typed)
  if (isRefusal(kept)) return kept
  await recordLook(desk, kept.code)
  return (await feedbackFile(desk.centre, kept.code)) ?? refuse('no-such-feedback')
}

/** Feedback this person may see; any other does not exist for him. */
export async function heldFeedback(desk: Desk, typed: string) {
  const kept = await feedbackByCode(desk.centre, readFeedbackCode(typed))
  if (!kept) return refuse('no-such-feedback')
  const lies = { unit: kept.state.unit, staff: kept.state.staff }
  const allowed = may(desk.actor, { kind: 'see-feedback', lies }, today(desk))
  return isRefusal(allowed) ? refuse('no-such-feedback') : kept
}

async function recordLook({ centre, actor, now }: Desk, code: string): Promise<void> {
  if (actor.kind === 'staff')
    await recordAccess(centre, {
      id: newId(),
      at: toMoment(now),
      staff: actor.id,
      what: 'see-feedback',
      code,
    })
}

function sightOf(desk: Desk): Outcome<FeedbackSight> {
  const { actor } = desk
  const allowed = may(actor, { kind: 'list-feedback' }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'list-feedback' })
  return sightOn(actor, today(desk))
}

function sightOn(staff: Staff, on: string): FeedbackSight {
  const posts = appointmentsOn(staff, on).filter(({ post }) => post !== 'administrator')
  return {
    isWhole: posts.some(({ post }) => post === 'director'),
    units: posts.map(({ unit }) => unit),
    led: posts.filter(({ post }) => post === 'head').map(({ unit }) => unit),
    staff: staff.id,
  }
}
