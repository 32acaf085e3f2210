import type { Part } from '#domain/dossier/parts.ts'
import type { WaitsFor } from '#domain/dossier/waits-for.ts'
import type { DossierCommand } from '#domain/dossier/commands.ts'
import type { Stage } from '#domain/dossier/dossier.ts'
import type { DueDayWhy } from '#domain/dossier/due.ts'
import type { FilingStage } from '#domain/filing/filing.ts'
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
import type { ErrorStatus } from './said.ts'
import { allNamed, feeInWords, limitInWords, listed, named, said, saidMoment } from './said.ts'
import { branches } from './vi/branches.ts'
import { linked } from './vi/linked.ts'
import { money } from './vi/money.ts'
import { papers } from './vi/papers.ts'
import { paying, payingRefusals, reconciling } from './vi/paying.ts'
import { correcting } from './vi/correcting.ts'
import { printing } from './vi/printing.ts'
import { filings } from './vi/filings.ts'
import { filing } from './vi/filing.ts'
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
import { communes } from './vi/communes.ts'
import { dataForPaper } from './vi/data-for-paper.ts'
import { digitising } from './vi/digitising.ts'
import { fieldClosing } from './vi/field-closing.ts'
import { fieldFrame } from './vi/field-frame.ts'
import { fieldIntake } from './vi/field-intake.ts'
import { fieldPrinting } from './vi/field-printing.ts'
import { fieldWork } from './vi/field-work.ts'
import { handingIn, handingInRefusals } from './vi/handing-in.ts'
import { scanBox, scanBoxRefusals, sealedCopy } from './vi/scan-box.ts'
import { scans } from './vi/scans.ts'
import { check } from './vi/check.ts'
import { draftFaults, drafting, draftingRefusals } from './vi/drafting.ts'
import { signing, signingRefusals } from './vi/signing.ts'
import { checklist } from './vi/checklist.ts'
import { finding } from './vi/finding.ts'
import { shell } from './vi/shell.ts'
import { day, reminders, worklist } from './vi/worklist.ts'
import { citizens } from './vi/citizens.ts'
import { feedback, personalParts } from './vi/feedback.ts'
import { outreach } from './vi/outreach.ts'
import { own } from './vi/own.ts'
import { opinions } from './vi/opinions.ts'
import { kiosk } from './vi/kiosk.ts'
import { post, postRefusals } from './vi/post.ts'
import { notices } from './vi/notices.ts'
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

/** What the national identity has to say of a person. */
const IDENTITY_PARTS: Record<string, string> = {
  subject: 'mã tài khoản',
  name: 'họ và tên',
  idNumber: 'số định danh 12 chữ số',
  taxCode: 'mã số thuế',
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
  ReceiveAsCompetent: 'tiếp nhận hồ sơ nộp ở nơi khác',
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
  PromptApplicant: 'nhắc người nộp',
  AssessFee: 'xác định phí, lệ phí',
  ChargePostage: 'ghi cước bưu chính',
  TakePayment: 'thu tiền',
  CancelPayment: 'hủy biên lai',
  AskRefund: 'đề nghị hoàn tiền',
  AgreeToRefund: 'đồng ý hoàn tiền',
  DropRefund: 'không hoàn tiền',
  RefundPayment: 'hoàn tiền',
  ChangeReturnWish: 'đổi cách nhận kết quả',
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

const filingStages: Record<FilingStage, string> = {
  submitted: 'Chờ tiếp nhận',
  asked: 'Chờ bạn bổ sung',
  answered: 'Đã bổ sung, chờ tiếp nhận',
  accepted: 'Đã tiếp nhận',
  refused: 'Không được tiếp nhận',
  withdrawn: 'Đã rút',
}

const refusals: Record<RefusalCode, (facts: Facts) => string> = {
  ...payingRefusals,
  ...postRefusals,
  'no-such-procedure': (facts) => `Không có thủ tục ${said(facts['procedure'] ?? facts['key'])}.`,
  'procedure-not-in-force': (facts) =>
    `Thủ tục ${said(facts['key'])} không có hiệu lực vào ngày ${f.day(said(facts['on']))}.`,
  'no-such-case': (facts) =>
    `Thủ tục này không có trường hợp “${said(facts['case'])}”. Các trường hợp: ${said(facts['cases'])}.`,
  'no-such-life-event': () => 'Không có sự kiện này.',
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
  'nobody-to-tell': () =>
    'Không có ai để báo: người nộp không có số di động hay thư điện tử, không muốn nhận tin, hoặc Trung tâm chưa mở cách báo ấy. Sửa liên hệ của người nộp, hoặc gọi điện.',
  'no-such-notice': () => 'Không có tin báo này ở hồ sơ.',
  'no-push-service': () =>
    'Trung tâm không gửi được thông báo đến trình duyệt này. Bạn chọn cách báo khác, hoặc dùng Chrome, Firefox, Safari hay Edge.',
  'same-hours': () =>
    'Giờ không báo phải bắt đầu và kết thúc ở hai giờ khác nhau. Bạn chọn lại một trong hai.',
  'no-longer-so': () => 'Việc ấy đã xong nên không báo nữa. Xem lại tình trạng hồ sơ.',
  'mailbox-needed': () =>
    'Muốn báo tin qua thư điện tử thì cần ghi địa chỉ thư, ví dụ ten@example.vn; không có thì chọn báo qua điện thoại.',
  'return-address-needed': () => 'Cần địa chỉ để trả kết quả qua bưu chính hoặc tại nhà.',
  'no-such-slip': () => 'Không có phiếu này.',
  'case-of-other-pages': ({ case: chosen, pages }) =>
    `Giấy tờ ${said(pages)} trang không thuộc trường hợp “${said(chosen)}”. Sửa số trang hoặc chọn trường hợp khác.`,
  'pages-needed': () => 'Thủ tục này tính theo số trang. Ghi số trang của giấy tờ, hoặc chọn một trường hợp.',
  'commune-needed': () => 'Thủ tục này do từng xã, phường giải quyết: hãy chọn xã, phường có thẩm quyền.',
  'no-commune-competent': () => 'Thủ tục này không do xã, phường giải quyết.',
  'no-such-desk': ({ unit }) => `${said(unit)} không có bộ phận một cửa nhận hồ sơ vào ngày này.`,
  'not-at-this-desk': () => 'Thủ tục của cơ quan ngành dọc chỉ nộp tại Trung tâm, không nộp ở nơi khác.',
  'channel-of-own-desk': () =>
    'Nộp ở nơi khác chỉ có nộp trực tiếp; nộp bằng cách khác thì nộp tại cơ quan có thẩm quyền.',
  'not-handed-in-elsewhere': () =>
    'Quy định đang áp dụng chưa cho nộp ở nơi khác: hãy nộp tại cơ quan có thẩm quyền.',
  'returned-at-the-desk': () =>
    'Hồ sơ nộp ở nơi khác thì kết quả trả tại nơi đã nộp, hoặc bản điện tử; không gửi bưu chính hay trả tại nhà.',
  'other-visit': ({ code }) =>
    `Lượt nộp này đã có hồ sơ ${said(code)} của người khác, quầy khác hoặc ngày khác. Mở lượt mới cho hồ sơ này.`,
  'filings-off': () =>
    'Hiện Trung tâm không nhận hồ sơ trực tuyến tại đây. Nộp qua Cổng Dịch vụ công quốc gia hoặc tại quầy.',
  'no-such-filing': () => 'Không có hồ sơ trực tuyến này.',
  'no-filing-draft': () =>
    'Không có bản đang điền này. Có thể đã nộp, đã xóa, quá hạn giữ, hoặc được bắt đầu trên máy khác.',
  'filing-at-another-stage': (facts) =>
    `Hồ sơ trực tuyến đang ở tình trạng “${named(filingStages, facts['stage'])}” nên không làm được việc này.`,
  'answers-incomplete': (facts) => `Còn ô chưa điền đúng: ${said(facts['fields'])}.`,
  'authority-not-shown': () =>
    'Nộp thay người khác thì cần giấy ủy quyền hoặc giấy tờ chứng minh quan hệ: tải tệp lên hoặc mang đến quầy.',
  'too-young-alone': (facts) =>
    `Người chưa đủ ${said(facts['leastAge'])} tuổi không tự nộp được thủ tục này (${said(facts['ground'])}). Cha, mẹ hoặc người giám hộ nộp thay: đăng nhập bằng tài khoản của mình, vào mục “Nộp thay, được nộp thay” khai là người đại diện, rồi nộp; hoặc cùng nhau đến quầy.`,
  'no-such-field': (facts) => `Tờ khai không có ô “${said(facts['field'])}”.`,
  'form-changed': () => 'Tờ khai đã có phiên bản mới. Mở lại bản đang điền để chuyển sang phiên bản ấy.',
  'data-not-looked-up': (facts) =>
    `Giấy tờ “${said(facts['component'])}” được thay bằng dữ liệu: ghi nguồn đã tra cứu và số tham chiếu.`,
  'marked-as-wrong': () =>
    'Đang có chỗ ghi là sai. Xóa ghi chú rồi tiếp nhận, hoặc gửi yêu cầu bổ sung các chỗ ấy.',
  'too-many-drafts': (facts) =>
    `Đang có ${said(facts['most'])} hồ sơ điền dở. Nộp hoặc xóa bớt rồi bắt đầu hồ sơ mới.`,
  'sign-in-to-file': () => 'Đăng nhập để nộp. Những gì đã điền vẫn được giữ.',
  'not-received-yet': ({ code, stage, acceptBy }) =>
    `Hồ sơ ${said(code)} đã nộp trực tuyến: ${named(filingStages, stage)}.${acceptBy ? ` Trung tâm trả lời chậm nhất ${saidMoment(acceptBy, f.longMoment)}.` : ''}`,
  'not-taken-in': ({ code, stage, why, receivedAt }) =>
    stage === 'refused'
      ? `Hồ sơ ${said(code)} nộp lưu động hoặc tại nhà không được tiếp nhận: ${said(why)}`
      : `Hồ sơ ${said(code)} nộp lưu động hoặc tại nhà${receivedAt ? ` lúc ${saidMoment(receivedAt, f.moment)}` : ''} đã về đến Trung tâm; cán bộ đang xem lại trước khi tiếp nhận.`,
  'certifies-nothing': () => 'Thủ tục này không vào sổ chứng thực nào.',
  'not-signed-yet': () => 'Chưa có chữ ký của người có thẩm quyền nên chưa lấy số chứng thực.',
  'no-such-register': () => 'Trung tâm chưa có sổ chứng thực nào.',
  'no-such-certification': () => 'Không có số chứng thực này.',
  'certification-spoiled': ({ number }) => `Số ${said(number)} đã được ghi là số hỏng từ trước.`,
  'no-such-visit': () => 'Không có lượt nộp nào như vậy.',
  'no-form-yet': (facts) => `Chưa có mẫu giấy nào áp dụng cho hồ sơ nhận ngày ${said(facts['on'])}.`,
  'letters-missing': (facts) =>
    `Chưa in được: phông chữ của giấy không có ký tự ${said(facts['letters'])}. Dữ liệu vẫn còn nguyên; hãy sửa lại tên hoặc nội dung có ký tự đó rồi in.`,
  'template-failed': ({ file, line, message, limit }) =>
    limit === null || limit === undefined
      ? `Mẫu riêng của Trung tâm không in được giấy này: ${said(file)}${line === null ? '' : `, dòng ${said(line)}`}: ${said(message)}. Chưa có gì được lưu; báo quản trị sửa mẫu rồi in lại.`
      : `Mẫu riêng của Trung tâm ${limit === 'time' ? 'chạy mãi không xong' : 'chiếm quá nhiều bộ nhớ'} khi in giấy này nên đã bị dừng. Chưa có gì được lưu; báo quản trị sửa mẫu rồi in lại.`,
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
  'way-not-open': () =>
    'Kết quả của hồ sơ này không trả bằng cách ấy được nữa, hoặc thủ tục không có cách ấy.',
  'return-under-way': () => 'Kết quả đang được chuyển đến theo cách đã chọn nên không đổi được nữa.',
  'no-electronic-result': () => 'Hồ sơ này chưa có kết quả điện tử để nhận.',
  'kind-not-taken': () => 'Trung tâm chưa nhận riêng loại này: hãy gửi là phản ánh.',
  'no-corrections-here': () => 'Trung tâm chưa nhận đề nghị đính chính dữ liệu tại đây.',
  'of-one-person': () => 'Đề nghị đính chính dữ liệu là việc riêng của một người nên không công khai.',
  'done-or-refused': () => 'Chọn đã đính chính hay từ chối.',
  'too-many-corrections': (facts) =>
    `Bạn đang có ${said(facts['most'])} đề nghị chưa được trả lời. Chờ trả lời rồi gửi tiếp.`,
  'too-many-exports': (facts) =>
    `Mỗi ngày tải được nhiều nhất ${said(facts['most'])} lần. Ngày mai bạn tải lại.`,
  'supplement-incomplete': (facts) => `Còn thiếu phần được yêu cầu: ${said(facts['items'])}.`,
  'not-the-applicant': () => 'Số giấy tờ này không khớp với hồ sơ.',
  'no-such-staff': () => 'Không có người này trong danh sách cán bộ.',
  'not-in-post': (facts) =>
    `Người này không giữ vị trí cần thiết ở đơn vị ${said(facts['unit'])} vào ngày ${f.day(said(facts['on']))}.`,
  'already-held': () => 'Hồ sơ đã có người nhận. Muốn chuyển cho người khác, trưởng đơn vị phải giao lại.',
  'decided-already': () => 'Kết quả đã được phê duyệt nên không dừng giải quyết được nữa.',
  'no-answer-limit': () =>
    'Người nộp chưa được hẹn ngày phải trả lời, nên không thể dừng vì quá hạn. Nếu người nộp xin rút, hãy chọn lý do ấy.',
  'money-was-paid': () => 'Hồ sơ đã nộp tiền theo biên lai. Chọn hoàn lại hay không hoàn.',
  'answer-limit-not-over': (facts) =>
    `Còn chờ trả lời đến hết ngày ${f.day(said(facts['answerBy']))}; sau ngày đó mới ghi là không trả lời.`,
  'nobody-waited-for': () => 'Hồ sơ không chờ người nộp bổ sung hay nộp tiền nên không có gì để nhắc.',
  'call-is-not-sent': () =>
    'Gọi điện thoại thì chọn “đã báo được” hoặc “không liên lạc được”; “đã gửi” dành cho tin nhắn, thư, nhờ xã, phường.',
  'not-prompted': (facts) =>
    `Mới nhắc được người nộp ${said(facts['made'])} trên ${said(facts['needed'])} lần phải nhắc. Nhắc người nộp, ghi lại, rồi chờ thêm ${said(facts['days'])} ngày mới được dừng.`,
  'prompted-lately': (facts) =>
    `Người nộp mới được nhắc; từ ngày ${f.day(said(facts['from']))} mới được dừng vì không trả lời.`,
  'no-due-moment': () => 'Hồ sơ không có thời hạn nên không cần hẹn lại.',
  'promise-too-early': () => 'Ngày hẹn lại phải sau hạn theo luật và sau hôm nay. Chọn một ngày muộn hơn.',
  'apology-under-way': () => 'Đã có một văn bản xin lỗi đang trình. Gửi hoặc bỏ văn bản ấy trước.',
  'apologised-already': () => 'Hồ sơ đã được hẹn lại; chỉ được hẹn lại một lần.',
  'apology-not-so-far': () => 'Văn bản xin lỗi chưa đến bước này: soạn, đồng ý, ký, rồi gửi.',
  'no-apology': () => 'Hồ sơ không có văn bản xin lỗi nào đang trình.',
  'second-person-needed': () =>
    'Việc này cần hai người: người soạn hay đề nghị không tự đồng ý được. Nhờ người thứ hai mở hồ sơ này và đồng ý.',
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
  'day-opened': (facts) =>
    `Tiền đầu ngày đã ghi ${f.money(Number(facts['dong'] ?? 0))}, không ghi lại được. Nếu sai, giải thích khi khóa sổ.`,
  'day-not-today': () => 'Tiền đầu ngày chỉ ghi cho hôm nay. Nếu quên, ghi số ấy khi khóa sổ.',
  'opening-differs': (facts) =>
    `Tiền đầu ngày đã ghi là ${f.money(Number(facts['opened'] ?? 0))}, khác số vừa gửi. Bỏ trống số ấy khi khóa sổ.`,
  'other-till': () =>
    'Biên lai này do người khác thu nên bạn không hủy được. Nhờ chính người ấy, hoặc trưởng bộ phận, giám đốc hủy có lý do.',
  'day-closed': (facts) =>
    `Sổ quỹ ngày ${f.day(said(facts['on']))} của ${facts['isOwn'] === false ? 'thu ngân ấy' : 'bạn'} đã khóa nên không thu, hủy hay hoàn thêm trong ngày ấy được. Người khác đang mở quỹ có thể làm: khoản hoàn thì bỏ đề nghị cũ, người ấy đề nghị lại.`,
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
  ...scanBoxRefusals,
  ...handingInRefusals,
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
  'code-wrong': () => 'Mã không đúng, đã dùng rồi, hoặc đã quá 10 phút hay 5 lần thử. Hãy nhận mã khác.',
  'contact-taken': () =>
    'Số điện thoại hoặc thư điện tử này đã thuộc một tài khoản khác của bạn. Đăng nhập bằng nó để dùng tài khoản ấy.',
  'message-not-sent': () => 'Lúc này chưa gửi được tin. Thử lại sau ít phút.',
  'identity-unreachable': () =>
    'Hệ thống định danh điện tử lúc này không trả lời. Bạn thử lại sau ít phút, hoặc đăng nhập bằng cách khác; dữ liệu của bạn không bị ảnh hưởng.',
  'identity-not-proved': () =>
    'Lần đăng nhập này đã dùng rồi, đã hết hạn hoặc không khớp với trình duyệt này. Bạn bấm đăng nhập lại từ đầu.',
  'identity-cancelled': () => 'Bạn đã dừng đăng nhập ở trang định danh điện tử. Chưa có gì thay đổi.',
  'identity-incomplete': (facts) =>
    `Tài khoản định danh điện tử không cho biết đủ thông tin (thiếu ${allNamed(IDENTITY_PARTS, facts['missing'])}). Bạn cập nhật tài khoản ở ứng dụng định danh, hoặc đăng nhập bằng cách khác.`,
  'identity-of-another': () =>
    'Số định danh này đã được một tài khoản định danh điện tử khác dùng ở Trung tâm. Để bảo vệ bạn, hệ thống không tự gộp hai tài khoản. Bạn mang căn cước đến quầy để được giúp.',
  'identity-elsewhere': () =>
    'Định danh này đã gắn với một tài khoản khác của bạn ở Trung tâm. Bạn đăng xuất, rồi đăng nhập bằng định danh điện tử để dùng tài khoản ấy.',
  'agent-not-of-age': () =>
    'Người nộp thay phải đủ 18 tuổi. Nếu bạn đã đủ tuổi mà chưa ghi ngày sinh, hãy ghi ở mục Sửa thông tin.',
  'acts-for-oneself': () => 'Đây là số của chính bạn; nộp cho mình thì không cần khai nộp thay.',
  'too-many-principals': (facts) =>
    `Bạn đang nộp thay cho ${said(facts['most'])} người, tổ chức. Chấm dứt những việc nộp thay đã xong rồi khai thêm.`,
  'not-a-child': () =>
    'Ngày sinh này không phải của người dưới 18 tuổi. Người đã đủ 18 tuổi thì tự nộp, hoặc ủy quyền cho bạn.',
  'not-verified': () =>
    'Bạn cần xác thực định danh điện tử trước khi cho người khác nộp thay, để không ai mạo danh bạn.',
  'authority-days': (facts) =>
    `Ngày cuối còn giá trị phải từ ${f.day(said(facts['from']))} đến ${f.day(said(facts['latest']))}.`,
  'no-such-representation': () => 'Việc nộp thay này không có, hoặc đã chấm dứt.',
  'no-rating-form': () => 'Trung tâm chưa mở phần đánh giá.',
  'rated-too-early': () =>
    'Hồ sơ chưa có kết quả nên chưa đánh giá được. Bạn quay lại khi đã nhận được tin có kết quả.',
  'rating-over': (facts) => `Đã hết hạn đánh giá hồ sơ này (ngày cuối là ${f.day(said(facts['until']))}).`,
  'rated-already': () =>
    'Hồ sơ này đã được đánh giá. Mỗi hồ sơ đánh giá một lần; người đánh giá sửa được trong ít ngày, bằng mã và khóa trên giấy tiếp nhận.',
  'question-unanswered': () => 'Còn câu chưa trả lời.',
  'reason-needed': () => 'Bạn có câu không hài lòng: hãy viết vì sao, để Trung tâm biết mà sửa.',
  'ticket-over': () => 'Mã này không đúng hoặc đã hết hạn. Bạn nhờ cán bộ tại quầy lấy mã mới.',
  'rated-meanwhile': () => 'Hồ sơ này vừa được đánh giá ở nơi khác. Bạn mở lại trang để xem.',
  'machine-of-staff': () =>
    'Máy này đang có cán bộ đăng nhập nên không đánh giá được ở đây. Hãy dùng máy dành cho người dân.',
  'no-such-session': () => 'Không có đợt tiếp nhận lưu động này.',
  'session-not-so-far': () => 'Đợt này đã công bố, đã hủy hoặc vừa được người khác sửa. Hãy mở lại trang.',
  'session-in-the-past': (facts) => `Ngày ${f.day(said(facts['on']))} đã qua.`,
  'session-without-hours': () => 'Giờ kết thúc phải sau giờ bắt đầu, đủ cho ít nhất một lượt.',
  'session-without-team': () => 'Chọn ít nhất một người đi.',
  'twice-in-team': (facts) => `${said(facts['who'])} được chọn hai lần: người dự phòng phải là người khác.`,
  'team-not-in-post': (facts) =>
    `${said(facts['who'])} không giữ vị trí nào của Trung tâm vào ngày ${f.day(said(facts['on']))}. Hãy chọn người khác.`,
  'in-two-sessions': (facts) =>
    `${said(facts['who'])} đã có mặt trong đợt tại ${said(facts['place'])} cùng giờ ngày ${f.day(said(facts['on']))}. Hãy chọn người khác hoặc giờ khác.`,
  'slots-taken': () =>
    'Đã có người đăng ký vào giờ không còn nữa nếu sửa như vậy. Giữ nguyên giờ, hoặc hủy đợt và báo cho họ.',
  'too-many-sessions': (facts) =>
    `Một lần lập nhiều nhất ${said(facts['most'])} đợt. Hãy rút ngắn thời gian lặp.`,
  'no-session-day': () =>
    'Không có ngày nào trong thời gian đã chọn. Xem lại thứ trong tuần và các ngày nghỉ.',
  'registration-closed': () => 'Đợt này không nhận đăng ký nữa: chưa công bố, đã hủy, hoặc giờ ấy đã qua.',
  'no-such-slot': () => 'Không có giờ hẹn này. Hãy chọn lại.',
  'slot-full': () => 'Giờ này đã đủ người. Hãy chọn giờ khác.',
  'registered-already': () =>
    'Số điện thoại này đã đăng ký đợt này rồi. Muốn đổi giờ, bạn hủy đăng ký cũ bằng mã đã nhận.',
  'no-such-registration': () => 'Không có đăng ký nào khớp với mã này. Bạn xem lại mã đã ghi.',
  'no-such-commune': () => 'Chọn một xã, phường trong danh sách.',
  'taken-out-otherwise': () => 'Kênh nộp không khớp: đợt lưu động là kênh lưu động, tại nhà là kênh tại nhà.',
  'not-held-now': () => 'Đợt hoặc buổi tại nhà này không diễn ra hôm nay, hoặc đã hủy.',
  'not-of-the-team': () => 'Bạn không trong nhóm đi đợt này nên không nhận hồ sơ cho đợt được.',
  'no-home-rule': () => 'Ngày này chưa có quy định về phục vụ tại nhà.',
  'not-borne-out': () => 'Lý do này cần người xác nhận khác: xem lại ai xác nhận.',
  'birth-date-needed': () => 'Cần ngày sinh, hoặc ít nhất năm sinh, để biết tuổi.',
  'too-young-for-visit': (facts) => `Người này chưa đủ ${said(facts['least'])} tuổi.`,
  'no-such-home-visit': () => 'Không có yêu cầu phục vụ tại nhà nào khớp với mã và khóa này.',
  'home-visit-not-so-far': () => 'Việc này không còn làm được, hoặc chưa đến lúc. Hãy mở lại trang.',
  'visit-in-the-past': (facts) => `Ngày ${f.day(said(facts['on']))} đã qua. Hãy chọn ngày khác.`,
  'visit-not-yet': (facts) => `Chưa đến ngày hẹn ${f.day(said(facts['on']))}.`,
  'witness-needed': () => 'Điểm chỉ thì phải có người làm chứng: ghi họ tên người ấy.',
  'packet-unreadable': () => 'Gói hồ sơ không mở được: bị hỏng trên đường gửi hoặc niêm phong cho nơi khác.',
  'packet-not-as-agreed': () => 'Gói hồ sơ không đúng khuôn đã định: hãy cập nhật ứng dụng trên thiết bị.',
  'attachment-differs': () => 'Ảnh trong gói hồ sơ không đúng như gói đã ghi.',
  'packet-of-another': () => 'Gói hồ sơ này là của thiết bị khác.',
  'packet-differs': () => 'Gói hồ sơ mang mã này đã gửi với nội dung khác.',
  'too-much-on-its-way': () => 'Thiết bị còn quá nhiều gói gửi dở: hãy gửi xong các gói ấy trước.',
  'not-signed-by-device': () => 'Chữ ký trên gói hồ sơ không phải của thiết bị đã đăng ký.',
  'no-such-provision': () => 'Thiết bị chưa được chuẩn bị cho buổi lưu động mà gói hồ sơ ghi.',
  'number-used': () => 'Số hồ sơ này đã dùng cho hồ sơ khác.',
  'device-ended': () => 'Thiết bị này đã báo mất hoặc đã gỡ: ứng dụng sẽ tự xóa dữ liệu.',
  'no-such-device': () => 'Không có thiết bị này.',
  'device-code-wrong': () => 'Mã thiết bị không đúng, đã dùng hoặc đã quá 15 phút. Hãy lấy mã mới.',
  'no-field-work': () => 'Máy chủ chưa mở làm việc lưu động ngoại tuyến.',
  'outing-over': () => 'Buổi này đã qua.',
  'no-such-packet': () => 'Không có gói hồ sơ này, hoặc không còn mở được.',
  'packet-decided': () => 'Gói hồ sơ này đã có người quyết định. Hãy mở lại trang.',
  'nothing-left-to-do': () => 'Việc này đã làm xong.',
  'no-feedback-here': () =>
    'Trung tâm chưa nhận phản ánh, kiến nghị, khiếu nại trên trang này. Bạn đến quầy hoặc gửi thư đến Trung tâm.',
  'no-such-feedback': () =>
    'Không có phản ánh nào khớp với mã và khóa này. Bạn xem lại hai dòng đã ghi khi gửi.',
  'complaint-needs-name': () =>
    'Khiếu nại cần có họ tên và địa chỉ của người khiếu nại (Luật Khiếu nại, Điều 8). Phản ánh, kiến nghị thì không bắt buộc.',
  'feedback-not-so-far': () =>
    'Việc này không còn làm được, hoặc chưa đến lúc: phản ánh vừa chuyển sang bước khác. Hãy mở lại trang.',
  'answers-own-work': () =>
    'Bạn đã làm hồ sơ mà người dân nói đến nên không tự trả lời được. Hãy để người khác hoặc Giám đốc trả lời.',
  'answered-by-director': () =>
    'Giám đốc đã trực tiếp trả lời. Nếu chưa đồng ý, bạn gửi đến Ủy ban nhân dân cấp trên hoặc khởi kiện tại Tòa án.',
  'appeal-over': (facts) => `Đã hết hạn đề nghị xem lại (ngày cuối là ${f.day(said(facts['until']))}).`,
  'published-already': () => 'Trả lời này đã được công khai.',
  'personal-data-in-text': (facts) =>
    `Bản công khai còn ${personalParts(facts['parts'])}. Hãy viết lại để không ai nhận ra người gửi.`,
  'not-confirmed': () => 'Hãy đọc lại bản công khai rồi đánh dấu xác nhận không có thông tin cá nhân.',
  'birth-not-possible': () => 'Ngày sinh phải ở trước hôm nay và sau năm 1900.',
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
    description: (centre: string) =>
      `${centre}: tìm thủ tục bằng lời thường ngày, biết cần giấy tờ gì, bao lâu, hết bao nhiêu tiền, nộp ở đâu; tra cứu hồ sơ.`,
    display: 'Cách hiển thị',
    largeText: 'Chữ to',
    usualText: 'Chữ vừa',
    highContrast: 'Tương phản cao',
    usualContrast: 'Màu thường',
    plainWords: 'Từ khó, nói cho dễ hiểu',
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
    searchHint: 'Nói như thường ngày, có dấu hay không dấu: giấy khai sinh, sang tên nhà, mở quán',
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
  finding,
  checklist,

  catalogue: {
    ofCommunes: 'Thủ tục do xã, phường giải quyết',
    ofCommunesHint:
      'Mỗi xã, phường giải quyết cho người cư trú ở đó; nộp được ở mọi bộ phận một cửa. Danh mục minh họa, không tính vào số thủ tục của Trung tâm.',
    title: 'Thủ tục hành chính',
    searchLabel: 'Bạn cần làm gì?',
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
    next: 'Trang tiếp theo',
    first: 'Về trang đầu',
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
    online: 'Có làm qua mạng được không?',
    onlineYes: 'Có, nộp được qua mạng',
    onlineNo: 'Chưa, phải nộp giấy',
    onlineWhole: 'Nộp, trả tiền và nhận kết quả đều làm được qua mạng.',
    onlinePart: 'Hồ sơ nộp qua mạng; kết quả nhận tại quầy, qua bưu điện hoặc tại nhà.',
    onlineOther: 'Mang giấy tờ đến quầy, hoặc nhờ một trong các cách nộp khác ở cuối trang.',
    bring: 'Cần những gì?',
    toChecklist: 'Danh sách của riêng tôi: in ra, gửi về điện thoại',
    officialName: 'Tên chính thức:',
    terms: 'Từ khó trong tên:',
    age: 'Tuổi tự nộp',
    ageFrom: (age: string) => `từ đủ ${age} tuổi; trẻ hơn thì cha, mẹ hoặc người giám hộ nộp thay.`,
    myCase: 'Tôi là / Trường hợp của tôi',
    showMine: 'Xem cho tôi',
    onlyIf: (condition: string) => `Chỉ khi: ${condition}.`,
    withdrawn: 'thu lại khi trả kết quả',
    paperCounts: {
      original: (count: number) => `${f.number(count)} bản chính`,
      certified: (count: number) => `${f.number(count)} bản sao có chứng thực`,
      copy: (count: number) => `${f.number(count)} bản sao`,
    },
    exempt: 'Ai được miễn, giảm?',
    off: (percent: number) => (percent === 100 ? 'miễn' : `giảm ${f.number(percent)}%`),
    offDong: (dong: number) => `giảm ${f.money(dong)}`,
    atAnyDesk: (count: number) => `Cũng nộp được tại bộ phận một cửa của ${f.number(count)} xã, phường`,
    atAnyDeskHint:
      'Nộp ở đâu thì nhận kết quả ở đó. Thời hạn tính từ khi cơ quan có thẩm quyền tiếp nhận; giấy hẹn ghi hạn chậm nhất.',
    deskHours: (days: string, hours: string) => `(${days}: ${hours})`,
    atCommune: 'Tại bộ phận một cửa của xã, phường nơi cư trú',
    atCounter: 'Tại quầy của',
    territory: (count: string) => `Phục vụ ${count} xã, phường (tên gọi hôm nay)`,
    otherWays: 'Không phải đến quầy thì nộp bằng cách:',
    today: 'Hôm nay',
    closed: 'không làm việc',
    openNow: 'đang mở cửa',
    compare: 'So sánh các trường hợp và cách nộp',
    description: (name: string) => `${name}: cần giấy tờ gì, bao lâu, hết bao nhiêu tiền, nộp ở đâu.`,
    case: 'Trường hợp',
    shownYes: 'Xem rồi trả lại ngay',
    optional: 'Chỉ khi thuộc trường hợp ghi trong tên giấy tờ.',
    noPapers: 'Danh mục chưa ghi giấy tờ cho trường hợp này. Xin hỏi quầy tiếp nhận trước khi đến.',
    howLong: 'Bao lâu có kết quả?',
    howMuch: 'Hết bao nhiêu tiền?',
    channel: 'Cách nộp',
    otherChannels: 'Mọi cách nộp',
    time: 'Thời hạn',
    fee: 'Phí, lệ phí',
    undeterminedWhy:
      '“Chưa xác định” nghĩa là danh mục chưa có mức thu; quầy sẽ báo trước khi thu. Không có nghĩa là miễn phí.',
    steps: 'Ai làm gì, trong bao lâu',
    noStepTime: 'Không tính riêng',
    clockStops: 'Tạm dừng tính giờ',
    stepsReconstructed:
      'Các bước và thời gian này được dựng lại theo cách làm thường thấy, chưa đối chiếu với quy trình nội bộ của Trung tâm.',
    result: 'Kết quả nhận được',
    basis: 'Căn cứ pháp lý',
    channels: 'Nộp ở đâu?',
    note: 'Ghi chú',
    version: (version: number, from: string) => `Bản ${f.number(version)}, áp dụng từ ${f.day(from)}`,
    printedAt: (moment: string) => `In lúc ${moment}`,
    due: (moment: string) => `Nộp bây giờ thì có kết quả lúc ${moment}`,
    dueAtOnce: 'Nộp tại quầy là có kết quả ngay',
    dueNone: 'Thủ tục này không quy định thời hạn, nên chưa hẹn được ngày có kết quả',
    dueProvisional:
      'Ngày này là tạm tính: lịch nghỉ của năm đó chưa được công bố chính thức. Nếu lịch đổi, Trung tâm chỉ đổi ngày hẹn theo hướng có lợi cho bạn.',
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
      'Vừa nộp ở đợt lưu động hoặc tại nhà: hồ sơ xem được khi thiết bị đã gửi về Trung tâm, thường trong hai ngày.',
      'Nếu vẫn không được, mang giấy hẹn và giấy tờ tùy thân đến quầy trả kết quả để hỏi.',
    ],
    privacy:
      'Trang kết quả không hiện tên, số giấy tờ hay địa chỉ của ai; sau 15 phút phải nhập lại mã và khóa.',
    opening: 'Đang mở hồ sơ của bạn',
    openingLink: 'Mở hồ sơ',
  },

  sealedCopy,
  followed: {
    handedInAt: 'Nơi nộp, nơi nhận kết quả',
    settledBy: 'Cơ quan giải quyết',
    competentBy: (by: string) => `Thời hạn tính từ khi cơ quan này tiếp nhận, chậm nhất ${by}.`,
    competentAt: (at: string) => `Đã tiếp nhận ${at}, thời hạn tính từ đó.`,
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
    toDo: 'Việc bạn cần làm bây giờ',
    nothingToDo: 'Lúc này bạn không phải làm gì. Hồ sơ đang được giải quyết.',
    answerBy: (day: string) => `Chậm nhất ngày ${day}.`,
    supplementHow: (place: string) =>
      `Thời hạn đang dừng. Mang giấy tờ bổ sung cùng giấy hẹn đến ${place}; thời hạn tính tiếp từ lúc nộp đủ.`,
    payFee: (dong: string) => `Nộp phí, lệ phí: ${dong}`,
    payFeeHow: (place: string) => `Nộp tại ${place}, mang theo giấy hẹn. Bạn được nhận biên lai.`,
    fetch: 'Đến nhận kết quả',
    fetchHow: (place: string) =>
      `Mang giấy hẹn và căn cước đến ${place}. Nhờ người khác nhận thay thì người ấy mang thêm giấy ủy quyền.`,
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
    400: {
      title: 'Không đọc được nội dung gửi đến',
      text: 'Nội dung trình duyệt gửi đến bị hỏng hoặc không đúng khuôn mẫu nên Trung tâm chưa nhận gì. Bạn quay lại trang trước rồi gửi lại.',
    },
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
    'competent-receipt': 'Cơ quan có thẩm quyền tiếp nhận',
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
    commune: 'Xã, phường',
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

  paying,
  signIn,
  citizens,
  opinions,
  post,
  feedback,
  outreach,
  own,
  kiosk,
  notices,
  desk: {
    reconciling,
    shell,
    communes,
    dataForPaper,
    digitising,
    scans,
    scanBox,
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
    filings,
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

  filing,
  fieldClosing,
  fieldFrame,
  fieldIntake,
  fieldPrinting,
  fieldWork,
  handingIn,

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
