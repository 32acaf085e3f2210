import type { Fact } from '#domain/outcome.ts'
import { format } from '../format.ts'
import { said } from '../said.ts'

const f = format('vi')
type Facts = { readonly [name: string]: Fact }

/** Why something is not signed. */
export const signingRefusals = {
  'key-not-opened': () => 'Tệp khoá ký (PKCS#12) không mở được: sai mật khẩu hoặc tệp hỏng.',
  'key-not-of-certificate': () => 'Tệp khoá ký có khoá không khớp với chứng thư số nào trong tệp.',
  'certificate-not-yet-valid': (facts: Facts) =>
    `Chứng thư số của ${said(facts['subject'])} chỉ có hiệu lực từ ${f.day(said(facts['from']))}. Chưa có gì được ký; hồ sơ giữ nguyên.`,
  'certificate-expired': (facts: Facts) =>
    `Chứng thư số của ${said(facts['subject'])} đã hết hạn từ ${f.day(said(facts['until']))}. Hãy gia hạn rồi ký lại; chưa có gì được ký, hồ sơ giữ nguyên.`,
  'certificate-for-other-purpose': (facts: Facts) =>
    `Chứng thư số của ${said(facts['subject'])} không dùng để ký văn bản. Hãy dùng chứng thư ký số; hồ sơ giữ nguyên.`,
  'signature-false': () =>
    'Dịch vụ ký trả về chữ ký không khớp với chứng thư số. Chưa có gì được ghi; hãy báo người quản trị.',
  'signature-invalid': (facts: Facts) =>
    `Chữ ký vừa tạo không đạt kiểm tra: ${said(facts['faults'])}. Chưa có gì được ghi; hồ sơ giữ nguyên.`,
  'signing-declined': () => 'Người ký đã từ chối trên điện thoại. Chưa có gì được ký; hồ sơ giữ nguyên.',
  'signing-unanswered': () =>
    'Dịch vụ ký chưa trả lời kịp. Chưa có gì được ký; hãy mở điện thoại xác nhận rồi gửi lại.',
  'no-time-stamp': () =>
    'Dịch vụ cấp dấu thời gian không trả lời. Chưa có gì được ký; xin thử lại sau ít phút.',
  'issuer-silent': (facts: Facts) =>
    `Nơi cấp chứng thư số của ${said(facts['subject'])} chưa trả lời chứng thư còn hiệu lực hay không. Chưa có gì được ký, hồ sơ giữ nguyên; xin thử lại sau ít phút.`,
  'certificate-revoked': (facts: Facts) =>
    `Chứng thư số của ${said(facts['subject'])} đã bị thu hồi từ ${f.day(said(facts['on']))}. Chưa có gì được ký, hồ sơ giữ nguyên; hãy liên hệ nơi cấp chứng thư.`,
  'document-not-signable': () => 'Văn bản này không ký thêm được mà không làm hỏng chữ ký trước.',
  'document-unreadable': () => 'Tệp này không phải PDF đọc được, hoặc có mật khẩu, hoặc bị thiếu.',
  'no-signing-key': () =>
    'Chưa có khoá ký cho việc này: người phê duyệt hoặc cơ quan chưa được khai chứng thư số. Hãy báo người quản trị.',
  'no-result-document': () => 'Hồ sơ này chưa có văn bản kết quả điện tử.',
  'reviewed-another-document': () =>
    'Văn bản đã thay đổi sau khi bạn xem. Chưa có gì được ký: hãy xem lại bản mới rồi phê duyệt.',
}

/** What the desk says of signatures. */
export const signing = {
  sealHint:
    'Văn bản đã được ký số. Số, ngày và dấu của cơ quan sẽ được đưa vào văn bản điện tử; chữ ký của người phê duyệt giữ nguyên giá trị.',
  seeSigned: 'Văn bản kết quả điện tử (PDF)',
}
