import type { Belonging } from '#domain/people/citizen.ts'
import type { Dossier } from './dossier.ts'

/** Whose a dossier is: of the account that filed it, and of those whose numbers it names as applicant's and owner's. */
export function belongingOf({
  applicant,
  owner,
  filedBy,
  procedure,
}: Pick<Dossier, 'applicant' | 'owner' | 'filedBy' | 'procedure'>): Belonging {
  return {
    account: filedBy?.account ?? null,
    representation: filedBy?.representation ?? null,
    numbers: [applicant.idNumber, owner.idNumber].filter((number) => number !== null),
    procedure,
  }
}
