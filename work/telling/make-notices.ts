import { dayOf, toMoment } from '#domain/calendar/moment.ts'
import type { QuietHours } from '#domain/notices/quiet-hours.ts'
import { mayGoAt, quietOn } from '#domain/notices/quiet-hours.ts'
import type { NoticeChoice } from '#domain/notices/receiver.ts'
import { addNotices, type NoticeToAdd } from '#store/notices.ts'
import { tellTasks, type ToTell } from '#store/outbox.ts'
import { dossiersOfVisit } from '#store/visits.ts'
import { bookOf } from '../centre-book.ts'
import { newHandle, newId } from '../chance.ts'
import type { CentreBook } from '../desk.ts'
import type { NoticeDesk } from './notice-office.ts'
import { receiversOf } from './receivers-of.ts'
import { type Subject, subjectsOfCodes } from './subjects.ts'

/**
 * Makes notices of what is to be told: one for each way the receiver is told by, none where there is nobody to tell or
 * where it is no longer so. A task that is done twice makes nothing twice. Answers how many tasks were done.
 */
export async function makeNotices(desk: NoticeDesk): Promise<number> {
  const tasks = await tellTasks(desk.centre)
  if (tasks.length === 0) return 0
  const subjects = await subjectsOfCodes(desk.centre, tasks)
  const told = await stillToTell(desk, tasks, subjects)
  const notices = await noticesFor(desk, told, [...subjects.values()])
  await addNotices(
    desk.centre,
    notices,
    tasks.map(({ id }) => id),
  )
  return tasks.length
}

/** Something to be told, and who had it sent; nobody for what goes by itself. */
export interface ToMake extends ToTell {
  readonly staff?: string
}

/** The notices of what is told: by each way of its receiver one, not before it may go. */
export async function noticesFor(
  desk: NoticeDesk,
  told: readonly ToMake[],
  subjects: readonly Subject[],
): Promise<readonly NoticeToAdd[]> {
  const receivers = await receiversOf(desk, subjects)
  const book = await bookOf(desk.centre)
  const byCode = new Map(subjects.map((one) => [one.code, one]))
  return told.flatMap(({ code, cause, kind, facts, staff = null }) => {
    const subject = byCode.get(code)
    const receiver = subject && receivers.get(subject.id)
    if (!subject || !receiver) return []
    const at = toMoment(desk.now)
    const next = toMoment(mayGoAt(desk.now, facts, quietFor(desk, receiver.quiet, book)))
    return receiver.destinations.map(({ way }) => ({
      id: newId(),
      about: subject.about,
      aboutId: subject.id,
      cause,
      kind,
      facts,
      way,
      citizen: receiver.account,
      staff,
      at,
      next,
      leaveToken: way === 'email' ? newHandle() : null,
    }))
  })
}

/** The quiet hours of somebody: his own, or the centre's of the day. */
export function quietFor(
  { now }: Pick<NoticeDesk, 'now'>,
  chosen: NoticeChoice['quiet'],
  { quietTimes }: Pick<CentreBook, 'quietTimes'>,
): QuietHours | null {
  if (chosen === 'none') return null
  return chosen === 'centre' ? quietOn(quietTimes, dayOf(now).toString()) : chosen
}

async function stillToTell(
  desk: NoticeDesk,
  tasks: readonly ToTell[],
  subjects: ReadonlyMap<string, Subject>,
): Promise<readonly ToTell[]> {
  const told: ToTell[] = []
  for (const task of tasks) {
    const subject = subjects.get(task.code)
    if (!subject || subject.isOvertaken(task.kind)) continue
    if (task.kind === 'received' && !(await isFirstOfVisit(desk, subject))) continue
    told.push(task)
  }
  return told
}

/** What came together stands on one list, which the person took home: that it was received is told once. */
async function isFirstOfVisit({ centre }: NoticeDesk, { code, visit }: Subject): Promise<boolean> {
  if (visit === undefined) return true
  const [first] = await dossiersOfVisit(centre, visit, 1)
  return first === undefined || first.dossier.code === code
}
