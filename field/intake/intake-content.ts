import { type Day, dayOf, fromMoment, type Moment } from '#domain/calendar/moment.ts'
import { factsOfApplicant, type KnownFacts } from '#domain/filing/known-facts.ts'
import type { TakenOut } from '#domain/outreach/taken-out.ts'
import { addressNamed, type Place } from '#domain/procedure/address.ts'
import type { Component, Procedure } from '#domain/procedure/procedure.ts'
import { DossierToReceive } from '#shapes/dossier-commands.ts'
import { type IntakeDraft, typedAt } from './intake-draft.ts'

/** Where and when a dossier is taken in. */
export interface Out {
  readonly kind: TakenOut['kind']
  readonly id: string
  /** Code of the unit that receives. */
  readonly placeOfReceipt: string
  /** Code of the commune's unit, which helps. */
  readonly placeOfSupport: string | null
  readonly now: Moment
}

const COUNTS = ['original', 'certified', 'copy'] as const

/** In place of the paper form, where it was filled in on the device. */
const FILLED_HERE = 'Tờ khai điện tử điền tại nơi lưu động'
const FILLED_AT_HOME = 'Tờ khai điện tử điền tại nhà'

export const CHANNEL_OUT = { session: 'mobile', 'home-visit': 'home' } as const

/** The day it is where the device is. */
export function dayOut({ now }: Pick<Out, 'now'>): Day {
  return dayOf(fromMoment(now)).toString()
}

/** The case that was chosen, and the only or first one until somebody chooses. */
export function caseTyped(draft: IntakeDraft, { cases }: Pick<Procedure, 'cases'>) {
  const key = typedAt(draft, 'case')
  return cases.find((one) => one.key === key) ?? cases[0]
}

/** Whether the form is filled in on the device in place of the paper. */
export function isFilledHere(draft: Pick<IntakeDraft, 'typed'>): boolean {
  return typedAt(draft, 'formHere') === 'true'
}

/** What is sent of the draft to be received, read by the shape every door reads it with. */
export function contentOf(draft: IntakeDraft, procedure: Procedure, out: Out) {
  return DossierToReceive.safeParse(givenIn(draft, procedure, out))
}

/** As `DossierToReceive` has it, before anybody looked at it. */
export function givenIn(draft: IntakeDraft, procedure: Procedure, out: Out) {
  const at = (box: string) => typedAt(draft, box)
  const rule = at('exemption.rule')
  return {
    id: draft.id,
    procedure: procedure.key,
    case: caseTyped(draft, procedure)?.key,
    channel: CHANNEL_OUT[out.kind],
    placeOfReceipt: out.placeOfReceipt,
    placeOfSupport: out.placeOfSupport,
    applicant: partyIn(draft, 'applicant'),
    owner: at('ownerIsOther') === 'true' ? partyIn(draft, 'owner') : null,
    components: componentsIn(draft, procedure, out),
    copiesWanted: numberIn(at('copiesWanted')) ?? 1,
    pages: numberIn(at('pages')),
    subject: at('subject') || undefined,
    takenOut: takenOutIn(draft, out),
    returnWish: { way: at('returnWish.way') || 'counter', address: at('returnWish.address') || null },
    exemption: rule === '' ? undefined : { rule, evidence: at('exemption.evidence') },
  }
}

/** What the form is filled in with, as on the portal: who the applicant is; the day of birth by his card alone. */
export function factsIn(draft: IntakeDraft, places: readonly Place[], out: Out): KnownFacts {
  const { name, idNumber, phone, address } = partyIn(draft, 'applicant')
  const born = typedAt(draft, 'applicant.born')
  const isOfCard = typedAt(draft, 'applicant.bornOf') === idNumber
  const lives = address === null ? undefined : addressNamed(places, address, dayOut(out))
  return factsOfApplicant({
    ...(name !== undefined && { name }),
    ...(idNumber !== null && { number: idNumber }),
    ...(born !== '' && isOfCard && { born }),
    ...(phone !== null && { phone }),
    ...(lives && { address: lives }),
  })
}

function partyIn(draft: IntakeDraft, side: 'applicant' | 'owner') {
  const at = (part: string) => typedAt(draft, `${side}.${part}`)
  return {
    kind: at('kind') || 'citizen',
    // Left empty it was not given, as on every page.
    name: at('name') || undefined,
    idNumber:
      at('idNumber')
        .replace(/[\s.]+/g, '')
        .toUpperCase() || null,
    phone: phoneIn(at('phone')),
    address: at('address') || null,
  }
}

/** A telephone as it is read out: spaces and points, and the country before it. */
function phoneIn(typed: string): string | null {
  return typed.replace(/[\s.\-()]/g, '').replace(/^(?:\+|00)84/, '0') || null
}

/** A whole number; what is none stays text, so that the shape says so. */
function numberIn(typed: string): number | string | undefined {
  if (typed === '') return undefined
  return /^\d{1,6}$/.test(typed) ? Number(typed) : typed
}

/** The papers that were given: a row nobody filled in is none. */
function componentsIn(draft: IntakeDraft, procedure: Procedure, out: Out) {
  const components = caseTyped(draft, procedure)?.components ?? []
  return components.flatMap((component) => {
    const given = componentIn(draft, component, out)
    const isNothing = given.insteadOfPaper === null && COUNTS.every((count) => given[count] === 0)
    return isNothing ? [] : [given]
  })
}

function componentIn(draft: IntakeDraft, { key, isForm }: Component, out: Out) {
  const at = (part: string) => typedAt(draft, `components.${key}.${part}`)
  if (isForm === true && isFilledHere(draft)) {
    const insteadOfPaper = out.kind === 'session' ? FILLED_HERE : FILLED_AT_HOME
    return { component: key, original: 0, certified: 0, copy: 0, insteadOfPaper }
  }
  const reason = at('despite.reason')
  return {
    component: key,
    ...counted(at),
    insteadOfPaper: at('instead') || null,
    ...(reason !== '' && { paperDespiteData: { reason, note: at('despite.note') } }),
  }
}

function counted(at: (part: string) => string) {
  const [original, certified, copy] = COUNTS.map((count) => numberIn(at(count)) ?? 0)
  return { original, certified, copy }
}

function takenOutIn(draft: IntakeDraft, { kind, id }: Out) {
  if (kind === 'session') return { kind, id }
  const { consent, witness } = agreedIn(draft)
  return { kind, id, consent, witness }
}

/** How the person agreed as it stands now: what was drawn, or who was named, for another way before is left out. */
export function agreedIn(draft: IntakeDraft) {
  const how = typedAt(draft, 'sign.how') || 'self'
  const consent = how === 'fingerprint' ? ('fingerprint' as const) : ('signature' as const)
  return {
    how,
    consent,
    witness: how === 'self' ? null : typedAt(draft, 'witness') || null,
    signed: how !== 'witness' && draft.signed?.what === consent ? draft.signed : null,
  }
}

/** The counts the law asks for, put into the boxes of every paper that must be there. */
export function allPapers(draft: IntakeDraft, components: readonly Component[]): IntakeDraft['typed'] {
  const boxes = components
    .filter(({ isRequired, isForm }) => isRequired && !(isForm === true && isFilledHere(draft)))
    .flatMap(({ key, ...asked }) =>
      COUNTS.map((count) => [`components.${key}.${count}`, String(asked[count])] as const),
    )
  return Object.fromEntries(boxes)
}
