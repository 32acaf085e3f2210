/** What the pages say where people of the centre sign in. */
export const signIn = {
  title: 'Đăng nhập dành cho cán bộ',
  name: 'Tên đăng nhập',
  password: 'Mật khẩu',
  send: 'Đăng nhập',
  wrong:
    'Tên đăng nhập hoặc mật khẩu không đúng. Bạn kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi thử lại.',
  passkey: 'Đăng nhập bằng khóa của máy này (vân tay, khuôn mặt, PIN)',
  passkeyFailed: 'Máy không đưa khóa nào. Đăng nhập bằng mật khẩu, hoặc thử lại.',
  wrongCode:
    'Mã không đúng, đã dùng rồi hoặc đã quá 5 phút. Xem mã mới trên điện thoại rồi thử lại, hoặc đăng nhập lại từ đầu.',
  ended: 'Phiên làm việc đã hết trước khi gửi. Nội dung bạn gõ vẫn còn: đăng nhập lại để gửi tiếp.',
  firstTitle: 'Đặt mật khẩu của anh chị',
  firstLead:
    'Mật khẩu vừa nhập chỉ dùng một lần. Xin đặt mật khẩu riêng, không ai khác biết, để vào làm việc.',
  firstAgain: 'Đây vẫn là mật khẩu được cấp. Xin đặt một mật khẩu khác.',
  firstOver: 'Đã quá năm phút hoặc mật khẩu đã được đặt. Xin đăng nhập lại.',
  secondTitle: 'Xác thực bước hai',
  secondLead: 'Mật khẩu đúng. Nhập mã trong ứng dụng xác thực trên điện thoại của bạn.',
  code: 'Mã xác thực',
  codeHint: 'Sáu chữ số; mất điện thoại thì nhập một mã dự phòng',
  againTitle: 'Bạn đã đăng nhập lại',
  again:
    'Chưa có gì được gửi. Đây là nội dung bạn đã gõ; bấm nút để gửi đến đúng chỗ của nó. Tệp đính kèm phải chọn lại.',
  sendAgain: 'Gửi tiếp',
  leave: 'Không gửi, về Việc của tôi',
  wait: (until: string) =>
    `Đã thử quá nhiều lần. Để giữ an toàn cho tài khoản, xin đợi đến ${until} rồi thử lại, hoặc nhờ người quản trị.`,
}
