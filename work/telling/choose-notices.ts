import { dayOf, toMoment } from '#domain/calendar/moment.ts'
import { NOTICE_WAYS, type NoticeWay } from '#domain/notices/notice.ts'
import { type QuietHours, quietOn } from '#domain/notices/quiet-hours.ts'
import { destinationFor, type NoticeChoice, type Reachable, waysByDefault } from '#domain/notices/receiver.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import {
  chooseNotices as writeChoice,
  noticeAccount,
  resumeContacts,
  stoppedContacts,
} from '#store/notice-receivers.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** A way the centre has, and where it would reach the person. */
export interface OfferedWay {
  readonly way: NoticeWay
  readonly isReached: boolean
  /** The own address in full: it is the person's own page. Null for devices and where there is none. */
  readonly address: string | null
  /** The person said by the link of a letter that this address wants no more. */
  readonly isStopped: boolean
}

export interface SeenChoice {
  readonly offered: readonly OfferedWay[]
  /** As chosen; where nothing was, as it is done. */
  readonly choice: NoticeChoice
  readonly centreQuiet: QuietHours
}

/** How a citizen is told, and could be. */
export async function seeNoticeChoice(desk: Desk): Promise<Outcome<SeenChoice>> {
  const account = await ownAccount(desk)
  if (isRefusal(account)) return account
  const ways = [...(desk.notices?.ways.keys() ?? [])]
  const destinations = ways.flatMap((way) => destinationFor(way, account))
  const isStopped = await stoppedContacts(
    desk.centre,
    destinations.flatMap(({ to }) => to ?? []),
  )
  const { quietTimes } = await bookOf(desk.centre)
  return {
    offered: NOTICE_WAYS.filter((way) => ways.includes(way)).map((way) => {
      const found = destinations.find((one) => one.way === way)
      const to = found?.to ?? null
      return {
        way,
        isReached: found !== undefined,
        address: to?.address ?? null,
        isStopped: to !== null && isStopped(to),
      }
    }),
    choice: account.choice ?? { language: 'vi', quiet: 'centre', ways: waysByDefault(account, ways) },
    centreQuiet: quietOn(quietTimes, dayOf(desk.now).toString()),
  }
}

/** A citizen chooses: by which ways, in which language and when not. An address that was stopped and is chosen takes notices again. */
export async function chooseNotices(desk: Desk, choice: NoticeChoice): Promise<Outcome<true>> {
  const account = await ownAccount(desk)
  if (isRefusal(account)) return account
  const { quiet } = choice
  if (typeof quiet !== 'string' && quiet.begins === quiet.ends) return refuse('same-hours')
  await writeChoice(desk.centre, account.id, choice, toMoment(desk.now))
  await resumeContacts(
    desk.centre,
    choice.ways.flatMap((way) => destinationFor(way, account)).flatMap(({ to }) => to ?? []),
  )
  return true
}

/** The account of the citizen at the desk. */
export async function ownAccount(desk: Desk): Promise<Outcome<Reachable>> {
  const { actor, centre } = desk
  const allowed = may(actor, { kind: 'keep-account' }, today(desk))
  if (isRefusal(allowed)) return allowed
  const account = actor.kind === 'citizen' ? await noticeAccount(centre, actor.id) : undefined
  return account ?? refuse('not-permitted', { action: 'keep-account' })
}
