import { type Day, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { Staff } from '#domain/people/may.ts'
import { APPROVAL, DAY_FIELD, NUMBER_FIELD, SEAL } from '#papers/result.ts'
import type { Spot } from '#papers/print.ts'
import { filledLook, sealLook, signatureLook } from '#papers/signing/looks.ts'
import { dateInWords } from '#papers/vietnamese.ts'
import { type DocumentToKeep, resultDocument } from '#store/result-documents.ts'
import { bookOf } from '../centre-book.ts'
import { seal } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { draftResult, type OfProcedure, resultData } from './result-data.ts'
import { signedAndChecked } from './signed-and-checked.ts'

/** The approver signs what he reviewed. A draft that has changed since is refused, and so is a signature that fails. */
export async function signApproval(
  desk: Desk,
  approver: Staff,
  { reviewed, ...of }: OfProcedure & { readonly reviewed: string },
): Promise<Outcome<DocumentToKeep>> {
  const signer = desk.signing?.signerOf(approver.id)
  if (!desk.signing || !signer) return refuse('no-signing-key')
  const draft = await draftResult(desk, of, approver)
  if (draft.sha256 !== reviewed) return refuse('reviewed-another-document')
  const at = toMoment(desk.now)
  const place = spotOf(draft.spots, APPROVAL)
  const look = signatureLook(approver.name, at, place)
  const document = { title: draft.data.title, reviewed }
  const signed = await signedAndChecked(desk.signing, draft.bytes, {
    signer,
    at,
    field: APPROVAL,
    place,
    look,
    fillings: [],
    document,
  })
  return isRefusal(signed) ? signed : kept(signed, 'approved', at, [...draft.spots.values()])
}

/** The seal keeper puts number and day into the signed result and seals it; what the approver signed stays as it was. */
export async function signSeal(
  desk: Desk,
  { dossier, procedure, written, on }: OfProcedure & { readonly written: string; readonly on: Day },
): Promise<Outcome<DocumentToKeep>> {
  const { signing, centre } = desk
  const approved = dossier.document ?? ''
  if (!signing?.seal) return refuse('no-signing-key')
  const before = await resultDocument(centre, approved)
  if (!before) throw new Error(`${dossier.code}: the approved document is gone`)
  const spots = new Map(before.places.map((one) => [one.name, one]))
  const at = toMoment(desk.now)
  const {
    office,
    place: town,
    title,
  } = resultData({ desk, book: await bookOf(centre), procedure }, dossier, { name: '', mandates: [] })
  const filling = (field: string, text: string, style: 'normal' | 'italic') => {
    return { field, text, look: filledLook(text, at, spotOf(spots, field), style) }
  }
  const fillings = [
    filling(NUMBER_FIELD, written, 'normal'),
    filling(DAY_FIELD, `${town}, ${dateInWords(Temporal.PlainDate.from(on))}`, 'italic'),
  ]
  const place = spotOf(spots, SEAL)
  const look = sealLook(office.unit, at, place)
  const document = { title, reviewed: approved }
  const signed = await signedAndChecked(signing, before.bytes, {
    signer: signing.seal,
    at,
    field: SEAL,
    place,
    look,
    fillings,
    document,
  })
  return isRefusal(signed) ? signed : kept(signed, 'sealed', at, before.places)
}

function kept(
  bytes: Uint8Array,
  stage: DocumentToKeep['stage'],
  at: Moment,
  places: readonly Spot[],
): DocumentToKeep {
  return { sha256: seal(bytes), stage, at, places, bytes }
}

function spotOf(spots: ReadonlyMap<string, Spot>, name: string): Spot {
  const spot = spots.get(name)
  if (!spot) throw new Error(`the result has no place ${name}`)
  return spot
}
