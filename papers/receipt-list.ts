import { renderSVG } from 'uqr'
import type { Moment } from '#domain/calendar/moment.ts'
import type { Party } from '#domain/dossier/events.ts'
import type { Channel } from '#domain/procedure/procedure.ts'
import { print } from './print.ts'
import { CHANNELS, COPIES, nfc } from './receipt.ts'
import { dongInFigures, momentInWords, placeAndDate, placeOf } from './vietnamese.ts'

/** The form by its name. */
export const RECEIPT_LIST = 'giay_tiep_nhan_nhieu_ho_so'

/** What a receipt list is printed from: frozen with it. */
export interface ReceiptListData {
  readonly site: string
  readonly agency: string
  readonly counter: string
  readonly committee: string
  readonly channel: Channel
  readonly applicant: Party
  /** Of the last dossier on it. */
  readonly receivedAt: Moment
  readonly lines: readonly ReceiptListLine[]
  readonly receiver: string
}

interface ReceiptListLine {
  readonly code: string
  readonly lookupKey: string
  readonly procedureName: string
  readonly subject: string | null
  readonly ownerName: string
  readonly copies: number
  readonly pages: number | null
  readonly due: Moment | null
  readonly isDueProvisional: boolean
  readonly feeDong: number | null
}

/** One receipt for several dossiers of one person, in its two copies: PDF/A. */
export function printReceiptList(data: ReceiptListData): Uint8Array {
  return print({ template: 'receipt-list.typ', data: onPaper(data), madeAt: data.receivedAt })
}

function onPaper({ lines, applicant, site, receivedAt, ...data }: ReceiptListData) {
  const determined = lines.flatMap(({ feeDong }) => feeDong ?? [])
  const { name, address } = applicant
  return {
    site,
    office: { agency: nfc(data.agency), unit: nfc(data.counter), counter: nfc(data.agency) },
    placeAndDate: placeAndDate(placeOf(data.committee), receivedAt),
    copies: COPIES,
    channel: CHANNELS[data.channel],
    applicant: { ...applicant, name: nfc(name), address: address === null ? null : nfc(address) },
    receivedAt: momentInWords(receivedAt),
    lines: lines.map((line) => lineOnPaper(line, site)),
    total: dongInFigures(determined.reduce((sum, dong) => sum + dong, 0)),
    isTotalOpen: determined.length < lines.length,
    receiver: nfc(data.receiver),
  }
}

/** The code and its key open the page of the dossier; nothing of the person stands in the mark. */
function lineOnPaper({ code, lookupKey, due, feeDong, ...line }: ReceiptListLine, site: string) {
  const { procedureName, subject, pages, copies } = line
  return {
    code,
    lookupKey,
    qr: renderSVG(`${site}?ma=${encodeURIComponent(code)}&khoa=${encodeURIComponent(lookupKey)}`, {
      border: 0,
    }),
    owner: nfc(line.ownerName),
    about: nfc(subject === null ? procedureName : `${procedureName}: ${subject}`),
    count: pages === null ? `${copies} bản` : `${pages} trang, ${copies} bản`,
    due: due === null ? 'Không quy định' : momentInWords(due),
    isDueProvisional: line.isDueProvisional,
    fee: feeDong === null ? 'Chưa xác định' : dongInFigures(feeDong),
  }
}
