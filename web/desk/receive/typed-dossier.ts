import { COUNTS, papersGiven } from './papers-given.ts'
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

export type Side = 'applicant' | 'owner'

/** The text of a card put into the fields of a party, or the sentence why it cannot be read. */
export function readCardInto(
  words: Words,
  typed: Typed,
  side: Side,
): { readonly typed: Typed; readonly fault?: string; readonly said?: string } {
  const said = words.desk.receive
  const read = readCitizenCard(first(typed, `${side}Card`))
  if (read.fault !== undefined) {
    const { fault, sureNumber } = read
    // Spoilt text serves nobody: the field is free for the next scan. What is no card at all may be something else.
    const left: { [name: string]: string } = fault === 'not-a-card' ? {} : { [`${side}Card`]: '' }
    if (sureNumber !== null) left[`${side}.idNumber`] = sureNumber
    const more = sureNumber === null ? '' : ` ${said.numberKept}`
    return { typed: withFields(typed, left), fault: `${said.cardFaults[fault]}${more}` }
  }
  const { number, name, address } = read.card
  const before = numberOf(typed, side)
  return {
    typed: withFields(typed, {
      [`${side}Card`]: '',
      [`${side}.kind`]: 'citizen',
      [`${side}.idNumber`]: number,
      [`${side}.name`]: name,
      [`${side}.address`]: address,
      // The telephone was that of somebody else.
      ...(before !== undefined && before !== number && { [`${side}.phone`]: '' }),
    }),
    said: said.cardRead(name),
  }
}

const KNOWN = ['name', 'phone', 'address'] as const

/**
 * What is known of a person put into the fields that are still empty; what was typed stays. What had been filled in for
 * another number goes again, so that nobody gets the telephone of the person before.
 */
export function withKnown(typed: Typed, side: Side, known: KnownPerson | null): Typed {
  const number = numberOf(typed, side) ?? ''
  const set: { [name: string]: string } = { [filledFor(side)]: known ? number : '' }
  const isAnother = first(typed, filledFor(side)) !== number
  for (const name of KNOWN) {
    const filled = first(typed, filledWith(side, name))
    const value = first(typed, `${side}.${name}`)
    const left = isAnother && filled !== '' && value === filled ? '' : value
    const isFree = left.trim() === '' && (isAnother || filled === '')
    const latest = known?.party[name] ?? ''
    set[`${side}.${name}`] = isFree ? latest : left
    set[filledWith(side, name)] = isFree ? latest : isAnother ? '' : filled
  }
  if (known && isAnother && set[filledWith(side, 'name')] !== '') set[`${side}.kind`] = known.party.kind
  return withFields(typed, set)
}

/** Somebody of an earlier dossier in place of whoever stood here; by the number the latest data are filled in. */
export function withParty(typed: Typed, side: Side, party: KnownPerson['party']): Typed {
  const { kind, name, idNumber, phone, address } = party
  const all = { kind, name, idNumber: idNumber ?? '', phone: phone ?? '', address: address ?? '' }
  const set = idNumber === null ? all : { kind, idNumber, name: '', phone: '', address: '' }
  const fields = Object.entries(set).map(([part, value]) => [`${side}.${part}`, value])
  const forgotten = filledNames(side).map((part) => [part, ''])
  return withFields(typed, Object.fromEntries([...fields, ...forgotten]))
}

/** Hidden fields that remember what was filled in, and for whom. */
export function filledNames(side: Side): readonly string[] {
  return [filledFor(side), ...KNOWN.map((name) => filledWith(side, name))]
}

const filledFor = (side: Side) => `${side}Filled.idNumber`
const filledWith = (side: Side, name: (typeof KNOWN)[number]) => `${side}Filled.${name}`

/**
 * The counts of papers at the places the papers have in this list: another case, or a newer version of the procedure,
 * has its papers in another order, and a count belongs to its paper.
 */
export function withPapersInPlace(typed: Typed, components: readonly Component[]): Typed {
  const fields: { [name: string]: readonly string[] } = {}
  const places = new Map<string, string>()
  for (const [name, values] of Object.entries(typed.fields)) {
    const [, place, part] = /^components\.(\d+)\.([\w.]+)$/.exec(name) ?? []
    if (place === undefined) fields[name] = values
    else if (part === 'component') places.set(values[0] ?? '', place)
  }
  for (const [to, { key }] of components.entries()) {
    const from = places.get(key)
    for (const part of [...COUNTS, ...INSTEAD])
      if (from !== undefined)
        fields[`components.${to}.${part}`] = [first(typed, `components.${from}.${part}`)]
    fields[`components.${to}.component`] = [key]
  }
  return { ...typed, fields }
}

const INSTEAD = [
  'insteadOfPaper',
  'heldCopy',
  'fromData.source',
  'fromData.purpose',
  'fromData.reference',
  'fromData.day',
  'paperDespiteData.reason',
  'paperDespiteData.note',
] as const

/** Every paper ticked as the case asks for it; what was counted already stays. */
export function withAllPapers(typed: Typed, components: readonly Component[]): Typed {
  const set: { [name: string]: string } = {}
  for (const [place, component] of components.entries()) {
    const isCounted = COUNTS.some((name) => Number(first(typed, `components.${place}.${name}`)) > 0)
    const isInstead =
      first(typed, `components.${place}.insteadOfPaper`).trim() !== '' ||
      first(typed, `components.${place}.heldCopy`) !== '' ||
      first(typed, `components.${place}.fromData.source`) !== ''
    if (!component.isRequired || isCounted || isInstead) continue
    for (const name of COUNTS)
      if (component[name] > 0) set[`components.${place}.${name}`] = String(component[name])
  }
  return withFields(typed, set)
}

/** The form as the shape of a receipt wants it: without the owner when it is the applicant, without papers not given. */
export function dossierIn(typed: Typed): Typed {
  const isOther = first(typed, 'ownerIsOther') === 'true'
  const papers = papersGiven(typed)
  const fields: { [name: string]: readonly string[] } = {}
  for (const [name, values] of Object.entries(typed.fields)) {
    if (name.startsWith('components.') && !(name in papers)) continue
    if (name.startsWith('owner.') && !isOther) continue
    if (name === 'commune' && values[0] === '') continue
    if (KEPT.some((kept) => name === kept || name.startsWith(`${kept}.`)))
      fields[name] = values.map((value) => written(name, value))
  }
  return { fields: { ...fields, ...wishIn(typed) }, files: [] }
}

/** How the applicant wants to be told: not at all, or by the mailbox that was typed; nothing where neither was said. */
export function wishIn(typed: Typed): Typed['fields'] {
  if (first(typed, 'notices.way') === 'none') return { 'notices.way': ['none'] }
  const email = first(typed, 'notices.email').trim()
  return email === '' ? {} : { 'notices.way': ['email'], 'notices.email': [email] }
}

/** A number as it is kept, however it was grouped when it was typed: `0912.345.678`, `022 188 000 001`. */
function written(name: string, value: string): string {
  if (name.endsWith('.phone')) return value.replace(/[\s.()-]/g, '').replace(/^\+84/, '0')
  return name.endsWith('.idNumber') ? value.replace(/[\s.]/g, '').toUpperCase() : value
}

/** The number of a party as it is kept; undefined when none was typed. */
export function numberOf(typed: Typed, side: Side): string | undefined {
  const name = `${side}.idNumber`
  return written(name, first(typed, name)) || undefined
}

const KEPT = [
  'id',
  'procedure',
  'case',
  'channel',
  'placeOfReceipt',
  'commune',
  'applicant',
  'owner',
  'components',
  'copiesWanted',
  'pages',
  'subject',
  'visit',
  'takenOut',
  'returnWish',
  'parcel',
]
