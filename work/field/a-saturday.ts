import { SessionChange, SessionsToPlan } from '#shapes/outreach.ts'
import type { OutingNamed } from '#shapes/field/provision.ts'
import { allowed, type Hall } from '../a-hall.ts'
import { bookOf } from '../centre-book.ts'
import { newId } from '../chance.ts'
import { changeSession } from '../outreach/change-session.ts'
import { planSessions } from '../outreach/plan-sessions.ts'
import { seeSession } from '../outreach/see-sessions.ts'

/** Friday 8 March 2019, 16:00 in Vietnam: the devices are provisioned. Only for tests. */
export const FRIDAY = Temporal.Instant.from('2019-03-08T09:00:00Z')
/** Monday 11 March 2019, 08:00: they are back. */
export const MONDAY = Temporal.Instant.from('2019-03-11T01:00:00Z')

/** A session on Saturday 9 March 2019, 07:30 to 11:30, that is published. */
export async function aSaturday(
  hall: Hall,
  team: readonly string[],
  over: object = {},
): Promise<OutingNamed> {
  const director = hall.deskOf('director', 'HCC', FRIDAY)
  const plan = SessionsToPlan.parse({
    id: newId(),
    commune: 'X07075',
    place: 'Nhà văn hóa thôn Chí Linh',
    on: '2019-03-09',
    opens: '07:30',
    closes: '11:30',
    team: [...team],
    ...over,
  })
  const [id = ''] = allowed(await planSessions(director, plan))
  const { version } = allowed(await seeSession(director, id))
  allowed(
    await changeSession(director, id, SessionChange.parse({ id: newId(), version, type: 'PublishSession' })),
  )
  return { kind: 'session', id }
}

/** The papers of the procedure tests use, as many as the law asks for. */
export async function allPapers(hall: Hall) {
  const [procedure] = (await bookOf(hall.centre)).procedures.get('1.004979') ?? []
  return (procedure?.cases[0]?.components ?? [])
    .filter((one) => one.isRequired && one.original + one.certified + one.copy > 0)
    .map(({ key, original, certified, copy }) => ({ component: key, original, certified, copy }))
}
