import type { Moment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { accessesTo } from '#store/access-records.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

export interface AccessLine {
  readonly at: Moment
  readonly staff: string
  readonly name: string
  readonly what: string
}

/** Who has seen the personal data of a dossier, the latest 200. */
export async function seeAccess(desk: Desk, code: string): Promise<Outcome<readonly AccessLine[]>> {
  const allowed = may(desk.actor, { kind: 'see-access-records' }, today(desk))
  if (isRefusal(allowed)) return allowed
  const accesses = await accessesTo(desk.centre, code, 200)
  return accesses.map(({ at, staff, name, what }) => ({ at, staff: staff ?? '', name: name ?? '', what }))
}
