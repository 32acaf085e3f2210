import type { Fact } from '#domain/outcome.ts'
import type { ListKind } from '#domain/post/counter-list.ts'
import type { Breach, Direction, ParcelDoubt, ParcelEvent, ParcelStage } from '#domain/post/parcel.ts'
import type { Zone } from '#domain/post/post-rule.ts'
import type { TrackedStatus } from '#domain/post/carrier.ts'
import { format } from '../format.ts'
import { said } from '../said.ts'

const f = format('vi')
type Facts = { readonly [name: string]: Fact }

/** Parcels by the public post, at the desk and for the citizen. */
export const post = {
  title: 'Bưu chính công ích',
  lead: 'Kết quả gửi đến tận nhà, giấy tờ bưu chính mang đến, bưu gửi đang đi và bưu gửi bị trả về.',
  notJoined: 'Trung tâm chưa nối với bưu chính: đơn được ghi ở đây và báo cho bưu chính cách khác.',
  noRule: 'Trung tâm chưa khai thời hạn và cước bưu chính (post.yaml), nên chưa gửi được.',
  standings: {
    'to-send': 'Cần gửi',
    'under-way': 'Đang chuyển',
    late: 'Quá thời gian phát',
    back: 'Chuyển hoàn',
    arrived: 'Bưu chính mang đến',
    'to-see-to': 'Cần xem lại',
  },
  empty: {
    'to-send': 'Không còn kết quả nào chờ gửi.',
    'under-way': 'Không có bưu gửi nào đang chuyển.',
    late: 'Không có bưu gửi nào quá thời gian phát.',
    back: 'Không có bưu gửi nào bị trả về.',
    arrived: 'Không có giấy tờ nào chờ tiếp nhận.',
    'to-see-to': 'Không có việc gì cần xem lại.',
  },
  results: 'Kết quả chờ đặt gửi',
  resultsHint: 'Chọn hồ sơ rồi đặt gửi một lần. Địa chỉ lấy từ hồ sơ, không phải gõ lại.',
  choose: (code: string) => `Chọn hồ sơ ${code}`,
  order: 'Đặt bưu chính gửi',
  fetch: 'Nhờ bưu chính đến lấy giấy tờ bổ sung',
  orderAll: (count: number) => `Đặt gửi cả ${f.number(count)} hồ sơ`,
  collect: 'Bưu chính thu khi phát: cước và số tiền còn nợ',
  postageHere: {
    title: 'Trả cước trước, tại Trung tâm',
    hint: 'Cước ghi vào hồ sơ, thu tại quầy hoặc người dân trả trực tuyến, có biên lai; trả xong thì bưu chính không thu gì khi phát.',
    charge: (dong: string) => `Ghi cước ${dong} để thu tại đây`,
    unpaid: (dong: string) => `Đã ghi cước ${dong}, chưa thu.`,
    take: 'Thu tiền ở hồ sơ',
    drop: 'Bỏ cước đã ghi',
    paid: 'Cước đã trả.',
  },
  owes: (dong: string) => `còn nợ ${dong}`,
  noneChosen: 'Chưa chọn hồ sơ nào.',
  ordered: (count: number) => `Đã đặt gửi ${f.number(count)} hồ sơ.`,
  incomplete: 'Thiếu số điện thoại hoặc địa chỉ theo danh mục',
  complete: 'Ghi đủ địa chỉ rồi gửi',
  waiting: 'Đã đặt, chờ giao bưu chính',
  dossier: 'Hồ sơ',
  label: 'Số hiệu',
  person: 'Người nhận, người gửi',
  when: 'Thời gian phát',
  where: 'Tình trạng',
  cost: 'Cước, thu hộ',
  due: (at: string) => `trước ${at}`,
  provisional: 'lịch nghỉ chưa công bố, có thể đổi',
  late: 'quá thời gian',
  postage: (dong: string) => `cước ${dong}`,
  postagePayer: { citizen: 'người gửi, người nhận trả', post: 'bưu chính chịu, vì lỗi lần trước' },
  codWhole: (dong: string, own: string) => `thu khi phát ${dong}, trong đó ${own} cước và thu hộ`,
  cod: (dong: string, fee: string) => `thu hộ ${dong}, bưu chính thu thêm ${fee}`,
  attempts: (count: number) => `đã phát ${f.number(count)} lần, chưa gặp người nhận`,
  stages: {
    ordered: 'Chờ bưu chính nhận đơn',
    declined: 'Bưu chính không nhận đơn',
    waiting: 'Chờ giao',
    'under-way': 'Đang chuyển',
    delivered: 'Đã phát',
    'coming-back': 'Đang chuyển hoàn',
    'came-back': 'Đã về Trung tâm',
    arrived: 'Đã nhận, chờ tiếp nhận',
    used: 'Đã đưa vào hồ sơ',
    cancelled: 'Đã hủy',
  } satisfies Record<ParcelStage, string>,
  directions: { in: 'gửi đến', out: 'gửi đi' } satisfies Record<Direction, string>,
  zones: {
    town: 'trong địa bàn',
    province: 'trong tỉnh',
    major: 'giữa các đô thị lớn',
    far: 'tỉnh khác',
  } satisfies Record<Zone, string>,
  doubts: {
    'not-handed-over': 'Bưu chính báo đã phát bưu gửi chưa giao cho họ',
    'before-handed-over': 'Bưu chính báo việc xảy ra trước khi nhận bưu gửi',
    'of-tomorrow': 'Bưu chính báo giờ chưa tới',
    contradicts: 'Bưu chính báo trái với điều đã báo trước',
    'receiver-unknown': 'Người nhận không phải người nộp hay chủ hồ sơ',
    'not-recorded': 'Đã phát nhưng chưa ghi trả kết quả được',
  } satisfies Record<ParcelDoubt, string>,
  breaches: {
    'too-few-attempts': 'Trả về khi chưa đủ số lần phát',
    'attempts-too-close': 'Hai lần phát quá gần nhau',
  } satisfies Record<Breach, string>,
  lists: 'Bảng giao nhận với bưu chính',
  noLists: 'Chưa có bảng giao nhận nào hôm nay.',
  open: {
    'to-post': 'Lập bảng giao cho bưu chính',
    'from-post': 'Lập bảng nhận của bưu chính',
  } satisfies Record<ListKind, string>,
  listName: (number: string) => `Bảng số ${number}`,
  kinds: {
    'to-post': 'Giao cho bưu chính',
    'from-post': 'Nhận của bưu chính',
  } satisfies Record<ListKind, string>,
  openedBy: (name: string, at: string) => `${name} lập lúc ${at}`,
  state: { open: 'đang quét', closed: 'hai bên đã xác nhận', dropped: 'đã bỏ' },
  list: {
    scan: 'Quét hoặc gõ số hiệu',
    scanHint: 'Mỗi bưu gửi quét một lần. Máy quét tự gửi; gõ tay thì bấm Ghi.',
    add: 'Ghi',
    scanned: (label: string) => `Đã ghi ${label}.`,
    count: (count: number) => `Đã quét ${f.number(count)} bưu gửi`,
    none: 'Chưa quét bưu gửi nào.',
    new: 'Giấy tờ gửi đến, chưa có trong hệ thống',
    cameBack: 'Bị trả về',
    takeOff: 'Bỏ khỏi bảng',
    takeOffOf: (label: string) => `Bỏ khỏi bảng: ${label}`,
    left: (count: number) => `Còn ${f.number(count)} bưu gửi chờ giao chưa quét`,
    confirm: 'Hai bên xác nhận',
    confirmHint:
      'Nhân viên bưu chính đếm và đọc số; cán bộ ghi và xác nhận. Thời điểm này là thời điểm nộp của giấy tờ gửi đến, và là lúc tính thời gian phát.',
    declared: 'Bưu chính đếm được',
    workerName: 'Nhân viên bưu chính',
    workerNumber: 'Số thẻ nhân viên',
    why: 'Lý do lệch số',
    whyHint: 'Chỉ ghi khi số đếm khác số đã quét',
    sign: 'Xác nhận giao nhận',
    drop: 'Bỏ bảng này',
    confirmedAt: 'Thời điểm giao nhận',
    ours: 'Trung tâm',
    theirs: 'Bưu chính',
    differs: (scanned: number, declared: number) =>
      `Quét ${f.number(scanned)}, bưu chính đếm ${f.number(declared)}`,
    record: 'Biên bản giao nhận',
    back: 'Về trang bưu chính',
    dropped: 'Bảng này đã bỏ, không có gì được giao nhận.',
  },
  ordering: {
    title: (code: string) => `Gửi kết quả hồ sơ ${code} qua bưu chính`,
    inTitle: (code: string) => `Nhờ bưu chính đến lấy giấy tờ của hồ sơ ${code}`,
    name: 'Người nhận',
    phone: 'Số điện thoại',
    address: 'Địa chỉ',
  },
  parcel: {
    title: (label: string) => `Bưu gửi ${label}`,
    contents: 'Gồm',
    zone: 'Quãng đường',
    complaint: 'Khiếu nại dịch vụ',
    complaintUntil: (day: string, days: number) =>
      `đến hết ngày ${day}; bưu chính trả lời trong ${f.number(days)} ngày làm việc`,
    history: 'Đã qua',
    slip: 'Phiếu gửi có mã vạch',
    ask: 'Hỏi lại bưu chính',
    asked: 'Đã hỏi bưu chính.',
    cancel: 'Hủy đơn',
    cancelReason: 'Lý do hủy',
    settle: 'Đã xem, theo dõi tiếp',
    settleNote: 'Đã làm rõ thế nào',
    settleHint: {
      'receiver-unknown':
        'Kiểm tra ai đã nhận. Được ủy quyền thì trả kết quả ở trang Trả kết quả với số hiệu này và giấy ủy quyền, rồi bấm nút này.',
      other: 'Gọi bưu chính hỏi rõ trước khi bấm.',
    },
    use: 'Đưa vào hồ sơ',
    useCode: 'Mã hồ sơ',
    useHint: 'Khi giấy tờ là bổ sung, hoặc bản giấy của hồ sơ đã nộp trực tuyến',
    receive: 'Tiếp nhận thành hồ sơ mới',
    sendAgain: 'Gửi lại',
    others: 'Các lần gửi khác',
    events: {
      ParcelOrdered: 'Đặt gửi',
      OrderTaken: 'Bưu chính nhận đơn',
      OrderDeclined: 'Bưu chính không nhận đơn',
      ParcelCancelled: 'Hủy đơn',
      ParcelCame: 'Bưu chính mang đến, hai bên xác nhận',
      ParcelHandedOver: 'Giao cho bưu chính, hai bên xác nhận',
      ParcelArrived: 'Bưu chính mang đến, hai bên xác nhận',
      ParcelCameBack: 'Bưu chính trả về, hai bên xác nhận',
      ParcelTracked: 'Bưu chính báo',
      TrackingPassed: 'Bưu chính báo, không có gì mới',
      ParcelDoubted: 'Bưu chính báo điều không thể đúng',
      DoubtSettled: 'Đã làm rõ',
      ParcelUsed: 'Đưa vào hồ sơ',
      DeliveryRecorded: 'Ghi đã trả kết quả',
    } satisfies Record<ParcelEvent['type'], string>,
    statuses: {
      taken: 'đã nhận bưu gửi',
      'on-the-way': 'đang chuyển',
      attempted: 'phát chưa được',
      delivered: 'đã phát',
      'going-back': 'chuyển hoàn',
      'given-back': 'đã hoàn trả',
    } satisfies Record<TrackedStatus, string>,
  },
  receiving: (label: string, at: string) =>
    `Giấy tờ do bưu chính mang đến (${label}). Thời điểm nộp là lúc hai bên ký giao nhận: ${at}.`,
  /** For the citizen. */
  follow: {
    title: 'Gửi qua bưu điện',
    ready: 'Bạn không phải làm gì: kết quả sẽ đến với bạn qua bưu điện.',
    out: {
      ordered: 'Trung tâm đã đặt bưu điện gửi kết quả cho bạn.',
      waiting: 'Kết quả của bạn đã đóng gói, chờ bưu điện đến lấy.',
      'under-way': 'Bưu điện đang mang kết quả đến cho bạn.',
      delivered: 'Bưu điện đã đưa kết quả.',
      'coming-back': 'Bưu điện không gặp được bạn nên đang mang kết quả về Trung tâm.',
      'came-back': 'Kết quả đã về Trung tâm. Bạn đến lấy, hoặc gọi Trung tâm để gửi lại.',
    },
    in: {
      waiting: 'Bưu điện sẽ đến lấy giấy tờ của bạn.',
      arrived: 'Trung tâm đã nhận giấy tờ bạn gửi qua bưu điện.',
    },
    by: (day: string) => `Bưu điện phải đưa đến trước ${day}.`,
    late: 'Bưu điện đã quá thời gian phải đưa. Trung tâm đang hỏi lại.',
    tried: (count: number) =>
      `Bưu điện đã đến ${f.number(count)} lần mà chưa gặp. Hãy để ý điện thoại, hoặc gọi bưu điện để hẹn.`,
    at: (moment: string) => `Lúc ${moment}.`,
    label: (label: string) => `Số hiệu bưu gửi: ${label}`,
    pay: (dong: string) => `Khi nhận, bạn trả cho bưu điện ${dong} (phí, lệ phí còn nợ và tiền công thu hộ).`,
    postage: (dong: string) => `Cước bưu điện: ${dong}.`,
    complain: (day: string) => `Bạn có thể khiếu nại việc gửi đến hết ngày ${day}.`,
    submitted: 'Thời điểm nộp qua bưu điện',
  },
}

export const postRefusals = {
  'nothing-for-post': (facts: Facts) =>
    `Hồ sơ ${said(facts['code'])} lúc này không có gì để gửi qua bưu chính: chưa có kết quả, hoặc không chờ bổ sung.`,
  'not-by-post': (facts: Facts) =>
    `Thủ tục của hồ sơ ${said(facts['code'])} không có trong danh mục gửi qua bưu chính theo chiều này.`,
  'not-returned-by-post': () =>
    'Thủ tục này không trả kết quả qua bưu chính công ích. Chọn cách nhận kết quả khác.',
  'parcel-under-way': (facts: Facts) =>
    `Hồ sơ ${said(facts['code'])} đã có bưu gửi. Xem ở trang Bưu chính công ích.`,
  'parcel-not-so-far': (facts: Facts) =>
    `Bưu gửi này không ở bước ấy nữa (${STAGE_WORDS[said(facts['stage'])] ?? said(facts['stage'])}). Tải lại trang để xem.`,
  'other-parcel': (facts: Facts) => `Bưu gửi này là của hồ sơ ${said(facts['code'])}.`,
  'no-such-parcel': (facts: Facts) =>
    `Không tìm thấy bưu gửi ${said(facts['label'])}. Quét lại, hoặc kiểm tra đã lập đúng bảng giao hay bảng nhận.`,
  'no-such-list': () => 'Không có bảng giao nhận này.',
  'no-post-here': () => 'Trung tâm chưa nối với bưu chính, hoặc chưa khai thời hạn và cước.',
  'no-post-seat': () =>
    'Danh mục địa danh chưa có xã, phường nào của Trung tâm nên không tính được quãng đường.',
  'post-silent': () => 'Bưu chính chưa trả lời. Hệ thống còn hỏi lại; hãy thử sau ít phút.',
  'list-empty': () => 'Bảng chưa có bưu gửi nào. Quét trước khi xác nhận, hoặc bỏ bảng này.',
  'list-closed': () => 'Bảng này đã được xác nhận hoặc đã bỏ. Tải lại trang để xem.',
  'count-differs': (facts: Facts) =>
    `Đã quét ${said(facts['scanned'])} bưu gửi, bưu chính đếm ${said(facts['declared'])}. Đếm lại; nếu vẫn lệch thì ghi lý do.`,
  'scanned-already': (facts: Facts) => `${said(facts['label'])} đã có trên bảng, không ghi lần nữa.`,
  'parcel-of-other-channel': () =>
    'Giấy tờ do bưu chính mang đến thì tiếp nhận theo cách “Bưu chính công ích”.',
  'no-such-place': () =>
    'Địa chỉ chưa đủ: chọn xã, phường; nơi khác thì ghi tên xã, phường và chọn tỉnh, thành phố.',
}

const STAGE_WORDS: { readonly [stage: string]: string } = post.stages
