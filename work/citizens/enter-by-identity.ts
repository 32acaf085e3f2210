import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { NationalPerson } from '#domain/people/national-person.ts'
import { keepIdentity } from '#store/citizen-identities.ts'
import { today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'

/**
 * The citizen a person of the national identity is; the first sign-in makes the account, and of a citizen who is
 * signed in by a code it vouches for the account. Two accounts are never joined by themselves.
 */
export async function enterByIdentity(
  desk: Desk,
  provider: string,
  person: NationalPerson,
): Promise<Outcome<string>> {
  const { centre, actor, now } = desk
  const here = actor.kind === 'citizen' ? actor.id : null
  const kept = await keepIdentity(centre, {
    provider,
    person,
    here,
    freshId: newId(),
    at: toMoment(now),
    organisation: person.organisation && {
      id: newId(),
      name: person.organisation.name,
      number: person.organisation.taxCode,
      from: today(desk),
    },
  })
  if (isRefusal(kept)) return kept
  return here !== null && kept !== here ? refuse('identity-elsewhere') : kept
}
