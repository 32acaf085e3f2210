import type { Moment } from '#domain/calendar/moment.ts'
import { codeMark, headOn, type Office } from './on-paper.ts'

interface Side {
  readonly name: string
  readonly address: string | null
  readonly phone: string | null
}

/** What a postal slip is printed from; times, price and ways are the post's to fill in. */
export interface PostalSlipData {
  readonly office: Office
  readonly at: Moment
  readonly code: string
  readonly subject: string
  readonly sender: Side
  readonly recipient: Side
  readonly papers: readonly { readonly name: string; readonly count: number }[]
}

export function postalSlipOnPaper({ office, at, ...rest }: PostalSlipData) {
  return {
    ...rest,
    ...headOn(office, at, null),
    qr: codeMark(rest.code),
    copies: ['Bưu chính', 'Người gửi'],
  }
}
