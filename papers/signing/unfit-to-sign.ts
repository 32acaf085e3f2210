import { X509Certificate } from 'node:crypto'
import { dayOf, fromMoment, type Moment } from '#domain/calendar/moment.ts'
import { type Refusal, refuse } from '#domain/outcome.ts'
import { isForSigning } from './purpose.ts'
import type { Signer } from './signer.ts'

/** Why a certificate may not sign at a moment: not yet valid, expired, or made for something else. Null when it may. */
export function unfitToSign({ certificate }: Pick<Signer, 'certificate'>, at: Moment): Refusal | null {
  const { validFromDate, validToDate, subject } = new X509Certificate(certificate)
  const [from, until] = [validFromDate.toISOString(), validToDate.toISOString()]
  const facts = { subject: commonName(subject), from: dayIn(from), until: dayIn(until) }
  if (at < from) return refuse('certificate-not-yet-valid', facts)
  if (at > until) return refuse('certificate-expired', facts)
  return isForSigning(certificate) ? null : refuse('certificate-for-other-purpose', facts)
}

const dayIn = (moment: Moment) => dayOf(fromMoment(moment)).toString()

/** The name in a certificate's subject, as people know it. */
export function commonName(subject: string): string {
  return /^CN=(.*)$/m.exec(subject)?.[1] ?? subject
}
