import { LOOKUP_KEY_BYTES, lookupKey } from '#domain/dossier/lookup-key.ts'
import { slipOf } from '#domain/outreach/intake-packet.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { dayOut } from '../intake/intake-content.ts'
import { type IntakeDraft, typedAt, withBoxes } from '../intake/intake-draft.ts'
import type { Taking } from '../intake/intake-lacks.ts'
import { intakePacket } from '../intake/intake-packet.ts'
import type { ReceiptOutside } from '../intake/receipt-screen.tsx'
import type { Frame } from './frame.ts'

/**
 * Finishes a draft that lacks nothing: a number of the block, the packet, sealed. Number and key are kept in the draft
 * first, so that whoever is cut off here goes on with the same.
 */
export async function finishIntake(
  frame: Frame,
  draft: IntakeDraft,
  taking: Taking,
): Promise<Outcome<ReceiptOutside>> {
  const staff = frame.provision.officer.id
  const isFirst = typedAt(draft, 'lookupKey') === ''
  const newKey = lookupKey(crypto.getRandomValues(new Uint8Array(LOOKUP_KEY_BYTES)))
  const key = isFirst ? newKey : typedAt(draft, 'lookupKey')
  // No number is used up for what the rules refuse.
  const refused = intakePacket(draft, taking, { staff, code: null, lookupKey: key })
  if (isRefusal(refused)) return refused
  const code = isFirst ? await frame.takeNumber(dayOut(taking.out)) : typedAt(draft, 'code') || null
  if (isFirst) await frame.drafts.keep(withBoxes(draft, { lookupKey: key, code: code ?? '' }))
  const made = intakePacket(draft, taking, { staff, code, lookupKey: key })
  if (isRefusal(made)) return made
  const { packet, received } = made
  const paidDong = packet.fee?.taken ? (packet.fee.dong ?? 0) : 0
  await frame.seal({
    packet,
    attachments: await bytesOf(frame, draft.id, made.files),
    done: {
      id: draft.id,
      kind: 'intake',
      code,
      at: taking.out.now,
      cashDong: paidDong,
      registration: typedAt(draft, 'registration') || null,
    },
  })
  return {
    code,
    slip: slipOf(draft.id),
    lookupKey: key,
    procedureName: taking.law.procedure.name,
    applicantName: packet.dossier.applicant.name,
    receivedAt: taking.out.now,
    due: received.due,
    feeDong: received.nowDong,
    paidDong,
  }
}

async function bytesOf(frame: Frame, draft: string, ids: readonly string[]) {
  const files = frame.filesOf(draft)
  const all = await Promise.all(ids.map((id) => files.read(id)))
  return all.map((bytes) => {
    if (bytes === null) throw new Error('a picture of this draft is not on the device')
    return bytes
  })
}
