import type { FigureKey } from '#domain/statistics/figures.ts'
import type { ReportFormKey, ReportHeading } from '#domain/statistics/report-forms.ts'
import type { PeriodLength, PeriodRule } from '#domain/statistics/reporting-periods.ts'
import { format } from '../format.ts'

const f = format('vi')

/** What the official reports say. */
export const reports = {
  title: 'Báo cáo II.06',
  lead: 'Tình hình, kết quả giải quyết thủ tục hành chính. Bấm vào con số nào để mở đúng danh sách hồ sơ đó.',
  form: 'Biểu',
  forms: {
    'II.06a': 'II.06a – theo lĩnh vực, cơ quan trực tiếp giải quyết',
    'II.06b': 'II.06b – theo cơ quan và lĩnh vực, cấp trên tổng hợp',
    'II.06c': 'II.06c – theo lĩnh vực, toàn trung tâm',
  } satisfies Record<ReportFormKey, string>,
  period: 'Cách tính kỳ',
  rules: {
    calendar: 'Theo lịch (từ mồng 1)',
    'closing-14': 'Chốt ngày 14 (từ 15 đến 14)',
  } satisfies Record<PeriodRule, string>,
  between: 'Từ ngày – đến ngày',
  length: 'Kỳ',
  lengths: {
    month: 'Tháng',
    quarter: 'Quý',
    'half-year': '6 tháng',
    'nine-months': '9 tháng',
    year: 'Năm',
  } satisfies Record<PeriodLength, string>,
  number: 'Tháng, quý hay nửa năm thứ mấy',
  year: 'Năm',
  from: 'Từ ngày',
  to: 'Đến ngày',
  betweenHint: 'Chỉ dùng khi chọn cách tính "Từ ngày – đến ngày".',
  unit: 'Đơn vị',
  field: 'Lĩnh vực',
  all: 'Tất cả',
  show: 'Xem báo cáo',
  notAWindow: 'Kỳ trong địa chỉ không đọc được nên đang hiện tháng trước theo lịch.',
  window: (from: string, to: string) => `Từ ngày ${f.day(from)} đến hết ngày ${f.day(to)}`,
  countedAt: (moment: string) => `Đếm lúc ${moment}.`,
  running:
    'Kỳ chưa kết thúc: số liệu tính đến lúc này; hồ sơ đến hạn hôm nay chưa tính là quá hạn. Ký phát hành được khi kỳ đã qua.',
  of: (unit: string) => `Đơn vị: ${unit}`,
  nothing: 'Trong kỳ này không có hồ sơ nào.',
  place: 'STT',
  lines: {
    'II.06a': 'Lĩnh vực giải quyết',
    'II.06b': 'Cơ quan, lĩnh vực giải quyết',
    'II.06c': 'Lĩnh vực giải quyết',
  } satisfies Record<ReportFormKey, string>,
  headings: {
    'to-settle': 'Số hồ sơ nhận giải quyết',
    'in-window': 'Trong kỳ',
    settled: 'Số hồ sơ đã giải quyết',
    'in-progress': 'Số hồ sơ đang giải quyết',
  } satisfies Record<ReportHeading['key'], string>,
  columns: {
    'to-settle': 'Tổng số',
    'received-online': 'Trực tuyến',
    'received-direct': 'Trực tiếp, bưu chính',
    'carried-over': 'Từ kỳ trước',
    settled: 'Tổng số',
    'settled-early': 'Trước hạn',
    'settled-on-time': 'Đúng hạn',
    'settled-late': 'Quá hạn',
    'in-progress': 'Tổng số',
    'in-progress-in-time': 'Trong hạn',
    overdue: 'Quá hạn',
  } satisfies { readonly [figure in FigureKey]?: string },
  total: 'Tổng số',
  files: 'Tải về bản xem trước',
  kinds: { xlsx: 'Excel (XLSX)', pdf: 'PDF', csv: 'CSV' },
  basis:
    'Cơ sở (phiên bản 1): thời hạn tính theo ngày so theo ngày, thời hạn trong ngày hoặc theo giờ so theo phút; so với hạn theo luật, không so với ngày hẹn lại. Không quy định thời hạn được tính là đúng hạn; đang chờ bổ sung được tính là trong hạn.',
  identity: 'Đã kiểm tra: (3) = (4)+(5)+(6) = (7)+(11); (7) = (8)+(9)+(10); (11) = (12)+(13).',
  issue: 'Ký phát hành báo cáo này',
  issueHint:
    'Báo cáo được cấp số và giữ nguyên như lúc ký. Nếu sau này số liệu được đính chính, báo cáo cũ vẫn còn; bản đính chính là một báo cáo mới ghi rõ nó thay bản nào.',
  issueCorrection: 'Ký phát hành bản đính chính',
  issuedTitle: 'Đã phát hành',
  issued: (number: string, moment: string) => `Số ${number}, ký lúc ${moment}`,
  correction: (time: number) => `bản đính chính lần ${time}`,
  unchanged: 'Số liệu đếm bây giờ đúng như bản đã phát hành.',
  changed: 'Số liệu đã khác từ khi phát hành',
  changedLead: 'Bản đã phát hành giữ nguyên. Các ô sau nay đếm được khác:',
  changedColumns: { line: 'Dòng', column: 'Cột', issued: 'Đã phát hành', now: 'Bây giờ' },
  allIssued: 'Các báo cáo đã phát hành gần đây',
  noneIssued: 'Chưa phát hành báo cáo nào.',
}
