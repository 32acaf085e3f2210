import type { Moment } from '#domain/calendar/moment.ts'
import type { FormKey } from './forms.ts'
import { headOn, type Office } from './on-paper.ts'
import { momentInFigures, momentInWords } from './vietnamese.ts'

/** The papers that name several dossiers at once. */
export type ListForm = Extract<FormKey, 'phieu_ban_giao_ket_qua' | 'bien_ban_giao_nhan'>

const LIST_FORMS: readonly ListForm[] = ['phieu_ban_giao_ket_qua', 'bien_ban_giao_nhan']

export function isListForm(text: string): text is ListForm {
  return LIST_FORMS.some((one) => one === text)
}

export interface ListLine {
  readonly code: string
  readonly subject: string
  readonly owner: string
  readonly address: string | null
  readonly receivedAt: Moment
  readonly due: Moment | null
  readonly papers: number
  /** What was handed over of a result; null while there is none. */
  readonly documentNumber: string | null
  /** Whole đồng; null is "chưa xác định". */
  readonly feeDong: number | null
  readonly isByPost: boolean
}

/** What such a paper is printed from. */
export interface ListData {
  readonly office: Office
  readonly at: Moment
  readonly giver: string
  readonly receiver: string
  readonly lines: readonly ListLine[]
}

type Column = readonly [name: string, width: number | null, cell: (line: ListLine, place: number) => string]

const ORDER: Column = ['TT', null, (_, place) => String(place + 1)]
const CODE: Column = ['Mã hồ sơ', null, ({ code }) => code]
const SUBJECT: Column = ['Nội dung', 1.6, ({ subject }) => subject]
const OWNER: Column = ['Chủ hồ sơ', 1, ({ owner }) => owner]
const ADDRESS: Column = ['Địa chỉ', 1.1, ({ address }) => address ?? '']
const RECEIVED: Column = ['Nhận lúc', null, ({ receivedAt }) => momentInFigures(receivedAt)]

const LISTS: Record<
  ListForm,
  { readonly lead: string; readonly note: string | null; readonly columns: readonly Column[] }
> = {
  phieu_ban_giao_ket_qua: {
    lead: 'Hai bên bàn giao các kết quả giải quyết hồ sơ sau đây.',
    note: null,
    columns: [
      ORDER,
      CODE,
      SUBJECT,
      ['Kết quả', 0.9, ({ documentNumber }) => documentNumber ?? ''],
      OWNER,
      ADDRESS,
      [
        'Phí, lệ phí',
        null,
        ({ feeDong }) => (feeDong === null ? '' : String(feeDong).replace(/\B(?=(\d{3})+$)/g, '.')),
      ],
      ['BCCI', null, ({ isByPost }) => (isByPost ? 'x' : '')],
    ],
  },
  bien_ban_giao_nhan: {
    lead: 'Hai bên giao nhận các hồ sơ sau đây, đã kiểm tra đầy đủ theo danh mục.',
    note: 'Thời điểm hai bên ký biên bản này là thời điểm nộp hồ sơ.',
    columns: [
      ORDER,
      CODE,
      SUBJECT,
      OWNER,
      ADDRESS,
      ['Số giấy tờ', null, ({ papers }) => String(papers)],
      RECEIVED,
    ],
  },
}

/** One parcel of a record of what changed hands with the post. */
export interface PostRecordLine {
  readonly label: string
  /** Null for papers nobody had announced. */
  readonly code: string | null
  readonly person: string | null
  readonly address: string | null
  readonly remark: string | null
}

/** What such a record is printed from: what was scanned, and what the side of the post counted. */
export interface PostRecordData {
  readonly office: Office
  readonly at: Moment
  readonly number: string
  readonly isToPost: boolean
  readonly ours: string
  readonly theirs: string
  readonly declared: number
  readonly why: string | null
  readonly lines: readonly PostRecordLine[]
}

/** The record of a list with the post ("Biên bản giao nhận hồ sơ"): its moment is that of submission. */
export function postRecordOnPaper(record: PostRecordData) {
  const { office, at, isToPost, ours, theirs, declared, why, lines } = record
  const differs =
    declared === lines.length
      ? ''
      : ` Bưu chính đếm ${String(declared).padStart(2, '0')}, lệch so với số đã quét: ${why ?? ''}.`
  const columns = [
    ['TT', null],
    ['Số hiệu bưu gửi', null],
    ['Mã hồ sơ', null],
    [isToPost ? 'Người nhận' : 'Người gửi, người nhận', 1],
    ['Địa chỉ', 1.3],
    ['Tình trạng', 0.9],
  ] as const
  return {
    ...headOn(office, at, record.number),
    at: momentInWords(at),
    place: office.agency,
    giver: isToPost ? ours : theirs,
    receiver: isToPost ? theirs : ours,
    lead: 'Hai bên giao nhận các bưu gửi sau đây, còn nguyên niêm phong, đã đếm và đối chiếu số hiệu.',
    note: isToPost
      ? `Thời gian phát tính từ thời điểm hai bên ký biên bản này.${differs}`
      : `Thời điểm hai bên ký biên bản này là thời điểm nộp hồ sơ.${differs}`,
    copies: ['Bên giao', 'Bên nhận'],
    total: `${String(lines.length).padStart(2, '0')} bưu gửi`,
    columns: columns.map(([name, width]) => ({ name, width })),
    rows: lines.map(({ label, code, person, address, remark }, place) => [
      String(place + 1),
      label,
      code ?? '',
      person ?? '',
      address ?? '',
      remark ?? 'Nguyên vẹn',
    ]),
  }
}

export function listOnPaper(form: ListForm, { office, at, giver, receiver, lines }: ListData) {
  const { lead, note, columns } = LISTS[form]
  return {
    ...headOn(office, at, null),
    at: momentInWords(at),
    place: office.agency,
    giver,
    receiver,
    lead,
    note,
    copies: ['Bên giao', 'Bên nhận'],
    total: `${String(lines.length).padStart(2, '0')} hồ sơ`,
    columns: columns.map(([name, width]) => ({ name, width })),
    rows: lines.map((line, place) => columns.map(([, , cell]) => cell(line, place))),
  }
}
