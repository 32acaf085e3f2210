import { renderSVG } from 'uqr'
import type { Moment } from '#domain/calendar/moment.ts'
import { type HousePaper, print, type Spot, spotsOf } from './print.ts'
import { withEmptyFields } from './signing/empty-fields.ts'

/** The fields and places of a result; their names stand in the documents given out and never change. */
export const NUMBER_FIELD = 'so_van_ban'
export const DAY_FIELD = 'ngay_ban_hanh'
export const APPROVAL = 'phe_duyet'
export const SEAL = 'dau_co_quan'

/** What a result is printed from. */
export interface ResultData {
  readonly code: string
  readonly title: string
  readonly subject: string
  /** The agency above, and the one that answers. */
  readonly office: { readonly agency: string; readonly unit: string }
  readonly place: string
  readonly lines: readonly { readonly label: string; readonly value: string }[]
  readonly paragraphs: readonly string[]
  readonly receivers: readonly string[]
  /** `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`: a line each. */
  readonly capacity: readonly string[]
  readonly signer: string
  /** The moment of the last thing that happened to the dossier: the same dossier prints the same bytes. */
  readonly madeAt: Moment
}

/** A result with empty fields for number and day, to be signed and then sealed: PDF/A, and where its places are. */
export async function printResult(data: ResultData): Promise<{
  readonly bytes: Uint8Array
  readonly spots: ReadonlyMap<string, Spot>
}> {
  const paper = paperOf(data, false)
  const spots = spotsOf(paper)
  const empty = spots.filter(({ name }) => name === NUMBER_FIELD || name === DAY_FIELD)
  const bytes = await withEmptyFields(print(paper), empty)
  return { bytes, spots: new Map(spots.map((one) => [one.name, one])) }
}

/** The result to be signed and stamped by hand: its code mark brings the scan back to its dossier. */
export function printResultOnPaper(data: ResultData): Uint8Array {
  return print(paperOf(data, true))
}

function paperOf({ madeAt, ...data }: ResultData, isPaper: boolean): HousePaper {
  const composed = JSON.parse(JSON.stringify(data).normalize('NFC'))
  const qr = isPaper ? renderSVG(`${SCANNED_RESULT}${data.code}`, { border: 1 }) : null
  return { template: 'result.typ', data: { ...composed, isPaper, qr }, madeAt }
}

/** Opens the text of the code mark of a result on paper; behind it stands the dossier code, and nothing of a person. */
export const SCANNED_RESULT = 'KQ:'
