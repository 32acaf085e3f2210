import { genderInNumber } from '#domain/people/number-facts.ts'
import type { Address } from '#domain/procedure/address.ts'
import type { Answer, Answers } from '#domain/procedure/answer.ts'
import type { FormField, KnownFact } from '#domain/procedure/form.ts'
import { typedOf } from '#domain/procedure/typed-of.ts'
import type { TypedAnswers } from '#domain/procedure/read-answer.ts'
import { typedAs } from '#domain/filing/filing-steps.ts'
import type { KnownBoxes } from '#store/filing-drafts.ts'
import { filingsOfCitizen } from '#store/filings.ts'
import type { Desk } from '../desk.ts'

/** From the sign-in; from an earlier filing it is that filing's code. */
export const FROM_ACCOUNT = 'account'

/** Something known of a person, and whence. */
interface Known {
  readonly value: Answer
  readonly from: string
}
export type KnownFacts = { readonly [fact in KnownFact]?: Known }

/** What is known of who is signed in: from the account, and from what he filed last. */
export async function knownFacts({ centre, actor }: Desk): Promise<KnownFacts> {
  if (actor.kind !== 'citizen') return {}
  const [latest] = await filingsOfCitizen(centre, actor.id, 1)
  const account = (value: Answer | null) =>
    value === null || value === '' ? undefined : { value, from: FROM_ACCOUNT }
  const earlier = (value: Answer | Address | null | undefined) =>
    latest && value ? { value, from: latest.filing.code } : undefined
  const { idNumber } = actor
  return defined({
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

/** From what was said under the applicant of the same filing. */
const FROM_APPLICANT = 'applicant'

export function factsOfApplicant({ name, number, phone, email, address }: Answers): KnownFacts {
  const own = (value: Answer | undefined) =>
    value === undefined ? undefined : { value, from: FROM_APPLICANT }
  const id = typeof number === 'string' ? number : ''
  return defined({
    name: own(name),
    number: own(number),
    paper: own(paperOf(id)),
    born: undefined,
    gender: own(genderInNumber(id) ?? undefined),
    phone: own(phone),
    email: own(email),
    address: own(address),
  })
}

/** Which paper has such a number. */
function paperOf(number: string): string | undefined {
  return /^\d{12}$/.test(number) ? 'cccd' : /^\d{9}$/.test(number) ? 'cmnd' : undefined
}

function defined(facts: { readonly [fact in KnownFact]: Known | undefined }): KnownFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, known]) => known !== undefined))
}

/** The boxes of a part of a filing that can be filled in with what is known. */
export function filledIn(
  fields: readonly FormField[],
  part: 'c' | 'f',
  facts: KnownFacts,
): { readonly typed: TypedAnswers; readonly known: KnownBoxes } {
  const typed: { [box: string]: string | readonly string[] } = {}
  const known: { [box: string]: string } = {}
  const fill = (all: readonly FormField[], path: string) => {
    for (const field of all) {
      const name = path === '' ? field.name : `${path}.${field.name}`
      // A group that may be left out is not begun for anybody.
      if (field.type === 'group' && (field.isRequired || field.if !== null)) fill(field.fields, name)
      const fact = field.from === null ? undefined : facts[field.from]
      if (!fact) continue
      const boxes = typedAs(typedOf([field], { [field.name]: fact.value }, path), part)
      for (const [box, value] of Object.entries(boxes)) {
        typed[box] = value
        known[box] = fact.from
      }
    }
  }
  fill(fields, '')
  return { typed, known }
}
