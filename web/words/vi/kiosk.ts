/** What the machine for citizens in the hall says. */
export const kiosk = {
  title: 'Máy dành cho người dân',
  lead: 'Bạn muốn làm gì? Chạm vào một ô.',
  tiles: {
    find: 'Tìm thủ tục, in giấy tờ cần mang',
    lookUp: 'Tra cứu hồ sơ đã nộp',
    file: 'Nộp hồ sơ trực tuyến',
    help: 'Nhờ cán bộ nộp giúp',
    rate: 'Đánh giá phục vụ',
    feedback: 'Góp ý, phản ánh, khiếu nại',
  },
  hints: {
    find: 'Cần những gì, bao lâu, bao nhiêu tiền',
    lookUp: 'Bằng mã hồ sơ và khóa trên giấy hẹn',
    file: 'Chọn thủ tục rồi bấm “Nộp trực tuyến”',
    help: 'Gọi cán bộ: cán bộ đăng nhập ở máy này và làm cùng bạn',
    rate: 'Bằng mã sáu chữ số cán bộ đưa',
    feedback: 'Gửi đến Trung tâm và xem trả lời',
  },
  privacy:
    'Máy không giữ lại gì: 60 giây không ai chạm, mọi điều bạn đã gõ và đã xem được xóa. Xong việc, bạn bấm “Kết thúc”.',
  staff: 'Dành cho cán bộ: thiết lập máy này',
  end: 'Kết thúc, xóa hết',
  print: 'In trang này',
  warnTitle: 'Bạn còn ở đây không?',
  warn: (seconds: number) =>
    `Đã lâu không ai chạm vào máy. Sau ${seconds} giây, máy xóa hết để giữ kín thông tin của bạn. Chạm vào bất kỳ đâu để làm tiếp.`,
  stay: 'Tôi vẫn ở đây',
  desk: {
    title: 'Máy dành cho người dân ở sảnh',
    isOn: 'Máy bạn đang ngồi là máy dành cho người dân.',
    isOff: 'Máy bạn đang ngồi là máy thường. Chỉ bật ở máy đặt tại sảnh.',
    what: [
      'Chữ và nút to; cuối mỗi trang có nút “Kết thúc, xóa hết”.',
      '60 giây không ai chạm thì máy tự kết thúc: đăng xuất, xóa điều đã gõ, về trang đầu. Trước đó 20 giây máy hỏi, chạm vào là làm tiếp.',
      'Bật xong bạn được đăng xuất khỏi máy này. Muốn tắt thì đăng nhập lại ở đây.',
    ],
    turnOn: 'Dùng máy này cho người dân',
    turnOff: 'Thôi dùng cho người dân',
  },
}
