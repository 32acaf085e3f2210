import type { Moment } from '#domain/calendar/moment.ts'
import type { ResultHandedBack, ResultKind } from '#domain/dossier/events.ts'
import { codeMark, headOn, type Office, WAYS } from './on-paper.ts'
import { momentInWords } from './vietnamese.ts'

/** What the receipt for a result is printed from. */
export interface ResultReceiptData {
  readonly office: Office
  readonly code: string
  readonly owner: string
  readonly subject: string
  readonly receiver: ResultHandedBack['receiver']
  readonly result: ResultKind
  readonly documentNumber: string | null
  readonly documentCopies: number
  readonly way: ResultHandedBack['way']
  readonly returnedAt: Moment
  readonly giver: string
}

const RESULTS: Record<ResultKind, string> = {
  granted: 'Đã giải quyết',
  refused: 'Không đủ điều kiện giải quyết, có văn bản trả lời',
}

export function resultReceiptOnPaper({
  office,
  receiver,
  result,
  way,
  returnedAt,
  ...rest
}: ResultReceiptData) {
  return {
    ...rest,
    ...headOn(office, returnedAt, null),
    qr: codeMark(rest.code),
    copies: ['Lưu', 'Giao người nhận'],
    receiver: {
      name: receiver.name,
      idNumber: receiver.idNumber,
      authority: receiver.isAuthorised ? (receiver.authority ?? '') : null,
    },
    result: RESULTS[result],
    way: WAYS[way],
    returnedAt: momentInWords(returnedAt),
  }
}
