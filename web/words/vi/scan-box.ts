import type { Unrecognised } from '#domain/dossier/sealed-scan.ts'
import { format } from '../format.ts'

const f = format('vi')

/** What became of a stack that was sent. */
export interface StackInWords {
  readonly pages: number
  readonly attached: number
  readonly left: number
  readonly known: number
}

const why: Record<Unrecognised, string> = {
  'no-mark': 'Không đọc được mã QR của kết quả',
  'unknown-dossier': 'Mã QR ghi hồ sơ không có ở trung tâm này',
  'signed-electronically': 'Kết quả của hồ sơ này là văn bản ký số, không phải bản giấy',
  'not-approved': 'Kết quả của hồ sơ này chưa được phê duyệt, hoặc đã bị trả lại để làm lại',
  'another-print': 'Không phải bản in đã được phê duyệt của hồ sơ này',
  'attached-already': 'Hồ sơ này đã có bản quét đóng dấu',
  'not-sealed': 'Chưa ghi đóng dấu cho hồ sơ này trên hệ thống',
  'pages-missing': 'Thiếu trang, hoặc có trang không đọc được mã QR',
}

const whatToDo: Record<Unrecognised, string> = {
  'no-mark': 'Xem bản quét rồi gắn vào đúng hồ sơ, hoặc quét lại cho rõ góc dưới bên trái.',
  'unknown-dossier': 'Có thể là văn bản của nơi khác. Xem lại rồi loại, hoặc gắn vào đúng hồ sơ.',
  'signed-electronically': 'Bản gốc là tệp ký số; xem lại rồi loại bản quét này.',
  'not-approved': 'Chờ phê duyệt lại rồi quét bản mới; hoặc loại bản quét này.',
  'another-print': 'Xem có đúng văn bản đã phát hành không, rồi gắn hoặc loại.',
  'attached-already':
    'So với bản đã gắn. Trùng thì loại; bản cũ hỏng thì bỏ bản cũ ở trang hồ sơ rồi gắn bản này.',
  'not-sealed': 'Ghi đóng dấu ở trang hồ sơ rồi bấm “Nhận ra lại”.',
  'pages-missing': 'Quét lại cho đủ trang; nếu bản này vẫn đủ thì gắn vào hồ sơ.',
}

/** Where results that were stamped by hand come back as scans. */
export const scanBox = {
  title: 'Bản quét kết quả đã đóng dấu',
  way: 'Bản quét đóng dấu',
  lead: 'Kết quả in từ hệ thống, đã ký tay và đóng dấu: quét rồi đưa tệp vào đây. Mã QR ở góc dưới mỗi trang đưa bản quét về đúng hồ sơ.',
  files: 'Thả hoặc chọn tệp quét (PDF, JPEG, PNG)',
  filesHint: (each: number, all: number) =>
    `Cả xấp nhiều kết quả quét vào một tệp cũng được; ngược đầu, lệch, xen tờ trắng cũng được. Mỗi tệp nhiều nhất ${f.number(each)} MB, mỗi lần nhiều nhất ${f.number(all)} MB và 100 trang; 100 trang đọc mất khoảng một phút.`,
  noFile: 'Chưa chọn tệp nào.',
  send: 'Đọc và gắn vào hồ sơ',
  took: ({ pages, attached, left, known }: StackInWords) =>
    [
      `Đã đọc ${f.number(pages)} trang: gắn vào ${f.number(attached)} hồ sơ`,
      `${f.number(left)} văn bản chưa nhận ra`,
      ...(known === 0 ? [] : [`${f.number(known)} văn bản đã gửi trước đó, không gắn thêm`]),
    ].join('; ') + '.',
  assigned: (code: string) => `Đã gắn bản quét vào hồ sơ ${code}.`,
  putAside: 'Đã loại bản quét. Tệp và lý do vẫn được lưu.',
  again: 'Nhận ra lại',
  againHint: 'Hồ sơ vừa được phê duyệt hoặc đóng dấu thì bản quét đang chờ sẽ được gắn.',
  recognised: (count: number) =>
    count === 0 ? 'Chưa nhận ra thêm bản quét nào.' : `Đã nhận ra và gắn thêm ${f.number(count)} bản quét.`,
  waiting: 'Chưa nhận ra',
  noneWaiting: 'Không có bản quét nào đang chờ.',
  why,
  whatToDo,
  nowKnown: 'Nay đã nhận ra được: bấm “Nhận ra lại” để gắn.',
  thumbnail: (number: number) => `Trang đầu của bản quét ${number}`,
  number: (number: number) => `Bản quét ${f.number(number)}`,
  see: (pages: number) => `Xem bản quét (PDF, ${f.number(pages)} trang)`,
  marked: 'Mã QR ghi hồ sơ',
  missing: (pages: string, of: number) => `thiếu trang ${pages} trong ${f.number(of)} trang`,
  unread: (count: number) => `${f.number(count)} trang không đọc được mã`,
  sent: (name: string, moment: string) => `${name} gửi lúc ${moment}`,
  file: (name: string, pages: string) => `${name}, trang ${pages}`,
  original: 'Tệp gốc',
  assign: 'Gắn vào hồ sơ',
  code: 'Mã hồ sơ',
  reason: 'Vì sao',
  assignHint: 'Ví dụ: mã QR bị dấu che, đã đối chiếu với hồ sơ.',
  doAssign: 'Gắn bản quét này',
  reject: 'Loại bản quét',
  rejectHint: 'Ví dụ: quét trùng; không phải kết quả. Tệp vẫn được lưu cùng lý do.',
  doReject: 'Loại bản quét này',
  needed: { code: 'Ghi mã hồ sơ.', reason: 'Ghi vì sao: ai mở lại cũng cần biết.' },
  more: 'Xem các bản quét tiếp theo',
  lately: 'Vừa gắn',
  noneLately: 'Chưa có bản quét nào được gắn.',
  columns: { dossier: 'Hồ sơ', at: 'Gắn lúc', by: 'Người gửi', how: 'Cách gắn' },
  byMark: (pages: number) => `Theo mã QR, ${f.number(pages)} trang`,
  byPerson: (reason: string) => `Gắn tay: ${reason}`,
  struck: 'đã bỏ ở trang hồ sơ',
  onDossier: 'Kết quả đã ký và đóng dấu, bản giấy quét lại',
  ofEarlier: 'của lần phê duyệt trước',
  seeOnDossier: 'Bản quét kết quả đã ký, đóng dấu',
}

/** Why a scan is not attached where a person wants it. */
export const scanBoxRefusals = {
  'stack-blank': () =>
    'Các tệp vừa gửi chỉ có trang trắng: hãy kiểm tra mặt giấy đặt vào máy quét rồi quét lại.',
  'result-electronic': () =>
    'Kết quả của hồ sơ này là văn bản ký số: bản gốc là tệp điện tử, không gắn bản quét đóng dấu.',
  'result-not-stamped': () =>
    'Hồ sơ này chưa được phê duyệt và ghi đóng dấu trên hệ thống. Hãy ghi đóng dấu ở trang hồ sơ trước, rồi gắn bản quét.',
  'result-scanned-already': () =>
    'Hồ sơ này đã có bản quét đóng dấu. Nếu bản ấy hỏng, hãy bỏ nó ở trang hồ sơ rồi gắn bản này.',
  'no-such-waiting-scan': () =>
    'Không còn bản quét này ở đây: có thể người khác vừa gắn hoặc loại nó. Hãy tải lại trang.',
}

/** The stamped result, to who follows a dossier. */
export const sealedCopy = {
  title: 'Kết quả',
  certified: 'Bản điện tử của kết quả, đã đối chiếu với bản giấy (PDF)',
  plain: 'Bản quét kết quả đã ký và đóng dấu (PDF)',
  plainHint: 'Bản quét để xem; giấy tờ có giá trị là bản giấy đã trả.',
}
