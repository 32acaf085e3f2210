import type { Moment } from '#domain/calendar/moment.ts'
import { codeMark, headOn, type Office } from './on-paper.ts'
import { dayInWords, dongInFigures, momentInWords } from './vietnamese.ts'

interface Side {
  readonly name: string
  readonly address: string | null
  readonly phone: string | null
}

/** What is known of the parcel the slip goes with. */
export interface SlipParcel {
  readonly label: string
  /** The label as bars. */
  readonly bars: string
  readonly handedOverAt: Moment | null
  readonly due: Moment | null
  /** Whole đồng. */
  readonly postageDong: number
  readonly isAtPostsCost: boolean
  readonly codDong: number
  readonly codFeeDong: number
  /** What of the sum collected is the post's own; not there where it collects that beside it. */
  readonly ofPostDong?: number | undefined
  readonly complaintMonths: number
}

/** What a postal slip is printed from; what nobody knows yet is the post's to fill in. */
export interface PostalSlipData {
  readonly office: Office
  readonly at: Moment
  readonly code: string
  readonly subject: string
  /** The result that goes out, where it is not the dossier that comes in. */
  readonly isResult: boolean
  readonly sender: Side
  readonly recipient: Side
  readonly papers: readonly { readonly name: string; readonly count: number }[]
  /** Null for a slip that is filled in by hand. */
  readonly parcel?: SlipParcel | null
}

export function postalSlipOnPaper({ office, at, parcel = null, ...rest }: PostalSlipData) {
  return {
    ...rest,
    ...headOn(office, at, null),
    qr: codeMark(rest.code),
    copies: ['Bưu chính', 'Người gửi'],
    parcel: parcel && {
      label: parcel.label,
      bars: parcel.bars,
      acceptedAt: parcel.handedOverAt && `${momentInWords(parcel.handedOverAt)}, tại ${office.counter}`,
      quality: parcel.due && `Phát chậm nhất ${dayInWords(parcel.due)}; ít nhất hai lần phát`,
      postage: `${dongInFigures(parcel.postageDong)}${parcel.isAtPostsCost ? ' (bưu chính chịu)' : ''}`,
      cod:
        parcel.codDong === 0
          ? null
          : parcel.ofPostDong === undefined
            ? `${dongInFigures(parcel.codDong)} phí, lệ phí; ${dongInFigures(parcel.codFeeDong)} cước thu hộ`
            : `${dongInFigures(parcel.codDong)}, trong đó ${dongInFigures(parcel.ofPostDong)} cước bưu chính và cước thu hộ`,
      complaintMonths: String(parcel.complaintMonths).padStart(2, '0'),
    },
  }
}
