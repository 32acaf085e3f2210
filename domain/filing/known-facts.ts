import { genderInNumber } from '#domain/people/number-facts.ts'
import type { Answer, Answers } from '#domain/procedure/answer.ts'
import type { FormField, KnownFact } from '#domain/procedure/form.ts'
import type { TypedAnswers } from '#domain/procedure/read-answer.ts'
import { typedOf } from '#domain/procedure/typed-of.ts'
import { type PARTS, typedAs } from './filing-steps.ts'

/** Something known of a person, and whence: the sign-in, the applicant of the same form, or an earlier filing's code. */
export interface Known {
  readonly value: Answer
  readonly from: string
}
export type KnownFacts = { readonly [fact in KnownFact]?: Known }

/** Which boxes are filled in, with what, and whence it is known. */
export interface FilledIn {
  readonly typed: TypedAnswers
  readonly known: { readonly [box: string]: string }
}

/** From what was said under the applicant of the same form. */
const FROM_APPLICANT = 'applicant'

/** What is known by who the applicant is; the day of birth only where it was asked for or read from the card. */
export function factsOfApplicant({ name, number, born, phone, email, address }: Answers): KnownFacts {
  const own = (value: Answer | undefined) =>
    value === undefined ? undefined : { value, from: FROM_APPLICANT }
  const id = typeof number === 'string' ? number : ''
  return definedFacts({
    name: own(name),
    number: own(number),
    paper: own(paperOf(id)),
    born: own(born),
    gender: own(genderInNumber(id) ?? undefined),
    phone: own(phone),
    email: own(email),
    address: own(address),
  })
}

/** Which paper has such a number. */
export function paperOf(number: string): string | undefined {
  return /^\d{12}$/.test(number) ? 'cccd' : /^\d{9}$/.test(number) ? 'cmnd' : undefined
}

/** The facts that are known. */
export function definedFacts(facts: { readonly [fact in KnownFact]: Known | undefined }): KnownFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, known]) => known !== undefined))
}

/** The boxes of a part of a filing that can be filled in with what is known. */
export function filledIn(
  fields: readonly FormField[],
  part: (typeof PARTS)['common' | 'form'],
  facts: KnownFacts,
): FilledIn {
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

/** Nobody says twice who he is: what is filled in where nothing was typed yet; a box that was emptied stays empty. */
export function whereFree({ typed, known }: FilledIn, before: TypedAnswers): FilledIn {
  const isFree = ([box]: readonly [string, unknown]) => before[box] === undefined
  return {
    typed: Object.fromEntries(Object.entries(typed).filter(isFree)),
    known: Object.fromEntries(Object.entries(known).filter(isFree)),
  }
}
