import { renderSVG } from 'uqr'
import type { Moment } from '#domain/calendar/moment.ts'
import { type OwnTemplate, type Paper, print, type Spot, spotsOf } from './print.ts'
import { withEmptyFields } from './signing/empty-fields.ts'

/** The fields and places of a result; their names stand in the documents given out and never change. */
export const NUMBER_FIELD = 'so_van_ban'
export const DAY_FIELD = 'ngay_ban_hanh'
export const APPROVAL = 'phe_duyet'
export const SEAL = 'dau_co_quan'

/** What every result says: head, title, whom it goes to and who signs. */
export interface ResultHead {
  readonly code: string
  readonly title: string
  readonly subject: string
  /** The agency above, and the one that answers. */
  readonly office: { readonly agency: string; readonly unit: string }
  readonly place: string
  readonly receivers: readonly string[]
}

/** Who signs a result. */
export interface ResultSigner {
  readonly name: string
  /** `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`: a line each. */
  readonly capacity: readonly string[]
}

/** A draft that is only looked at is signed by nobody. */
export const NOBODY: ResultSigner = { name: '', capacity: [] }

/** A result ready to be printed: the head, and beside it what its template asks for. */
export interface ResultToPrint {
  readonly data: ResultHead
  /** A file of `papers/templates/`, or a centre's own. */
  readonly template: string | OwnTemplate
  readonly signer: ResultSigner
  /** The same data and moment print the same bytes. */
  readonly madeAt: Moment
}

/** A result with empty fields for number and day, to be signed and then sealed: PDF/A, and where its places are. */
export async function printResult(result: ResultToPrint): Promise<{
  readonly bytes: Uint8Array
  readonly spots: ReadonlyMap<string, Spot>
}> {
  const paper = paperOf(result, {})
  const spots = spotsOf(paper)
  const empty = spots.filter(({ name }) => name === NUMBER_FIELD || name === DAY_FIELD)
  const bytes = await withEmptyFields(print(paper), empty)
  return { bytes, spots: new Map(spots.map((one) => [one.name, one])) }
}

/** The result to be signed and stamped by hand: its code mark brings the scan back to its dossier. */
export function printResultOnPaper(result: ResultToPrint): Uint8Array {
  return print(paperOf(result, { isPaper: true }))
}

/** A version of a draft to look at: marked across every page, so that it is never taken for the result. */
export function printDraft(result: ResultToPrint): Uint8Array {
  return print(paperOf(result, { isPaper: true, isDraft: true }))
}

/** How a result is printed: to be filled in by hand, and marked as a draft. */
interface Way {
  readonly isPaper?: boolean
  readonly isDraft?: boolean
}

/** The paper of a result, as its template reads it. */
export function paperOf(
  { data, template, signer, madeAt }: ResultToPrint,
  { isPaper = false, isDraft = false }: Way,
): Paper {
  const composed = JSON.parse(
    JSON.stringify({ ...data, signer: signer.name, capacity: signer.capacity }).normalize('NFC'),
  )
  const qr = isPaper && !isDraft ? renderSVG(`${SCANNED_RESULT}${data.code}`, { border: 1 }) : null
  return { template, data: { ...composed, isPaper, isDraft, qr }, madeAt }
}

/** Opens the text of the code mark of a result on paper; behind it stands the dossier code, and nothing of a person. */
export const SCANNED_RESULT = 'KQ:'
