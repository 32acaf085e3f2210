import type { Part } from '#domain/dossier/parts.ts'
import type { WaitsFor } from '#domain/dossier/waits-for.ts'
import type { DossierCommand } from '#domain/dossier/commands.ts'
import type { Stage } from '#domain/dossier/dossier.ts'
import type { DueDayWhy } from '#domain/dossier/due.ts'
import type { Holder, ReturnWish } from '#domain/dossier/events.ts'
import type { Timeliness } from '#domain/dossier/timeliness.ts'
import type { Fact, RefusalCode } from '#domain/outcome.ts'
import type { Post } from '#domain/people/may.ts'
import type { Fee } from '#domain/procedure/fee.ts'
import type { Limit, LimitKind } from '#domain/procedure/limit.ts'
import type { Channel, OwnerKind } from '#domain/procedure/procedure.ts'
import type { StepKind } from '#domain/procedure/process.ts'
import type { FieldFaultCode } from '#shapes/shape-faults.ts'
import { format, type Language } from './format.ts'
import type { ErrorStatus, PaperCount } from './said.ts'
import { feeInWords, limitInWords, listed, named, said } from './said.ts'
import { branches } from './vi/branches.ts'
import { linked } from './vi/linked.ts'
import { money } from './vi/money.ts'
import { papers } from './vi/papers.ts'
import { correcting } from './vi/correcting.ts'
import { printing } from './vi/printing.ts'
import { turningAway } from './vi/turning-away.ts'
import { dossier } from './vi/dossier.ts'
import { search } from './vi/search.ts'
import { board } from './vi/board.ts'
import { reports } from './vi/reports.ts'
import { calls } from './vi/calls.ts'
import { returning } from './vi/returning.ts'
import { dividing } from './vi/dividing.ts'
import { many } from './vi/many.ts'
import { batch } from './vi/batch.ts'
import { certifying } from './vi/certifying.ts'
import { documentBooks } from './vi/document-books.ts'
import { receive } from './vi/receive.ts'
import { account } from './vi/account.ts'
import { dataForPaper } from './vi/data-for-paper.ts'
import { digitising } from './vi/digitising.ts'
import { scans } from './vi/scans.ts'
import { check } from './vi/check.ts'
import { draftFaults, drafting, draftingRefusals } from './vi/drafting.ts'
import { signing, signingRefusals } from './vi/signing.ts'
import { shell } from './vi/shell.ts'
import { day, reminders, worklist } from './vi/worklist.ts'
import { signIn } from './vi/sign-in.ts'

const f = format('vi')

type Facts = { readonly [name: string]: Fact }

const channels: Record<Channel, string> = {
  counter: 'Tại quầy',
  online: 'Trực tuyến',
  post: 'Bưu chính công ích',
  kiosk: 'Máy tự phục vụ',
  mobile: 'Lưu động tại xã, phường',
  home: 'Tại nhà',
}

const stages: Record<Stage, string> = {
  'in-process': 'Đang giải quyết',
  'awaiting-citizen': 'Đang chờ người nộp',
  ready: 'Đã có kết quả',
  returned: 'Đã trả kết quả',
  stopped: 'Đã dừng giải quyết',
}

const waitingFor: Record<WaitsFor, string> = {
  supplement: 'Chờ bổ sung giấy tờ',
  payment: 'Chờ thực hiện nghĩa vụ tài chính',
}

const PART_STATES: Record<Part['state'], string> = {
  open: 'đang ở cơ quan liên thông',
  'sent-back': 'đã được trả lại',
  done: 'đã xong',
  'given-up': 'đã được bỏ qua',
}

const commands: Record<DossierCommand['type'], string> = {
  ReceiveDossier: 'tiếp nhận hồ sơ',
  TakeOverDossier: 'tiếp quản hồ sơ cũ',
  CompleteStep: 'hoàn thành bước',
  SendBack: 'chuyển trả lại bước trước',
  RequestSupplement: 'yêu cầu bổ sung',
  TakeSupplement: 'nhận hồ sơ bổ sung',
  ApproveResult: 'phê duyệt kết quả',
  NumberResult: 'cấp số kết quả',
  VoidNumber: 'hủy số kết quả',
  SealResult: 'đóng dấu kết quả',
  MarkReady: 'báo đã có kết quả',
  HandBack: 'trả kết quả',
  AssignDossier: 'giao việc cho người khác',
  ClaimDossier: 'nhận việc',
  ReleaseDossier: 'trả việc về danh sách chung',
  ProposeRefusal: 'từ chối giải quyết',
  StopDossier: 'dừng giải quyết',
  DraftApology: 'soạn văn bản xin lỗi',
  ConsentToApology: 'đồng ý văn bản xin lỗi',
  SignApology: 'ký văn bản xin lỗi',
  SendApology: 'gửi văn bản xin lỗi',
  DropApology: 'bỏ văn bản xin lỗi',
  AskOpinion: 'lấy ý kiến cơ quan khác',
  RecordOpinion: 'ghi ý kiến trả lời',
  AssessFee: 'xác định phí, lệ phí',
  TakePayment: 'thu tiền',
  CancelPayment: 'hủy biên lai',
  RefundPayment: 'hoàn tiền',
  CorrectContact: 'sửa thông tin liên hệ',
  ProposeCorrection: 'đề nghị đính chính',
  ConfirmCorrection: 'đồng ý đính chính',
  DropCorrection: 'bỏ đính chính',
  FindPaper: 'ghi giấy tờ thiếu đã có',
  HandOverPapers: 'bàn giao giấy tờ',
  AcceptPapers: 'nhận giấy tờ',
  RefusePapers: 'không nhận giấy tờ',
  TakeBackPapers: 'rút lại phiếu bàn giao',
  NotifyObligation: 'ghi thông báo nghĩa vụ tài chính',
  WithdrawObligation: 'rút thông báo nghĩa vụ tài chính',
  MeetObligation: 'ghi chứng từ nộp tiền',
  CompletePart: 'hoàn thành phần việc liên thông',
  SendPartBack: 'trả lại phần việc liên thông',
  AskPartAgain: 'yêu cầu lại phần việc liên thông',
  GiveUpPart: 'bỏ qua phần việc liên thông',
}

const limit = (value: Limit): string =>
  limitInWords(value, {
    'civil-days': (days) => `${f.number(days)} ngày làm việc`,
    'working-hours': (minutes) => `${f.allotted(minutes)}${minutes % 240 === 0 ? '' : ' làm việc'}`,
    'calendar-days': (days) => `${f.number(days)} ngày (tính cả ngày nghỉ)`,
    'same-day': (cutOff) =>
      `Trong ngày nếu nộp trước ${f.clock(cutOff)}; nộp muộn hơn thì chậm nhất cuối ngày làm việc tiếp theo`,
    immediate: () => 'Xong ngay khi nộp',
    'not-set': () => 'Không quy định thời hạn',
  })

const refusals: Record<RefusalCode, (facts: Facts) => string> = {
  'no-such-procedure': (facts) => `Không có thủ tục ${said(facts['procedure'] ?? facts['key'])}.`,
  'procedure-not-in-force': (facts) =>
    `Thủ tục ${said(facts['key'])} không có hiệu lực vào ngày ${f.day(said(facts['on']))}.`,
  'no-such-case': (facts) =>
    `Thủ tục này không có trường hợp “${said(facts['case'])}”. Các trường hợp: ${said(facts['cases'])}.`,
  'channel-not-offered': (facts) =>
    `Thủ tục này không nhận bằng cách “${named(channels, facts['channel'])}”.`,
  'no-such-component': (facts) =>
    `Giấy tờ “${said(facts['component'])}” không có trong danh sách của trường hợp này.`,
  'component-counted-twice': (facts) => `Giấy tờ “${said(facts['component'])}” được ghi hai lần.`,
  'no-such-data-source': () =>
    'Nguồn dữ liệu đã chọn không thay được giấy tờ này vào ngày hôm nay. Chọn nguồn khác hoặc nhận giấy.',
  'data-of-tomorrow': (facts) =>
    `Ngày tra cứu ${f.day(said(facts['day']))} ở sau hôm nay. Ghi lại ngày tra cứu.`,
  'paper-may-be-asked': () =>
    'Giấy tờ này chưa bắt buộc thay bằng dữ liệu, nên không cần ghi lý do nhận giấy. Bỏ trống ô lý do.',
  'paper-despite-data': (facts) =>
    `Không được yêu cầu giấy đã có ở “${said(facts['source'])}”. Lấy từ dữ liệu; nếu hệ thống sự cố, thiên tai hoặc dữ liệu sai thì chọn lý do.`,
  'papers-missing': (facts) => `Còn thiếu giấy tờ: ${said(facts['papers'])}.`,
  'no-such-unit': (facts) => `Không có đơn vị ${said(facts['unit'])}.`,
  'return-address-needed': () => 'Cần địa chỉ để trả kết quả qua bưu chính hoặc tại nhà.',
  'no-such-slip': () => 'Không có phiếu này.',
  'case-of-other-pages': ({ case: chosen, pages }) =>
    `Giấy tờ ${said(pages)} trang không thuộc trường hợp “${said(chosen)}”. Sửa số trang hoặc chọn trường hợp khác.`,
  'pages-needed': () => 'Thủ tục này tính theo số trang. Ghi số trang của giấy tờ, hoặc chọn một trường hợp.',
  'other-visit': ({ code }) =>
    `Lượt nộp này đã có hồ sơ ${said(code)} của người khác, quầy khác hoặc ngày khác. Mở lượt mới cho hồ sơ này.`,
  'certifies-nothing': () => 'Thủ tục này không vào sổ chứng thực nào.',
  'not-signed-yet': () => 'Chưa có chữ ký của người có thẩm quyền nên chưa lấy số chứng thực.',
  'no-such-register': () => 'Trung tâm chưa có sổ chứng thực nào.',
  'no-such-certification': () => 'Không có số chứng thực này.',
  'certification-spoiled': ({ number }) => `Số ${said(number)} đã được ghi là số hỏng từ trước.`,
  'no-such-visit': () => 'Không có lượt nộp nào như vậy.',
  'no-form-yet': (facts) => `Chưa có mẫu giấy nào áp dụng cho hồ sơ nhận ngày ${said(facts['on'])}.`,
  'letters-missing': (facts) =>
    `Chưa in được: phông chữ của giấy không có ký tự ${said(facts['letters'])}. Dữ liệu vẫn còn nguyên; hãy sửa lại tên hoặc nội dung có ký tự đó rồi in.`,
  'no-such-paper': () => 'Không có giấy này.',
  'nothing-to-hand-over': (facts) =>
    `Ngày ${f.day(said(facts['on']))} không có hồ sơ hay kết quả nào để bàn giao.`,
  'no-rule-set': () => 'Chưa có bộ quy định nào áp dụng cho ngày này.',
  'outside-calendar': () => 'Chưa có lịch làm việc cho khoảng thời gian này nên không tính được ngày hẹn.',
  'before-last-event': () => 'Thời điểm ghi nhận sớm hơn việc đã ghi gần nhất của hồ sơ.',
  'no-such-dossier': () => 'Không có hồ sơ nào khớp với mã và khóa này.',
  'not-at-this-stage': (facts) =>
    `Hồ sơ ở tình trạng “${named(stages, facts['stage'])}” nên không ${named(commands, facts['command'])} được.`,
  'not-this-step': (facts) =>
    `Hồ sơ đang ở bước “${said(facts['stepName'] ?? facts['step'])}” nên không ${named(commands, facts['command'])} được.`,
  'step-needs-own-command': (facts) =>
    `Bước “${said(facts['stepName'] ?? facts['step'])}” phải hoàn thành bằng đúng việc của bước ấy.`,
  'not-approved': () => 'Kết quả chưa được phê duyệt.',
  'nothing-to-send-back-to': () => 'Không có bước trước nào để chuyển trả lại.',
  'nothing-to-supplement': () => 'Ghi ít nhất một nội dung cần bổ sung.',
  'asked-once-already': (facts) =>
    `Đã yêu cầu bổ sung ${said(facts['asked'])} lần. Muốn yêu cầu lần nữa phải ghi rõ lý do.`,
  'no-such-staff': () => 'Không có người này trong danh sách cán bộ.',
  'not-in-post': (facts) =>
    `Người này không giữ vị trí cần thiết ở đơn vị ${said(facts['unit'])} vào ngày ${f.day(said(facts['on']))}.`,
  'already-held': () => 'Hồ sơ đã có người nhận. Muốn chuyển cho người khác, trưởng đơn vị phải giao lại.',
  'decided-already': () => 'Kết quả đã được phê duyệt nên không dừng giải quyết được nữa.',
  'no-answer-limit': () =>
    'Người nộp chưa được hẹn ngày phải trả lời, nên không thể dừng vì quá hạn. Nếu người nộp xin rút, hãy chọn lý do ấy.',
  'money-was-paid': () => 'Hồ sơ đã nộp tiền theo biên lai. Chọn hoàn lại hay không hoàn.',
  'answer-limit-not-over': (facts) =>
    `Còn chờ trả lời đến hết ngày ${said(facts['answerBy'])}; sau ngày đó mới ghi là không trả lời.`,
  'no-due-moment': () => 'Hồ sơ không có thời hạn nên không cần hẹn lại.',
  'promise-too-early': () => 'Ngày hẹn lại phải sau hạn theo luật và sau hôm nay. Chọn một ngày muộn hơn.',
  'apology-under-way': () => 'Đã có một văn bản xin lỗi đang trình. Gửi hoặc bỏ văn bản ấy trước.',
  'apologised-already': () => 'Hồ sơ đã được hẹn lại; chỉ được hẹn lại một lần.',
  'apology-not-so-far': () => 'Văn bản xin lỗi chưa đến bước này: soạn, đồng ý, ký, rồi gửi.',
  'no-apology': () => 'Hồ sơ không có văn bản xin lỗi nào đang trình.',
  'second-person-needed': () => 'Việc này cần người thứ hai: người soạn không tự đồng ý.',
  'opinion-awaited': (facts) =>
    `Còn chờ ý kiến của ${said(facts['bodies'])}. Ghi ý kiến trả lời, hoặc ghi không trả lời khi đã quá hạn, rồi mới phê duyệt.`,
  'no-opinion-awaited': () => 'Không còn ý kiến nào đang chờ trả lời.',
  'no-such-consultation': () => 'Không có lần lấy ý kiến này, hoặc đã ghi trả lời rồi.',
  'no-payment-step': () =>
    'Quy trình của hồ sơ không còn bước nộp nghĩa vụ tài chính, nên không ghi thông báo nộp tiền.',
  'obligation-unmet': (facts) =>
    `Chưa có chứng từ nộp tiền của thông báo ${said(facts['numbers'])}. Ghi chứng từ, hoặc rút thông báo nếu sai.`,
  'no-obligation-open': () => 'Không còn thông báo nộp tiền nào chưa có chứng từ.',
  'no-such-obligation': () => 'Không có thông báo này, hoặc đã có chứng từ, đã rút.',
  'notice-twice': (facts) => `Thông báo ${said(facts['number'])} của ${said(facts['body'])} đã được ghi.`,
  'pay-day-before-notice': (facts) =>
    `Ngày nộp ${f.day(said(facts['payBy']))} không được trước ngày của thông báo, ${f.day(said(facts['issuedOn']))}.`,
  'paid-too-little': (facts) =>
    `Thông báo yêu cầu ${f.money(Number(facts['owed'] ?? 0))}; ${f.money(Number(facts['dong'] ?? 0))} là chưa đủ.`,
  'part-open': (facts) =>
    `Cơ quan liên thông chưa xong: ${said(facts['parts'])}. Chờ kết quả, hoặc bỏ qua phần ấy khi có căn cứ.`,
  'no-part-open': () => 'Không có phần việc liên thông nào đang chờ làm.',
  'no-part-to-ask': () => 'Không có phần việc liên thông nào để yêu cầu lại ở bước này.',
  'no-such-part': () => 'Hồ sơ không có phần việc liên thông này.',
  'part-not-open': (facts) =>
    `Phần việc “${said(facts['part'])}” ${named(PART_STATES, facts['state'])}, nên không làm được việc này.`,
  'identity-needs-two': () =>
    'Tên này khác tên đã ghi, không chỉ khác dấu. Đổi người thì dùng “Đề nghị đính chính”, có người thứ hai đồng ý.',
  'nothing-to-correct': () => 'Không có gì khác với những gì đang ghi.',
  'correction-under-way': () => 'Đang có một đề nghị đính chính chờ đồng ý.',
  'no-papers-here': (facts) =>
    `Hồ sơ ${said(facts['code'])} không có giấy tờ nào nằm ở đơn vị giao mà phải mang đi.`,
  'papers-go-elsewhere': (facts) =>
    `Hồ sơ ${said(facts['code'])} không còn ở đơn vị nhận này; tải lại trang để lập phiếu cho đúng nơi.`,
  'on-another-sheet': (facts) =>
    `Giấy tờ của hồ sơ ${said(facts['code'])} đã nằm trong phiếu ${said(facts['number'])}.`,
  'no-open-sheet': (facts) => `Hồ sơ ${said(facts['code'])} không còn nằm trong phiếu đang mở này.`,
  'sheet-closed': () => 'Phiếu này đã có người xác nhận hoặc đã được rút lại. Tải lại trang để xem.',
  'sheet-incomplete': (facts) =>
    `Còn hồ sơ chưa trả lời là nhận hay không nhận, hoặc thiếu lý do không nhận: ${said(facts['codes'])}.`,
  'no-such-hand-over': () => 'Không có phiếu bàn giao này.',
  'no-paper-missing': () => 'Hồ sơ không thiếu giấy tờ này.',
  'no-correction': () => 'Hồ sơ không có đề nghị đính chính nào.',
  'no-fee-line': () => 'Ghi ít nhất một khoản phải nộp, hoặc chọn trường hợp được miễn.',
  'fee-undetermined': () => 'Phí, lệ phí của hồ sơ chưa xác định. Ghi khoản phải nộp trước rồi mới thu.',
  'fee-unpaid': (facts) =>
    `Còn phải thu ${f.money(Number(facts['owed'] ?? 0))}. Thu tiền xong mới làm tiếp được.`,
  'nothing-owed': () => 'Hồ sơ không còn khoản nào phải nộp.',
  'nothing-paid': () => 'Hồ sơ chưa nộp khoản nào, hoặc đã hủy, hoàn rồi.',
  'paid-already': () => 'Hồ sơ đã nộp tiền. Hủy hoặc hoàn biên lai trước khi ghi lại khoản phải nộp.',
  'other-amount': (facts) =>
    `Số tiền phải là ${f.money(Number(facts['owed'] ?? 0))}, không phải ${f.money(Number(facts['dong'] ?? 0))}.`,
  'cancel-same-day': (facts) =>
    `Biên lai ghi ngày ${said(facts['on'])}; chỉ hủy được trong ngày ấy. Nếu cần trả lại tiền, hãy hoàn tiền.`,
  'no-such-payment': () => 'Hồ sơ không có biên lai này.',
  'no-such-exemption': () => 'Diện miễn, giảm này không áp dụng cho thủ tục, kênh nộp và ngày tiếp nhận này.',
  'exemption-evidence-needed': () => 'Ghi giấy tờ chứng minh được miễn, giảm: số, ngày, nơi cấp.',
  'reference-needed': () => 'Chuyển khoản hay quẹt thẻ thì ghi mã giao dịch.',
  'day-closed': (facts) =>
    `Sổ quỹ ngày ${f.day(said(facts['on']))} của bạn đã khóa nên không thu, hủy hay hoàn thêm trong ngày ấy được. Người khác đang mở quỹ có thể làm.`,
  'day-not-begun': (facts) => `Ngày ${f.day(said(facts['on']))} chưa đến.`,
  'difference-needs-reason': (facts) =>
    `Tiền đếm được ${f.money(Number(facts['counted'] ?? 0))}, phải có ${f.money(Number(facts['expected'] ?? 0))}. Đếm lại, hoặc ghi vì sao lệch.`,
  'taken-over-already': () => 'Tiền của sổ quỹ này đã được nhận rồi.',
  'no-such-sheet': () => 'Không có sổ quỹ đã khóa này.',
  'payment-undone': () => 'Biên lai này đã được hủy hoặc hoàn tiền.',
  'numbered-already': (facts) =>
    `Kết quả đã có số ${said(facts['number'])}. Hãy đóng dấu theo số này, hoặc hủy số kèm lý do.`,
  'not-numbered': () => 'Kết quả chưa được cấp số.',
  'numbered-outside': () => 'Cơ quan khác cấp số cho văn bản này. Hãy ghi số ấy khi đóng dấu.',
  'number-from-the-book': () => 'Số do sổ văn bản cấp. Bỏ số đã nhập rồi gửi lại.',
  'number-needed': () => 'Cơ quan khác cấp số cho văn bản này. Hãy ghi số, ký hiệu như trên văn bản.',
  'not-held': () => 'Hồ sơ đang ở danh sách chung, chưa có ai nhận.',
  'receiver-unknown': () =>
    'Người nhận không phải người nộp cũng không phải chủ hồ sơ. Nếu nhận thay, cần ghi giấy ủy quyền; nếu là cùng một người đã đổi giấy tờ, hãy ghi số cũ như trong hồ sơ.',
  'authority-kind-needed': () =>
    'Ghi rõ theo loại nào: giấy ủy quyền, cha mẹ của người chưa thành niên, hay người đại diện theo pháp luật.',
  'authority-scope-needed': () => 'Ghi giấy ủy quyền cho làm việc gì, ví dụ: nhận kết quả hồ sơ này.',
  'authority-expired': (facts) => `Giấy ủy quyền chỉ có giá trị đến hết ngày ${f.day(said(facts['until']))}.`,
  'identity-not-checked': () => 'Xem giấy tờ của người nhận và ghi số trước khi trả kết quả.',
  'identity-differs': (facts) =>
    `Số giấy tờ người nhận đưa ra (${said(facts['shown'])}) khác số trong hồ sơ (${said(facts['written'])}). Xem lại có đúng người không; nếu đúng, ghi vì sao số khác.`,
  'not-acknowledged': () =>
    'Ghi người nhận đã xác nhận bằng cách nào: ký giấy, ký trên màn hình hay điểm chỉ.',
  'signature-missing': () => 'Chưa có ảnh chữ ký trên màn hình. Gửi ảnh chữ ký, hoặc cho ký giấy biên nhận.',
  'acknowledgment-incomplete': (facts) =>
    facts['how'] === 'fingerprint'
      ? 'Người nhận điểm chỉ thì ghi họ tên người làm chứng.'
      : 'Ghi mã của xác nhận điện tử.',
  'slip-needed': () => 'Ghi số phiếu gửi: trả qua bưu điện hay tại nhà đều có phiếu.',
  'sent-where': () => 'Ghi địa chỉ đã gửi và chọn tệp kết quả đã gửi (tệp phải có trong hồ sơ).',
  'originals-not-withdrawn': (facts) =>
    `Trả kết quả mới thì thu lại bản cũ: ${said(facts['papers'])}. Đánh dấu đã thu, hoặc ghi vì sao không thu được.`,
  'authority-paper-needed': () =>
    'Người được ủy quyền phải có giấy ủy quyền: hãy ghi số, ngày và nơi chứng thực của giấy.',
  'scan-too-large': (facts) =>
    `Tệp “${said(facts['name'])}” lớn hơn ${said(facts['most'])} MB. Quét lại với độ nét vừa phải (200 dpi) hoặc tách thành nhiều tệp.`,
  'scan-of-no-kind': (facts) =>
    `Tệp “${said(facts['name'])}” không phải PDF, JPEG hay PNG. Lưu lại thành một trong các dạng đó rồi gửi.`,
  'scan-cut-off': (facts) =>
    `Tệp “${said(facts['name'])}” bị thiếu phần cuối. Quét hoặc sao chép lại rồi gửi.`,
  'scan-locked': (facts) =>
    `Tệp “${said(facts['name'])}” có mật khẩu nên không ai xem được. Bỏ mật khẩu rồi gửi lại.`,
  ...signingRefusals,
  ...draftingRefusals,
  'no-such-scan': () => 'Hồ sơ này không có bản quét ấy.',
  'scan-empty': (facts) =>
    `Tệp “${said(facts['name'])}” trống (0 byte). Quét hoặc chụp lại, hoặc chép lại tệp rồi gửi.`,
  'scan-active': (facts) =>
    `Tệp “${said(facts['name'])}” chứa mã lệnh hoặc tệp đính kèm nên không được nhận. Mở tệp, chọn In rồi “Lưu thành PDF”, gửi tệp mới; hoặc quét từ bản giấy.`,
  'scan-bomb': (facts) =>
    `Tệp “${said(facts['name'])}” nén bất thường: bung ra lớn hơn nhiều so với một bản quét. Quét lại ở 200 dpi hoặc chụp lại rồi gửi.`,
  'scan-too-many-pages': (facts) =>
    `Đến tệp “${said(facts['name'])}” đã có ${said(facts['pages'])} trang; một bản số hóa nhiều nhất 100 trang. Tách thành nhiều tệp rồi gửi từng phần.`,
  'scan-too-many-files': (facts) =>
    `Mỗi lần gửi nhiều nhất ${said(facts['most'])} tệp. Gửi thành nhiều lần, hoặc quét nhiều trang vào một tệp PDF.`,
  'scan-unreadable': (facts) =>
    `Không mở được tệp “${said(facts['name'])}”: tệp hỏng hoặc không đúng loại như tên gọi. Quét hoặc chụp lại rồi gửi.`,
  'scan-too-slow': (facts) =>
    `Tệp “${said(facts['name'])}” cần quá nhiều thời gian để xử lý. Quét lại ở 200 dpi hoặc tách thành nhiều tệp.`,
  'certified-already': () => 'Bản này đã được cán bộ khác đối chiếu và chứng nhận.',
  'findings-unanswered': () =>
    'Máy thấy có điều cần xem lại ở bản này. Ghi vì sao vẫn dùng được, hoặc bỏ bản này và quét lại.',
  'copy-not-reusable': (facts) => {
    const why: { readonly [why: string]: string } = {
      'other-owner': 'bản ấy của người có số định danh khác, hoặc chủ hồ sơ này chưa có số định danh',
      struck: 'bản ấy đã bị bỏ ở hồ sơ cũ',
      'not-certified': 'bản ấy chưa được đối chiếu với bản chính',
      'run-out': `giấy ấy đã hết giá trị từ sau ngày ${f.day(said(facts['validUntil']))}`,
    }
    return `Không dùng lại được: ${why[said(facts['why'])] ?? ''}. Hãy số hóa bản giấy.`
  },
  'not-permitted': () => 'Bạn không được giao việc này.',
  'no-mandate': (facts) =>
    `Bạn chưa có văn bản ủy quyền ký thay ${said(facts['unit'])} vào ngày ${f.day(said(facts['on']))}.`,
  'substitute-same-person': () => 'Người vắng và người làm thay phải là hai người khác nhau.',
  'days-in-wrong-order': () => 'Ngày cuối không được trước ngày đầu.',
  'days-past': () => 'Không ghi được ngày đã qua: việc làm thay bắt đầu sớm nhất là hôm nay.',
  'already-substituted': (facts) =>
    `Từ ngày ${f.day(said(facts['from']))} đến hết ngày ${f.day(said(facts['last']))} đã có người làm thay người này. Hãy kết thúc lượt đó trước.`,
  'substitute-away': (facts) =>
    `Người được chọn cũng vắng và có người làm thay từ ngày ${f.day(said(facts['from']))} đến hết ngày ${f.day(said(facts['last']))}. Hãy chọn người khác.`,
  'substitutes-then': (facts) =>
    `Người vắng đang được phân công làm thay người khác từ ngày ${f.day(said(facts['from']))} đến hết ngày ${f.day(said(facts['last']))}. Hãy kết thúc lượt đó trước.`,
  'already-delegated': (facts) =>
    `Người này đã được ủy quyền phê duyệt từ ${f.day(said(facts['from']))} đến hết ${f.day(said(facts['last']))}.`,
  'no-such-delegation': () => 'Ủy quyền này không còn hoặc đã kết thúc.',
  'no-such-substitution': () => 'Không có lượt làm thay này, hoặc đã kết thúc.',
  'changed-meanwhile': () => 'Người khác vừa làm thay đổi hồ sơ này. Xin xem lại rồi làm tiếp.',
  'command-id-reused': () => 'Mã lệnh này đã dùng cho một việc khác.',
  'not-carried-out': () =>
    'Chưa làm được vì lỗi ở phía chúng tôi. Bạn gửi lại được; hồ sơ không bị làm hai lần.',
  'window-not-over': ({ to }) =>
    `Kỳ báo cáo chưa kết thúc (đến hết ngày ${f.day(said(to))}); chỉ ký phát hành được khi kỳ đã qua.`,
  'issued-already': ({ number }) =>
    `Báo cáo này đã phát hành, số ${said(number)}, và số liệu từ đó không đổi. Không cần phát hành lần nữa.`,
  'no-such-report': () => 'Không có báo cáo này.',
  'targets-out-of-reach': ({ share, of, asked, found }) =>
    share === undefined
      ? `Cần ${said(asked)} hồ sơ cho một con số nhưng chỉ có ${said(found)} hồ sơ phù hợp.`
      : `Không có số nguyên nào là ${said(share)} % của ${said(of)} hồ sơ; hãy đổi tỷ lệ hoặc số hồ sơ.`,
}

/** Every sentence the house says in Vietnamese, by its code; the type of every other language. */
export const vi = {
  language: 'vi' as Language,
  format: f,

  site: {
    product: 'Một Cửa',
    skip: 'Đến nội dung chính',
    navigation: 'Điều hướng chính',
    procedures: 'Thủ tục',
    lookUp: 'Tra cứu hồ sơ',
    figures: 'Số liệu',
    developers: 'Dành cho nhà phát triển (API)',
    otherLanguage: 'English',
    demonstration: 'Danh mục minh họa năm 2019',
    demonstrationWhy:
      'Đây là trung tâm trình diễn: danh mục được dựng lại để minh họa, không dùng để làm thủ tục thật.',
    footer: 'Trang này dùng được không cần JavaScript, trên mọi máy và khi in ra giấy.',
    helpTitle: 'Không dùng được mạng?',
    help: 'Bạn đến thẳng quầy tiếp nhận, hoặc nhờ người thân mang giấy hẹn đến hỏi. Trung tâm không bao giờ hỏi mật khẩu hay mã OTP của bạn.',
    onlyInVietnamese: '',
  },

  home: {
    title: 'Một cửa cho mọi thủ tục, gần dân hơn mỗi ngày',
    lead: (total: number, ways: readonly string[]) =>
      `${f.number(total)} thủ tục, nộp ${listed(
        ways.map((way) => (way === channels.post ? 'qua bưu chính công ích' : way.toLowerCase())),
        'hoặc',
      )}.`,
    searchLabel: 'Bạn cần làm thủ tục gì?',
    searchHint: 'Gõ có dấu hoặc không dấu, ví dụ: khai sinh, chứng thực, sang tên sổ đỏ',
    search: 'Tìm',
    lookUpTitle: 'Hồ sơ của tôi đến đâu?',
    figures: 'Con số của Trung tâm',
    procedures: 'thủ tục công khai tại Trung tâm',
    fiveOnTheSpot: (part: number, whole: number) =>
      `thủ tục của địa phương làm trọn “năm tại chỗ” (${f.number(part)}/${f.number(whole)})`,
    online: (part: number, whole: number) =>
      `thủ tục của địa phương trực tuyến mức độ 3, 4 (${f.number(part)}/${f.number(whole)})`,
    postal: (part: number, whole: number) =>
      `thủ tục của địa phương nhận, trả qua bưu chính công ích (${f.number(part)}/${f.number(whole)})`,
    received: 'hồ sơ đã tiếp nhận hôm nay',
    settled: 'hồ sơ đã có kết quả hôm nay',
    inTime: 'kết quả hôm nay trước hạn và đúng hạn',
    inProgress: 'hồ sơ đang giải quyết',
    byField: 'Theo lĩnh vực',
    byUnit: 'Theo cơ quan giải quyết',
    allFields: 'Xem tất cả lĩnh vực và thủ tục',
    allFigures: 'Xem số liệu theo tháng, lĩnh vực, cơ quan, xã phường',
  },

  board,
  check,

  catalogue: {
    title: 'Thủ tục hành chính',
    searchLabel: 'Tìm theo tên thủ tục, lĩnh vực hoặc mã',
    unit: 'Cơ quan giải quyết',
    field: 'Lĩnh vực',
    level: 'Mức độ dịch vụ công năm 2019',
    kind: 'Thuộc',
    all: 'Tất cả',
    search: 'Tìm',
    clear: 'Bỏ mọi điều kiện',
    filters: 'Lọc theo cơ quan, lĩnh vực, mức độ',
    found: (total: number) => `Tìm thấy ${f.number(total)} thủ tục`,
    foundFor: (total: number, q: string) => `Tìm thấy ${f.number(total)} thủ tục cho “${q}”`,
    nothing: 'Không tìm thấy thủ tục nào.',
    nothingAdvice:
      'Thử ít chữ hơn, bỏ bớt điều kiện lọc, hoặc gọi tên giấy tờ bạn cần, ví dụ “khai sinh”, “sổ đỏ”, “bản sao”.',
    next: 'Trang tiếp theo',
    first: 'Về trang đầu',
    results: 'Kết quả',
    countsTitle: 'Danh mục gồm những gì',
    counts: (all: number, town: number, vertical: number) =>
      `${f.number(all)} thủ tục: ${f.number(town)} của các đơn vị địa phương và ${f.number(vertical)} của các ngành dọc`,
    measure: 'Nội dung',
    count: 'Số thủ tục',
    share: 'Tỷ lệ',
    fiveOnTheSpot: 'Năm tại chỗ: tiếp nhận, thẩm định, phê duyệt, đóng dấu, trả kết quả',
    online: 'Trực tuyến mức độ 3 và 4',
    postal: 'Nhận và trả qua bưu chính công ích',
    cut: 'Tính trên số thủ tục của địa phương, đếm từ danh mục. Tỷ lệ cắt ở hai chữ số thập phân, không làm tròn.',
    by: 'Cơ quan giải quyết:',
    time: 'Thời hạn:',
  },

  procedure: {
    code: 'Mã thủ tục quốc gia',
    unit: 'Cơ quan giải quyết',
    field: 'Lĩnh vực',
    applicants: 'Ai làm thủ tục này',
    level: 'Mức độ dịch vụ công (2019)',
    spot: 'Năm tại chỗ',
    onTheSpot: 'Làm trọn năm bước ngay tại Trung tâm',
    bring: 'Cần mang những gì',
    case: 'Trường hợp',
    paper: 'Giấy tờ',
    counts: {
      original: 'Bản chính',
      certified: 'Bản chứng thực',
      copy: 'Bản sao',
      shown: 'Xuất trình',
    } satisfies Record<PaperCount, string>,
    shownYes: 'Xem rồi trả lại ngay',
    none: 'Không',
    optional: 'chỉ khi thuộc trường hợp ghi trong tên giấy tờ',
    noPapers: 'Danh mục chưa ghi giấy tờ cho trường hợp này. Xin hỏi quầy tiếp nhận trước khi đến.',
    howLong: 'Làm trong bao lâu',
    howMuch: 'Hết bao nhiêu tiền',
    channel: 'Cách nộp',
    otherChannels: 'Mọi cách nộp',
    time: 'Thời hạn',
    fee: 'Phí, lệ phí',
    undeterminedWhy:
      '“Chưa xác định” nghĩa là danh mục chưa có mức thu; quầy sẽ báo trước khi thu. Không có nghĩa là miễn phí.',
    steps: 'Ai làm gì, trong bao lâu',
    step: 'Bước',
    who: 'Người làm',
    stepTime: 'Thời gian',
    noStepTime: 'Không tính riêng',
    clockStops: 'Tạm dừng tính giờ',
    stepsReconstructed:
      'Các bước và thời gian này được dựng lại theo cách làm thường thấy, chưa đối chiếu với quy trình nội bộ của Trung tâm.',
    result: 'Kết quả nhận được',
    basis: 'Căn cứ pháp lý',
    channels: 'Nộp ở đâu, bằng cách nào',
    offered: 'Có',
    notOffered: 'Chưa nhận',
    note: 'Ghi chú',
    version: (version: number, from: string) => `Bản ${f.number(version)}, áp dụng từ ${f.day(from)}`,
    printHint: 'Trang này in ra thành một tờ danh sách giấy tờ.',
    printedAt: (moment: string) => `In lúc ${moment}`,
    ifNow: 'Nếu nộp bây giờ',
    due: (moment: string) => `Nộp bây giờ thì có kết quả lúc ${moment}`,
    dueAtOnce: 'Nộp tại quầy là có kết quả ngay',
    dueNone: 'Thủ tục này không quy định thời hạn, nên chưa hẹn được ngày có kết quả',
    dueProvisional:
      'Ngày này là tạm tính: lịch nghỉ của năm đó chưa được công bố chính thức. Nếu lịch đổi, Trung tâm chỉ đổi ngày hẹn theo hướng có lợi cho bạn.',
    dueFor: (name: string, channel: string) => `Tính cho: ${name}; ${channel}.`,
    dueChoose: 'Tính cho trường hợp khác',
    dueAgain: 'Tính lại',
    dueDays: 'Vì sao là ngày ấy? Xem từng ngày',
    dueDay: 'Ngày',
    dueCounted: 'Tính vào thời hạn',
    dueWhyTitle: 'Lý do',
    counted: 'Có',
    notCounted: 'Không',
    countedMinutes: (minutes: number) => `Có, ${f.minutes(minutes)}`,
    toCatalogue: 'Tất cả thủ tục',
    toLookUp: 'Đã nộp rồi? Tra cứu hồ sơ',
  },

  lookUp: {
    title: 'Tra cứu hồ sơ',
    lead: 'Mã hồ sơ và khóa tra cứu in trên giấy tiếp nhận hồ sơ và hẹn trả kết quả. Quét mã QR trên giấy cũng mở được trang này.',
    code: 'Mã hồ sơ',
    codeHint: 'Ví dụ: 000.00.12.H49-190703-0042',
    key: 'Khóa tra cứu',
    keyHint: '10 chữ và số, in cạnh mã hồ sơ. Không phân biệt chữ hoa, chữ thường, dấu cách.',
    submit: 'Xem hồ sơ',
    errors: 'Chưa xem được hồ sơ',
    codeMissing: 'Bạn chưa nhập mã hồ sơ',
    keyMissing: 'Bạn chưa nhập khóa tra cứu',
    notFound: 'Không có hồ sơ nào khớp với cả mã và khóa này',
    notFoundAdvice: [
      'Xem lại từng chữ trên giấy hẹn; chữ O đọc như số 0, chữ I và L đọc như số 1.',
      'Nhập đủ cả mã, kể cả dấu chấm và dấu gạch nối.',
      'Nếu vẫn không được, mang giấy hẹn và giấy tờ tùy thân đến quầy trả kết quả để hỏi.',
    ],
    privacy:
      'Trang kết quả không hiện tên, số giấy tờ hay địa chỉ của ai; sau 15 phút phải nhập lại mã và khóa.',
    opening: 'Đang mở hồ sơ của bạn',
    openingLink: 'Mở hồ sơ',
  },

  followed: {
    title: (code: string) => `Hồ sơ ${code}`,
    procedure: 'Thủ tục',
    stage: 'Tình trạng',
    holder: 'Đang ở đâu',
    since: (moment: string) => `từ ${moment}`,
    receivedAt: 'Tiếp nhận lúc',
    dueAtReceipt: 'Hẹn trên giấy',
    lawfulDue: 'Hạn hiện nay',
    lawfulDueWhy: 'Hạn lùi lại đúng bằng thời gian tạm dừng chờ người nộp.',
    promisedDue: 'Hẹn lại lúc',
    promisedDueWhy: 'Trung tâm đã xin lỗi và hẹn lại; hồ sơ vẫn tính là quá hạn.',
    noDue: 'Thủ tục này không quy định thời hạn',
    provisional: 'tạm tính',
    provisionalWhy: 'Lịch nghỉ của năm đó chưa được công bố chính thức nên hạn này còn là tạm tính.',
    readyAt: 'Có kết quả lúc',
    stoppedAt: 'Dừng giải quyết lúc',
    returnedAt: 'Đã trả lúc',
    returnWay: 'Cách nhận kết quả',
    supplement: 'Bạn cần bổ sung',
    supplementHow:
      'Thời hạn đang dừng. Mang giấy tờ bổ sung cùng giấy hẹn đến quầy tiếp nhận; thời hạn tính tiếp từ lúc nộp đủ.',
    supplementGround: (ground: string) => `Căn cứ: ${ground}`,
    steps: 'Các bước',
    stepStates: { done: 'Đã xong', now: 'Đang làm', next: 'Sắp tới' },
    stepDone: (moment: string) => `Xong lúc ${moment}`,
    stepSince: (moment: string) => `Bắt đầu lúc ${moment}`,
    another: 'Tra cứu hồ sơ khác',
    close: 'Đóng hồ sơ này trên máy',
    asOf: (moment: string) => `Tình trạng lúc ${moment}.`,
  },

  errors: {
    403: {
      title: 'Yêu cầu bị từ chối',
      text: 'Biểu mẫu được gửi từ một trang khác nên Trung tâm không nhận, để bảo vệ bạn.',
    },
    404: { title: 'Không có trang này', text: 'Địa chỉ có thể đã gõ sai hoặc trang đã chuyển đi nơi khác.' },
    405: {
      title: 'Không làm được việc này ở đây',
      text: 'Trang này không nhận cách gửi mà trình duyệt vừa dùng.',
    },
    413: {
      title: 'Nội dung gửi quá lớn',
      text: 'Trang này chỉ nhận vài dòng chữ. Bạn thử gửi lại với nội dung ngắn hơn.',
    },
    429: {
      title: 'Bạn tra cứu quá nhanh',
      text: 'Để không ai dò được hồ sơ của người khác, mỗi nơi chỉ được tra cứu vài lần trong một lúc.',
    },
    500: {
      title: 'Trung tâm gặp trục trặc',
      text: 'Lỗi ở phía chúng tôi, không phải do bạn. Điều bạn vừa làm có thể chưa được ghi lại; xin thử lại sau ít phút.',
    },
  } satisfies Record<ErrorStatus, { title: string; text: string }>,
  onward: {
    title: 'Bạn có thể',
    tryAgainAfter: (wait: string) => `Xin thử lại sau ${wait}.`,
    home: 'Về trang chủ',
    catalogue: 'Tìm thủ tục',
    lookUp: 'Tra cứu hồ sơ',
  },

  channels,
  stages,
  waitingFor,
  posts: {
    clerk: 'Cán bộ tiếp nhận và trả kết quả',
    cashier: 'Người thu phí, lệ phí',
    handler: 'Chuyên viên thụ lý',
    approver: 'Lãnh đạo phê duyệt',
    'seal-keeper': 'Văn thư đóng dấu',
    head: 'Trưởng đơn vị',
    director: 'Giám đốc Trung tâm',
    administrator: 'Quản trị hệ thống',
  } satisfies Record<Post, string>,
  stepKinds: {
    receive: 'Tiếp nhận',
    work: 'Thẩm định, xử lý',
    'collect-fee': 'Thu phí, lệ phí',
    approve: 'Phê duyệt',
    seal: 'Đóng dấu',
    outside: 'Làm tại cơ quan khác',
    citizen: 'Chờ người nộp',
    return: 'Trả kết quả',
  } satisfies Record<StepKind, string>,
  citizen: 'Người nộp hồ sơ',
  holderKinds: {
    list: 'Đang chờ người nhận việc',
    person: 'Đang có người làm',
    citizen: 'Đang chờ bạn làm việc của mình',
  } satisfies Record<Holder['kind'], string>,
  limitKinds: {
    'civil-days': 'Ngày làm việc',
    'working-hours': 'Giờ làm việc',
    'calendar-days': 'Ngày lịch',
    'same-day': 'Trong ngày',
    immediate: 'Xong ngay',
    'not-set': 'Không quy định',
  } satisfies Record<LimitKind, string>,
  limit,
  fee: (value: Fee): string =>
    feeInWords(value, {
      free: 'Miễn phí',
      undetermined: 'Chưa xác định',
      fixed: (dong) => f.money(dong),
      perCopy: (dong) => `${f.money(dong)} một bản`,
      perPage: ({ dong, laterFrom, laterDong, mostDong }) =>
        `${f.money(dong)} một trang; từ trang thứ ${f.number(laterFrom)}, ${f.money(laterDong)} một trang; nhiều nhất ${f.money(mostDong)} một bản`,
    }),
  timeliness: {
    early: 'Trước hạn',
    'on-time': 'Đúng hạn',
    late: 'Quá hạn',
    'no-limit': 'Không quy định thời hạn',
  } satisfies Record<Timeliness, string>,
  timeLeft: (minutes: number): string =>
    minutes >= 0 ? `còn ${f.workingTime(minutes)}` : `quá ${f.workingTime(-minutes)}`,
  ownerKinds: {
    town: 'Địa phương',
    social_insurance: 'Bảo hiểm xã hội',
    tax: 'Thuế',
    police: 'Công an',
    electricity: 'Điện lực',
    water: 'Cấp nước',
  } satisfies Record<OwnerKind, string>,
  levels: {
    2: 'Mức độ 2: xem thông tin, tải mẫu',
    3: 'Mức độ 3: nộp trực tuyến',
    4: 'Mức độ 4: trực tuyến trọn vẹn',
  },
  applicants: {
    citizen: 'Người dân',
    business: 'Doanh nghiệp, tổ chức',
    both: 'Người dân, doanh nghiệp, tổ chức',
  },
  returnWays: {
    counter: 'Tại quầy trả kết quả',
    post: 'Qua bưu chính công ích',
    home: 'Tại nhà',
    electronic: 'Bản điện tử',
  } satisfies Record<ReturnWish['way'], string>,
  dueWhy: {
    'receipt-day': 'Ngày nộp, không tính (Bộ luật Dân sự 2015, Điều 147)',
    'after-closing': 'Nộp sau giờ làm việc, tính là nộp vào ngày làm việc kế tiếp',
    'after-cut-off': 'Nộp sau giờ nhận trong ngày, chuyển sang ngày làm việc kế tiếp',
    'moved-on': 'Ngày cuối rơi vào ngày nghỉ, chuyển sang ngày làm việc kế tiếp (Điều 148)',
    'working-day': 'Ngày làm việc',
    'make-up-day': 'Ngày làm bù',
    weekend: 'Nghỉ cuối tuần',
    holiday: 'Nghỉ lễ',
  } satisfies Record<DueDayWhy, string>,

  signIn,
  desk: {
    shell,
    dataForPaper,
    digitising,
    scans,
    signing,
    drafting,
    draftFaults,
    account,
    receive,
    batch,
    certifying,
    documentBooks,
    dossier,
    branches,
    linked,
    money,
    turningAway,
    papers,
    printing,
    correcting,
    worklist,
    day,
    reminders,
    dividing,
    many,
    search,
    reports,
    returning,
    calls,
  },

  fieldFaults: {
    missing: () => 'Thiếu mục này.',
    'wrong-type': (facts) => `Phải là kiểu ${said(facts['expected'])}.`,
    'too-short': (facts) => `Cần ít nhất ${said(facts['minimum'])}.`,
    'too-long': (facts) => `Nhiều nhất ${said(facts['maximum'])}.`,
    'too-small': (facts) => `Không được nhỏ hơn ${said(facts['minimum'])}.`,
    'too-large': (facts) => `Không được lớn hơn ${said(facts['maximum'])}.`,
    'not-a-choice': (facts) => `Phải là một trong: ${said(facts['choices'])}.`,
    'unknown-field': () => 'Không có mục nào tên như vậy.',
    'control-characters': () => 'Có ký tự điều khiển hoặc ký tự không in được.',
    'wrong-format': (facts) => `Không đúng dạng ${said(facts['format'])}.`,
  } satisfies Record<FieldFaultCode, (facts: Facts) => string>,
  refusals,
}

export type Words = typeof vi
