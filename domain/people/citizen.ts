import type { Day } from '../calendar/moment.ts'
import type { Representation } from './representation.ts'

/**
 * How the house knows who a citizen is: by the person's own word, or by the national identity at one of its two levels
 * (Decree 69/2024/NĐ-CP, art. 7: level 2 compares face or finger with what the police keep).
 */
export const ASSURANCES = ['stated', 'national-1', 'national-2'] as const
export type Assurance = (typeof ASSURANCES)[number]

/** A person signed in on the citizen's side. */
export interface Citizen {
  readonly kind: 'citizen'
  /** Of the account. */
  readonly id: string
  readonly name: string
  readonly bornOn: Day | null
  /** The personal identity number, as stated or as the national identity says (`assurance`). */
  readonly idNumber: string | null
  readonly assurance: Assurance
  /** A telephone and an address of mail that the person has proved to be his. */
  readonly phone: string | null
  readonly email: string | null
  /** Those for whom the person acts, past ones too: the day decides which hold. */
  readonly actsFor: readonly Representation[]
}

/** Whether the national identity has vouched for name and number. */
export function isVerified({ assurance }: Pick<Citizen, 'assurance'>): boolean {
  return assurance !== 'stated'
}

/** Whose a filing, a dossier or a paper is, as far as a citizen's right to it hangs on it. */
export interface Belonging {
  /** The account that filed it; null where it did not come from one. */
  readonly account: string | null
  /** The representation under which that account filed it; null where it filed for itself. */
  readonly representation: string | null
  /** Identity numbers of persons and tax codes of organisations in it: of the applicant and of the owner. */
  readonly numbers: readonly string[]
  readonly procedure: string
}
