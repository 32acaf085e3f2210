import { dayOf, toMoment } from '#domain/calendar/moment.ts'
import {
  afterAttempt,
  afterCut,
  ended,
  type Going,
  type NoticeState,
  type SendOutcome,
} from '#domain/notices/going.ts'
import type { NoticeMessage, SendNotice } from '#domain/notices/message.ts'
import { mayGoAt } from '#domain/notices/quiet-hours.ts'
import type { Destination, Receiver } from '#domain/notices/receiver.ts'
import { templateOn } from '#domain/notices/template.ts'
import { veiled } from '#domain/people/contact.ts'
import { HOUSE_TEMPLATES } from '#papers/notices/house-templates.ts'
import { noticeText, noticeValues } from '#papers/notices/notice-text.ts'
import { devicesOf, removeDevices } from '#store/notice-receivers.ts'
import { type NoticeTakenUp, type NoticeTried, takeUpNotices, writeTried } from '#store/notices.ts'
import { announceChange } from '../announce-change.ts'
import { bookOf } from '../centre-book.ts'
import type { CentreBook } from '../desk.ts'
import { quietFor } from './make-notices.ts'
import type { NoticeDesk } from './notice-office.ts'
import { receiversOf } from './receivers-of.ts'
import { type Subject, subjectsOfIds } from './subjects.ts'

/** So many go at the same time. */
const AT_ONCE = 20
/** Longer than any attempt takes: what is still taken up then was left behind by a program that ended. */
const LEASE_SECONDS = 120

/**
 * Sends what is due, each by its way, and writes down what came of it. Each attempt is written down before it begins:
 * whatever is killed when, a notice arrives at most twice. Answers how many were taken up.
 */
export async function sendDueNotices(
  desk: NoticeDesk,
  failed: (notice: string, error: unknown) => void,
): Promise<number> {
  const { centre, now } = desk
  const takenUpAt = toMoment(now)
  const until = toMoment(now.add({ seconds: LEASE_SECONDS }))
  const due = await takeUpNotices(centre, { now: takenUpAt, until, size: AT_ONCE })
  if (due.length === 0) return 0
  const subjects = await subjectsOfIds(centre, due)
  const receivers = await receiversOf(desk, [...subjects.values()])
  const book = await bookOf(centre)
  const tried = await Promise.all(
    due.map(async (notice) => {
      const subject = subjects.get(notice.aboutId)
      const receiver = receivers.get(notice.aboutId)
      if (!subject || !receiver) throw new Error(`a notice of nothing: ${notice.id}`)
      return tryOne({ desk, book, failed }, { notice, subject, receiver })
    }),
  )
  await writeTried(centre, { takenUpAt, at: takenUpAt }, tried)
  for (const { code } of subjects.values()) announceChange(centre, code, [])
  return due.length
}

interface Sending {
  readonly desk: NoticeDesk
  readonly book: CentreBook
  readonly failed: (notice: string, error: unknown) => void
}

interface Tried {
  readonly notice: NoticeTakenUp
  readonly subject: Subject
  readonly receiver: Receiver
}

const NOTHING = { language: null, sentTo: null, text: null, reference: null, reason: null }

async function tryOne(sending: Sending, about: Tried): Promise<NoticeTried> {
  const { notice, receiver } = about
  const { desk, book } = sending
  const { now } = desk
  const going: Going = { state: 'waiting', attempts: notice.attempts, doubts: notice.doubts, next: now }
  const standing = (after: Going, more: Partial<NoticeTried> = {}): NoticeTried => ({
    ...NOTHING,
    id: notice.id,
    state: after.state,
    attempts: after.attempts,
    doubts: after.doubts,
    next: after.next && toMoment(after.next),
    ...more,
  })
  if (notice.wasCut) return standing(afterCut(going, now))
  const state = needless(about)
  if (state) return standing(ended(going, state))
  const goesAt = mayGoAt(now, notice.facts, quietFor(desk, receiver.quiet, book))
  if (Temporal.Instant.compare(goesAt, now) > 0) return standing({ ...going, next: goesAt })
  const destination = receiver.destinations.find(({ way }) => way === notice.way)
  const send = desk.notices.ways.get(notice.way)
  if (!destination || !send) return standing(ended(going, 'unwanted'))
  const said = sayIt(sending, about)
  const outcome = await handed(sending, { notice, destination, send, said, account: receiver.account })
  return standing(afterAttempt(going, outcome, now), {
    language: receiver.language,
    sentTo: destination.to && veiled(destination.to),
    text: said.text,
    reference: outcome.kind === 'accepted' ? outcome.reference : null,
    reason: 'why' in outcome ? outcome.why.slice(0, 200) : null,
  })
}

/** Why it need not go any more; null when it goes. */
function needless({ notice, subject, receiver }: Tried): Exclude<NoticeState, 'waiting'> | null {
  if (subject.isOvertaken(notice.kind)) return 'overtaken'
  return receiver.destinations.some(({ way }) => way === notice.way) ? null : 'unwanted'
}

type Said = Omit<NoticeMessage, 'to'>

function sayIt({ desk, book }: Sending, { notice, subject, receiver }: Tried): Said {
  const { language } = receiver
  const { id, kind, facts, way, leaveToken } = notice
  const { baseUrl } = desk.notices
  const form = way === 'email' ? 'mail' : 'short'
  const on = dayOf(desk.now).toString()
  const template = templateOn(book.noticeTemplates, HOUSE_TEMPLATES, { kind, form, language, on })
  const { code, receivedAt, unit, paths } = subject
  const link = baseUrl + (receiver.account !== null ? paths.own : paths.byKey)
  const values = noticeValues(
    {
      code,
      receivedAt,
      place: (unit !== null && book.units.get(unit)?.name) || desk.centre.name,
      centre: desk.centre.name,
      // Each character of a message costs; the code stands in it. What is pushed leads on by itself.
      link: form === 'mail' ? link : way === 'push' ? null : baseUrl + paths.short,
      facts,
    },
    language,
  )
  const leave = leaveToken === null ? null : `${baseUrl}/thoi-bao-tin/${leaveToken}`
  return { id, kind, language, values, link, leave, ...noticeText(template, values) }
}

interface Handing {
  readonly notice: NoticeTakenUp
  readonly destination: Destination
  readonly send: SendNotice
  readonly said: Said
  readonly account: string | null
}

/** Hands it over. A fault of the program on the way is like no answer: it may have gone. */
async function handed(
  { desk, failed }: Sending,
  { notice, destination, send, said, account }: Handing,
): Promise<SendOutcome> {
  try {
    if (destination.to) return await send({ ...said, to: destination.to })
    return await pushed(desk, account ?? '', (device) => send({ ...said, to: device }))
  } catch (error) {
    failed(notice.id, error)
    return { kind: 'unknown' }
  }
}

/** To all devices of a person: told when one of them took it. One that is gone is forgotten. */
async function pushed(
  { centre }: NoticeDesk,
  citizen: string,
  push: (device: NoticeMessage['to']) => Promise<SendOutcome>,
): Promise<SendOutcome> {
  const devices = await devicesOf(centre, citizen)
  const outcomes = await Promise.all(devices.map((device) => push(device)))
  const gone = devices.filter((_, place) => outcomes[place]?.kind === 'refused')
  await removeDevices(
    centre,
    gone.map(({ endpoint }) => endpoint),
  )
  const order = ['accepted', 'unknown', 'not-now', 'refused'] as const
  const best = order.map((kind) => outcomes.find((one) => one.kind === kind)).find((one) => one !== undefined)
  return best ?? { kind: 'refused', why: 'no device' }
}
