interface Facts {
  readonly [name: string]: string | number
}

/** What is wrong with a centre's files, said to the clerk who keeps them, by the code of the fault. */
const SENTENCES = {
  'no-such-directory': () => 'không có thư mục này',
  'file-missing': () => 'thiếu tệp này',
  'given-twice': ({ other }) => `dữ liệu này đã có trong ${other}; chỉ giữ một tệp`,
  'not-utf8': () => 'tệp không phải UTF-8; hãy lưu lại với mã UTF-8',
  'csv-broken': ({ reason }) => `không đọc được CSV từ dòng này (${reason}); xem lại dấu ngoặc kép`,
  'yaml-broken': ({ reason }) => `không đọc được từ dòng này (${reason}); xem lại thụt dòng và dấu ngoặc`,
  'not-a-list': () => 'chỗ này phải là danh sách các bản ghi',
  'column-missing': ({ column }) => `thiếu cột hoặc mục “${column}”`,
  'column-unknown': ({ column, known }) =>
    `không biết cột hoặc mục “${column}”${known ? `; các cột dùng được: ${known}` : ''}`,
  'column-twice': ({ column }) => `cột “${column}” có hai lần`,
  'cells-do-not-fit': ({ expected, found }) =>
    `dòng có ${found} ô, tiêu đề có ${expected} cột; ô chứa dấu phẩy phải đặt trong ngoặc kép`,
  'empty-cell': () => 'không được bỏ trống',
  'too-long': () => 'dài quá mức cho phép',
  'not-one-of': ({ value, allowed }) => `${said(value)}chỉ được là một trong: ${allowed}`,
  'not-a-number': ({ value }) => `${said(value)}phải là số, không có dấu chấm ngăn hàng nghìn`,
  'not-a-day': ({ value }) => `${said(value)}không phải ngày có thật dạng năm-tháng-ngày, ví dụ 2019-07-03`,
  'not-a-time': ({ value }) => `${said(value)}không phải giờ dạng 15:00, khoảng giờ dạng 07:00-11:30`,
  'not-a-key': ({ value }) => `${said(value)}khóa chỉ gồm chữ không dấu, chữ số, dấu chấm và gạch nối`,
  'not-a-login': ({ value }) => `${said(value)}tên đăng nhập gồm chữ thường không dấu, chữ số, dấu chấm`,
  'not-a-code': ({ value }) => `${said(value)}mã không đúng dạng`,
  'not-a-duration': ({ value }) => `${said(value)}thời gian có dạng 15m, 2h, 0.5d hoặc 20%`,
  'control-character': () => 'có ký tự điều khiển hoặc xuống dòng trong ô',
  'wrong-shape': () => 'không đúng dạng mong đợi',
  'key-twice': ({ value, line }) => `“${value}” đã có${line ? ` ở dòng ${line}` : ''}`,
  'name-twice': ({ value, line }) => `tên “${value}” đã có ở dòng ${line}`,
  'code-twice': ({ value, line }) => `mã “${value}” đã có ở dòng ${line}`,
  'key-is-not-the-code': ({ key, code }) => `khóa “${key}” có dạng mã quốc gia nhưng cột mã ghi “${code}”`,
  'key-is-not-the-file': ({ key, name }) => `khóa “${key}” phải trùng tên tệp “${name}”`,
  'no-such-unit': ({ value }) => `không có đơn vị “${value}” trong units`,
  'no-such-staff': ({ value }) => `không có người “${value}” trong staff`,
  'no-such-procedure': ({ value }) => `không có thủ tục “${value}” trong procedures`,
  'no-such-case': ({ value }) => `thủ tục không có trường hợp “${value}”`,
  'no-such-process': ({ value }) => `không có quy trình “${value}” trong processes`,
  'no-such-form': ({ value }) => `không có tờ khai “${value}” trong thư mục forms`,
  'no-such-definition': ({ value }) => `không có kiểu “${value}”, cũng không có trong forms/definitions`,
  'until-not-after-from': ({ from, until }) => `ngày hết ${until} phải sau ngày bắt đầu ${from}`,
  'days-needed': ({ kind }) => `thời hạn “${kind}” cần số ngày lớn hơn 0; ngày theo lịch phải là số nguyên`,
  'days-not-wanted': ({ kind }) => `thời hạn “${kind}” không dùng ô này; hãy để trống`,
  'cutoff-needed': () => 'giải quyết trong ngày cần giờ chốt, ví dụ 15:00',
  'page-fee-incomplete': () => 'phí theo trang cần đủ later_pages_from (từ 2), later_page_fee và fee_max',
  'fee-per-needs-fee': () => 'có fee_per thì phải có fee; phí chưa xác định thì để trống cả hai',
  'channel-before-case': ({ value }) =>
    `trường hợp “${value}” chỉ có dòng theo kênh; thêm một dòng để trống cột channel`,
  'no-default-process': ({ ownerKind, onSite }) =>
    `không có quy trình mặc định cho owner_kind “${ownerKind}”, on_site_5 “${onSite}”`,
  'percent-outside-default': ({ step }) =>
    `bước “${step}”: phần trăm chỉ dùng ở quy trình mặc định; hãy ghi 15m, 2h hoặc 0.5d`,
  'process-fault': ({ process, fault }) => `quy trình “${process}”: ${PROCESS_FAULTS[fault ?? ''] ?? fault}`,
  'calendar-fault': ({ calendar, fault, about }) =>
    `lịch ${calendar}${about === '' ? '' : `, ${about}`}: ${CALENDAR_FAULTS[fault ?? ''] ?? fault}`,
  'effective-date-not-after': ({ key, effectiveFrom, from }) =>
    `“${key}”: phiên bản trước bắt đầu hoặc kết thúc ngày ${from}, nên phiên bản mới không thể từ ${effectiveFrom}; chọn ngày hiệu lực muộn hơn`,
  'unit-removed': ({ value }) =>
    `đơn vị “${value}” đã dùng trong lịch sử, không xóa được; hãy trả lại dòng này`,
  'rule-set-changed': ({ value }) =>
    `bộ quy định “${value}” đã ban hành: không đổi được ngày hiệu lực và mã định danh; hãy thêm bộ mới`,
  'rule-set-removed': ({ value }) =>
    `bộ quy định “${value}” đã ban hành, không xóa được; hãy trả lại dòng này`,
  'mandate-changed': ({ value }) =>
    `ủy quyền “${value}”: chỉ đổi được ngày hết và căn cứ; người, đơn vị hay ngày khác là ủy quyền mới với khóa mới`,
  'process-longer-than-limit': ({ minutes, limit }) =>
    `quy trình dài ${minutes} phút làm việc, quá thời hạn dài nhất ${limit} phút`,
  'post-not-filled': ({ post, unit }) => `chưa ai giữ vị trí “${post}” ở đơn vị “${unit}” mà quy trình cần`,
} satisfies { readonly [code: string]: (facts: Facts) => string }

const PROCESS_FAULTS: { readonly [fault: string]: string } = {
  'first-step-must-receive': 'bước đầu phải là tiếp nhận (receive)',
  'last-step-must-return': 'bước cuối phải là trả kết quả (return)',
  'receive-or-return-inside': 'tiếp nhận và trả kết quả không được nằm giữa quy trình',
  'step-key-twice': 'hai bước trùng khóa',
  'seal-before-approval': 'đóng dấu phải sau khi ký duyệt',
  'no-approval': 'thiếu bước ký duyệt (approve)',
  'wrong-post':
    'sai vị trí: receive và return là clerk, collect-fee là cashier, approve là approver, seal là seal-keeper',
  'time-not-positive': 'thời gian của bước phải lớn hơn 0',
}

const CALENDAR_FAULTS: { readonly [fault: string]: string } = {
  'no-years': 'chưa có năm nào',
  'year-twice': 'năm ghi hai lần',
  'year-missing': 'thiếu năm ở giữa',
  'source-missing': 'thiếu căn cứ của năm',
  'hours-missing': 'chưa có giờ làm việc từ ngày đầu',
  'hours-twice': 'giờ làm việc ghi hai lần cùng ngày bắt đầu',
  'weekday-unknown': 'thứ trong tuần phải từ 1 (thứ Hai) đến 7 (Chủ nhật)',
  'weekday-twice': 'thứ trong tuần ghi hai lần',
  'no-openings': 'thiếu khoảng giờ làm việc',
  'opening-outside-day': 'khoảng giờ vượt ra ngoài ngày',
  'closes-before-opening': 'giờ đóng cửa phải sau giờ mở cửa',
  'openings-overlap': 'các khoảng giờ chồng lên nhau',
  'not-a-day': 'không phải ngày có thật',
  'day-twice': 'ngày ghi hai lần',
  'day-outside-years': 'ngày nằm ngoài các năm của lịch',
  'name-missing': 'thiếu tên ngày',
  'off-with-openings': 'ngày nghỉ không được có giờ làm việc',
  'already-off': 'ngày này vốn đã nghỉ',
  'already-working': 'ngày này vốn đã làm việc',
}

const said = (value: string | number | undefined) =>
  value === undefined || value === '' ? '' : `“${value}” không được: `

/** A fault as the import tells it. A code without a sentence does not compile where it is said. */
interface FaultToSay {
  readonly file: string
  readonly line: number | null
  readonly column: string | null
  readonly code: keyof typeof SENTENCES
  readonly facts: Facts
}

/** The sentence of a fault, without its place. */
function faultSentence({ code, column, facts }: FaultToSay): string {
  const say: (facts: Facts) => string = SENTENCES[code]
  const sentence = say(facts)
  return column === null || facts['column'] === column ? sentence : `${column}: ${sentence}`
}

/** `tệp:dòng: câu`, as editors and terminals can follow it. */
export function faultLine(fault: FaultToSay): string {
  return `${fault.file}${fault.line === null ? '' : `:${fault.line}`}: ${faultSentence(fault)}`
}
