import type { Day } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { partsAwaited } from '#domain/dossier/parts.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import { type Belonging, type Citizen, isVerified } from './citizen.ts'
import { isConcerned, type RepresentationOfSomebody } from './representing.ts'
import { covers, gives, holdsOn, isBorneOut, type Representation, type Right } from './representation.ts'

/** What a person is appointed to do in a unit for a period. */
export const POSTS = [
  'clerk',
  'cashier',
  'handler',
  'approver',
  'seal-keeper',
  'head',
  'director',
  'administrator',
] as const
export type Post = (typeof POSTS)[number]

export interface Appointment {
  readonly post: Post
  readonly unit: string
  readonly from: Day
  /** First day on which the appointment no longer holds; null while open-ended. */
  readonly until: Day | null
  /** The absent person whose post this is, where it is held as a substitute. */
  readonly insteadOf?: string
  /** A post of a commune or ward: of its own dossiers, and not of the centre's. */
  readonly ofCommune?: true
  /** Of a director: the communes and wards, which have a chairman of their own and are not led from the centre. */
  readonly notOver?: readonly string[]
}

/**
 * On whose behalf a document is signed (Decree 30/2020/NĐ-CP, art. 13): TM. for the collective, KT. as deputy for the
 * head, TL. by order, TUQ. by authorisation; null as the head.
 */
export const SIGNING_FORMS = ['TM', 'KT', 'TL', 'TUQ'] as const
export interface SigningCapacity {
  readonly form: (typeof SIGNING_FORMS)[number] | null
  /** For whom: `CHỦ TỊCH`, `ỦY BAN NHÂN DÂN`; null as the head. */
  readonly principal: string | null
  /** The signer's own position. */
  readonly position: string
}

/** The lines above a signature: `TUQ. CHỦ TỊCH`, and the signer's position below it. */
export function capacityLines({ form, principal, position }: SigningCapacity): readonly string[] {
  const behalf = form === null ? [] : [`${form}. ${principal ?? ''}`.trim()]
  return [...behalf, position].map((line) => line.toLocaleUpperCase('vi')).filter((line) => line !== '')
}

/** A written authority to approve for a unit in the hall, with its dates ("ủy quyền ký"). */
export interface Mandate {
  readonly key: string
  readonly unit: string
  readonly from: Day
  readonly until: Day | null
  /** Not there where it does not say. */
  readonly capacity?: SigningCapacity | null
}

export interface Staff {
  readonly kind: 'staff'
  readonly id: string
  readonly name: string
  readonly appointments: readonly Appointment[]
  readonly mandates: readonly Mandate[]
}

export type Actor = Staff | Citizen | { readonly kind: 'public' }

type Seeable = Pick<Dossier, 'unit' | 'holder' | 'doneBy' | 'parts'> &
  Partial<Pick<Dossier, 'elsewhere' | 'placeOfReceipt'>>

/** Everything a person can ask of the house; a route without an action here does not exist. */
export type Action =
  | { readonly kind: 'see-catalogue' }
  | { readonly kind: 'follow-dossier' }
  /** By code and key, as following. */
  | { readonly kind: 'pay-dossier' }
  /** A provider tells of a payment; believed by its signature. */
  | { readonly kind: 'hear-notice' }
  /** Who delivers says what became of a notice; believed by its signature. */
  | { readonly kind: 'report-message' }
  /** The post tells of a parcel; believed by its signature, and only so far as to ask it. */
  | { readonly kind: 'hear-post' }
  | { readonly kind: 'receive-dossier'; readonly unit: string }
  | { readonly kind: 'act-on-step'; readonly unit: string; readonly post: Post }
  | { readonly kind: 'approve'; readonly unit: string; readonly post: Post; readonly competentUnit: string }
  | {
      readonly kind: 'act-for-lists'
      readonly lists: readonly { readonly unit: string; readonly post: Post }[]
    }
  | { readonly kind: 'see-own-worklist' }
  | { readonly kind: 'see-dossier'; readonly dossier: Seeable }
  | { readonly kind: 'write-note'; readonly dossier: Omit<Seeable, 'doneBy'> }
  | { readonly kind: 'search-dossiers' }
  | { readonly kind: 'see-drawer' }
  | { readonly kind: 'see-unreached' }
  | { readonly kind: 'record-call'; readonly unit: string }
  | { readonly kind: 'see-post' }
  | { readonly kind: 'handle-post' }
  | { readonly kind: 'see-figures' }
  /** What a commune or ward settles and receives. */
  | { readonly kind: 'see-commune-figures'; readonly unit: string }
  | { readonly kind: 'enter-earlier' }
  | { readonly kind: 'take-over' }
  /** Table II.06: of the whole centre, or of the unit that is led. */
  | { readonly kind: 'see-report' }
  | { readonly kind: 'issue-report' }
  | { readonly kind: 'see-load'; readonly unit: string }
  | { readonly kind: 'assign-dossier'; readonly unit: string }
  | { readonly kind: 'consent-to-apology'; readonly unit: string }
  | { readonly kind: 'confirm-correction'; readonly unit: string }
  | { readonly kind: 'assess-fee'; readonly unit: string }
  | { readonly kind: 'digitise'; readonly unit: string }
  | { readonly kind: 'see-digitising' }
  | { readonly kind: 'scan-results' }
  | { readonly kind: 'take-money'; readonly unit: string; readonly post: 'cashier' }
  /** With whose tills the payments went into; null where that was not recorded. */
  | {
      readonly kind: 'cancel-payment'
      readonly unit: string
      readonly post: 'cashier'
      readonly tills: readonly (string | null)[]
    }
  | { readonly kind: 'see-cash-sheet' }
  | { readonly kind: 'see-reconciliation' }
  | { readonly kind: 'reconcile' }
  /** With the counter that took the money; null where a provider did. */
  | { readonly kind: 'agree-to-refund'; readonly unit: string | null; readonly post: 'cashier' }
  /** With the units whose acts stand in the registers. */
  | { readonly kind: 'see-certifications'; readonly units: readonly string[] }
  | { readonly kind: 'spoil-certification'; readonly unit: string }
  | { readonly kind: 'see-document-books' }
  | { readonly kind: 'close-cash' }
  | { readonly kind: 'open-cash' }
  /** With where the cashier takes money. */
  | { readonly kind: 'take-over-cash'; readonly units: readonly string[] }
  | { readonly kind: 'print-register' }
  | { readonly kind: 'see-papers-given-out' }
  | {
      readonly kind: 'release-dossier'
      readonly unit: string
      readonly post: Post
      readonly holder: string | null
    }
  | { readonly kind: 'enter-substitution'; readonly unit: string }
  | { readonly kind: 'delegate-approval'; readonly unit: string }
  | { readonly kind: 'handle-papers'; readonly units: readonly string[] }
  | { readonly kind: 'see-papers'; readonly units: readonly string[] }
  | { readonly kind: 'see-access-records' }
  | { readonly kind: 'hand-over-rating'; readonly unit: string }
  | { readonly kind: 'see-ratings' }
  /** What was filed online and waits for its receipt. */
  | { readonly kind: 'see-filings' }
  /** To sit with a citizen and file with him. */
  | { readonly kind: 'help-to-file' }
  | { readonly kind: 'list-feedback' }
  | { readonly kind: 'see-feedback'; readonly lies: FeedbackPlace }
  /** To a unit; by its head only within it. */
  | { readonly kind: 'assign-feedback'; readonly lies: FeedbackPlace; readonly to: string }
  | { readonly kind: 'answer-feedback'; readonly lies: FeedbackPlace }
  | { readonly kind: 'answer-appeal' }
  | { readonly kind: 'see-sessions' }
  | { readonly kind: 'plan-sessions' }
  /** Who registered for a session, what lies ready to be brought there: with its people. */
  | { readonly kind: 'see-people-of-session'; readonly team: readonly string[] }
  | { readonly kind: 'work-home-visits' }
  /** For somebody of a commune; null before it is said of which. */
  | { readonly kind: 'enter-home-request'; readonly commune: string | null }
  /** One of them, or those of a day: with who goes. */
  | { readonly kind: 'see-home-visit'; readonly team: readonly string[] }
  /** To work outside with a device of one's own, or of that person. */
  | { readonly kind: 'work-outside'; readonly owner: string | null }
  /** What devices brought back and a person has to decide. */
  | { readonly kind: 'decide-packets' }
  /** A device asks in, or says that it is erased; believed by its code or token. */
  | { readonly kind: 'ask-in-device' }
  // what citizens do
  /** Of the public too. */
  | { readonly kind: 'say-opinion' }
  /** To register for a mobile session, to ask for a visit at home; of the public too. */
  | { readonly kind: 'ask-to-come' }
  | { readonly kind: 'keep-account' }
  /** For oneself, or under a representation. */
  | { readonly kind: 'file-dossier'; readonly representation: string | null; readonly procedure: string }
  | { readonly kind: 'see-own'; readonly of: Belonging }
  | { readonly kind: 'act-on-own'; readonly of: Belonging }
  | { readonly kind: 'let-in'; readonly representation: string }
  | { readonly kind: 'end-representation'; readonly of: RepresentationOfSomebody }

/** Where feedback waits for an answer: with a unit and of it perhaps a person, or with nobody yet. */
export interface FeedbackPlace {
  readonly unit: string | null
  readonly staff: string | null
}

const holds = (period: { from: Day; until: Day | null }, on: Day) =>
  period.from <= on && (period.until === null || on < period.until)

/** The appointments of a person that hold on a day. */
export function appointmentsOn(staff: Staff, on: Day): readonly Appointment[] {
  return staff.appointments.filter((one) => holds(one, on))
}

/** The mandate by which a person may approve for a unit on a day, if there is one. */
export function mandateOn(staff: Pick<Staff, 'mandates'>, unit: string, on: Day): Mandate | undefined {
  return staff.mandates.find((one) => one.unit === unit && holds(one, on))
}

/** Whether a person stands in a post of a unit on a day. */
export function hasPost(staff: Staff, post: Post, unit: string, on: Day): boolean {
  return appointmentsOn(staff, on).some((one) => one.post === post && one.unit === unit)
}

/**
 * Whether a person divides the work of a unit on a day: its head, and the director, who answers for the whole hall and
 * so for the counters and the bodies in it that have no head of their own. A commune is no part of the hall: its people are
 * its chairman's (Law on the organisation of local government), and the director looks on.
 */
export function leads(staff: Staff, unit: string, on: Day): boolean {
  return appointmentsOn(staff, on).some(
    ({ post, unit: own, notOver = [] }) =>
      (post === 'head' && own === unit) || (post === 'director' && !notOver.includes(unit)),
  )
}

/** The post in which a person gives and takes papers for one of these units: any that works there, the own one first. */
export function postWithPapers(staff: Staff, units: readonly string[], on: Day): Appointment | undefined {
  const there = appointmentsOn(staff, on).filter(
    ({ unit, post }) => units.includes(unit) && post !== 'administrator',
  )
  return there.find(({ insteadOf }) => insteadOf === undefined) ?? there[0]
}

/** What anybody may; what it shows or does asks for a key or a signature of its own. */
const OF_THE_PUBLIC: readonly Action['kind'][] = [
  'see-catalogue',
  'follow-dossier',
  'pay-dossier',
  'hear-notice',
  'report-message',
  'hear-post',
  'ask-in-device',
]

const isSaidByThePublic = ({ kind }: Action) => kind === 'say-opinion' || kind === 'ask-to-come'

/** The one table of who may do what. Posts that oversee the hall see every dossier and change none. */
export function may(actor: Actor, action: Action, on: Day): Outcome<true> {
  if (OF_THE_PUBLIC.includes(action.kind)) return true
  // Whoever works here says nothing in a citizen's stead.
  if (isSaidByThePublic(action) && actor.kind !== 'staff') return true
  if (actor.kind === 'public') return refuse('not-permitted', { action: action.kind })
  if (actor.kind === 'citizen') return mayCitizen(actor, action, on)
  const posts = appointmentsOn(actor, on)
  // The centre's own lists, books and figures are for posts of the centre.
  const anyPost = (...wanted: Post[]) => posts.some((one) => !one.ofCommune && wanted.includes(one.post))
  const inCommune = (post: Post) => posts.some((one) => one.ofCommune && one.post === post)
  const inAnyUnit = (post: Post) => posts.some((one) => one.post === post)
  const allowed = (yes: boolean): Outcome<true> => yes || refuse('not-permitted', { action: action.kind })
  switch (action.kind) {
    case 'receive-dossier':
    case 'digitise':
    case 'record-call':
    case 'hand-over-rating':
      return allowed(hasPost(actor, 'clerk', action.unit, on))
    case 'assess-fee':
      return allowed(hasPost(actor, 'clerk', action.unit, on) || hasPost(actor, 'cashier', action.unit, on))
    case 'see-papers-given-out':
      return allowed(anyPost('head', 'director'))
    case 'print-register':
      // A commune's own book, or that of the centre.
      return allowed(inAnyUnit('clerk') || anyPost('director'))
    case 'see-post':
    case 'see-unreached':
    case 'see-filings':
      return allowed(anyPost('clerk', 'director'))
    case 'scan-results':
      // Who stamps, and who has the scanner at the counter.
      return allowed(anyPost('seal-keeper', 'clerk'))
    case 'see-catalogue':
    case 'follow-dossier':
    case 'pay-dossier':
    case 'hear-notice':
    case 'report-message':
    case 'hear-post':
    case 'ask-in-device':
      return true
    case 'see-cash-sheet':
      // The own; of the tills of a counter, who answers for it.
      return allowed(inAnyUnit('cashier') || inCommune('head') || anyPost('director'))
    case 'see-reconciliation':
      return allowed(anyPost('cashier', 'director'))
    case 'agree-to-refund': {
      // A second person: a colleague at the till, or who answers for the counter.
      const { unit } = action
      if (unit === null) return allowed(anyPost('cashier', 'director'))
      return allowed(hasPost(actor, 'cashier', unit, on) || leads(actor, unit, on))
    }
    case 'see-document-books':
      // Who signs, seals, or answers for who does.
      return allowed(anyPost('seal-keeper', 'approver', 'head', 'director'))
    case 'see-certifications': {
      const { isWhole, units } = sightOf(actor, on)
      return allowed(isWhole || action.units.some((unit) => units.includes(unit)))
    }
    case 'spoil-certification':
      // Who signs there, or answers for who does.
      return allowed(hasPost(actor, 'approver', action.unit, on) || leads(actor, action.unit, on))
    case 'cancel-payment':
      // Nobody takes money out of a colleague's till but who answers for the counter.
      if (leads(actor, action.unit, on)) return true
      if (!hasPost(actor, 'cashier', action.unit, on)) return allowed(false)
      return action.tills.some((till) => till === null || till === actor.id) || refuse('other-till')
    case 'take-money':
    case 'act-on-step':
      return allowed(hasPost(actor, action.post, action.unit, on))
    case 'act-for-lists':
      return allowed(action.lists.some(({ post, unit }) => hasPost(actor, post, unit, on)))
    case 'approve':
      if (!hasPost(actor, action.post, action.unit, on)) return allowed(false)
      return mandateOn(actor, action.competentUnit, on)
        ? true
        : refuse('no-mandate', { unit: action.competentUnit, on })
    case 'see-own-worklist':
      return allowed(posts.length > 0)
    case 'see-dossier':
      return allowed(isInSight(sightOf(actor, on), action.dossier))
    case 'write-note':
      // Who has only worked on it once may still see it; notes are for those who have it before them.
      return allowed(isInSight({ ...sightOf(actor, on), staff: null }, { ...action.dossier, doneBy: {} }))
    case 'search-dossiers':
      return allowed(posts.length > 0)
    case 'see-drawer':
      return allowed(inAnyUnit('clerk'))
    case 'help-to-file':
    case 'handle-post':
      return allowed(anyPost('clerk'))
    case 'see-load':
    case 'assign-dossier':
    case 'consent-to-apology':
    case 'confirm-correction':
    case 'enter-substitution':
    case 'delegate-approval':
      return allowed(leads(actor, action.unit, on))
    case 'release-dossier':
      return allowed(
        posts.some(
          (one) =>
            one.unit === action.unit &&
            one.post === action.post &&
            action.holder === (one.insteadOf ?? actor.id),
        ) || leads(actor, action.unit, on),
      )
    case 'handle-papers':
      return allowed(postWithPapers(actor, action.units, on) !== undefined)
    case 'see-papers':
      return allowed(anyPost('director') || postWithPapers(actor, action.units, on) !== undefined)
    case 'see-commune-figures':
      return allowed(posts.some(({ unit }) => unit === action.unit) || anyPost('director', 'administrator'))
    case 'see-report':
      return allowed(inAnyUnit('head') || anyPost('director', 'administrator'))
    case 'see-figures':
    case 'see-digitising':
      return allowed(anyPost('director', 'head', 'administrator'))
    case 'close-cash':
    case 'open-cash':
      return allowed(inAnyUnit('cashier'))
    case 'reconcile':
      return allowed(anyPost('cashier'))
    case 'list-feedback':
      return allowed(posts.length > 0)
    case 'see-feedback':
    case 'answer-feedback': {
      const { unit, staff } = action.lies
      const isHere = posts.some((one) => one.unit === unit && one.post !== 'administrator')
      const isOwn = isHere && (staff === null || staff === actor.id)
      return allowed(isOwn || anyPost('director') || (unit !== null && hasPost(actor, 'head', unit, on)))
    }
    case 'assign-feedback': {
      const { unit } = action.lies
      return allowed(anyPost('director') || (unit === action.to && hasPost(actor, 'head', action.to, on)))
    }
    case 'see-sessions':
      return allowed(posts.some(({ post }) => post !== 'administrator'))
    case 'work-outside':
      return allowed(
        anyPost('clerk', 'director') ||
          ((action.owner === null || action.owner === actor.id) &&
            posts.some(({ post }) => post !== 'administrator')),
      )
    case 'decide-packets':
    case 'plan-sessions':
    case 'work-home-visits':
      return allowed(anyPost('clerk', 'director'))
    case 'enter-home-request': {
      // An officer of a commune asks for people of that commune.
      const { commune } = action
      const isOwn = commune === null ? inCommune('clerk') : hasPost(actor, 'clerk', commune, on)
      return allowed(isOwn || anyPost('clerk', 'director'))
    }
    case 'see-people-of-session':
    case 'see-home-visit':
      return allowed(anyPost('clerk', 'director') || (posts.length > 0 && action.team.includes(actor.id)))
    case 'issue-report':
    case 'answer-appeal':
    case 'see-ratings':
      return allowed(anyPost('director'))
    case 'take-over-cash':
      // Who answers for the counter; for somebody who stands at none any more, the director.
      return allowed(
        action.units.length === 0 ? anyPost('director') : action.units.some((unit) => leads(actor, unit, on)),
      )
    case 'take-over':
      return allowed(anyPost('administrator'))
    case 'enter-earlier':
    case 'see-access-records':
      return allowed(anyPost('director', 'administrator'))
    case 'say-opinion':
    case 'ask-to-come':
    case 'keep-account':
    case 'file-dossier':
    case 'see-own':
    case 'act-on-own':
    case 'let-in':
    case 'end-representation':
      // An officer is a citizen too, but with an account of his own: here he acts for the centre.
      return allowed(false)
  }
}

/** What a citizen may: with the own account everything, with what belongs to others only what they let him. */
function mayCitizen(citizen: Citizen, action: Action, on: Day): Outcome<true> {
  const allowed = (yes: boolean): Outcome<true> => yes || refuse('not-permitted', { action: action.kind })
  const under = (id: string) => citizen.actsFor.find((one) => one.id === id && holdsOn(one, on))
  switch (action.kind) {
    case 'keep-account':
      return true
    case 'file-dossier': {
      if (action.representation === null) return true
      const found = under(action.representation)
      return allowed(found !== undefined && gives(found, 'file') && covers(found, action.procedure))
    }
    case 'see-own':
      return allowed(reaches(citizen, action.of, 'see', on))
    case 'act-on-own':
      return allowed(reaches(citizen, action.of, 'file', on))
    case 'let-in': {
      const found = under(action.representation)
      return allowed(found !== undefined && gives(found, 'manage') && isBorneOut(found))
    }
    case 'end-representation':
      return allowed(isConcerned(citizen, action.of, on))
    default:
      return allowed(false)
  }
}

/**
 * Whether something of the house is this citizen's to see or to act on: he filed it and, where he did so for somebody,
 * still may; it names his verified number; or it names somebody who lets him. What he only says of himself opens
 * nothing that others have filed.
 */
function reaches(citizen: Citizen, of: Belonging, right: Right, on: Day): boolean {
  const lets = (one: Representation) => holdsOn(one, on) && covers(one, of.procedure) && gives(one, right)
  const names = (number: string | null) => number !== null && of.numbers.includes(number)
  if (of.account === citizen.id) {
    if (of.representation === null) return true
    return citizen.actsFor.some((one) => one.id === of.representation && lets(one))
  }
  return (
    (isVerified(citizen) && names(citizen.idNumber)) ||
    citizen.actsFor.some((one) => isBorneOut(one) && lets(one) && names(one.principal.number))
  )
}

/**
 * Which dossiers a person may see: all of them, otherwise those of the units the person has a post in, those handed in at
 * such a commune for others, those that lie
 * with such a unit or of which it has a part to do, and those the person has worked on. Lists are narrowed by it before they are read.
 */
export interface Sight {
  readonly isWhole: boolean
  readonly units: readonly string[]
  /** Of these, communes: what was handed in there for another agency is seen there too. */
  readonly desks: readonly string[]
  /** The person, while in any post; null sees none by having worked on it. */
  readonly staff: string | null
}

export function sightOf(staff: Staff, on: Day): Sight {
  const posts = appointmentsOn(staff, on)
  return {
    isWhole: posts.some(({ post, ofCommune }) => !ofCommune && SEES_ALL.includes(post)),
    units: [...new Set(posts.filter(({ post }) => post !== 'administrator').map(({ unit }) => unit))],
    desks: [...new Set(posts.filter(({ ofCommune }) => ofCommune).map(({ unit }) => unit))],
    staff: posts.length > 0 ? staff.id : null,
  }
}

const SEES_ALL: readonly Post[] = ['clerk', 'director', 'seal-keeper', 'cashier']

function isInSight(sight: Sight, seeable: Seeable): boolean {
  const { unit, holder, doneBy, parts, elsewhere, placeOfReceipt = '' } = seeable
  return (
    sight.isWhole ||
    sight.units.includes(unit) ||
    (elsewhere !== undefined && sight.desks.includes(placeOfReceipt)) ||
    (holder !== null && sight.units.includes(holder.unit)) ||
    partsAwaited({ parts: parts ?? [] }).some((part) => sight.units.includes(part.unit)) ||
    Object.values(doneBy).some((doer) => doer.staff === sight.staff)
  )
}
