import { type Receiver, receiverOf } from '#domain/notices/receiver.ts'
import { noticeAccounts, stoppedContacts } from '#store/notice-receivers.ts'
import type { NoticeDesk } from './notice-office.ts'
import type { Subject } from './subjects.ts'

/** Who is told of each of these now, by its id: as was chosen or wished, but for what wants no more of it. */
export async function receiversOf(
  { centre, notices }: NoticeDesk,
  subjects: readonly Subject[],
  { isStoppedToo = false } = {},
): Promise<ReadonlyMap<string, Receiver>> {
  const accounts = await noticeAccounts(
    centre,
    subjects.map(({ sought }) => sought),
  )
  const offered = [...notices.ways.keys()]
  const receivers = subjects.map(
    ({ id, told }) => [id, receiverOf(told, accounts.get(id) ?? null, offered)] as const,
  )
  const contacts = receivers.flatMap(([, { destinations }]) => destinations.flatMap(({ to }) => to ?? []))
  const isStopped = await stoppedContacts(centre, isStoppedToo ? [] : contacts)
  return new Map(
    receivers.map(([id, receiver]) => [
      id,
      {
        ...receiver,
        destinations: receiver.destinations.filter(({ to }) => to === null || !isStopped(to)),
      },
    ]),
  )
}
