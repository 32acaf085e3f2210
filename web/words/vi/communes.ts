/** What the desk says of the communes and wards. */
export const communes = {
  title: 'Xã, phường',
  lead: (from: string, until: string) => `Hồ sơ các xã, phường tự giải quyết, từ ${from} đến ${until}.`,
  toReceive: 'Chờ tiếp nhận về',
  from: 'Từ ngày',
  until: 'Đến ngày',
  show: 'Xem',
  commune: 'Xã, phường',
  columns: {
    received: 'Tiếp nhận',
    settled: 'Đã giải quyết',
    'settled-early': 'Trước hạn',
    'settled-late': 'Quá hạn',
    'in-progress': 'Đang giải quyết',
    overdue: 'Đang quá hạn',
  },
  early: 'Tỷ lệ trước hạn',
  target: 'Chỉ tiêu',
  missed: 'chưa đạt',
  handedOn: 'Nhận cho nơi khác',
  handedOnList: 'Hồ sơ nộp ở nơi khác nơi giải quyết',
  hint: 'Tỷ lệ trước hạn là số trước hạn trên số đã giải quyết, cắt hai số lẻ. Thời hạn của hồ sơ nộp ở nơi khác tính từ lúc cơ quan có thẩm quyền tiếp nhận.',
}
