import type { Day } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { isVerified } from '#domain/people/citizen.ts'
import { may } from '#domain/people/may.ts'
import { holdsOn } from '#domain/people/representation.ts'
import { managesOf } from '#domain/people/representing.ts'
import {
  type KeptRepresentation,
  representationsFor,
  representationsOfAgent,
} from '#store/representations.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

export interface SeenRepresentation extends Omit<KeptRepresentation, 'procedures'> {
  /** Names of the procedures it is for; null for all. */
  readonly procedures: readonly string[] | null
  readonly isLive: boolean
}

export interface SeenRepresentations {
  /** For whom the citizen acts. */
  readonly mine: readonly SeenRepresentation[]
  /** Who acts for the citizen, and for the organisations he manages. */
  readonly others: readonly SeenRepresentation[]
  /** For whom the citizen can let others in, besides himself. */
  readonly manages: readonly { readonly id: string; readonly name: string }[]
  readonly mayLetIn: boolean
}

/** Who acts for whom, as far as it concerns the citizen. */
export async function seeRepresentations(desk: Desk): Promise<Outcome<SeenRepresentations>> {
  const { actor, centre } = desk
  const on = today(desk)
  const allowed = may(actor, { kind: 'keep-account' }, on)
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'citizen') return refuse('not-permitted', { action: 'keep-account' })
  const number = isVerified(actor) ? actor.idNumber : null
  const manages = managesOf(actor, on)
  const numbers = [number, ...manages.map(({ principal }) => principal.number)].filter((one) => one !== null)
  const [mine, others] = await Promise.all([
    representationsOfAgent(centre, { citizen: actor.id, number }),
    representationsFor(centre, numbers),
  ])
  const names = await procedureNames(desk)
  const own = new Set(mine.map(({ id }) => id))
  return {
    mine: mine.map((one) => seen(one, names, on)),
    others: others.filter(({ id }) => !own.has(id)).map((one) => seen(one, names, on)),
    manages: manages.map(({ id, principal }) => ({ id, name: principal.name })),
    mayLetIn: number !== null || manages.length > 0,
  }
}

async function procedureNames({ centre }: Desk): Promise<(key: string) => string> {
  const { procedures } = await bookOf(centre)
  return (key) => procedures.get(key)?.at(-1)?.name ?? key
}

function seen(one: KeptRepresentation, nameOf: (key: string) => string, on: Day): SeenRepresentation {
  return { ...one, procedures: one.procedures?.map(nameOf) ?? null, isLive: holdsOn(one, on) }
}
