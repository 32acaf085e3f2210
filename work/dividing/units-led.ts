import { leads } from '#domain/people/may.ts'
import { unitsWithPeople } from '#store/unit-people.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

export interface LedUnit {
  readonly code: string
  readonly name: string
}

/** The units whose work a person divides: the head's own, for the director every unit of the hall with people. */
export async function unitsLed(desk: Desk): Promise<readonly LedUnit[]> {
  const { centre, actor } = desk
  if (actor.kind !== 'staff') return []
  const on = today(desk)
  const codes = (await unitsWithPeople(centre, on)).filter((unit) => leads(actor, unit, on))
  const { units } = await bookOf(centre)
  return codes.map((code) => ({ code, name: units.get(code)?.name ?? code }))
}
