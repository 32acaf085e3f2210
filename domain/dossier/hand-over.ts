import { dayOf, fromMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { caseOf, type Component } from '#domain/procedure/procedure.ts'
import { searched } from '#domain/people/searched.ts'
import type { HandBack } from './commands.ts'
import type { Dossier } from './dossier.ts'
import type { Law } from './law.ts'

/** What a receiver shows to prove who they are. */
export const IDENTITY_PAPERS = [
  'citizen-card',
  'identity-card',
  'passport',
  'birth-certificate',
  'electronic-identity',
  'registration',
] as const
export const IDENTITY_SEEN = ['seen', 'scanned'] as const

/** The paper that was shown and its number; who looked at it is who handed over. */
export interface IdentityChecked {
  readonly paper: (typeof IDENTITY_PAPERS)[number]
  readonly number: string
  readonly how: (typeof IDENTITY_SEEN)[number]
  /** Needed where the number is not the dossier's: a new card, a slip when it was received. */
  readonly whyDiffers: string | null
}

/**
 * How receipt was acknowledged. `reference` is, in this order: nothing, the hash of the signature's image, the reference
 * of the electronic acknowledgment, and the witness to a fingerprint of somebody who cannot sign.
 */
export const ACKNOWLEDGMENTS = ['signed-slip', 'signed-on-glass', 'electronic', 'fingerprint'] as const
export interface Acknowledged {
  readonly how: (typeof ACKNOWLEDGMENTS)[number]
  readonly reference: string | null
}

/** By what somebody else may take a result home (Civil Code 2015, art. 134 to 138). */
export const AUTHORITY_KINDS = ['written', 'parent', 'legal-representative'] as const
export type AuthorityKind = (typeof AUTHORITY_KINDS)[number]

/** An old original that is handed in when the new result is given, or why it was not. */
export interface Withdrawn {
  readonly component: string
  readonly isTaken: boolean
  readonly whyNot: string | null
}

/** The proof that a result went to the right person and what changed hands. Not there in hand-overs before 0031. */
export interface HandOverProof {
  readonly identity: IdentityChecked | null
  readonly acknowledged: Acknowledged | null
  /** An electronic result: the file by its hash, and the address or store it was sent to. */
  readonly sent: { readonly to: string; readonly sha256: string } | null
  /** Number of the slip of the post or of the home team. */
  readonly slip: string | null
  readonly withdrawn: readonly Withdrawn[]
  /** The papers that went back to the citizen with the result. */
  readonly papersBack: string | null
  /** The same for all that was handed over by one signature. */
  readonly together: string | null
}

/** Originals the receiver hands in for the result; a refusal takes nothing away. */
export function toWithdraw(dossier: Dossier, { procedure }: Pick<Law, 'procedure'>): readonly Component[] {
  if (dossier.stage === 'ready' && dossier.result === 'refused') return []
  const found = caseOf(procedure, dossier.case)
  return isRefusal(found) ? [] : found.components.filter(({ isWithdrawn }) => isWithdrawn === true)
}

/** Papers shown for comparison of which an original still lies with the dossier: they go back at once. */
export function toGiveBack(dossier: Dossier, { procedure }: Pick<Law, 'procedure'>): readonly Component[] {
  const found = caseOf(procedure, dossier.case)
  if (isRefusal(found)) return []
  const withdrawn = toWithdraw(dossier, { procedure })
  return found.components.filter(
    (one) =>
      one.isShown &&
      one.original === 0 &&
      !withdrawn.includes(one) &&
      dossier.components.some(({ component, original }) => component === one.key && original > 0),
  )
}

/** Each way of handing back asks for its own proof (Decision 45/2016/QĐ-TTg for the post; `one-stop-rules` 7). */
export function isProven(dossier: Dossier, command: HandBack, law: Law): Outcome<true> {
  const checks = {
    counter: [identity, acknowledged],
    home: [identity, acknowledged, slip],
    post: [slip],
    electronic: [sent],
  }[command.way]
  for (const check of [...checks, authority, originals]) {
    const outcome = check(dossier, command, law)
    if (isRefusal(outcome)) return outcome
  }
  return true
}

function identity(dossier: Dossier, { proof, receiver }: HandBack): Outcome<true> {
  const checked = proof.identity
  if (!checked || isEmpty(checked.number)) return refuse('identity-not-checked')
  const party = [dossier.applicant, dossier.owner].find(
    ({ name }) => searched(name) === searched(receiver.name),
  )
  const written = receiver.isAuthorised ? receiver.idNumber : (party?.idNumber ?? receiver.idNumber)
  if (written === null || bare(written) === bare(checked.number) || !isEmpty(checked.whyDiffers)) return true
  return refuse('identity-differs', { shown: checked.number, written })
}

function acknowledged(_: Dossier, { proof }: HandBack): Outcome<true> {
  const given = proof.acknowledged
  if (!given) return refuse('not-acknowledged')
  if (given.how === 'signed-slip') return true
  if (given.how === 'signed-on-glass' && !isHash(given.reference)) return refuse('signature-missing')
  return !isEmpty(given.reference) || refuse('acknowledgment-incomplete', { how: given.how })
}

function slip(_: Dossier, { proof, way }: HandBack): Outcome<true> {
  return !isEmpty(proof.slip) || refuse('slip-needed', { way })
}

function sent(_: Dossier, { proof }: HandBack): Outcome<true> {
  return (proof.sent !== null && !isEmpty(proof.sent.to) && isHash(proof.sent.sha256)) || refuse('sent-where')
}

/** A written authority says for what and until when; a parent and a legal representative need only their paper. */
function authority(_: Dossier, { receiver, at }: HandBack): Outcome<true> {
  if (!receiver.isAuthorised) return true
  if (receiver.authorityKind === undefined) return refuse('authority-kind-needed')
  if (receiver.authorityKind === 'written' && isEmpty(receiver.scope)) return refuse('authority-scope-needed')
  const until = receiver.authorityUntil
  return (
    until === undefined || until >= dayOf(fromMoment(at)).toString() || refuse('authority-expired', { until })
  )
}

function originals(dossier: Dossier, { proof }: HandBack, law: Law): Outcome<true> {
  const left = toWithdraw(dossier, law).filter(({ key }) => {
    const one = proof.withdrawn.find(({ component }) => component === key)
    return !one || (!one.isTaken && isEmpty(one.whyNot))
  })
  return left.length === 0 || refuse('originals-not-withdrawn', { papers: left.map(({ name }) => name) })
}

const isEmpty = (text: string | null | undefined) => (text ?? '').trim() === ''
const isHash = (text: string | null) => /^[0-9a-f]{64}$/.test(text ?? '')
const bare = (number: string) => searched(number).replaceAll(' ', '')
