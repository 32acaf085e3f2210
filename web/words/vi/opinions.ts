import type { Level, RatingWay } from '#domain/opinions/rating.ts'
import { format } from '../format.ts'

const f = format('vi')

/** What the pages say of ratings. */
export const opinions = {
  rating: {
    title: 'Đánh giá lần giải quyết hồ sơ',
    lead: 'Năm câu, chừng một phút. Không ai ở quầy hay phòng chuyên môn thấy tên bạn cùng câu trả lời; Trung tâm chỉ đếm theo đơn vị.',
    rate: 'Đánh giá',
    change: 'Sửa đánh giá',
    invite: 'Hồ sơ đã có kết quả. Bạn thấy Trung tâm làm việc thế nào?',
    until: (day: string) => `Đánh giá được đến hết ngày ${day}.`,
    changeUntil: (day: string) => `Bạn sửa được đến hết ngày ${day}.`,
    given: (moment: string, way: string) => `Đã đánh giá lúc ${moment}, ${way}.`,
    ways: {
      account: 'từ tài khoản',
      key: 'bằng mã và khóa',
      counter: 'tại quầy',
    } satisfies Record<RatingWay, string>,
    levels: {
      'very-satisfied': 'Rất hài lòng',
      satisfied: 'Hài lòng',
      neutral: 'Bình thường',
      dissatisfied: 'Không hài lòng',
      'very-dissatisfied': 'Rất không hài lòng',
    } satisfies Record<Level, string>,
    choose: 'Chọn một mức cho câu này.',
    reason: 'Vì sao bạn chưa hài lòng?',
    reasonHint: 'Bắt buộc khi có câu không hài lòng. Đừng ghi tên, số điện thoại hay số định danh của ai.',
    send: 'Gửi đánh giá',
    thanks: 'Cảm ơn bạn đã đánh giá',
    thanksText:
      'Ý kiến của bạn đã được ghi nhận. Trung tâm đọc lý do và đếm theo đơn vị, không kèm tên người.',
    back: 'Quay lại hồ sơ',
  },
  counter: {
    title: 'Đánh giá tại quầy',
    lead: 'Nhập sáu chữ số cán bộ vừa đưa. Cán bộ không thấy câu trả lời.',
    code: 'Mã sáu chữ số',
    codeMissing: 'Hãy nhập mã sáu chữ số. Cán bộ tại quầy đưa mã này.',
    begin: 'Bắt đầu',
    next: 'Người tiếp theo',
    leave: 'Thôi, không đánh giá',
    handTitle: 'Mời người dân đánh giá',
    handLead:
      'Lấy mã rồi mời người dân nhập vào máy dành cho họ. Bạn không thấy câu hỏi và câu trả lời; việc đưa mã được ghi lại. Không đánh giá được trên máy có cán bộ đang đăng nhập.',
    hand: 'Lấy mã đánh giá',
    handed: 'Mã đánh giá',
    handedHow: (minutes: number, address: string) =>
      `Mở ${address} trên máy dành cho người dân. Mã dùng một lần, trong ${f.number(minutes)} phút.`,
    toDossier: 'Quay lại hồ sơ',
  },
  board: {
    title: 'Mức độ hài lòng của người dân',
    lead: (until: string) =>
      `Tỷ lệ chọn “Hài lòng” hoặc “Rất hài lòng” ở câu nói chung, mỗi hồ sơ một đánh giá. Tính các tháng trọn đến ${until}, khi không ai còn sửa được.`,
    hidden: 'Tháng và đơn vị có dưới 5 đánh giá không được cộng vào, để không ai đoán ra người đánh giá.',
    nothing: 'Chưa đủ đánh giá để công khai.',
    all: 'Toàn Trung tâm (gồm cả đơn vị chưa đủ số để hiện riêng)',
    unit: 'Đơn vị giải quyết',
    satisfied: 'Hài lòng',
    ratings: 'Số đánh giá',
    share: 'Tỷ lệ',
  },
  director: {
    title: 'Đánh giá của người dân',
    lead: 'Theo đơn vị giải quyết, không có tên người và mã hồ sơ. Mỗi lần xem được ghi lại.',
    from: 'Từ ngày',
    to: 'Đến ngày',
    show: 'Xem',
    nothing: 'Không có đánh giá nào trong những ngày này.',
    summary: (satisfied: number, ratings: number, share: string) =>
      `${f.number(satisfied)} trong ${f.number(ratings)} đánh giá hài lòng (${share})`,
    ways: (account: number, key: number, counter: number) =>
      `${f.number(account)} từ tài khoản, ${f.number(key)} bằng mã và khóa, ${f.number(counter)} tại quầy`,
    question: 'Câu hỏi',
    reasons: 'Vì sao chưa hài lòng',
  },
}
