import type { Day } from '#domain/calendar/moment.ts'
import { canonical } from '#domain/dossier/trail.ts'
import { readAnswers } from '#domain/procedure/answers.ts'
import type { FieldForm } from '#shapes/field/packet.ts'
import type { FieldFormKept } from '#store/field-forms.ts'
import { centreLawOf } from '../centre-book.ts'
import { seal } from '../chance.ts'
import type { Desk } from '../desk.ts'

/** A form that came in a packet, read once; null where there is none, or this centre has no such form. */
export async function formOfPacket(
  desk: Desk,
  given: FieldForm | null,
  today: Day,
): Promise<{ readonly kept: FieldFormKept; readonly isFaulty: boolean } | null> {
  if (!given) return null
  const { key, version, typed } = given
  const { forms, places } = await centreLawOf(desk.centre)
  const form = forms.get(key)?.find((one) => one.version === version)
  if (!form) return null
  const { answers, faults } = readAnswers(form.fields, { typed, places, today })
  const sha256 = seal(canonical([key, version, answers]))
  return { kept: { key, version, sha256, typed, answers }, isFaulty: faults.length > 0 }
}
