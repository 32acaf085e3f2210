import { dropTellTasks } from '#store/outbox.ts'
import type { Desk } from '../desk.ts'

/** What was still to be told when a centre gave up all its ways is told nobody, also when it has some again. */
export function tellNobody({ centre }: Pick<Desk, 'centre'>): Promise<void> {
  return dropTellTasks(centre)
}
