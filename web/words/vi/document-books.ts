import { format } from '../format.ts'

const f = format('vi')

interface PrintedBook {
  readonly centre: string
  readonly symbol: string
  readonly from: number
  readonly to: number
  readonly at: string
}

/** Books of the numbers that documents bear. */
export const documentBooks = {
  title: 'Sổ văn bản',
  lead: 'Mỗi loại văn bản có một dãy số trong năm, chung cho bản giấy và bản điện tử. Số đã cấp không dùng lại; số hủy nằm lại trong sổ.',
  book: 'Loại văn bản',
  year: 'Năm',
  day: 'Ngày cấp số',
  dayHint: 'Để trống là xem cả năm.',
  from: 'Từ số',
  show: 'Xem',
  yearOf: (year: number) => `Năm ${year}`,
  dayOf: (day: string) => `Cấp trong ngày ${day}`,
  nothing: 'Chưa có số nào.',
  more: (from: number) => `Xem tiếp từ số ${f.number(from)}`,
  /** On paper alone. */
  printed: ({ centre, symbol, from, to, at }: PrintedBook) =>
    `${centre}. Sổ văn bản ký hiệu ${symbol}, từ số ${from} đến số ${to}, in lúc ${at}.`,
  columns: {
    number: 'Số, ký hiệu',
    takenAt: 'Cấp lúc',
    dossier: 'Hồ sơ',
    signer: 'Người ký',
    state: 'Tình trạng',
  },
  states: { used: 'Đã phát hành', waiting: 'Chờ đóng dấu, gửi', void: 'Số hủy' },
  unused: 'hồ sơ đã xong mà số chưa dùng đến',
  renumbered: 'văn bản mang số khác',
  voidBy: (name: string, at: string) => `${name}, ${at}`,
}
