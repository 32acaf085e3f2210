import type { SaidAll } from './house-templates.ts'

const LETTER = (said: string, next: string, about: string) =>
  [
    'Kính gửi ông/bà,',
    `${said}${next === '' ? '' : `\n${next}`}`,
    about,
    'Trung tâm không bao giờ hỏi mật khẩu hay mã xác nhận qua tin nhắn, thư hay điện thoại.',
    '{centre}',
  ].join('\n\n')

const MAIL = (said: string, next = '') =>
  LETTER(
    said,
    next,
    'Hồ sơ {code}, tiếp nhận ngày {received}. Xem hồ sơ đang ở đâu, ai giữ, hạn khi nào: {link}',
  )
const FILED = (said: string, next = '') =>
  LETTER(said, next, 'Hồ sơ nộp trực tuyến {code}, nộp ngày {received}. Xem và làm tiếp: {link}')

export const VIETNAMESE: SaidAll = {
  received: {
    short: 'Hồ sơ {code} đã được tiếp nhận[, hẹn trả {due}].[ Theo dõi: {link}]',
    subject: 'Hồ sơ {code} đã được tiếp nhận',
    mail: MAIL('Trung tâm đã tiếp nhận hồ sơ của ông/bà[ và hẹn trả kết quả {due}].'),
  },
  supplement: {
    short: 'Hồ sơ {code} cần bổ sung giấy tờ[, chậm nhất {lastDay}].[ Xem cần gì: {link}]',
    subject: 'Hồ sơ {code} cần bổ sung giấy tờ',
    mail: MAIL(
      'Hồ sơ của ông/bà còn thiếu hoặc sai giấy tờ nên đang tạm dừng[. Xin nộp bổ sung chậm nhất ngày {lastDay}].',
      'Xem phải nộp lại những gì ở đường dẫn dưới đây, rồi mang cùng giấy hẹn đến {place}. Thời hạn tính tiếp từ lúc nộp đủ.',
    ),
  },
  resumed: {
    short: 'Hồ sơ {code} đã nhận giấy tờ bổ sung[, hạn mới {due}].[ Theo dõi: {link}]',
    subject: 'Hồ sơ {code} đã nhận giấy tờ bổ sung',
    mail: MAIL('Trung tâm đã nhận giấy tờ bổ sung, hồ sơ được giải quyết tiếp[. Hạn mới: {due}].'),
  },
  'to-pay': {
    short: 'Hồ sơ {code} có khoản phải nộp[ {dong}][, chậm nhất {lastDay}].[ Xem: {link}]',
    subject: 'Hồ sơ {code} có khoản phải nộp',
    mail: MAIL(
      'Hồ sơ của ông/bà có khoản phải nộp[: {dong}][, chậm nhất ngày {lastDay}].',
      'Khoản gì, nộp ở đâu được ghi ở đường dẫn dưới đây. Chỉ nộp theo thông báo ghi ở đó.',
    ),
  },
  apology: {
    short: 'Trung tâm xin lỗi: hồ sơ {code} chưa xong đúng hẹn[, hẹn lại {due}].[ Xem: {link}]',
    subject: 'Xin lỗi và hẹn lại: hồ sơ {code}',
    mail: MAIL(
      'Trung tâm xin lỗi vì hồ sơ của ông/bà chưa được giải quyết đúng hẹn[. Hẹn lại: {due}].',
      'Văn bản xin lỗi nêu rõ lý do được gửi riêng.',
    ),
  },
  'part-stopped': {
    short: 'Hồ sơ {code}: một phần việc của cơ quan liên thông không làm tiếp.[ Xem: {link}]',
    subject: 'Hồ sơ {code}: một phần việc không làm tiếp',
    mail: MAIL('Một phần việc của cơ quan liên thông trong hồ sơ của ông/bà không được làm tiếp.'),
  },
  ready: {
    short: 'Hồ sơ {code} đã có kết quả. Mang giấy hẹn, căn cước đến {place}.[ Xem: {link}]',
    subject: 'Hồ sơ {code} đã có kết quả',
    mail: MAIL(
      'Hồ sơ của ông/bà đã có kết quả.',
      'Nếu nhận tại quầy, xin mang giấy hẹn và căn cước đến {place}. Nhờ người khác nhận thay thì người ấy mang thêm giấy ủy quyền.',
    ),
  },
  refused: {
    short: 'Hồ sơ {code} đã có văn bản trả lời. Mang giấy hẹn, căn cước đến {place}.[ Xem: {link}]',
    subject: 'Hồ sơ {code} đã có văn bản trả lời',
    mail: MAIL(
      'Hồ sơ của ông/bà đã có văn bản trả lời, nêu rõ lý do và căn cứ.',
      'Xin mang giấy hẹn và căn cước đến {place} để nhận. Ông/bà có quyền hỏi lại và khiếu nại.',
    ),
  },
  uncollected: {
    short: 'Kết quả hồ sơ {code} đang chờ ở {place}, xin mang giấy hẹn, căn cước đến nhận.[ Xem: {link}]',
    subject: 'Nhắc nhận kết quả hồ sơ {code}',
    mail: MAIL(
      'Kết quả hồ sơ của ông/bà vẫn đang chờ ở {place}.',
      'Xin mang giấy hẹn và căn cước đến nhận. Kết quả được giữ nguyên, không bị hủy.',
    ),
  },
  returned: {
    short:
      'Kết quả hồ sơ {code} đã được trả theo cách đã chọn. Không phải bạn nhận? Báo {place}.[ Xem: {link}]',
    subject: 'Kết quả hồ sơ {code} đã được trả',
    mail: MAIL(
      'Kết quả hồ sơ của ông/bà đã được gửi đi hoặc trao cho người được ủy quyền.',
      'Nếu ông/bà không nhờ ai nhận, xin báo ngay cho {place}.',
    ),
  },
  stopped: {
    short: 'Hồ sơ {code} đã dừng giải quyết.[ Xem lý do: {link}]',
    subject: 'Hồ sơ {code} đã dừng giải quyết',
    mail: MAIL(
      'Hồ sơ của ông/bà đã dừng giải quyết. Thông báo nêu rõ lý do được gửi riêng.',
      'Giấy tờ đã nộp xin nhận lại ở {place}.',
    ),
  },
  corrected: {
    short: 'Thông tin hồ sơ {code} đã được đính chính[, hạn mới {due}].[ Xem: {link}]',
    subject: 'Hồ sơ {code} đã được đính chính',
    mail: MAIL(
      'Thông tin hồ sơ của ông/bà đã được đính chính[. Hạn mới: {due}].',
      'Nếu ông/bà thấy chưa đúng, xin báo cho {place}.',
    ),
  },
  'answer-soon': {
    short: 'Nhắc: hồ sơ {code} còn chờ bổ sung giấy tờ[, chậm nhất {lastDay}].[ Xem cần gì: {link}]',
    subject: 'Nhắc bổ sung giấy tờ hồ sơ {code}',
    mail: MAIL(
      'Hồ sơ của ông/bà vẫn đang chờ giấy tờ bổ sung[, chậm nhất ngày {lastDay}].',
      'Xem phải nộp những gì ở đường dẫn dưới đây, rồi mang cùng giấy hẹn đến {place}.',
    ),
  },
  'pay-soon': {
    short: 'Nhắc: hồ sơ {code} còn khoản phải nộp[, chậm nhất {lastDay}].[ Xem: {link}]',
    subject: 'Nhắc khoản phải nộp của hồ sơ {code}',
    mail: MAIL(
      'Hồ sơ của ông/bà vẫn còn khoản phải nộp[, chậm nhất ngày {lastDay}].',
      'Khoản gì, nộp ở đâu được ghi ở đường dẫn dưới đây.',
    ),
  },
  filed: {
    short: 'Đã nhận hồ sơ nộp trực tuyến {code}[, trả lời trước {due}].[ Theo dõi: {link}]',
    subject: 'Đã nhận hồ sơ nộp trực tuyến {code}',
    mail: FILED(
      'Trung tâm đã nhận hồ sơ ông/bà nộp trực tuyến[ và trả lời có tiếp nhận hay không trước {due}].',
      'Thời hạn giải quyết tính từ lúc hồ sơ được tiếp nhận; khi ấy ông/bà được báo ngày hẹn trả.',
    ),
  },
  'filing-asked': {
    short: 'Hồ sơ nộp trực tuyến {code} cần sửa hoặc bổ sung trước khi được tiếp nhận.[ Xem cần gì: {link}]',
    subject: 'Hồ sơ nộp trực tuyến {code} cần bổ sung',
    mail: FILED(
      'Hồ sơ ông/bà nộp trực tuyến chưa được tiếp nhận vì còn thiếu hoặc sai.',
      'Những gì phải sửa được ghi đủ một lần ở đường dẫn dưới đây; ông/bà chỉ sửa phần ấy rồi gửi lại.',
    ),
  },
  'filing-refused': {
    short: 'Hồ sơ nộp trực tuyến {code} không được tiếp nhận.[ Xem lý do: {link}]',
    subject: 'Hồ sơ nộp trực tuyến {code} không được tiếp nhận',
    mail: FILED(
      'Hồ sơ ông/bà nộp trực tuyến không được tiếp nhận.',
      'Lý do, căn cứ và nơi cần đến được ghi ở đường dẫn dưới đây. Ông/bà có quyền hỏi lại và khiếu nại.',
    ),
  },
  'feedback-answered': {
    short: 'Góp ý, khiếu nại {code} đã có trả lời.[ Xem: {link}]',
    subject: 'Góp ý, khiếu nại {code} đã có trả lời',
    mail: LETTER(
      'Điều ông/bà gửi đến Trung tâm đã có trả lời.',
      'Nếu chưa đồng ý, ông/bà đề nghị xem lại được trong thời hạn ghi ở trang trả lời.',
      'Mã {code}, gửi ngày {received}. Xem trả lời: {link}',
    ),
  },
  'session-changed': {
    short: 'Đợt lưu động bạn đăng ký đã đổi giờ hoặc nơi[, nay là ngày {lastDay}].[ Xem: {link}]',
    subject: 'Đợt tiếp nhận lưu động đã đổi giờ hoặc nơi',
    mail: LETTER(
      'Đợt tiếp nhận lưu động ông/bà đăng ký đã đổi giờ hoặc nơi[, nay là ngày {lastDay}].',
      'Đăng ký của ông/bà vẫn giữ nguyên; không đến được thì hủy bằng mã đăng ký.',
      'Đăng ký ngày {received}. Xem giờ và nơi mới: {link}',
    ),
  },
  'session-cancelled': {
    short: 'Đợt lưu động[ ngày {lastDay}] bạn đăng ký đã hủy, xin đừng đến.[ Xem lý do, đợt khác: {link}]',
    subject: 'Đợt tiếp nhận lưu động đã hủy',
    mail: LETTER(
      'Đợt tiếp nhận lưu động[ ngày {lastDay}] ông/bà đăng ký đã hủy. Trung tâm xin lỗi vì sự bất tiện.',
      'Ông/bà đăng ký đợt khác, đến quầy, hoặc gửi qua bưu chính công ích.',
      'Đăng ký ngày {received}. Xem lý do và các đợt khác: {link}',
    ),
  },
  'session-soon': {
    short:
      'Nhắc: bạn đã đăng ký đến đợt lưu động[ ngày {lastDay}]. Mang căn cước, bản chính giấy tờ.[ Xem: {link}]',
    subject: 'Nhắc đến đợt tiếp nhận lưu động',
    mail: LETTER(
      'Ông/bà đã đăng ký đến đợt tiếp nhận lưu động[ ngày {lastDay}].',
      'Xin mang căn cước và bản chính các giấy tờ để đối chiếu; không đến được thì hủy bằng mã đăng ký, để người khác có chỗ.',
      'Đăng ký ngày {received}. Xem giờ, nơi và giấy tờ cần mang: {link}',
    ),
  },
  'visit-scheduled': {
    short: 'Yêu cầu {code}: cán bộ Trung tâm đến nhà[ ngày {lastDay}], không thu tiền phục vụ.[ Xem: {link}]',
    subject: 'Đã hẹn ngày đến nhà, yêu cầu {code}',
    mail: LETTER(
      'Cán bộ Trung tâm đến nhà[ ngày {lastDay}] theo yêu cầu {code}. Không thu tiền phục vụ.',
      'Xin chuẩn bị căn cước và giấy tờ liên quan. Cán bộ mang thẻ công chức, không hỏi mật khẩu hay mã OTP.',
      'Yêu cầu gửi ngày {received}. Không tiện thì gọi Trung tâm để đổi ngày. Xem: {link}',
    ),
  },
  'visit-moved': {
    short: 'Yêu cầu {code}: ngày cán bộ đến nhà đã đổi[, nay là {lastDay}].[ Xem: {link}]',
    subject: 'Đã đổi ngày đến nhà, yêu cầu {code}',
    mail: LETTER(
      'Ngày cán bộ Trung tâm đến nhà theo yêu cầu {code} đã đổi[, nay là ngày {lastDay}]. Trung tâm xin lỗi vì sự bất tiện.',
      'Không tiện thì gọi Trung tâm để đổi ngày khác.',
      'Yêu cầu gửi ngày {received}. Xem: {link}',
    ),
  },
  'visit-cancelled': {
    short: 'Yêu cầu {code}: cán bộ không đến nhà[ ngày {lastDay}] nữa.[ Xem lý do: {link}]',
    subject: 'Không đến nhà theo yêu cầu {code} nữa',
    mail: LETTER(
      'Cán bộ Trung tâm không đến nhà[ ngày {lastDay}] theo yêu cầu {code} nữa.',
      'Còn cần thì gửi yêu cầu mới, gọi Trung tâm, đến quầy hoặc gửi qua bưu chính công ích.',
      'Yêu cầu gửi ngày {received}. Xem lý do: {link}',
    ),
  },
  'packet-refused': {
    short:
      'Hồ sơ bạn nộp lưu động hoặc tại nhà ngày {received} không được tiếp nhận.[ Xem lý do bằng mã, khóa trên giấy: {link}]',
    subject: 'Hồ sơ nộp lưu động hoặc tại nhà không được tiếp nhận',
    mail: LETTER(
      'Hồ sơ ông/bà nộp ở đợt lưu động hoặc tại nhà không được tiếp nhận. Trung tâm xin lỗi vì ông/bà đã được cấp giấy.',
      'Lý do xem bằng mã và khóa trên giấy đã nhận. Giấy tờ và tiền đã nộp được trả lại; ông/bà có quyền hỏi lại và khiếu nại.',
      'Nộp ngày {received}. Xem lý do: {link}',
    ),
  },
}
