import { format } from '../format.ts'

const f = format('vi')

/** The list of papers one takes along. */
export const checklist = {
  title: 'Giấy tờ cần mang',
  titleOf: (name: string) => `Giấy tờ cần mang: ${name}`,
  toProcedure: 'Về trang thủ tục',
  myCase: 'Trường hợp của tôi',
  iAm: 'Điều nào đúng với tôi?',
  make: 'Lập danh sách',
  papers: (count: number) => `${f.number(count)} loại giấy tờ`,
  take: 'Mang danh sách theo',
  qr: 'Mã QR mở danh sách này',
  scan: 'Quét mã này bằng điện thoại để mở danh sách. Trong mã không có thông tin của bạn.',
  sms: 'Gửi bằng tin nhắn',
  mail: 'Gửi bằng thư điện tử',
  print: 'Muốn in: bấm Ctrl+P; danh sách vừa một tờ A4.',
  asOf: (moment: string) => `Danh sách lập lúc ${moment}. Quy định có thể thay đổi.`,
}
