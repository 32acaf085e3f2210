import { dayOf, fromMoment, type Moment } from '#domain/calendar/moment.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import { isSamePerson } from '#domain/people/same-person.ts'
import type { Dossier } from './dossier.ts'
import type { Party } from './events.ts'

type Joining = Pick<Dossier, 'applicant' | 'placeOfReceipt'> & { readonly at: Moment }

/**
 * What one person hands in at one counter on one day is one visit and stands on one receipt list. A list bears the
 * look-up keys of all its dossiers, so that nothing of anybody else may come onto it.
 */
export function mayJoinVisit(
  first: Pick<Dossier, 'code' | 'applicant' | 'placeOfReceipt' | 'receivedAt'>,
  { applicant, placeOfReceipt, at }: Joining,
): Outcome<true> {
  const isSame =
    isOneApplicant(first.applicant, applicant) &&
    first.placeOfReceipt === placeOfReceipt &&
    dayIn(first.receivedAt) === dayIn(at)
  return isSame || refuse('other-visit', { code: first.code })
}

/** The same person or organisation; who gave neither number nor telephone is known by all that was written. */
export function isOneApplicant(one: Party, other: Party): boolean {
  return (
    isSamePerson(one, other) ||
    (one.name === other.name && one.idNumber === other.idNumber && one.phone === other.phone)
  )
}

const dayIn = (moment: Moment) => dayOf(fromMoment(moment)).toString()
