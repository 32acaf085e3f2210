import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import { type Needle, readAsked } from '#domain/dossier/asked.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { Party } from '#domain/dossier/events.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may, sightOf } from '#domain/people/may.ts'
import { searched } from '#domain/people/searched.ts'
import { recordAccess } from '#store/access-records.ts'
import { holdDossier } from '#store/dossiers.ts'
import { findDossiers } from '#store/search.ts'
import { today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { placesOfReceipt } from './places-of-receipt.ts'

/** Somebody who handed in a dossier, or for whom it was, as that dossier has it. */
export interface FoundPerson {
  readonly code: string
  readonly role: Role
  readonly party: Party
  readonly receivedAt: Moment
}

export type Role = 'applicant' | 'owner'

const MOST = 6
/** The same person stands in many dossiers; so many of the latest are looked through. */
const LOOKED_THROUGH = 40

/** People of earlier dossiers by name or telephone, each once, as the latest dossier has them. Recorded. */
export async function findPeople(desk: Desk, typed: string): Promise<Outcome<readonly FoundPerson[]>> {
  const places = placesOfReceipt(desk)
  if (isRefusal(places)) return places
  const { needles } = readAsked(typed)
  if (needles.length === 0) return []
  const at = toMoment(desk.now)
  await recordAccess(desk.centre, {
    id: newId(),
    at,
    staff: places.actor.id,
    what: 'find-people',
    code: null,
  })
  const sight = sightOf(places.actor, today(desk))
  const dossiers = await findDossiers(desk.centre, { needles, sight, since: null, size: LOOKED_THROUGH })
  const people = new Map<string, FoundPerson>()
  for (const one of dossiers.flatMap((dossier) => peopleOf(dossier, needles))) {
    const { idNumber, name, phone } = one.party
    const who = idNumber ?? `${searched(name)} ${phone ?? ''}`
    if (!people.has(who)) people.set(who, one)
  }
  return [...people.values()].slice(0, MOST)
}

/** One of them again, to be filled in. Recorded as a look into the dossier. */
export async function takePerson(desk: Desk, code: string, role: Role): Promise<Outcome<Party>> {
  const places = placesOfReceipt(desk)
  if (isRefusal(places)) return places
  const held = await holdDossier(desk.centre, code)
  if (!held) return refuse('no-such-dossier')
  const allowed = may(places.actor, { kind: 'see-dossier', dossier: held.dossier }, today(desk))
  if (isRefusal(allowed)) return allowed
  const at = toMoment(desk.now)
  await recordAccess(desk.centre, { id: newId(), at, staff: places.actor.id, what: 'see-known-person', code })
  return held.dossier[role]
}

function peopleOf(
  { code, receivedAt, applicant, owner }: Dossier,
  needles: readonly Needle[],
): FoundPerson[] {
  const both = [
    { code, role: 'applicant', party: applicant, receivedAt },
    { code, role: 'owner', party: owner, receivedAt },
  ] as const
  return both.filter(({ party }) => answers(party, needles))
}

function answers({ name, phone, idNumber }: Party, needles: readonly Needle[]): boolean {
  const text = ` ${searched([name, phone, idNumber].join(' '))}`
  const has = (kind: Needle['kind'], wanted: string) =>
    text.includes(kind === 'number' ? wanted : ` ${wanted}`)
  return needles.every(({ kind, text, or }) => has(kind, text) || (or !== undefined && has(kind, or)))
}
