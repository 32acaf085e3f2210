import { type Day, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { Staff } from '#domain/people/may.ts'
import { resultOnPaper, resultToSign } from '#papers/print-apart.ts'
import { APPROVAL, DAY_FIELD, NOBODY, NUMBER_FIELD, type ResultToPrint, SEAL } from '#papers/result.ts'
import type { Spot } from '#papers/print.ts'
import { filledLook, sealLook, signatureLook } from '#papers/signing/looks.ts'
import { dateInWords } from '#papers/vietnamese.ts'
import { type DocumentToKeep, resultDocument } from '#store/result-documents.ts'
import { draftOf } from '#store/result-drafts.ts'
import { bookOf } from '../centre-book.ts'
import { seal } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { draftPrint } from '../drafting/draft-print.ts'
import { houseResult, type OfProcedure } from './result-data.ts'
import { signedAndChecked } from './signed-and-checked.ts'

/**
 * The approver signs what he reviewed, with a key or by hand on the print. What has changed since is refused, and so is a
 * signature that fails.
 */
export async function signApproval(
  desk: Desk,
  approver: Staff,
  { reviewed, result }: { readonly reviewed: string; readonly result: ResultToPrint },
): Promise<Outcome<DocumentToKeep>> {
  const at = toMoment(desk.now)
  const signer = desk.signing?.signerOf(approver.id)
  if (!desk.signing || !signer) return reviewedOnPaper(result, reviewed, at)
  const printed = await resultToSign(result)
  if (isRefusal(printed)) return printed
  const { bytes, spots } = printed
  if (seal(bytes) !== reviewed) return reviewedOnPaper(result, reviewed, at)
  const place = spotOf(spots, APPROVAL)
  const look = signatureLook(approver.name, at, place)
  const document = { title: result.data.title, reviewed }
  const signed = await signedAndChecked(desk.signing, bytes, {
    signer,
    at,
    field: APPROVAL,
    place,
    look,
    fillings: [],
    document,
  })
  return isRefusal(signed) ? signed : kept(signed, 'approved', at, [...spots.values()])
}

/** What is signed by hand is kept as it was looked at. */
async function reviewedOnPaper(
  result: ResultToPrint,
  reviewed: string,
  at: Moment,
): Promise<Outcome<DocumentToKeep>> {
  const printed = await resultOnPaper(result)
  if (isRefusal(printed)) return printed
  const { bytes, print, pages } = printed
  if (seal(bytes) !== reviewed) return refuse('reviewed-another-document')
  return { ...kept(bytes, 'on-paper', at, []), onPaper: { print, pages } }
}

/** The seal keeper puts number and day into the signed result and seals it; what the approver signed stays as it was. */
export async function signSeal(
  desk: Desk,
  {
    dossierId,
    dossier,
    procedure,
    written,
    on,
  }: OfProcedure & { readonly dossierId: string; readonly written: string; readonly on: Day },
): Promise<Outcome<DocumentToKeep>> {
  const { signing, centre } = desk
  const approved = dossier.document ?? ''
  if (!signing?.seal) return refuse('no-signing-key')
  const before = await resultDocument(centre, approved)
  if (!before) throw new Error(`${dossier.code}: the approved document is gone`)
  const spots = new Map(before.places.map((one) => [one.name, one]))
  const at = toMoment(desk.now)
  const book = await bookOf(centre)
  const { version = null } = dossier.draft ?? {}
  const draft = version === null ? undefined : await draftOf(centre, dossierId, version)
  const { data } = draft
    ? draftPrint(book, draft, NOBODY)
    : houseResult(desk, book, { dossier, procedure }, NOBODY)
  const { office, place: town, title } = data
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
