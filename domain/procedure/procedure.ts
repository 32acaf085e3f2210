import type { AgeRule } from './age-rule.ts'
import type { Day } from '#domain/calendar/moment.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import type { Fee } from './fee.ts'
import type { ExemptionRule, FeeLineRule } from './fee-lines.ts'
import type { Limit } from './limit.ts'
import type { Step } from './process.ts'

/** The ways a dossier reaches the centre (`one-stop-rules` 2, 10). */
export const CHANNELS = ['counter', 'online', 'post', 'kiosk', 'mobile', 'home'] as const
export type Channel = (typeof CHANNELS)[number]

export const OWNER_KINDS = [
  'town',
  'social_insurance',
  'tax',
  'police',
  'electricity',
  'water',
  'commune',
] as const
export type OwnerKind = (typeof OWNER_KINDS)[number]
export type Confidence = 'high' | 'medium' | 'low'

/** One paper of the checklist of a case; counts are what the law asks for, zero meaning none of that kind. */
export interface Component {
  readonly key: string
  readonly name: string
  readonly original: number
  readonly certified: number
  readonly copy: number
  /** Shown for comparison and given back at once. */
  readonly isShown: boolean
  /** False when the paper is asked for only under a condition that its name says. */
  readonly isRequired: boolean
  /** The application form itself: online it is filled in and not handed in. */
  readonly isForm?: boolean
  /** An old original that is handed in when the new result is given ("thu hồi bản cũ"). */
  readonly isWithdrawn?: boolean
  /** By what that is known. */
  readonly withdrawnSource?: string
}

/** Time and fee hang on case × channel: a channel without its own value has that of `any`. */
export interface ByChannel<Value> {
  readonly any: Value
  readonly channels: { readonly [channel in Channel]?: Value }
}

export interface Case {
  readonly key: string
  readonly name: string
  readonly limit: ByChannel<Limit>
  readonly fee: ByChannel<Fee>
  /** The same line by line, where the rules name the lines. */
  readonly feeLines?: ByChannel<readonly FeeLineRule[]>
  readonly components: readonly Component[]
  /** For documents of so many pages; not there where the case has nothing to do with them. */
  readonly pages?: PageRange
}

/** From so many pages to so many, both among them; null is without end. */
export interface PageRange {
  readonly from: number
  readonly to: number | null
}

/** A register of certifications with its own numbers each year: copies, signatures, contracts. */
export interface CertificationBook {
  readonly key: string
  readonly name: string
}

/**
 * A kind of document with a sequence of numbers a year, and the symbol behind the number: `GP-UBND`. Of one key is one
 * sequence, whatever the symbol of who issues.
 */
export interface DocumentType {
  readonly key: string
  readonly name: string
  readonly symbol: string
}

/** What the papers of a procedure are as documents the centre numbers; one that is not there is numbered outside. */
export interface DocumentTypes {
  readonly result?: DocumentType
  readonly refusal?: DocumentType
  readonly apology?: DocumentType
  /** The notice of stopping. */
  readonly stop?: DocumentType
}

/** A procedure as it stands from `from` until the next version; a version never changes once published. */
export interface Procedure {
  /** Stable through all versions: the national code, otherwise unit and slug. */
  readonly key: string
  readonly version: number
  readonly from: Day
  /** First day on which this version no longer holds; null while open-ended. */
  readonly until: Day | null
  readonly code: string | null
  /** False for codes known from memory only: they are not shown as official. */
  readonly isCodeVerified: boolean
  readonly name: string
  readonly field: string
  /** The competent unit; of what every commune does for its own people, the group of the communes. */
  readonly unit: string
  readonly ownerKind: OwnerKind
  /** Service level of 2019: 2 information, 3 filing online, 4 all online. */
  readonly level: 2 | 3 | 4
  /** On the public list of what goes by post (Decision 45/2016/QĐ-TTg). */
  readonly isPostal: boolean
  /** Where it goes by post one way alone: dossiers are sent in, or results come back; not there where both are. */
  readonly postalOnly?: PostalMode
  /** Received, appraised, approved, sealed and returned inside the centre ("năm tại chỗ"). */
  readonly isFiveOnTheSpot: boolean
  readonly applicants: 'citizen' | 'business' | 'both'
  readonly cases: readonly Case[]
  /** Who pays less or nothing. */
  readonly exemptions?: readonly ExemptionRule[]
  /** From which age it is filed alone, its own rules before those of its field; none where the Civil Code says it. */
  readonly ageRules?: readonly AgeRule[]
  readonly steps: readonly Step[]
  /** How sure the steps are: S read in a source, L follows from the law, R reconstructed. */
  readonly processEvidence?: { readonly mark: 'S' | 'L' | 'R'; readonly source: string }
  /** Key of the application form, null when the form is not modelled. */
  readonly form: string | null
  /** The book its results are entered in, where it certifies (Decree 23/2015/NĐ-CP). */
  readonly certification?: CertificationBook
  readonly documents?: DocumentTypes
  readonly result: string
  readonly legalBasis: readonly string[]
  readonly note: string
  readonly weight: number
  readonly confidence: Confidence
  readonly source: string
}

/** The version in force on a day. Refuses a day before the first version or after the last. */
export function inForceOn(versions: readonly Procedure[], on: Day): Outcome<Procedure> {
  const found = versions.find((one) => one.from <= on && (one.until === null || on < one.until))
  return found ?? refuse('procedure-not-in-force', { key: versions[0]?.key ?? '', on })
}

export function caseOf(procedure: Procedure, key: string): Outcome<Case> {
  const found = procedure.cases.find((one) => one.key === key)
  return found ?? refuse('no-such-case', { case: key, cases: procedure.cases.map((one) => one.key) })
}

export function forChannel<Value>(values: ByChannel<Value>, channel: Channel): Value {
  return values.channels[channel] ?? values.any
}

/**
 * Whether a procedure can come by this channel: online needs level 3 or 4, the post needs the public list
 * (Decision 45/2016/QĐ-TTg). The hall's own channels always can; what communes do for their own people is brought to a
 * desk, as the hall's teams and visits are the hall's.
 */
export function isOffered(procedure: Procedure, channel: Channel): boolean {
  if (procedure.ownerKind === 'commune') return channel === 'counter'
  if (channel === 'online' || channel === 'kiosk') return procedure.level >= 3
  return channel !== 'post' || byPost(procedure, 'send')
}

/** A dossier is sent in by post, or its result is got back. */
export const POSTAL_MODES = ['send', 'return'] as const
export type PostalMode = (typeof POSTAL_MODES)[number]

/** Whether a procedure goes by post this way; a result is brought home also where the dossier came in otherwise. */
export function byPost(
  { isPostal, postalOnly }: Pick<Procedure, 'isPostal' | 'postalOnly'>,
  mode: PostalMode,
): boolean {
  return isPostal && (postalOnly === undefined || postalOnly === mode)
}

/** Whether a case is for a document of so many pages; one that says nothing of pages is for any. */
export function isForPages({ pages: range }: Pick<Case, 'pages'>, pages: number): boolean {
  return range === undefined || (range.from <= pages && (range.to === null || pages <= range.to))
}

/** The case that documents of so many pages fall under, where the procedure tells its cases apart by pages. */
export function caseByPages({ cases }: Pick<Procedure, 'cases'>, pages: number): Case | undefined {
  return cases.find((one) => one.pages !== undefined && isForPages(one, pages))
}

/** Whether anything of a procedure hangs on the pages of a document: a case, a fee, what its register says. */
export function goesByPages({ cases, certification }: Pick<Procedure, 'cases' | 'certification'>): boolean {
  return (
    certification !== undefined ||
    cases.some(({ pages, fee }) => pages !== undefined || fee.any.kind === 'per-page')
  )
}
