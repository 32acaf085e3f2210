import { format } from '../format.ts'

const f = format('vi')

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
  columns: {
    number: 'Số, ký hiệu',
    takenAt: 'Cấp lúc',
    dossier: 'Hồ sơ',
    signer: 'Người ký',
    state: 'Tình trạng',
  },
  states: { used: 'Đã phát hành', waiting: 'Chờ đóng dấu, gửi', void: 'Số hủy' },
  renumbered: 'văn bản mang số khác',
  voidBy: (name: string, at: string) => `${name}, ${at}`,
}
