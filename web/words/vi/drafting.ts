import type { Fact } from '#domain/outcome.ts'
import { said } from '../said.ts'

type Facts = { readonly [name: string]: Fact }

const listed = (fact: Fact | undefined) => (Array.isArray(fact) ? fact.map(said).join('; ') : '')

/** Why a draft of a result is not saved or not approved. */
export const draftingRefusals = {
  'no-result-form': () =>
    'Thủ tục này không có mẫu kết quả riêng: kết quả được in theo trang chung, không cần soạn dự thảo.',
  'no-such-draft': (facts: Facts) => `Không có dự thảo số ${said(facts['version'])} của hồ sơ này.`,
  'no-draft-yet': () =>
    'Kết quả của thủ tục này phải soạn dự thảo trước khi ký số. Hãy trả lại để chuyên viên soạn; chưa có gì được ký.',
  'draft-not-reviewed': (facts: Facts) =>
    `Hồ sơ có dự thảo số ${said(facts['newest'])}. Hãy mở xem bản sẽ ký rồi đánh dấu đã xem; chưa có gì được phê duyệt.`,
  'newer-draft': (facts: Facts) => {
    const changed = listed(facts['changed'])
    const what = changed === '' ? '' : ` Khác ở: ${changed}.`
    return `Đã có dự thảo số ${said(facts['newest'])} mới hơn.${what} Hãy xem bản mới; những gì bạn nhập vẫn còn đây.`
  },
  'draft-incomplete': (facts: Facts) =>
    `Dự thảo còn thiếu: ${listed(facts['missing'])}. Hãy trả lại để điền đủ; chưa có gì được ký.`,
  'draft-values-wrong': () =>
    'Có ô chưa in được lên văn bản: hãy sửa các ô được nêu. Những gì bạn nhập vẫn còn.',
  'draft-too-late': (facts: Facts) =>
    `Hồ sơ đang ở bước ${said(facts['step'])}: dự thảo chỉ sửa ở bước thụ lý. Muốn sửa, hãy trả hồ sơ lại bước thụ lý.`,
}

const line = (value: Fact | undefined) =>
  value === null || value === undefined ? '' : `dòng ${said(value)}: `

/** What is wrong with one field of a draft, said with its label. */
export const draftFaults: { readonly [code: string]: (facts: Facts) => string } = {
  'not-a-day': (facts) => `${said(facts['label'])}: ghi ngày theo dạng ngày/tháng/năm có thật`,
  'not-a-number': (facts) => `${said(facts['label'])}: ghi số, dấu phẩy trước phần lẻ, ví dụ 120,5`,
  'not-an-amount': (facts) => `${said(facts['label'])}: ghi số đồng, ví dụ 1.250.000`,
  'no-such-choice': (facts) => `${said(facts['label'])}: hãy chọn một trong các mục`,
  'other-columns': (facts) =>
    `${said(facts['label'])}: ${line(facts['line'])}số ô không khớp số cột; các ô cách nhau bằng dấu |`,
  'letters-missing': (facts) =>
    `${said(facts['label'])}: phông chữ của văn bản không có ký tự ${said(facts['letters'])}; hãy ghi bằng ký tự khác`,
  'no-such-field': (facts) => `${said(facts['field'])}: mẫu kết quả không có ô này`,
}

/** The drafts of a result on the desk. */
export const drafting = {
  title: (code: string) => `Dự thảo kết quả, hồ sơ ${code}`,
  heading: 'Dự thảo kết quả',
  link: 'Dự thảo kết quả',
  back: 'Về hồ sơ',
  basis: (basis: string) => `Theo ${basis}.`,
  unsure: 'Mẫu dựng lại, cần đối chiếu với văn bản quy định trước khi ký.',
  write: 'Soạn phiên bản mới',
  optional: 'không bắt buộc',
  rows: (columns: string) => `Mỗi dòng một hàng, các ô cách nhau bằng dấu | theo thứ tự: ${columns}`,
  numberHint: 'Dấu phẩy trước phần lẻ, ví dụ 120,5',
  moneyHint: 'Số đồng, ví dụ 1.250.000',
  chooseNone: '(chưa chọn)',
  why: 'Phiên bản này có gì mới',
  whyFirst: 'Soạn lần đầu',
  save: 'Lưu phiên bản',
  notHere: 'Dự thảo chỉ sửa ở bước thụ lý, bởi người giữ bước ấy.',
  versions: 'Các phiên bản',
  none: 'Chưa có phiên bản nào.',
  version: (number: number) => `Phiên bản ${number}`,
  approved: 'đã phê duyệt',
  missing: (labels: string) => `Còn thiếu: ${labels}`,
  see: (number: number) => `Xem phiên bản ${number} (PDF, dự thảo)`,
  comment: (number: number) => `Góp ý cho phiên bản ${number}`,
  sendComment: 'Ghi góp ý',
  compare: 'So sánh hai phiên bản',
  from: 'Bản trước',
  to: 'Bản sau',
  doCompare: 'So sánh',
  compared: (from: number, to: number) => `So sánh phiên bản ${from} và ${to}`,
  field: 'Nội dung',
  same: (count: number) => `${count} nội dung giống nhau không hiện ở đây.`,
  noDifference: 'Hai phiên bản không khác nhau ở nội dung nào.',
  empty: '(trống)',
  seeSigned: 'Xem bản sẽ ký số (PDF)',
  seePaper: 'Xem bản in để ký tay (PDF)',
  ofVersion: (number: number) => `Kết quả theo dự thảo, phiên bản ${number}`,
  seeApproved: 'Văn bản kết quả đã phê duyệt, để ký tay và đóng dấu (PDF)',
  signs: 'Tôi đã xem và ký số lên bản này',
  paper: 'Tôi đã xem bản in và ký tay lên nó',
  elsewhere: 'Kết quả là văn bản giấy soạn bên ngoài, không dùng bản in này',
  choose: 'Đã xem và phê duyệt',
  noDraft:
    'Chưa có dự thảo trên hệ thống. Phê duyệt lúc này là phê duyệt văn bản giấy soạn bên ngoài; không ký số được.',
}
