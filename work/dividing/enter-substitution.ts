import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { canBeEntered, type Substitution, untilAfter } from '#domain/people/substitution.ts'
import type { SubstitutionToEnter } from '#shapes/chosen-dossiers.ts'
import { isUniqueViolation } from '#store/sql-state.ts'
import { addSubstitution, enteredUnder } from '#store/substitutions.ts'
import { peopleOfUnit } from '#store/unit-people.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** Somebody of a unit stands in for another, from a day to the end of another; sent twice, it is entered once. */
export async function enterSubstitution(
  desk: Desk,
  unit: string,
  { id, absent, substitute, from, last }: SubstitutionToEnter,
): Promise<Outcome<true>> {
  const { centre, actor, now } = desk
  const on = today(desk)
  const allowed = may(actor, { kind: 'enter-substitution', unit }, on)
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'enter-substitution' })
  const asked: Substitution = { absent, substitute, unit, from, until: untilAfter(last) }
  const before = await enteredUnder(centre, id)
  if (before) return isSame(before, asked) || refuse('command-id-reused', { id })
  const people = await peopleOfUnit(centre, unit, from < on ? on : from)
  for (const staff of [absent, substitute])
    if (!people.some((one) => one.id === staff)) return refuse('not-in-post', { staff, unit, on: from })
  try {
    return await addSubstitution(centre, { ...asked, id, by: actor.id, at: toMoment(now) }, (standing) =>
      canBeEntered(asked, standing, on),
    )
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const first = await enteredUnder(centre, id)
    return (first !== undefined && isSame(first, asked)) || refuse('command-id-reused', { id })
  }
}

const isSame = (one: Substitution, other: Substitution) =>
  one.absent === other.absent &&
  one.substitute === other.substitute &&
  one.unit === other.unit &&
  one.from === other.from &&
  one.until === other.until
