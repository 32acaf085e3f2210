import type { Day } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { partsAwaited } from '#domain/dossier/parts.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'

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

export type Actor = Staff | { readonly kind: 'public' }

type Seeable = Pick<Dossier, 'unit' | 'holder' | 'doneBy' | 'parts'>

/** Everything a person can ask of the house; a route without an action here does not exist. */
export type Action =
  | { readonly kind: 'see-catalogue' }
  | { readonly kind: 'follow-dossier' }
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
  | { readonly kind: 'record-call'; readonly unit: string }
  | { readonly kind: 'see-figures' }
  | { readonly kind: 'enter-earlier' }
  | { readonly kind: 'take-over' }
  | { readonly kind: 'issue-report' }
  | { readonly kind: 'see-load'; readonly unit: string }
  | { readonly kind: 'assign-dossier'; readonly unit: string }
  | { readonly kind: 'consent-to-apology'; readonly unit: string }
  | { readonly kind: 'confirm-correction'; readonly unit: string }
  | { readonly kind: 'assess-fee'; readonly unit: string }
  | { readonly kind: 'digitise'; readonly unit: string }
  | { readonly kind: 'see-digitising' }
  | { readonly kind: 'take-money'; readonly unit: string; readonly post: 'cashier' }
  | { readonly kind: 'see-cash-sheet' }
  /** With the units whose acts stand in the registers. */
  | { readonly kind: 'see-certifications'; readonly units: readonly string[] }
  | { readonly kind: 'spoil-certification'; readonly unit: string }
  | { readonly kind: 'see-document-books' }
  | { readonly kind: 'close-cash' }
  | { readonly kind: 'take-over-cash' }
  | { readonly kind: 'print-register' }
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
 * so for the counters and the bodies in it that have no head of their own.
 */
export function leads(staff: Staff, unit: string, on: Day): boolean {
  return hasPost(staff, 'head', unit, on) || appointmentsOn(staff, on).some((one) => one.post === 'director')
}

/** The post in which a person gives and takes papers for one of these units: any that works there, the own one first. */
export function postWithPapers(staff: Staff, units: readonly string[], on: Day): Appointment | undefined {
  const there = appointmentsOn(staff, on).filter(
    ({ unit, post }) => units.includes(unit) && post !== 'administrator',
  )
  return there.find(({ insteadOf }) => insteadOf === undefined) ?? there[0]
}

/** The one table of who may do what. Posts that oversee the hall see every dossier and change none. */
export function may(actor: Actor, action: Action, on: Day): Outcome<true> {
  if (action.kind === 'see-catalogue' || action.kind === 'follow-dossier') return true
  if (actor.kind === 'public') return refuse('not-permitted', { action: action.kind })
  const posts = appointmentsOn(actor, on)
  const anyPost = (...wanted: Post[]) => posts.some((one) => wanted.includes(one.post))
  const allowed = (yes: boolean): Outcome<true> => yes || refuse('not-permitted', { action: action.kind })
  switch (action.kind) {
    case 'receive-dossier':
    case 'digitise':
    case 'record-call':
      return allowed(hasPost(actor, 'clerk', action.unit, on))
    case 'assess-fee':
      return allowed(hasPost(actor, 'clerk', action.unit, on) || hasPost(actor, 'cashier', action.unit, on))
    case 'print-register':
      return allowed(anyPost('clerk', 'director'))
    case 'see-cash-sheet':
      return allowed(anyPost('cashier', 'director'))
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
    case 'see-figures':
    case 'see-digitising':
      return allowed(anyPost('director', 'head', 'administrator'))
    case 'close-cash':
      return allowed(anyPost('cashier'))
    case 'issue-report':
    case 'take-over-cash':
      return allowed(anyPost('director'))
    case 'take-over':
      return allowed(anyPost('administrator'))
    case 'enter-earlier':
    case 'see-access-records':
      return allowed(anyPost('director', 'administrator'))
  }
}

/**
 * Which dossiers a person may see: all of them, otherwise those of the units the person has a post in, those that lie
 * with such a unit or of which it has a part to do, and those the person has worked on. Lists are narrowed by it before they are read.
 */
export interface Sight {
  readonly isWhole: boolean
  readonly units: readonly string[]
  /** The person, while in any post; null sees none by having worked on it. */
  readonly staff: string | null
}

export function sightOf(staff: Staff, on: Day): Sight {
  const posts = appointmentsOn(staff, on)
  return {
    isWhole: posts.some(({ post }) => SEES_ALL.includes(post)),
    units: [...new Set(posts.filter(({ post }) => post !== 'administrator').map(({ unit }) => unit))],
    staff: posts.length > 0 ? staff.id : null,
  }
}

const SEES_ALL: readonly Post[] = ['clerk', 'director', 'seal-keeper', 'cashier']

function isInSight(sight: Sight, { unit, holder, doneBy, parts }: Seeable): boolean {
  return (
    sight.isWhole ||
    sight.units.includes(unit) ||
    (holder !== null && sight.units.includes(holder.unit)) ||
    partsAwaited({ parts: parts ?? [] }).some((part) => sight.units.includes(part.unit)) ||
    Object.values(doneBy).some((doer) => doer.staff === sight.staff)
  )
}
