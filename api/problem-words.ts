import type { Refusal } from '#domain/outcome.ts'
import type { Language } from '#web/words/format.ts'
import { said } from '#web/words/said.ts'

type Sentence = (facts: Refusal['facts']) => string
export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 414 | 415 | 422 | 429 | 500 | 503

interface TransportProblem {
  readonly status: ProblemStatus
  readonly vi: Sentence
  readonly en: Sentence
}

/** What can be wrong with a request before any rule is asked: its status and its sentences. */
export const TRANSPORT = {
  'malformed-address': {
    status: 400,
    vi: () => 'Địa chỉ có ký tự mã hóa sai (không phải UTF-8).',
    en: () => 'The address holds broken percent-encoding (not UTF-8).',
  },
  'invalid-parameters': {
    status: 400,
    vi: () => 'Tham số trong địa chỉ chưa đúng; xem từng mục trong “errors”.',
    en: () => 'Parameters in the address are not right; see each of “errors”.',
  },
  'body-missing': {
    status: 400,
    vi: () => 'Yêu cầu này cần nội dung JSON nhưng không có gì được gửi.',
    en: () => 'This request needs a JSON body and none was sent.',
  },
  'body-cut-off': {
    status: 400,
    vi: () => 'Nội dung gửi đến bị ngắt giữa chừng.',
    en: () => 'The body was cut off on its way.',
  },
  'malformed-utf-8': {
    status: 400,
    vi: () => 'Nội dung không phải UTF-8 hợp lệ.',
    en: () => 'The body is not valid UTF-8.',
  },
  'malformed-json': {
    status: 400,
    vi: () => 'Nội dung không phải JSON hợp lệ.',
    en: () => 'The body is not valid JSON.',
  },
  'malformed-form': {
    status: 400,
    vi: () =>
      'Biểu mẫu gửi đến không đọc được, hoặc không phải gồm đúng một phần “about” và các phần “files”.',
    en: () => 'The form cannot be read, or is not of one part “about” and parts “files” alone.',
  },
  'nested-too-deep': {
    status: 400,
    vi: (facts) => `Nội dung JSON lồng nhau quá ${said(facts['most'])} tầng.`,
    en: (facts) => `The JSON body is nested more than ${said(facts['most'])} levels deep.`,
  },
  'sign-in-needed': {
    status: 401,
    vi: () => 'Việc này cần đăng nhập: gửi kèm “Authorization: Bearer …”.',
    en: () => 'This needs a sign-in: send “Authorization: Bearer …”.',
  },
  'malformed-token': {
    status: 401,
    vi: () => 'Đầu mục Authorization không có dạng “Bearer …”.',
    en: () => 'The Authorization header is not of the form “Bearer …”.',
  },
  'session-ended': {
    status: 401,
    vi: () => 'Phiên làm việc đã kết thúc hoặc không có. Xin đăng nhập lại.',
    en: () => 'The session has ended or never was. Please sign in again.',
  },
  'device-unknown': {
    status: 401,
    vi: () => 'Thiết bị chưa đăng ký: gửi kèm “Authorization: Device …”.',
    en: () => 'The device is not registered: send “Authorization: Device …”.',
  },
  'second-factor-needed': {
    status: 401,
    vi: () => 'Tài khoản này cần thêm mã xác thực; gửi lại kèm “code”.',
    en: () => 'This account wants a second factor; send again with “code”.',
  },
  'own-password-needed': {
    status: 401,
    vi: () => 'Mật khẩu này chỉ dùng một lần: xin đăng nhập trên trang để tự đặt mật khẩu, rồi gửi lại.',
    en: () => 'This password is for one time: sign in on the page to choose your own, then send again.',
  },
  'wrong-name-or-password': {
    status: 401,
    vi: () => 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: () => 'Name or password is not right.',
  },
  'no-such-address': {
    status: 404,
    vi: () => 'Không có địa chỉ này trong API.',
    en: () => 'The API has no such address.',
  },
  'no-such-centre': {
    status: 404,
    vi: () => 'Không có trung tâm nào dùng tên miền này.',
    en: () => 'No centre answers to this host name.',
  },
  'method-not-allowed': {
    status: 405,
    vi: (facts) => `Địa chỉ này chỉ nhận ${said(facts['allowed'])}.`,
    en: (facts) => `This address takes ${said(facts['allowed'])} only.`,
  },
  'body-too-large': {
    status: 413,
    vi: (facts) => `Nội dung lớn hơn ${said(facts['most'])} byte.`,
    en: (facts) => `The body is larger than ${said(facts['most'])} bytes.`,
  },
  'address-too-long': {
    status: 414,
    vi: (facts) => `Địa chỉ dài hơn ${said(facts['most'])} ký tự.`,
    en: (facts) => `The address is longer than ${said(facts['most'])} characters.`,
  },
  'not-json': {
    status: 415,
    vi: () => 'Nội dung phải được gửi là “Content-Type: application/json”, không nén.',
    en: () => 'The body must be sent as “Content-Type: application/json”, not compressed.',
  },
  'not-multipart': {
    status: 415,
    vi: () =>
      'Yêu cầu này nhận tệp: gửi “Content-Type: multipart/form-data”, không nén, gồm một phần “about” (JSON) và các phần “files”.',
    en: () =>
      'This request takes files: send “Content-Type: multipart/form-data”, not compressed, of one part “about” (JSON) and parts “files”.',
  },
  'files-missing': {
    status: 422,
    vi: () => 'Chưa có tệp nào được gửi kèm; mỗi trang hoặc mỗi tệp PDF là một phần “files”.',
    en: () => 'No file was sent; each page or each PDF is one part “files”.',
  },
  'invalid-content': {
    status: 422,
    vi: () => 'Nội dung chưa đúng; xem từng mục trong “errors”.',
    en: () => 'The content is not right; see each of “errors”.',
  },
  'too-many-requests': {
    status: 429,
    vi: (facts) => `Quá nhiều lần trong một lúc. Xin thử lại sau ${said(facts['seconds'])} giây.`,
    en: (facts) => `Too many attempts. Please try again in ${said(facts['seconds'])} seconds.`,
  },
  'program-fault': {
    status: 500,
    vi: () => 'Lỗi ở phía chúng tôi. Lệnh có thể chưa được ghi lại; gửi lại với cùng “id” là an toàn.',
    en: () =>
      'The fault is ours. The command may not be recorded; sending it again with the same “id” is safe.',
  },
  'database-away': {
    status: 503,
    vi: () => 'Cơ sở dữ liệu đang tạm vắng. Xin gửi lại với cùng “id” sau ít giây.',
    en: () => 'The database is away for the moment. Please send again with the same “id” in a few seconds.',
  },
} as const satisfies { readonly [code: string]: TransportProblem }

export type TransportCode = keyof typeof TRANSPORT

/** What a kind of problem is called, by status. */
export const TITLES: Record<ProblemStatus, Record<Language, string>> = {
  400: { vi: 'Yêu cầu sai dạng', en: 'Malformed request' },
  401: { vi: 'Cần đăng nhập', en: 'Sign-in needed' },
  403: { vi: 'Không được phép', en: 'Not permitted' },
  404: { vi: 'Không tìm thấy', en: 'Not found' },
  405: { vi: 'Sai phương thức', en: 'Method not allowed' },
  409: { vi: 'Xung đột', en: 'Conflict' },
  410: { vi: 'Không còn dùng', en: 'Gone' },
  413: { vi: 'Nội dung quá lớn', en: 'Content too large' },
  414: { vi: 'Địa chỉ quá dài', en: 'Address too long' },
  415: { vi: 'Sai kiểu nội dung', en: 'Unsupported content type' },
  422: { vi: 'Không thực hiện được', en: 'Cannot be carried out' },
  429: { vi: 'Quá nhiều yêu cầu', en: 'Too many requests' },
  500: { vi: 'Lỗi của chương trình', en: 'Program fault' },
  503: { vi: 'Tạm ngừng phục vụ', en: 'Service away' },
}
