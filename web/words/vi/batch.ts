import type { RowCell, RowFaultCode } from '#shapes/batch-rows.ts'
import { format } from '../format.ts'

const f = format('vi')

/** Several dossiers on one screen, and what one person handed in together. */
export const batch = {
  title: 'Tiếp nhận nhiều hồ sơ',
  lead: 'Một người nộp nhiều hồ sơ cùng thủ tục: mỗi dòng là một hồ sơ, có mã và mã tra cứu riêng.',
  single: 'Nhận từng hồ sơ',
  rows: 'Danh sách hồ sơ',
  pasteLabel: 'Dán từ bảng tính',
  pasteHint:
    'Mỗi dòng một hồ sơ, các cột theo thứ tự: họ tên chủ hồ sơ, số giấy tờ, số trang, số bản, nội dung. Chủ hồ sơ là người nộp thì để trống hai cột đầu.',
  paste: 'Đưa vào danh sách',
  pasteFirst: 'Kiểm tra các dòng vừa dán rồi bấm Tiếp nhận.',
  moreRows: 'Thêm 10 dòng',
  line: 'Dòng',
  cells: {
    ownerName: 'Chủ hồ sơ',
    idNumber: 'Số giấy tờ',
    pages: 'Số trang',
    copies: 'Số bản',
    subject: 'Nội dung, giấy tờ',
  } satisfies Record<RowCell, string>,
  cellOf: (cell: string, line: number) => `${cell}, dòng ${line}`,
  fee: 'Phí',
  total: (count: number) => `Cộng ${f.number(count)} hồ sơ`,
  totalOpen: 'chưa kể khoản chưa xác định',
  byPages: 'Theo số trang của từng dòng',
  papersSeen: 'Đã kiểm tra: mỗi hồ sơ có đủ giấy tờ như dưới đây',
  papersNotSeen: 'Kiểm tra giấy tờ của mọi hồ sơ rồi đánh dấu vào ô này.',
  mayRepeat: 'Các dòng giống hệt nhau là những giấy tờ khác nhau',
  noRows: 'Chưa có dòng nào. Gõ vào danh sách hoặc dán từ bảng tính.',
  receive: 'Tiếp nhận tất cả',
  partly: (done: number, failed: number) =>
    `Đã tiếp nhận ${f.number(done)} hồ sơ; ${f.number(failed)} dòng chưa được, còn lại dưới đây để sửa`,
  failed: (line: number) => `Dòng ${line}`,
  faults: {
    columns: (line, found) =>
      `Dòng ${line} có ${found} cột; cần từ 2 đến 5 cột: họ tên, số giấy tờ, số trang, số bản, nội dung.`,
    'wrong-number': (line, found) =>
      `Dòng ${line}: số giấy tờ “${found}” chỉ được có chữ số, chữ cái không dấu và dấu gạch nối.`,
    'wrong-pages': (line, found) =>
      `Dòng ${line}: số trang “${found}” phải là số từ 1 đến 9999, không có chữ.`,
    'wrong-copies': (line, found) =>
      `Dòng ${line}: số bản “${found}” phải là số nguyên từ 1 đến 999, không có chữ.`,
    'wrong-text': (line, found) => `Dòng ${line}: “${found}” quá dài hoặc có ký tự lạ. Gõ lại ngắn hơn.`,
    'number-without-name': (line, found) =>
      `Dòng ${line}: có số giấy tờ ${found} mà chưa có họ tên chủ hồ sơ.`,
    'same-as': (line, found) =>
      `Dòng ${line} giống hệt dòng ${found}. Bỏ bớt, tăng số bản, hoặc đánh dấu rằng đó là giấy tờ khác nhau.`,
    'too-many': (_, found) =>
      `Có ${found} dòng; mỗi lần nhận nhiều nhất 100 hồ sơ. Chia ra rồi dán từng phần.`,
  } satisfies Record<RowFaultCode, (line: number, found: string) => string>,
  visitTitle: (count: number) => `Đã tiếp nhận ${f.number(count)} hồ sơ`,
  code: 'Mã hồ sơ',
  key: 'Mã tra cứu',
  owner: 'Chủ hồ sơ, nội dung',
  due: 'Hẹn trả',
  totalDue: 'Phải nộp',
  printList: 'In một giấy tiếp nhận cho tất cả',
  receiptOf: (code: string) => `Giấy riêng của hồ sơ ${code}`,
  one: 'Giấy riêng',
  another: 'Thêm hồ sơ của người này',
  anotherBatch: 'Thêm nhiều hồ sơ của người này',
  nextSame: 'Người tiếp theo',
}
