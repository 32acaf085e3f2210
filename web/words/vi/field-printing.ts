/** Printing a receipt outside. */
export const fieldPrinting = {
  receivedAt: 'Nhận lúc',
  paper: 'Khổ giấy',
  papers: { '80': 'Cuộn 80 mm', '58': 'Cuộn 58 mm', a5: 'Tờ A5' },
  print: 'In giấy tiếp nhận',
  bluetooth: 'In qua Bluetooth',
  usb: 'In qua cáp USB',
  states: {
    sending: 'Đang gửi sang máy in…',
    sent: 'Đã gửi sang máy in.',
    none: 'Chưa chọn máy in nào.',
    failed:
      'Không gửi được sang máy in. Kiểm tra máy in đã bật và có giấy rồi thử lại, hoặc in bằng trình duyệt.',
  },
}
