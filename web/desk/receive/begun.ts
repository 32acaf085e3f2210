import type { SeenIntake } from '#work/intake/see-intake.ts'
import { newCommandId, NOTHING_TYPED, type Typed } from '../form.ts'
import { withFields } from './typed-dossier.ts'

/** A form begun: the case that stands first, one copy, returned at the counter, in a visit that goes on or a new one. */
export function begunWith({ procedure, case: chosen, places }: SeenIntake, visit: string | null): Typed {
  return withFields(NOTHING_TYPED, {
    id: newCommandId(),
    visit: visit ?? newCommandId(),
    procedure: procedure.key,
    case: chosen.key,
    channel: 'counter',
    placeOfReceipt: places[0]?.code ?? '',
    'applicant.kind': procedure.applicants === 'business' ? 'organisation' : 'citizen',
    'owner.kind': procedure.applicants === 'citizen' ? 'citizen' : 'organisation',
    copiesWanted: '1',
    'returnWish.way': 'counter',
  })
}
