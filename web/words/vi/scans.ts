import { format } from '../format.ts'

const f = format('vi')

/** What the viewer of scanned papers says. */
export const scans = {
  title: 'Bản quét giấy tờ',
  none: 'Chưa có bản quét nào.',
  other: 'Giấy tờ khác',
  show: (name: string) => `Xem ${name}`,
  by: (name: string, moment: string) => `${name}, ${moment}`,
  sentOnline: 'Người nộp gửi trực tuyến',
  size: (bytes: number) =>
    bytes < 1_048_576 ? `${f.number(Math.ceil(bytes / 1024))} KB` : `${f.number(bytes / 1_048_576)} MB`,
  viewer: 'Giấy tờ đang xem',
  openFile: 'Mở tệp',
  checksum: (start: string) => `Mã kiểm tra ${start}`,
  page: (at: string, of: string) => `Trang ${at}/${of}`,
  previous: 'Trang trước',
  next: 'Trang sau',
  larger: 'To hơn',
  smaller: 'Nhỏ hơn',
  broken: 'Không hiện được tệp này. Bấm “Mở tệp” để xem bằng chương trình khác.',
  attach: 'Thêm bản quét',
  attachFiles: 'Chọn tệp (PDF, JPEG, PNG)',
  attachHint: (most: number) => `Mỗi tệp nhiều nhất ${f.number(most)} MB; chọn được nhiều tệp một lúc`,
  of: 'Là bản quét của',
  send: 'Thêm vào hồ sơ',
  noFile: 'Chưa chọn tệp nào.',
  strike: 'Bỏ bản quét gắn nhầm',
  reason: 'Vì sao',
  reasonHint: 'Tệp vẫn được lưu; ai cũng thấy lý do.',
  noReason: 'Ghi lý do bỏ bản quét.',
  strikeSend: 'Bỏ bản quét này',
  struck: (reason: string) => `Đã bỏ: ${reason}`,
}
