import { type Outcome, refuse } from '#domain/outcome.ts'
import { searched } from '#domain/people/searched.ts'
import type { Dossier } from './dossier.ts'
import type { Party, ResultHandedBack } from './events.ts'

type Receiver = ResultHandedBack['receiver']

/**
 * A result goes to who handed the dossier in or to whose dossier it is, known by the number of their paper; to anybody
 * else only with a paper that authorises them (Civil Code 2015, art. 134 and 138). Where either number was not
 * written down the name decides. The system asks; whether paper and face agree is the clerk's to see.
 */
export function mayReceive(
  { applicant, owner }: Pick<Dossier, 'applicant' | 'owner'>,
  receiver: Receiver,
): Outcome<true> {
  if (receiver.isAuthorised)
    return (receiver.authority ?? '').trim() !== '' || refuse('authority-paper-needed')
  return [applicant, owner].some((party) => isSame(party, receiver)) || refuse('receiver-unknown')
}

function isSame(party: Party, { name, idNumber }: Receiver): boolean {
  return party.idNumber === null || idNumber === null
    ? searched(party.name) === searched(name)
    : bare(party.idNumber) === bare(idNumber)
}

/** A number with its separators left out, as people write the same number in several ways. */
const bare = (number: string) => searched(number).replaceAll(' ', '')
