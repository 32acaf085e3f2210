import type { Fact } from '#domain/outcome.ts'
import type { Doubt, HeardBy, MoneyEvent } from '#domain/paying/money-in.ts'
import type { ProviderKey } from '#domain/paying/provider-key.ts'
import type { OrderState } from '#domain/paying/order.ts'
import { format } from '../format.ts'
import { said } from '../said.ts'

const f = format('vi')
type Facts = { readonly [name: string]: Fact }

const providers: Record<ProviderKey, string> = {
  vnpay: 'VNPAY (thẻ, ví, ứng dụng ngân hàng)',
  national: 'Nền tảng thanh toán của Cổng Dịch vụ công quốc gia',
  bank: 'Chuyển khoản bằng mã VietQR',
  post: 'Bưu chính thu hộ khi phát',
}

/** What a citizen who pays is told. */
export const paying = {
  fee: 'Phí, lệ phí',
  feeBefore: 'Trước khi miễn, giảm',
  feeOff: 'Được miễn, giảm',
  feeAfter: 'Phải nộp',
  free: 'Không phải nộp',
  undetermined: 'Chưa xác định. Trung tâm sẽ báo khi có số tiền.',
  owed: 'Còn phải nộp',
  paid: 'Đã nộp đủ',
  line: 'Khoản',
  lineDue: { receipt: 'khi tiếp nhận', supplement: 'khi nộp bổ sung', return: 'khi trả kết quả' },
  payNow: 'Nộp tiền trực tuyến',
  payAhead: 'Nộp phí, lệ phí ngay',
  beforeReceipt:
    'Bạn có thể nộp ngay, hoặc chờ đến khi hồ sơ được tiếp nhận. Nếu thuộc diện miễn, giảm thì hãy chờ: Trung tâm xét khi tiếp nhận.',
  paidAhead: 'Đã nộp trước trực tuyến',
  paidAheadHint:
    'Tự ghi vào hồ sơ khi tiếp nhận; không thu lại. Nếu từ chối, tiền được chuyển đối soát để hoàn.',
  orAt: (place: string) => `Hoặc nộp tiền mặt, quẹt thẻ tại ${place}, mang theo giấy hẹn.`,
  atCounter: 'Bạn cũng có thể nộp tiền mặt hoặc quẹt thẻ tại quầy của Trung tâm.',
  taken: (dong: string, at: string) => `Đã nộp ${dong} lúc ${at}`,
  receipt: (number: string) => `biên lai ${number}`,
  cancelled: 'biên lai đã hủy',
  refunded: 'đã hoàn tiền',
  partRefunded: (dong: string) => `đã hoàn ${dong}`,
  title: (code: string) => `Nộp tiền cho hồ sơ ${code}`,
  toPay: 'Số tiền nộp lần này',
  choose: 'Chọn cách nộp',
  providers,
  providerHints: {
    vnpay: 'Bạn sang trang của VNPAY để trả, rồi quay lại đây.',
    national: 'Bạn sang trang của Cổng Dịch vụ công để trả, rồi quay lại đây.',
    bank: 'Quét mã bằng ứng dụng ngân hàng bất kỳ. Trung tâm ghi nhận khi ngân hàng báo tiền về.',
    post: 'Bạn trả cho nhân viên bưu chính khi nhận kết quả.',
  } satisfies Record<ProviderKey, string>,
  goPay: (provider: string) => `Nộp qua ${provider}`,
  short: {
    vnpay: 'VNPAY',
    national: 'Cổng Dịch vụ công',
    bank: 'chuyển khoản VietQR',
    post: 'bưu chính thu hộ',
  } satisfies Record<ProviderKey, string>,
  noWay: 'Trung tâm chưa nhận tiền trực tuyến. Hãy nộp tại quầy.',
  back: 'Về hồ sơ của tôi',
  checkAgain: 'Kiểm tra lại',
  goOn: (provider: string) => `Tiếp tục nộp qua ${provider}`,
  another: 'Nộp bằng cách khác',
  anotherWarning:
    'Nếu tài khoản của bạn đã bị trừ tiền thì đừng nộp lần nữa: chờ xác nhận rồi hãy xem lại trang này.',
  tried: (provider: string, at: string) => `Qua ${provider}, lúc ${at}`,
  states: {
    waiting: 'Đang chờ bạn nộp',
    asked: 'Đang hỏi nơi thu tiền',
    paid: 'Đã nhận được tiền',
    'paid-more': 'Đã nhận được tiền, nhiều hơn số phải nộp',
    held: 'Đã nhận được tiền, chờ tiếp nhận hồ sơ',
    doubted: 'Tiền đã về, Trung tâm đang đối soát',
    'given-back': 'Đã hoàn tiền',
    failed: 'Không thành công, chưa trừ tiền',
    expired: 'Đã quá giờ, chưa nộp',
  } satisfies Record<OrderState, string>,
  stateHints: {
    waiting: (until: string) => `Nộp được đến ${until}. Nộp xong, bấm “Kiểm tra lại”.`,
    asked: () =>
      'Nơi thu tiền chưa trả lời. Trung tâm sẽ tự hỏi lại; tiền của bạn không mất. Bạn có thể đóng trang này.',
    paid: () => 'Tiền đã được ghi vào hồ sơ.',
    'paid-more': () => 'Hồ sơ đã được ghi đủ tiền. Phần trả thêm đang được đối soát và sẽ hoàn lại cho bạn.',
    held: () =>
      'Tiền được ghi vào hồ sơ và có biên lai khi Trung tâm tiếp nhận. Nếu hồ sơ không được tiếp nhận, tiền được hoàn lại.',
    doubted: () =>
      'Khoản này chưa ghi được vào hồ sơ (nộp hai lần, nộp muộn hoặc khác số tiền). Cán bộ đang xem và sẽ ghi nhận hoặc hoàn lại.',
    'given-back': () => 'Tiền được trả về nơi bạn đã dùng để nộp.',
    failed: () => 'Bạn có thể nộp lại bằng cách bất kỳ.',
    expired: () => 'Bạn có thể nộp lại bằng cách bất kỳ.',
  } satisfies Record<OrderState, (until: string) => string>,
  earlier: 'Những lần nộp trước',
  transfer: {
    title: 'Quét mã để chuyển khoản',
    qr: 'Mã VietQR để chuyển khoản',
    byHand: 'Không quét được? Chuyển khoản với đúng các thông tin sau:',
    bank: 'Ngân hàng',
    account: 'Số tài khoản',
    holder: 'Chủ tài khoản',
    dong: 'Số tiền',
    content: 'Nội dung (ghi đúng, không thêm gì)',
  },
  returning: 'Đang quay lại trang nộp tiền',
  returningLink: 'Xem kết quả nộp tiền',
}

/** What whoever keeps the money is told. */
export const reconciling = {
  title: 'Đối soát thu trực tuyến',
  lead: 'Tiền đã về mà không tự ghi được vào hồ sơ. Mỗi khoản phải được ghi vào một hồ sơ hoặc hoàn lại; không khoản nào tự mất đi.',
  none: 'Không có khoản nào chờ đối soát.',
  next: 'Trang sau',
  doubts: {
    'no-such-order': 'Không ứng với lần nộp nào',
    'other-amount': 'Khác số tiền phải nộp',
    twice: 'Nộp hai lần',
    late: 'Nộp sau khi hết giờ',
    'not-owed': 'Hồ sơ không còn nợ khoản này',
    'fee-changed': 'Số phải nộp của hồ sơ đã đổi',
    'dossier-closed': 'Hồ sơ đã kết thúc',
    'filing-ended': 'Hồ sơ nộp trực tuyến không được tiếp nhận',
  } satisfies Record<Doubt, string>,
  refundRefused: (code: string) =>
    `Nơi thu tiền không hoàn (mã ${code}). Hoàn bằng chuyển khoản, hoặc hỏi nơi thu tiền.`,
  transaction: 'Mã giao dịch',
  reference: 'Mã nộp tiền',
  noReference: 'không có',
  text: 'Nội dung chuyển khoản',
  dossier: 'Hồ sơ',
  paidAt: 'Nộp lúc',
  heard: {
    notice: 'nơi thu tiền báo',
    answer: 'nơi thu tiền trả lời khi hỏi',
    file: 'có trong tệp đối soát',
  } satisfies Record<HeardBy, string>,
  credit: 'Ghi vào hồ sơ',
  creditHint: 'Hồ sơ phải đang nợ đúng số tiền này. Nếu khoản phải nộp ghi sai, sửa khoản ấy trước.',
  code: 'Mã hồ sơ',
  ask: 'Đề nghị hoàn tiền',
  dong: 'Số tiền hoàn (đồng)',
  reason: 'Lý do',
  ground: 'Căn cứ',
  asked: (name: string, dong: string, at: string) => `${name} đề nghị hoàn ${dong} lúc ${at}`,
  why: (reason: string, ground: string) => `${reason} (${ground})`,
  agree: 'Đồng ý hoàn tiền',
  agreeByHand:
    'Nơi thu tiền này không tự hoàn. Chuyển khoản trả lại trước, rồi ghi mã giao dịch chuyển khoản.',
  agreeEither: 'Để trống để hoàn qua nơi đã thu; nếu đã tự chuyển khoản trả lại thì ghi mã giao dịch.',
  transferred: 'Mã giao dịch chuyển khoản trả lại',
  own: 'Bạn đã đề nghị; phải có người thứ hai đồng ý.',
  drop: 'Không hoàn',
  dropWhy: 'Vì sao không hoàn',
  chosen: 'Khoản đã ghi vào hồ sơ',
  held: 'Chờ tiếp nhận hồ sơ',
  settled: 'Đã hoàn',
  find: 'Tìm theo mã nộp tiền hoặc mã giao dịch',
  doFind: 'Tìm',
  nothingFound: 'Không có lần nộp hay khoản tiền nào với mã ấy.',
  order: (reference: string) => `Lần nộp ${reference}`,
  orderEnds: {
    paid: 'Đã có tiền về',
    failed: 'Không thành công',
    expired: 'Hết giờ, không có tiền về',
    open: 'Chưa rõ',
  },
  askAgain: 'Hỏi lại nơi thu tiền',
  history: 'Diễn biến',
  happened: {
    MoneyCame: 'Tiền về',
    MoneyCredited: 'Ghi vào hồ sơ',
    MoneyHeld: 'Chờ tiếp nhận hồ sơ',
    MoneyDoubted: 'Chuyển đối soát',
    RefundAsked: 'Đề nghị hoàn',
    RefundDropped: 'Không hoàn',
    RefundAgreed: 'Đồng ý hoàn',
    RefundMade: 'Đã hoàn',
    RefundRefused: 'Nơi thu tiền không hoàn',
  } satisfies Record<MoneyEvent['type'], string>,
  day: 'Thu trực tuyến trong ngày',
  dayLead: 'Theo ngày người dân nộp. Tổng từng nơi thu phải khớp với tệp của nơi ấy.',
  nothingOnDay: 'Không có khoản thu trực tuyến nào trong ngày.',
  daySum: 'Tổng tiền về',
  dayCredited: 'Đã ghi vào hồ sơ',
  dayRefunded: 'Đã hoàn',
  receipt: 'Biên lai',
  amount: 'Số tiền',
  standing: 'Tình trạng',
  refundOnline: (dong: string) => `Hoàn khoản ${dong} nộp trực tuyến`,
  underWay: 'Đang hoàn, chờ nơi thu tiền trả lời',
  agreedBy: (dong: string) => `Hoàn ${dong}; hệ thống tự hỏi lại cho đến khi được trả lời.`,
  unclear: 'Lần nộp chưa rõ kết quả',
  unclearLead:
    'Đã quá giờ nhiều ngày mà nơi thu tiền không trả lời. Xem trong tệp đối soát của nơi thu tiền.',
  file: 'So với tệp của nơi thu tiền',
  fileLead:
    'Tải danh sách giao dịch của VNPAY, của nền tảng thanh toán, hoặc sao kê ngân hàng dạng CSV. Khoản nào tệp có mà hệ thống chưa biết sẽ được ghi nhận ngay.',
  notCompared: 'Những ngày có thu mà chưa so tệp',
  provider: 'Nơi thu tiền',
  chooseFile: 'Tệp CSV',
  noFile: 'Chọn tệp CSV để so.',
  compare: 'So tệp',
  files: 'Các tệp đã so',
  fileOf: (provider: string, from: string, to: string) =>
    from === to ? `${provider}, ngày ${from}` : `${provider}, từ ${from} đến ${to}`,
  fileBy: (name: string, at: string) => `${name}, ${at}`,
  fileSum: (lines: number, dong: string) => `${f.number(lines)} khoản, ${dong}`,
  matched: (count: number) => `${f.number(count)} khoản khớp`,
  unheard: (count: number) => `${f.number(count)} khoản hệ thống chưa biết, nay đã ghi nhận`,
  missing: (count: number) => `${f.number(count)} khoản hệ thống có mà tệp không có`,
  differing: (count: number) => `${f.number(count)} khoản khác số tiền`,
  differs: (transaction: string, ours: string, theirs: string) =>
    `${transaction}: hệ thống ghi ${ours}, tệp ghi ${theirs}`,
  allMatch: 'Khớp hoàn toàn',
  providers: {
    vnpay: 'VNPAY',
    national: 'Nền tảng thanh toán quốc gia',
    bank: 'Chuyển khoản ngân hàng',
    post: 'Bưu chính thu hộ',
  } satisfies Record<ProviderKey, string>,
  automatic: 'Thu trực tuyến (tự động)',
}

export const payingRefusals = {
  'not-through-provider': () => 'Tiền thu trực tuyến chỉ được ghi khi nơi thu tiền đã xác nhận.',
  'no-online-payment': () => 'Trung tâm không thu tiền qua nơi này.',
  'provider-away': () =>
    'Nơi thu tiền không trả lời lúc này. Chưa có tiền nào bị trừ. Hãy thử lại sau ít phút, hoặc chọn cách khác.',
  'provider-silent': () => 'Nơi thu tiền chưa trả lời. Hệ thống còn hỏi lại; hãy thử sau.',
  'refund-by-two': () =>
    'Tiền thu trực tuyến không hủy hay hoàn ở quầy. Đề nghị hoàn ở trang Đối soát thu trực tuyến; người thứ hai đồng ý thì tiền được trả về nơi đã nộp.',
  'no-such-money': () => 'Không có khoản tiền này.',
  'money-settled': () => 'Khoản này đã được ghi vào hồ sơ hoặc đã hoàn. Tải lại trang để xem.',
  'refund-under-way': () => 'Khoản này đang có đề nghị hoàn. Tải lại trang để xem.',
  'no-refund-asked': () => 'Khoản này không có đề nghị hoàn nào. Tải lại trang để xem.',
  'file-columns-missing': (facts: Facts) =>
    `Tệp không có đủ các cột cần thiết: ${said(facts['columns'])}. Kiểm tra đã chọn đúng nơi thu tiền và lưu tệp dạng CSV.`,
  'file-line-wrong': (facts: Facts) =>
    `Dòng ${said(facts['line'])} của tệp không đọc được${facts['found'] ? `: “${said(facts['found'])}”` : ''}. Chưa có gì được ghi nhận. Tải lại tệp gốc dạng CSV (UTF-8), đừng sửa bằng tay.`,
  'file-empty': () => 'Tệp không có khoản tiền vào nào.',
}
