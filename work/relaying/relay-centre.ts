import { countFacts, removeTasks, waitingTasks } from '#store/outbox.ts'
import type { Centre } from '#store/database.ts'
import { recount } from '../statistics/recount.ts'
import { checkDossiers } from '../checks/check-dossier.ts'
import { dueCheckOf } from '../checks/check-due.ts'
import type { Finding } from '../checks/finding.ts'

/** What one round came to: how much was done, and what a closed dossier's check found wrong. */
export interface Relayed {
  readonly done: number
  readonly findings: readonly Finding[]
}

/**
 * Does what lies in a centre's outbox: counted facts enter the figures exactly once; the trails of dossiers handed
 * back are checked, at least once each. What citizens are to be told goes its own way, so that figures never wait for it.
 */
export async function relayCentre(centre: Centre): Promise<Relayed> {
  const findings: Finding[] = []
  const tasks = await waitingTasks(centre)
  if (tasks.some(({ task }) => task === 'recount')) await recount(centre)
  const counted = await countFacts(centre)
  const dueCheck = tasks.length > 0 ? await dueCheckOf(centre) : undefined
  const codes = tasks.flatMap(({ payload }) =>
    'code' in payload && typeof payload.code === 'string' ? [payload.code] : [],
  )
  findings.push(...(await checkDossiers(centre, codes, dueCheck)))
  await removeTasks(
    centre,
    tasks.map((one) => one.id),
  )
  return { done: counted + tasks.length, findings }
}
