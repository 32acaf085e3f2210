import { definedFacts, type KnownFacts, paperOf } from '#domain/filing/known-facts.ts'
import { genderInNumber } from '#domain/people/number-facts.ts'
import type { Address } from '#domain/procedure/address.ts'
import type { Answer } from '#domain/procedure/answer.ts'
import { filingsOfCitizen } from '#store/filings.ts'
import type { Desk } from '../desk.ts'

/** From the sign-in; from an earlier filing it is that filing's code. */
export const FROM_ACCOUNT = 'account'

/** What is known of who is signed in: from the account, and from what he filed last. */
export async function knownFacts({ centre, actor }: Desk): Promise<KnownFacts> {
  if (actor.kind !== 'citizen') return {}
  const [latest] = await filingsOfCitizen(centre, actor.id, 1)
  const account = (value: Answer | null) =>
    value === null || value === '' ? undefined : { value, from: FROM_ACCOUNT }
  const earlier = (value: Answer | Address | null | undefined) =>
    latest && value ? { value, from: latest.filing.code } : undefined
  const { idNumber } = actor
  return definedFacts({
    name: account(actor.name),
    number: account(idNumber),
    paper: account(paperOf(idNumber ?? '') ?? null),
    born: account(actor.bornOn),
    gender: account(idNumber && genderInNumber(idNumber)),
    phone: account(actor.phone) ?? earlier(latest?.filing.applicant.phone),
    email: account(actor.email) ?? earlier(latest?.filing.contact.email),
    address: earlier(latest?.filing.contact.address),
  })
}
