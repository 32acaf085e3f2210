import { AUTHORITY_KINDS, IDENTITY_PAPERS, type HandOverProof } from '#domain/dossier/hand-over.ts'
import { typedText } from '#domain/procedure/read-answer.ts'
import type { HandBackPacket } from '#shapes/field/packet.ts'
import type { ResultToBring } from '#shapes/field/provision.ts'
import { ResultToHandBack } from '#shapes/dossier-commands.ts'
import { type ShapeFault, shapeFaults } from '#shapes/shape-faults.ts'
import { attachmentOf, type PartMade } from '../packet-part.ts'
import type { Written } from '../written/written.ts'

/** A result that is being handed out. */
export type HandOut = Pick<Written, 'id' | 'typed' | 'signed'>

/** Where it is handed out: at a session as at a counter, or at home with the visit's code as slip. */
export type HandedAt = { readonly way: 'counter' } | { readonly way: 'home'; readonly slip: string }

export type OwnHandOutLack =
  | 'no-receiver'
  | 'no-identity'
  | 'no-authority'
  | 'no-scope'
  | 'number-differs'
  | 'not-withdrawn'
  | 'not-signed'
  | 'no-fingerprint'
  | 'no-witness'

export type HandOutLack =
  | { readonly kind: 'own'; readonly box: string; readonly code: OwnHandOutLack }
  | { readonly kind: 'shape'; readonly box: string; readonly fault: ShapeFault }

/** What is missing before a result may be handed out; the same proof as at the counter. */
export function handOutLacks(draft: HandOut, result: ResultToBring, at: HandedAt): readonly HandOutLack[] {
  const own = [...receiverLacks(draft, result), ...withdrawnLacks(draft, result), ...signedLacks(draft)]
  if (own.length > 0) return own
  const given = handedOut(draft, result, at)
  const read = ResultToHandBack.safeParse(given)
  return read.success
    ? []
    : shapeFaults(read.error, given).map((fault) => ({
        kind: 'shape',
        box: fault.path.map(String).join('.'),
        fault,
      }))
}

const lack = (box: string, code: OwnHandOutLack): HandOutLack => ({ kind: 'own', box, code })

function receiverLacks(draft: HandOut, result: ResultToBring): readonly HandOutLack[] {
  const at = boxesOf(draft)
  const isAuthorised = at('who') === 'authorised'
  const lacks: HandOutLack[] = []
  if (receiverName(draft, result) === '') lacks.push(lack('receiver.name', 'no-receiver'))
  if (at('identity.number') === '') lacks.push(lack('identity.number', 'no-identity'))
  if (isAuthorised && at('authority') === '') lacks.push(lack('authority', 'no-authority'))
  if (isAuthorised && authorityKind(draft) === 'written' && at('scope') === '')
    lacks.push(lack('scope', 'no-scope'))
  if (at('identity.number') !== '' && isOtherNumber(draft, result) && at('whyDiffers') === '')
    lacks.push(lack('whyDiffers', 'number-differs'))
  return lacks
}

/**
 * Whether the number shown cannot be the dossier's. The device knows the end of the applicant's number alone, so that a
 * lost one tells nobody's; of an owner who is another it knows none.
 */
export function isOtherNumber(
  draft: HandOut,
  { idNumberEnd, ownerName, applicantName }: ResultToBring,
): boolean {
  const at = boxesOf(draft)
  const who = at('who') || 'applicant'
  const isApplicant = who === 'applicant' || (who === 'owner' && ownerName === applicantName)
  return isApplicant && idNumberEnd !== null && !numberIn(at('identity.number')).endsWith(idNumberEnd)
}

function withdrawnLacks(draft: HandOut, { toWithdraw }: ResultToBring): readonly HandOutLack[] {
  const at = boxesOf(draft)
  return toWithdraw
    .filter(({ key }) => at(`withdrawn.${key}.isTaken`) !== 'true' && at(`withdrawn.${key}.whyNot`) === '')
    .map(({ key }) => lack(`withdrawn.${key}.whyNot`, 'not-withdrawn'))
}

function signedLacks(draft: HandOut): readonly HandOutLack[] {
  const isFinger = boxesOf(draft)('sign.how') === 'fingerprint'
  const lacks: HandOutLack[] = []
  if (isFinger && boxesOf(draft)('witness') === '') lacks.push(lack('witness', 'no-witness'))
  if (draft.signed?.what !== (isFinger ? 'fingerprint' : 'signature'))
    lacks.push(lack('signature', isFinger ? 'no-fingerprint' : 'not-signed'))
  return lacks
}

const boxesOf =
  ({ typed }: HandOut) =>
  (box: string) =>
    typedText(typed, box)
const numberIn = (typed: string) => typed.replace(/[\s.]+/g, '').toUpperCase()

function receiverName(draft: HandOut, { applicantName, ownerName }: ResultToBring): string {
  const at = boxesOf(draft)
  const names: { readonly [who: string]: string } = { owner: ownerName, authorised: at('receiver.name') }
  return names[at('who')] ?? applicantName
}

const authorityKind = (draft: HandOut) =>
  AUTHORITY_KINDS.find((one) => one === boxesOf(draft)('authorityKind')) ?? 'written'

function handedOut(draft: HandOut, result: ResultToBring, handed: HandedAt) {
  const at = boxesOf(draft)
  const isAuthorised = at('who') === 'authorised'
  const number = numberIn(at('identity.number'))
  return {
    id: draft.id,
    version: result.version,
    step: result.step,
    way: handed.way,
    receiver: {
      name: receiverName(draft, result),
      idNumber: isAuthorised ? number : null,
      isAuthorised,
      ...(isAuthorised && {
        authority: at('authority'),
        authorityKind: authorityKind(draft),
        ...(at('scope') !== '' && { scope: at('scope') }),
      }),
    },
    proof: proofOf(draft, result, handed),
  }
}

function proofOf(draft: HandOut, { toWithdraw, toGiveBack }: ResultToBring, handed: HandedAt): HandOverProof {
  const at = boxesOf(draft)
  const isFinger = draft.signed?.what === 'fingerprint'
  const back = [at('papersBack'), ...toGiveBack.map(({ name }) => name)].filter((one) => one !== '')
  return {
    identity: {
      paper: IDENTITY_PAPERS.find((one) => one === at('identity.paper')) ?? 'citizen-card',
      number: numberIn(at('identity.number')),
      how: at('identity.scanned') === numberIn(at('identity.number')) ? 'scanned' : 'seen',
      whyDiffers: at('whyDiffers') || null,
    },
    acknowledged: isFinger
      ? { how: 'fingerprint', reference: at('witness') }
      : { how: 'signed-on-glass', reference: draft.signed?.sha256 ?? null },
    sent: null,
    slip: handed.way === 'home' ? handed.slip : null,
    withdrawn: toWithdraw.map(({ key }) => ({
      component: key,
      isTaken: at(`withdrawn.${key}.isTaken`) === 'true',
      whyNot: at(`withdrawn.${key}.whyNot`) || null,
    })),
    papersBack: back.length === 0 ? null : back.join('; '),
    together: null,
  }
}

/** A result handed out that lacks nothing, as a packet, with the ids of its files. */
export function handBackPacket(
  draft: HandOut,
  result: ResultToBring,
  at: HandedAt,
): PartMade<HandBackPacket> {
  const { id, ...handed } = ResultToHandBack.parse(handedOut(draft, result, at))
  const { signed } = draft
  const attachments = signed ? [attachmentOf(signed, signed.what)] : []
  return {
    packet: { id, kind: 'hand-back', code: result.code, result: handed, attachments },
    files: signed ? [signed.id] : [],
  }
}
