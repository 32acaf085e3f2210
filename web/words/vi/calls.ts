import type { CallOutcome, CollectionWay } from '#domain/dossier/collection.ts'
import { format } from '../format.ts'

const f = format('vi')

/** What the pages say of calling citizens to fetch their results. */
export const calls = {
  tab: 'Nhắc đến nhận',
  title: 'Nhắc người dân đến nhận kết quả',
  lead: 'Mọi kết quả đang nằm trong tủ. Nhắc xong thì ghi lại; kết quả vẫn giữ nguyên, không hủy.',
  order: 'Xếp theo',
  orders: { next: 'Ngày nhắc tiếp theo', often: 'Số lần đã nhắc' },
  made: 'Đã nhắc',
  next: 'Nhắc tiếp',
  phone: 'Điện thoại',
  noPhone: 'không có số điện thoại',
  times: (count: number) => (count === 0 ? 'Chưa nhắc' : `${f.number(count)} lần`),
  last: (moment: string) => `gần nhất ${moment}`,
  due: 'đến lúc nhắc',
  directors: 'trình lãnh đạo',
  record: 'Ghi lần nhắc',
  nextCall: (day: string) => `Lần nhắc tiếp theo: ${day}.`,
  forDirector: (day: string) =>
    `Đã nhắc đủ số lần. Từ ${day} trình lãnh đạo Trung tâm quyết định; kết quả vẫn giữ nguyên.`,
  none: 'Chưa nhắc lần nào.',
  way: 'Nhắc bằng cách nào',
  ways: {
    notice: 'Gửi tin báo của Trung tâm',
    telephone: 'Gọi điện thoại',
    sms: 'Nhắn tin',
    letter: 'Gửi thư',
    commune: 'Nhờ xã, phường báo',
  } satisfies Record<CollectionWay, string>,
  outcome: 'Kết quả nhắc',
  outcomes: {
    told: 'Đã báo được',
    'not-reached': 'Không liên lạc được',
    sent: 'Đã gửi, chưa biết đã nhận',
  } satisfies Record<CallOutcome, string>,
  note: 'Ghi thêm',
  noteHint: 'Ví dụ: bà Lý hẹn sáng thứ Hai đến lấy. Không có thì để trống.',
}
