import type { Moment } from '#domain/calendar/moment.ts'
import type { Party } from '#domain/dossier/events.ts'
import { type Contact, headOn, type Office, partyOn, slipNumber } from './on-paper.ts'
import { momentInWords } from './vietnamese.ts'

/** What a refusal to receive is printed from. */
export interface RejectionData {
  readonly office: Office
  readonly number: number
  readonly at: Moment
  readonly applicant: Party
  readonly subject: string
  readonly reason: string
  readonly ground: string
  readonly instead: string
  readonly contact: Contact
  /** What was filed online; null at the counter, where nothing was taken in. */
  readonly filed: { readonly code: string; readonly at: Moment } | null
}

export function rejectionOnPaper({ office, number, at, applicant, filed, ...rest }: RejectionData) {
  return {
    ...rest,
    ...headOn(office, at, slipNumber(number, 'TNHS-TC')),
    applicant: partyOn(applicant),
    filed: filed && { ...filed, at: momentInWords(filed.at) },
  }
}
