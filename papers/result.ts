import { createHash } from 'node:crypto'
import type { Moment } from '#domain/calendar/moment.ts'
import { markText, printNamed, type ResultMark } from '#domain/dossier/result-mark.ts'
import { codePicture } from './code-picture.ts'
import { type OwnTemplate, type Paper, print, printCounted, type Spot, spotsOf } from './print.ts'
import { withEmptyFields } from './signing/empty-fields.ts'

/** The fields and places of a result; their names stand in the documents given out and never change. */
export const NUMBER_FIELD = 'so_van_ban'
export const DAY_FIELD = 'ngay_ban_hanh'
export const APPROVAL = 'phe_duyet'
export const SEAL = 'dau_co_quan'
/** The place of the code mark on each page that is signed by hand. */
export const CODE_MARK = 'ma_qr'

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

/** A result printed for the pen, and the name by which its scan is known again. */
export interface ResultOnPaper {
  readonly bytes: Uint8Array
  readonly print: string
  readonly pages: number
}

/**
 * The result to be signed and stamped by hand: the code mark on each of its pages brings the scan back to its dossier. A
 * mark says how many pages there are, which is known once they are set; most results are one.
 */
export function printResultOnPaper(result: ResultToPrint): ResultOnPaper {
  const name = printNamed(hashOf(paperOf(result, { isPaper: true })))
  const marked = (pages: number) => {
    const marks = marksOf({ code: result.data.code, print: name, pages })
    return printCounted(paperOf(result, { isPaper: true, marks }))
  }
  const one = marked(1)
  return { ...(one.pages === 1 ? one : marked(one.pages)), print: name }
}

function marksOf(mark: Omit<ResultMark, 'page'>): string[] {
  return Array.from({ length: mark.pages }, (_, place) =>
    codePicture(markText({ ...mark, page: place + 1 }), { border: 2, ecc: 'M' }),
  )
}

const hashOf = (paper: Paper) => createHash('sha256').update(JSON.stringify(paper)).digest('hex')

/** A version of a draft to look at: marked across every page, so that it is never taken for the result. */
export function printDraft(result: ResultToPrint): Uint8Array {
  return print(paperOf(result, { isPaper: true, isDraft: true }))
}

/** How a result is printed: to be filled in by hand, with a code mark on each page, or marked as a draft. */
interface Way {
  readonly isPaper?: boolean
  readonly isDraft?: boolean
  readonly marks?: readonly string[]
}

/** The paper of a result, as its template reads it. */
export function paperOf(
  { data, template, signer, madeAt }: ResultToPrint,
  { isPaper = false, isDraft = false, marks = [] }: Way,
): Paper {
  const composed = JSON.parse(
    JSON.stringify({ ...data, signer: signer.name, capacity: signer.capacity }).normalize('NFC'),
  )
  return { template, data: { ...composed, isPaper, isDraft, marks }, madeAt }
}
