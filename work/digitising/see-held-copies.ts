import { RESULT_COMPONENT, whyNotReused } from '#domain/digitising/copy-status.ts'
import { type Day, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { caseOf } from '#domain/procedure/procedure.ts'
import type { CopiesToLookFor } from '#shapes/scans.ts'
import { recordAccess } from '#store/access-records.ts'
import { type HeldCopyRow, heldCopies } from '#store/copies.ts'
import type { Centre } from '#store/database.ts'
import { staffNames } from '#store/staff-names.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { dossierToDigitise } from './dossier-to-digitise.ts'

/** A copy of a paper of the person that the centre holds already. */
export interface SeenHeldCopy {
  readonly scan: string
  readonly code: string
  readonly component: string
  readonly name: string
  readonly isResult: boolean
  readonly certifiedAt: Moment
  readonly by: string
  readonly validUntil: Day | null
  readonly whyNot: ReturnType<typeof whyNotReused>
}

export interface SeenHeldCopies {
  /** Null when the owner gave no number: nobody is looked for by name. */
  readonly ownerNumber: string | null
  readonly ownerName: string
  readonly papers: readonly { readonly key: string; readonly name: string }[]
  readonly copies: readonly SeenHeldCopy[]
}

const MOST = 60

/** What the centre holds of the owner's papers and results, looked for before anything is scanned again. Recorded. */
export async function seeHeldCopies(desk: Desk, code: string): Promise<Outcome<SeenHeldCopies>> {
  const found = await dossierToDigitise(desk, code)
  if (isRefusal(found)) return found
  const { actor } = found
  const { dossier } = found.held
  const { idNumber, name } = dossier.owner
  const chosen = caseOf(lawFor(dossier, await bookOf(desk.centre)).procedure, dossier.case)
  const papers = isRefusal(chosen) ? [] : chosen.components.map(({ key, name }) => ({ key, name }))
  const copies = await copiesOfPerson(desk, { staff: actor.id, number: idNumber, besides: code })
  return { ownerNumber: idNumber, ownerName: name, papers, copies }
}

/** What is held of a person who stands at the counter, before anything is received. */
export async function lookForCopies(
  desk: Desk,
  { placeOfReceipt: unit, idNumber }: CopiesToLookFor,
): Promise<Outcome<readonly SeenHeldCopy[]>> {
  const { actor } = desk
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'digitise' })
  const allowed = may(actor, { kind: 'digitise', unit }, today(desk))
  return isRefusal(allowed)
    ? allowed
    : copiesOfPerson(desk, { staff: actor.id, number: idNumber, besides: null })
}

/** The copies held of a person; every dossier whose copies are told has its record of the look. */
export async function copiesOfPerson(
  desk: Desk,
  asked: { readonly staff: string; readonly number: string | null; readonly besides: string | null },
): Promise<readonly SeenHeldCopy[]> {
  const { centre } = desk
  const { staff, number, besides } = asked
  if (number === null) return []
  const rows = (await heldCopies(centre, number, MOST)).filter((one) => one.code !== besides && !one.isStruck)
  await recordLook(desk, staff, [...new Set(rows.map((one) => one.code)), besides])
  const names = await staffNames(
    centre,
    rows.map((one) => one.staff),
  )
  return rows.map((row) => seenCopy(row, names.get(row.staff) ?? '', { number, on: today(desk) }))
}

function seenCopy(row: HeldCopyRow, by: string, { number, on }: { number: string; on: Day }): SeenHeldCopy {
  const { scan, code, component, name, certifiedAt, validUntil } = row
  return {
    scan,
    code,
    component,
    name: name.replace(/\.pdf$/, ''),
    isResult: component === RESULT_COMPONENT,
    certifiedAt,
    by,
    validUntil,
    whyNot: whyNotReused({ ...row, isCertified: true }, number, on),
  }
}

/** Whose papers were looked for is known at every dossier that was touched by it. */
export async function recordLook(
  { centre, now }: Pick<Desk, 'centre' | 'now'> & { readonly centre: Centre },
  staff: string,
  codes: readonly (string | null)[],
): Promise<void> {
  for (const code of codes)
    if (code !== null)
      await recordAccess(centre, { id: newId(), at: toMoment(now), staff, what: 'see-held-copies', code })
}
