import type { Moment } from '#domain/calendar/moment.ts'
import type { Party } from '#domain/dossier/events.ts'
import type { Channel } from '#domain/procedure/procedure.ts'
import { codePicture } from './code-picture.ts'
import { CHANNEL_WORDS, headOn, type Office, partyOn } from './on-paper.ts'
import { COPIES } from './receipt.ts'
import { dongInFigures, momentInWords } from './vietnamese.ts'

/** What a receipt list is printed from: frozen with it. */
export interface ReceiptListData extends Office {
  readonly site: string
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

/** One receipt for several dossiers of one person, in its two copies. */
export function receiptListOnPaper({ lines, applicant, site, receivedAt, ...data }: ReceiptListData) {
  const determined = lines.flatMap(({ feeDong }) => feeDong ?? [])
  return {
    ...headOn(data, receivedAt, null),
    site,
    copies: COPIES,
    channel: CHANNEL_WORDS[data.channel],
    applicant: partyOn(applicant),
    receivedAt: momentInWords(receivedAt),
    lines: lines.map((line) => lineOnPaper(line, site)),
    total: dongInFigures(determined.reduce((sum, dong) => sum + dong, 0)),
    isTotalOpen: determined.length < lines.length,
    receiver: data.receiver,
  }
}

/** The code and its key open the page of the dossier; nothing of the person stands in the mark. */
function lineOnPaper({ code, lookupKey, due, feeDong, ...line }: ReceiptListLine, site: string) {
  const { procedureName, subject, pages, copies } = line
  return {
    code,
    lookupKey,
    qr: codePicture(`${site}?ma=${encodeURIComponent(code)}&khoa=${encodeURIComponent(lookupKey)}`, {
      border: 0,
    }),
    owner: line.ownerName,
    about: subject === null ? procedureName : `${procedureName}: ${subject}`,
    count: pages === null ? `${copies} bản` : `${pages} trang, ${copies} bản`,
    due: due === null ? 'Không quy định' : momentInWords(due),
    isDueProvisional: line.isDueProvisional,
    fee: feeDong === null ? 'Chưa xác định' : dongInFigures(feeDong),
  }
}
