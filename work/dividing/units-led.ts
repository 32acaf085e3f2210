import { appointmentsOn } from '#domain/people/may.ts'
import { unitsWithPeople } from '#store/unit-people.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

export interface LedUnit {
  readonly code: string
  readonly name: string
}

/** The units whose work a person divides: the head's own, for the director every unit with people. */
export async function unitsLed(desk: Desk): Promise<readonly LedUnit[]> {
  const { centre, actor } = desk
  if (actor.kind !== 'staff') return []
  const on = today(desk)
  const posts = appointmentsOn(actor, on)
  const codes = posts.some(({ post }) => post === 'director')
    ? await unitsWithPeople(centre, on)
    : [...new Set(posts.filter(({ post }) => post === 'head').map(({ unit }) => unit))]
  const { units } = await bookOf(centre)
  return codes.map((code) => ({ code, name: units.get(code)?.name ?? code }))
}
