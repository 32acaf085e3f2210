import { readCitizenCard } from '#domain/people/citizen-card.ts'
import type { Component } from '#domain/procedure/procedure.ts'
import type { KnownPerson } from '#work/intake/see-intake.ts'
import { first, type Typed } from '../form.ts'
import type { Words } from '../../words/vi.ts'

/** The same form with some fields set; an empty text empties the field. */
export function withFields(typed: Typed, set: { readonly [name: string]: string }): Typed {
  const fields = { ...typed.fields }
  for (const [name, value] of Object.entries(set)) fields[name] = [value]
  return { ...typed, fields }
}

/** The text of a card put into the fields of a party, or the sentence why it cannot be read. */
export function readCardInto(
  words: Words,
  typed: Typed,
  party: 'applicant' | 'owner',
): { readonly typed: Typed; readonly fault?: string; readonly said?: string } {
  const said = words.desk.receive
  const read = readCitizenCard(first(typed, `${party}Card`))
  if (read.fault !== undefined) {
    const kept = read.sureNumber === null ? {} : { [`${party}.idNumber`]: read.sureNumber }
    const more = read.sureNumber === null ? '' : ` ${said.numberKept}`
    return { typed: withFields(typed, kept), fault: `${said.cardFaults[read.fault]}${more}` }
  }
  const { number, name, address } = read.card
  return {
    typed: withFields(typed, {
      [`${party}Card`]: '',
      [`${party}.kind`]: 'citizen',
      [`${party}.idNumber`]: number,
      [`${party}.name`]: name,
      [`${party}.address`]: address,
    }),
    said: said.cardRead(name),
  }
}

/** What is known of a person put into the fields that are still empty; what was typed stays. */
export function withKnown(typed: Typed, { party }: KnownPerson): Typed {
  const set: { [name: string]: string } = {}
  for (const name of ['name', 'phone', 'address'] as const)
    if (first(typed, `applicant.${name}`).trim() === '' && party[name] !== null)
      set[`applicant.${name}`] = party[name] ?? ''
  return withFields(typed, set)
}

/** Every paper ticked as the case asks for it; what was counted already stays. */
export function withAllPapers(typed: Typed, components: readonly Component[]): Typed {
  const set: { [name: string]: string } = {}
  for (const [place, component] of components.entries()) {
    const names = ['original', 'certified', 'copy'] as const
    const isCounted = names.some((name) => Number(first(typed, `components.${place}.${name}`)) > 0)
    const isInstead = first(typed, `components.${place}.insteadOfPaper`).trim() !== ''
    if (!component.isRequired || isCounted || isInstead) continue
    for (const name of names)
      if (component[name] > 0) set[`components.${place}.${name}`] = String(component[name])
  }
  return withFields(typed, set)
}

/** The form as the shape of a receipt wants it: without the owner when it is the applicant, without papers not given. */
export function dossierIn(typed: Typed): Typed {
  const isOther = first(typed, 'ownerIsOther') === 'true'
  const fields: { [name: string]: readonly string[] } = {}
  for (const [name, values] of Object.entries(typed.fields)) {
    const [, place] = /^components\.(\d+)\./.exec(name) ?? []
    if (place !== undefined && !isGiven(typed, place)) continue
    if (name.startsWith('owner.') && !isOther) continue
    if (KEPT.some((kept) => name === kept || name.startsWith(`${kept}.`))) fields[name] = values
  }
  return { fields, files: [] }
}

const KEPT = [
  'id',
  'procedure',
  'case',
  'channel',
  'placeOfReceipt',
  'applicant',
  'owner',
  'components',
  'copiesWanted',
  'returnWish',
]

function isGiven(typed: Typed, place: string): boolean {
  const value = (name: string) => first(typed, `components.${place}.${name}`).trim()
  const isZero = (text: string) => text === '' || /^0+$/.test(text)
  return (
    !['original', 'certified', 'copy'].every((name) => isZero(value(name))) || value('insteadOfPaper') !== ''
  )
}
