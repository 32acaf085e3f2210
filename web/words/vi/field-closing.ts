import { format } from '../format.ts'

const f = format('vi')

/** The day's closing sheet of a team outside. */
export const fieldClosing = {
  title: 'Phiếu chốt ngày',
  open: 'Phiếu chốt ngày',
  received: 'Hồ sơ đã nhận',
  handedBack: 'Kết quả đã trả',
  contacts: 'Lượt đến nhà',
  cash: 'Tiền mặt đã thu',
  cashOf: (dong: string, slips: number) => `${dong}, ${f.number(slips)} phiếu thu`,
  numbers: 'Số hồ sơ đã dùng',
  numbersOf: (used: number, brought: number) =>
    `${f.number(used)} trong ${f.number(brought)} số mang theo, còn ${f.number(brought - used)}`,
  officer: 'Người lập phiếu',
  drafts: (count: number) =>
    `Còn ${f.number(count)} việc làm dở, chưa tính vào phiếu này. Làm xong hoặc bỏ trước khi chốt.`,
  sealedBefore: (at: string) =>
    `Đã chốt ngày này lúc ${at}. Chỉ chốt lại khi làm thêm sau giờ ấy; phiếu sau thay phiếu trước.`,
  note: 'Ghi chú',
  noteHint: 'Ví dụ: tiền thực đếm lệch so với phiếu, vì sao',
  finish: 'Chốt ngày và gửi',
  print: 'In phiếu',
}
