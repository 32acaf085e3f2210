import type { SignatureFault } from '#papers/signing/check-pdf.ts'

const faults: Record<SignatureFault, string> = {
  unreadable: 'Không đọc được chữ ký.',
  'covers-other-bytes': 'Chữ ký không bao trùm văn bản này.',
  changed: 'Không hợp lệ: nội dung đã bị sửa sau khi ký.',
  'signature-false': 'Không hợp lệ: chữ ký không khớp với chứng thư số.',
  'changed-afterwards': 'Văn bản đã bị thêm nội dung sau khi ký.',
  'unknown-issuer': 'Không rõ tổ chức cấp chứng thư số.',
  'other-purpose': 'Chứng thư số không dùng để ký văn bản.',
  'not-yet-valid': 'Chứng thư số chưa có hiệu lực.',
  expired: 'Chứng thư số đã hết hạn.',
  revoked: 'Chứng thư số đã bị thu hồi.',
}

/** What the public check of documents says. */
export const check = {
  title: 'Kiểm tra văn bản kết quả',
  lead: 'Tải lên tệp PDF nhận được để biết có phải do Trung tâm cấp không, có bị sửa không, ai đã ký và ký lúc nào.',
  file: 'Tệp PDF',
  another: 'Kiểm tra tệp khác',
  hint: (megabytes: number) =>
    `Chỉ PDF, không quá ${megabytes} MB. Dùng đúng tệp đã nhận, không in ra rồi quét lại.`,
  submit: 'Kiểm tra',
  privacy: 'Tệp chỉ được xem trong chốc lát và không được lưu lại ở đâu.',
  errors: 'Chưa kiểm tra được',
  missing: 'Hãy chọn tệp PDF cần kiểm tra.',
  looked: (name: string) => `Tệp đã xem: ${name}`,
  verdicts: {
    genuine: 'Văn bản thật, còn nguyên vẹn',
    unsealed: 'Văn bản của Trung tâm nhưng chưa đóng dấu',
    'foreign-valid': 'Không phải văn bản do Trung tâm này cấp',
    foreign: 'Không xác nhận được văn bản này',
    unsigned: 'Văn bản không có chữ ký số',
    changed: 'Văn bản đã bị thay đổi',
  },
  advice: {
    genuine: 'Đúng văn bản Trung tâm đã cấp; mọi chữ ký đều hợp lệ.',
    unsealed: 'Người có thẩm quyền đã ký, cơ quan chưa đóng dấu: chưa dùng làm kết quả được.',
    'foreign-valid':
      'Chữ ký hợp lệ, nhưng Trung tâm không cấp văn bản này. Hãy hỏi cơ quan ghi trên văn bản.',
    foreign: 'Trung tâm không cấp văn bản này và chữ ký không xác nhận được.',
    unsigned: 'Không có gì để xác nhận. Bản giấy được xác nhận bằng dấu và chữ ký trên giấy.',
    changed: 'Không dùng văn bản này. Hãy xin lại bản gốc từ Trung tâm.',
  },
  dossier: 'Kết quả của hồ sơ',
  issuedAt: 'Cấp lúc',
  unchanged: 'Nguyên vẹn',
  yes: 'Đúng từng ký tự với bản đã cấp',
  added: 'Không: có nội dung được thêm vào sau bản đã cấp',
  signatures: (count: number) => (count === 0 ? 'Không có chữ ký' : `Chữ ký (${count})`),
  nobody: 'Không rõ người ký',
  valid: 'hợp lệ.',
  faults,
  stampedAt: (moment: string) => `Ký lúc ${moment} (có dấu thời gian).`,
  claimedAt: (moment: string) => `Ký lúc ${moment} (theo máy của người ký).`,
  longTerm: 'Trong văn bản có sẵn xác nhận của nơi cấp chứng thư, kiểm tra được cả về sau.',
  issuer: (name: string) => `Chứng thư do ${name} cấp.`,
}
