import type { HandOver } from '#work/returning/see-hand-over.ts'
import type { Fault } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'
import { first, type Typed } from '../form.ts'

export function readCard(
  words: Words,
  sent: Typed,
  handOver: HandOver,
): { typed: Typed; faults?: readonly Fault[]; said?: string } {
  const said = words.desk.returning
  const [number = '', old = '', name = ''] = first(sent, 'card').split('|')
  if (!/^\d{12}$/.test(number)) return { typed: sent, faults: [{ field: 'card', text: said.cardUnread }] }
  const { applicant, owner } = handOver
  const isOn = (known: string | null) => known !== null && (known === number || known === old)
  const filled = (fields: { readonly [name: string]: string }): Typed => ({
    ...sent,
    fields: {
      ...sent.fields,
      ...Object.fromEntries(Object.entries({ card: '', ...fields }).map(([name, one]) => [name, [one]])),
    },
  })
  if (isOn(applicant.idNumber))
    return { typed: filled({ 'receiver.who': 'applicant' }), said: said.cardIsApplicant(applicant.name) }
  if (isOn(owner.idNumber))
    return { typed: filled({ 'receiver.who': 'owner' }), said: said.cardIsOwner(owner.name) }
  return {
    typed: filled({ 'receiver.who': 'authorised', 'receiver.name': name, 'receiver.idNumber': number }),
    said: said.cardIsOther(name),
  }
}
