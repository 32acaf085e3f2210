import type { SeenIntake } from '#work/intake/see-intake.ts'
import { newCommandId, NOTHING_TYPED, type Typed } from '../form.ts'
import { withFields } from './typed-dossier.ts'

/** A form begun: the case that stands first, one copy, returned at the counter, in a visit that goes on or a new one. */
export function begunWith(
  { procedure, case: chosen, places, communes, channels, parcel }: SeenIntake,
  visit: string | null,
): Typed {
  return withFields(NOTHING_TYPED, {
    id: newCommandId(),
    visit: visit ?? newCommandId(),
    procedure: procedure.key,
    case: chosen.key,
    channel: parcel && channels.includes('post') ? 'post' : 'counter',
    ...(parcel && { parcel: parcel.id }),
    placeOfReceipt: places[0]?.code ?? '',
    // Most people come to their own commune.
    ...(communes.some(({ code }) => code === places[0]?.code) && { commune: places[0]?.code ?? '' }),
    'applicant.kind': procedure.applicants === 'business' ? 'organisation' : 'citizen',
    'owner.kind': procedure.applicants === 'citizen' ? 'citizen' : 'organisation',
    copiesWanted: '1',
    'returnWish.way': 'counter',
  })
}
