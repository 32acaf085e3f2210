import { typedIn } from '#domain/filing/filing-steps.ts'
import type { TypedAnswers } from '#domain/procedure/read-answer.ts'
import { slipOf } from '#domain/outreach/intake-packet.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { IntakePacket } from '#shapes/field/packet.ts'
import { attachmentOf, type PartMade } from '../packet-part.ts'
import { agreedIn, contentOf, isFilledHere } from './intake-content.ts'
import { type IntakeDraft, typedAt } from './intake-draft.ts'
import { FORM_PART, type Taking } from './intake-lacks.ts'
import { type ReceivedOutside, receivedOutside } from './received-outside.ts'

/** A dossier taken in: its packet, and what the receipt says. */
export interface IntakeMade extends PartMade<IntakePacket> {
  readonly received: ReceivedOutside
}

/** What is given to a dossier when it is finished. */
export interface Given {
  readonly staff: string
  /** From the block of the day; null where it is used up. */
  readonly code: string | null
  readonly lookupKey: string
}

/** A draft that lacks nothing as a packet; the domain's refusal where it would not be received. */
export function intakePacket(draft: IntakeDraft, taking: Taking, given: Given): Outcome<IntakeMade> {
  const content = contentOf(draft, taking.law.procedure, taking.out)
  // Every step was looked at before: what the shape still finds is a slip of ours.
  if (!content.success) throw content.error
  const { id, parcel: _, visit: __, channel, takenOut, ...dossier } = content.data
  if (!takenOut || (channel !== 'mobile' && channel !== 'home'))
    throw new Error('a dossier that is not taken out')
  const by = { staff: given.staff, code: given.code ?? id, lookupKey: given.lookupKey }
  const received = receivedOutside(content.data, taking, by)
  if (isRefusal(received)) return received
  const agreed = agreedIn(draft)
  const all = [...draft.photos, ...(agreed.signed ? [agreed.signed] : [])]
  return {
    received,
    files: all.map((one) => one.id),
    packet: {
      id,
      kind: 'intake',
      dossier: { ...dossier, channel, takenOut },
      code: given.code,
      lookupKey: given.lookupKey,
      procedureVersion: taking.law.procedure.version,
      dueShown: received.due,
      form: formOf(draft, taking),
      witness: agreed.witness,
      fee: feeOf(draft, received, given.code ?? slipOf(id)),
      attachments: [
        ...draft.photos.map((one) => attachmentOf(one, 'page', one.component)),
        ...(agreed.signed ? [attachmentOf(agreed.signed, agreed.signed.what)] : []),
      ],
    },
  }
}

function formOf(draft: IntakeDraft, taking: Taking): IntakePacket['form'] {
  if (!isFilledHere(draft) || taking.form === null) return null
  const { key, version } = taking.form
  return { key, version, typed: typedBoxes(typedIn(draft.typed, FORM_PART)) }
}

/** What stands in boxes is text alone; the wire's type is not a reading one. */
function typedBoxes(typed: TypedAnswers): NonNullable<IntakePacket['form']>['typed'] {
  return Object.fromEntries(
    Object.entries(typed).map(([box, value]) => [box, typeof value === 'string' ? value : [...value]]),
  )
}

function feeOf(draft: IntakeDraft, { nowDong }: ReceivedOutside, slip: string): IntakePacket['fee'] {
  const taken = nowDong !== null && nowDong > 0 && typedAt(draft, 'isPaid') === 'true'
  return { dong: nowDong, taken, slip: taken ? slip : null }
}
