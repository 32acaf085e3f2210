/** What the pages say where people of the centre sign in. */
export const signIn = {
  title: 'Đăng nhập dành cho cán bộ',
  name: 'Tên đăng nhập',
  password: 'Mật khẩu',
  send: 'Đăng nhập',
  wrong:
    'Tên đăng nhập hoặc mật khẩu không đúng. Bạn kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi thử lại.',
  wait: (until: string) =>
    `Đã thử quá nhiều lần. Để giữ an toàn cho tài khoản, xin đợi đến ${until} rồi thử lại, hoặc nhờ người quản trị.`,
}
