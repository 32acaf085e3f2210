import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { delegationsFrom, type EnteredDelegation } from '#store/delegations.ts'
import { peopleOfUnit, type UnitPerson } from '#store/unit-people.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

export interface SeenDelegations {
  readonly unitName: string
  readonly people: readonly UnitPerson[]
  /** What is delegated now or later. */
  readonly delegations: readonly EnteredDelegation[]
}

/** To whom the right to approve for a unit is delegated, and to whom it could be. */
export async function seeDelegations(desk: Desk, unit: string): Promise<Outcome<SeenDelegations>> {
  const { centre, actor } = desk
  const on = today(desk)
  const allowed = may(actor, { kind: 'delegate-approval', unit }, on)
  if (isRefusal(allowed)) return allowed
  const [book, people, delegations] = await Promise.all([
    bookOf(centre),
    peopleOfUnit(centre, unit, on),
    delegationsFrom(centre, unit, on),
  ])
  return { unitName: book.units.get(unit)?.name ?? unit, people, delegations }
}
