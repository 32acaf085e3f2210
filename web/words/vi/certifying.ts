import { format } from '../format.ts'

const f = format('vi')

/** Registers of certifications. */
export const certifying = {
  title: 'Sổ chứng thực',
  lead: 'Số chứng thực được lấy khi người có thẩm quyền đã ký, liên tục trong năm của từng sổ; số hỏng không dùng lại.',
  book: 'Sổ',
  day: 'Ngày',
  sought: 'Tìm theo tên, số giấy tờ hoặc số chứng thực',
  soughtHint: 'Tên có dấu hoặc không dấu; số chứng thực như 12 hoặc 12/2019. Để trống là xem cả ngày.',
  search: 'Tìm',
  show: 'Xem',
  dayOf: (day: string) => `Ngày ${day}`,
  found: (count: number) => `${f.number(count)} việc chứng thực`,
  nothing: 'Không có việc chứng thực nào.',
  columns: {
    number: 'Số',
    at: 'Ngày, giờ',
    person: 'Người yêu cầu chứng thực',
    what: 'Giấy tờ, nội dung',
    pages: 'Số trang',
    copies: 'Số bản',
    fee: 'Phí',
    signer: 'Người ký',
    dossier: 'Hồ sơ',
  },
  totals: 'Cộng',
  sums: (acts: number, copies: number) => `${f.number(acts)} việc, ${f.number(copies)} bản`,
  byMandate: (key: string) => `theo ủy quyền ${key}`,
  spoiled: 'Số hỏng',
  signedAnew: 'bị trả lại và ký lại với số khác',
  spoil: 'Ghi số hỏng',
  spoilReason: 'Lý do',
  noSlip: 'Làm xong trong ngày thì không cần giấy tiếp nhận. Nếu không kịp, in giấy tiếp nhận và hẹn trả.',
}
