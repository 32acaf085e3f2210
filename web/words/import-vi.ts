import type { TemplateFault } from '#domain/notices/template.ts'

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
  'no-such-place': ({ value }) => `không có nơi nào mang mã “${value}” trong places`,
  'no-such-staff': ({ value }) => `không có người “${value}” trong staff`,
  'no-such-procedure': ({ value }) => `không có thủ tục “${value}” trong procedures`,
  'no-such-component': ({ value }) => `không thủ tục nào có giấy tờ “${value}”`,
  'no-such-life-event': ({ value }) => `không có sự kiện “${value}” trong life-events`,
  'procedure-or-title': () =>
    'ghi procedure (thủ tục của danh mục) hoặc title (việc làm ở nơi khác), chỉ một trong hai',
  'no-such-process': ({ value }) => `không có quy trình “${value}” trong processes`,
  'no-such-form': ({ value }) => `không có tờ khai “${value}” trong thư mục forms`,
  'no-such-definition': ({ value }) => `không có kiểu “${value}”, cũng không có trong forms/definitions`,
  'no-such-question': ({ value }) => `không có câu hỏi “${value}” trong questions`,
  'expression-broken': ({ value }) => `không hiểu biểu thức ở chỗ “${value}”`,
  'expression-no-such-field': ({ value }) => `biểu thức nhắc tới ô “${value}” không có trong tờ khai`,
  'expression-types-differ': ({ value }) => `biểu thức so sánh những thứ khác kiểu ở chỗ “${value}”`,
  'expression-no-such-choice': ({ value }) => `“${value}” không phải một lựa chọn của ô được so sánh`,
  'expression-looks-ahead': ({ value }) => `điều kiện chỉ được nhắc tới ô đứng trước; “${value}” đứng sau`,
  'became-without-end': ({ value }) =>
    `trở thành "${value}": ghi cả ngày hết, mã đơn vị mới và mức tin cậy, hoặc bỏ trống`,
  'until-not-after-from': ({ from, until }) => `ngày hết ${until} phải sau ngày bắt đầu ${from}`,
  'days-needed': ({ kind }) => `thời hạn “${kind}” cần số ngày lớn hơn 0; ngày theo lịch phải là số nguyên`,
  'days-not-wanted': ({ kind }) => `thời hạn “${kind}” không dùng ô này; hãy để trống`,
  'cutoff-needed': () => 'giải quyết trong ngày cần giờ chốt, ví dụ 15:00',
  'percent-or-amount': () =>
    'ghi percent (phần trăm giảm, 100 là miễn) hoặc amount (số tiền giảm), chỉ một trong hai',
  'lines-are-not-the-fee': ({ case: key, channel, sum, fee }) =>
    `các khoản của trường hợp ${key} (kênh ${channel}) cộng lại ${sum} đ cho 2 bản, khác phí của thủ tục (${fee === '' ? 'chưa xác định' : `${fee} đ`})`,
  'page-fee-incomplete': () => 'phí theo trang cần đủ later_pages_from (từ 2), later_page_fee và fee_max',
  'fee-per-needs-fee': () => 'có fee_per thì phải có fee; phí chưa xác định thì để trống cả hai',
  'channel-before-case': ({ value }) =>
    `trường hợp “${value}” chỉ có dòng theo kênh; thêm một dòng để trống cột channel`,
  'no-default-process': ({ ownerKind, onSite }) =>
    `không có quy trình mặc định cho owner_kind “${ownerKind}”, on_site_5 “${onSite}”`,
  'percent-outside-default': ({ step }) =>
    `bước “${step}”: phần trăm chỉ dùng ở quy trình mặc định; hãy ghi 15m, 2h hoặc 0.5d`,
  'process-fault': ({ process, fault }) => `quy trình “${process}”: ${PROCESS_FAULTS[fault ?? ''] ?? fault}`,
  'no-such-paper-form': ({ value, allowed }) => `không có giấy nào tên “${value}”; chỉ có: ${allowed}`,
  'template-fault': ({ message }) => `mẫu giấy không in được từ dòng này: ${message}`,
  'template-endless': () =>
    'mẫu giấy chạy quá 20 giây mà chưa in xong; tìm vòng lặp không dừng hoặc lặp quá nhiều lần trong mẫu rồi nhập lại',
  'template-too-large': () =>
    'mẫu giấy chiếm quá nhiều bộ nhớ nên đã bị dừng; tìm chỗ nhân đôi hoặc nối văn bản lặp lại trong mẫu rồi nhập lại',
  'template-changed': ({ value }) =>
    `mẫu “${value}” đã ban hành, giấy đã in giữ theo mẫu đó; hãy thêm dòng mới với ngày bắt đầu khác`,
  'subject-of-letters': () => 'mẫu thư (mail) cần tiêu đề; mẫu tin ngắn (short) thì để trống tiêu đề',
  'notice-template-fault': ({ fault }) => `mẫu tin báo: ${NOTICE_FAULTS[fault ?? ''] ?? fault}`,
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
  semicolons: () =>
    'các cột cách nhau bằng dấu chấm phẩy hoặc tab; trong Excel chọn “Lưu thành”, kiểu “CSV UTF-8 (phân cách bằng dấu phẩy)”',
  'not-a-moment': ({ value }) =>
    `${said(value)}không phải thời điểm có thật; viết ngày/tháng/năm giờ:phút, ví dụ 28/02/2019 17:00`,
  'time-missing': ({ value }) =>
    `${said(value)}thiếu giờ; viết cả giờ in trên giấy hẹn, ví dụ 28/02/2019 17:00`,
  'not-an-amount': ({ value }) => `${said(value)}số tiền là số đồng nguyên, không dấu chấm, không chữ “đ”`,
  'garbled-text': ({ value }) =>
    `${said(value)}chữ bị vỡ mã (TCVN3, VNI hoặc UTF-8 mở sai); chuyển về Unicode rồi lưu lại thành CSV UTF-8`,
  'id-number-length': ({ value }) =>
    `${said(value)}CMND có 9 chữ số, CCCD có 12, mã số thuế có 10 hoặc 13; Excel bỏ mất số 0 ở đầu thì định dạng cột là Văn bản rồi nhập lại`,
  'phone-length': ({ value }) =>
    `${said(value)}số điện thoại bắt đầu bằng 0 và có 10 hoặc 11 chữ số; Excel bỏ mất số 0 thì định dạng cột là Văn bản`,
  'not-a-dossier-code': ({ value }) =>
    `${said(value)}mã hồ sơ in trên giấy hẹn gồm chữ không dấu, ít nhất ba chữ số, dấu chấm, gạch nối, gạch chéo`,
  'dossier-code-twice': ({ value, line }) =>
    `mã hồ sơ “${value}” đã có ở dòng ${line}; mỗi hồ sơ một dòng, xem lại giấy hẹn của từng người`,
  'dossier-changed': ({ value }) =>
    `hồ sơ “${value}” đã tiếp quản với nội dung khác; việc sau đó làm trên phần mềm, hãy trả dòng này về như cũ`,
  'code-in-use': ({ value }) => `mã “${value}” đã thuộc một hồ sơ nhận tại đây; xem lại mã trên giấy hẹn`,
  'holder-not-in-post': ({ value, post, unit }) =>
    `“${value}” hôm nay không giữ vị trí “${post}” ở đơn vị “${unit}” của bước này; sửa người, hoặc để trống cho vào danh sách chung`,
  'no-login': ({ value }) => `không có người “${value}” ở trung tâm; nhập nhân sự trước, hoặc để trống`,
  'papers-unreadable': ({ value }) =>
    `“${value}” không đọc được; viết khóa:bản chính/chứng thực/bản sao cách nhau bằng dấu cách, ví dụ to-khai:1/0/0, hoặc “all” là đủ giấy tờ bắt buộc`,
  'paper-twice': ({ value }) => `giấy tờ “${value}” ghi hai lần; cộng lại thành một`,
  'given-in-part': ({ needed, because }) => `đã ghi “${because}” thì phải ghi cả “${needed}”`,
  'no-such-case': ({ value, known }) =>
    `thủ tục không có trường hợp “${value}”${known ? `; các trường hợp: ${known}` : ''}`,
  'no-such-step': ({ value, known }) => `quy trình không có bước “${value}”; các bước: ${known}`,
  'no-such-paper': ({ value, known }) => `thủ tục không có giấy tờ “${value}”; các giấy tờ: ${known}`,
  'due-needed': () => 'phải ghi hạn trả in trên giấy hẹn; chỉ thủ tục không quy định thời hạn mới để trống',
  'due-before-receipt': ({ due, receivedAt }) =>
    `hạn ${moment(due)} trước lúc nhận ${moment(receivedAt)}; xem lại ngày và tháng`,
  'received-in-future': ({ receivedAt }) => `lúc nhận ${moment(receivedAt)} chưa đến; xem lại năm`,
  'moment-outside': ({ moment: at }) => `${moment(at)} phải sau lúc nhận hồ sơ và không muộn hơn lúc này`,
  'approval-needed': () => 'bước này sau ký duyệt: phải ghi lúc ký duyệt, hoặc để hồ sơ ở bước ký duyệt',
  'approval-too-early': () =>
    'hồ sơ chưa qua bước ký duyệt mà đã ghi lúc ký duyệt; sửa bước hoặc bỏ trống ô này',
  'clock-must-stand': () => 'bước này chờ công dân: phải ghi đồng hồ dừng từ lúc nào hoặc còn bao nhiêu phút',
  'clock-cannot-stand': ({ step }) =>
    `đồng hồ không dừng được ở bước “${step}”; chỉ dừng ở bước thẩm định hoặc bước chờ công dân`,
  'nothing-asked-for': () => 'đồng hồ dừng thì phải ghi công dân cần bổ sung gì',
  'since-or-minutes-needed': () =>
    'đồng hồ dừng thì ghi dừng từ lúc nào (stopped_since) hoặc còn bao nhiêu phút làm việc (minutes_left)',
  'minutes-without-due': () => 'thủ tục không có hạn thì không có số phút còn lại; để trống',
  'minutes-contradict': ({ minutesLeft, due }) =>
    `còn ${minutesLeft} phút không khớp với hạn ${moment(due)}: trễ trước khi dừng thì số âm, còn hạn thì không âm`,
  'outside-calendar': () => 'lịch làm việc chưa có năm này; bổ sung calendar/years rồi nhập lại trung tâm',
  'ready-not-at-return': () => 'đã có kết quả thì hồ sơ phải ở bước trả kết quả, bước cuối của quy trình',
  'ready-before-approval': () => 'có kết quả trước lúc ký duyệt; xem lại hai thời điểm',
  'ready-is-held': () => 'kết quả chờ trả nằm ở danh sách chung của quầy; để trống người giữ',
  'refusal-not-here': ({ step }) =>
    `hồ sơ bị từ chối chỉ ở bước ký duyệt, đóng dấu hoặc trả kết quả, không ở “${step}”; để trống lý do từ chối`,
  'promise-and-apology': () => 'hẹn lại và số lần xin lỗi đi cùng nhau: ghi cả hai hoặc để trống cả hai',
  'promise-before-due': () => 'ngày hẹn lại phải sau hạn theo luật',
  'fee-needed': () => 'đã thu tiền thì phải ghi số phải thu ở cột fee',
  'paid-too-much': ({ dong, owed }) => `đã thu ${dong} đồng, nhiều hơn số phải thu ${owed} đồng`,
  'address-needed': () => 'trả qua bưu điện hoặc tại nhà thì phải ghi địa chỉ',
  'no-such-book': ({ value }) =>
    `không có sổ “${value}”; các sổ: dossier-code, receipt, hand-over, cash-sheet, slip:LOẠI, document:LOẠI, certification:LOẠI`,
  'no-such-document-type': ({ value, allowed }) =>
    `sổ “${value}” không của loại văn bản nào trong document-types.csv; sau “document:” ghi một trong: ${allowed}`,
  'not-a-period': ({ value }) =>
    `${said(value)}kỳ của sổ là năm, ví dụ 2019; của mã hồ sơ (dossier-code) là ngày, ví dụ 2019-03-05`,
  'period-past': ({ value }) => `kỳ ${value} đã qua, không mở số được; ghi kỳ hiện tại hoặc sau đó`,
  'number-used': ({ value, next }) =>
    `số ${value} đã dùng; số tiếp theo của sổ là ${next}, chỉ ghi được từ ${next} trở lên`,
  'changed-meanwhile': () => 'có người vừa nhập danh mục hoặc tiếp quản trong lúc này; hãy chạy lại',
  'due-differs': ({ printed, reckoned }) =>
    `giấy hẹn ghi ${moment(printed)}, theo quy định tính ra ${reckoned === '' ? 'không có hạn' : moment(reckoned)}; giữ như giấy hẹn`,
  'due-not-reckoned': () => 'lịch làm việc chưa có năm này nên không đối chiếu được hạn; giữ như giấy hẹn',
  'due-outside-hours': ({ printed }) =>
    `hạn ${moment(printed)} ngoài giờ làm việc; giữ như giấy hẹn, gõ nhầm thì sửa`,
  'received-outside-hours': ({ receivedAt }) =>
    `nhận tại quầy lúc ${moment(receivedAt)}, ngoài giờ tiếp nhận; gõ nhầm thì sửa`,
  'papers-missing': ({ papers }) => `chưa thấy giấy tờ bắt buộc: ${papers}`,
  'version-later': ({ from }) =>
    `nhận trước ngày ${from} là ngày đầu có quy trình này ở đây; theo phiên bản đầu tiên`,
  'process-longer-than-limit': ({ minutes, limit }) =>
    `quy trình dài ${minutes} phút làm việc, quá thời hạn dài nhất ${limit} phút`,
  'post-not-filled': ({ post, unit }) => `chưa ai giữ vị trí “${post}” ở đơn vị “${unit}” mà quy trình cần`,
} satisfies { readonly [code: string]: (facts: Facts) => string }

const PROCESS_FAULTS: { readonly [fault: string]: string } = {
  'parts-at-wrong-step': 'phần việc liên thông (parts) chỉ có ở bước work, outside hoặc citizen',
  'part-key-twice': 'khóa của phần việc liên thông trùng với bước hoặc phần khác',
  'part-longer-than-step': 'hạn của một phần việc liên thông dài hơn thời gian của bước',
  'wait-rules-missing': 'bước citizen thiếu waits: chờ nộp tiền có dừng thời hạn không, theo căn cứ nào',
  'wait-rules-elsewhere': 'waits chỉ dùng ở bước citizen',
  'wait-rules-out-of-order': 'waits phải xếp theo ngày from tăng dần, không trùng ngày',
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

const NOTICE_FAULTS: { readonly [fault in TemplateFault]: string } & { readonly [fault: string]: string } = {
  'no-code': 'thiếu {code}, người nhận không biết là hồ sơ nào',
  'unknown-word':
    'chỉ dùng được {code}, {received}, {lastDay}, {due}, {dong}, {place}, {centre}, {link}; tên người và tên thủ tục không nêu trong tin',
  'word-may-lack':
    '{lastDay}, {due}, {dong} có khi không có: đặt cả cụm từ ấy trong ngoặc vuông, ví dụ [, hạn {due}]',
  brackets: 'ngoặc vuông hoặc ngoặc nhọn không đủ cặp, hoặc lồng nhau; tiêu đề thư không dùng ngoặc vuông',
  'too-long': 'tin ngắn dài quá 459 chữ (ba tin nhắn)',
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

/** A moment as it is written in Vietnam. */
const moment = (at: string | number | undefined) => {
  if (typeof at !== 'string') return ''
  const local = Temporal.Instant.from(at).toZonedDateTimeISO('Asia/Ho_Chi_Minh')
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(local.hour)}:${two(local.minute)} ${two(local.day)}/${two(local.month)}/${local.year}`
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
