import { isWitnessed } from '#domain/outreach/home-visit.ts'
import { isRefusal } from '#domain/outcome.ts'
import { typedText } from '#domain/procedure/read-answer.ts'
import type { ContactPacket } from '#shapes/field/packet.ts'
import type { PersonToVisit } from '#shapes/field/provision.ts'
import { attachmentOf, type PartMade } from '../packet-part.ts'
import type { Written } from '../written/written.ts'

/** What came of going to a home. */
export type VisitContact = Pick<Written, 'id' | 'typed' | 'signed'>

/** Met, nobody at home, or not found. */
export const MET = ['visited', 'not-at-home', 'not-reached'] as const

export type ContactLack = 'not-said' | 'not-signed' | 'no-fingerprint' | 'no-witness'

/** What is missing before a contact is written down, by the box it is about. */
export function contactLacks(
  draft: VisitContact,
): readonly { readonly box: string; readonly code: ContactLack }[] {
  const at = boxesOf(draft)
  const how = at('sign.how') || 'self'
  if (metIn(draft) === undefined) return [{ box: 'met', code: 'not-said' }]
  if (metIn(draft) !== 'visited') return []
  const consent = how === 'fingerprint' ? 'fingerprint' : 'signature'
  const isSeen = isWitnessed({ consent, witness: at('witness') || null })
  const needsWitness = isRefusal(isSeen) || (how === 'witness' && at('witness') === '')
  const isSigned = how === 'witness' || draft.signed?.what === consent
  return [
    ...(needsWitness ? [{ box: 'witness', code: 'no-witness' } as const] : []),
    ...(isSigned
      ? []
      : [{ box: 'signature', code: consent === 'signature' ? 'not-signed' : 'no-fingerprint' } as const]),
  ]
}

const boxesOf =
  ({ typed }: VisitContact) =>
  (box: string) =>
    typedText(typed, box)
const metIn = (draft: VisitContact) => MET.find((one) => one === boxesOf(draft)('met'))

/** A contact that lacks nothing, as a packet, with the ids of its files. */
export function contactPacket(
  draft: VisitContact,
  person: Pick<PersonToVisit, 'id' | 'ground'>,
): PartMade<ContactPacket> {
  const at = boxesOf(draft)
  const outcome = metIn(draft)
  const note = at('note') || null
  const all = { id: draft.id, kind: 'contact', request: person.id } as const
  if (outcome === undefined) throw new Error('a contact without an outcome')
  if (outcome !== 'visited')
    return { packet: { ...all, contact: { outcome, note }, attachments: [] }, files: [] }
  const how = at('sign.how') || 'self'
  const consent = how === 'fingerprint' ? ('fingerprint' as const) : ('signature' as const)
  // What was drawn before another way was chosen is left out.
  const signed = how !== 'witness' && draft.signed?.what === consent ? draft.signed : null
  const attachments = signed ? [attachmentOf(signed, signed.what)] : []
  const contact = {
    outcome,
    consent,
    witness: how === 'self' ? null : at('witness') || null,
    ground: person.ground,
    note,
  }
  return { packet: { ...all, contact, attachments }, files: signed ? [signed.id] : [] }
}
