import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { rejectionOnPaper } from '#papers/rejection.ts'
import { supplementOnPaper } from '#papers/supplement.ts'
import { staffNames } from '#store/staff-names.ts'
import { bookOf } from '../centre-book.ts'
import type { Desk } from '../desk.ts'
import { type SeenTurnedAway, seeTurnedAway } from '../intake/see-turned-away.ts'
import { givePaper } from './give-paper.ts'
import { contactOf, officeOf } from './office.ts'
import { paperNumber } from './slip-number.ts'

/** The slip of the counter that received nothing: what is missing (Mẫu 02), or why not here (Mẫu 03). */
export async function giveTurnedAway(desk: Desk, id: string, site: string): Promise<Outcome<Uint8Array>> {
  const { actor } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'receive-dossier' })
  const seen = await seeTurnedAway(desk, id)
  if (isRefusal(seen)) return seen
  const { kind, at } = seen.slip
  return givePaper(desk, actor.id, {
    key: kind === 'supplement' ? 'phieu_bo_sung' : 'phieu_tu_choi',
    about: id,
    dossier: null,
    receivedAt: at,
    madeAt: at,
    data: () => slipData(desk, actor.id, seen, site),
  })
}

async function slipData(desk: Desk, staff: string, seen: SeenTurnedAway, site: string): Promise<object> {
  const { slip, procedureName: subject } = seen
  const { id, at, applicant, by } = slip
  const book = await bookOf(desk.centre)
  const office = officeOf(book, desk, slip.placeOfReceipt)
  const names = await staffNames(desk.centre, [by.staff])
  const contact = contactOf(office, names.get(by.staff) ?? '', site)
  const kind = slip.kind === 'supplement' ? 'slip:HDHS' : 'slip:TNHS-TC'
  const number = await paperNumber(desk, staff, { book: kind, id, about: id, datedAt: at })
  const common = { office, at, applicant, subject, contact, number }
  if (slip.kind === 'refusal') {
    const { reason, ground, instead } = slip
    return rejectionOnPaper({ ...common, reason, ground, instead, filed: null })
  }
  const asked = book.procedures
    .get(slip.procedure)
    ?.at(-1)
    ?.cases.flatMap(({ components }) => components)
  return supplementOnPaper({
    ...common,
    code: null,
    items: slip.items,
    names: new Map((asked ?? []).map(({ key, name }) => [key, name])),
    whyAgain: slip.whyAgain,
    answerBy: null,
  })
}
