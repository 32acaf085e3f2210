import { format } from '../format.ts'

const f = format('vi')

/** What the field app says around its screens: the device, its PIN, what is on board. */
export const fieldFrame = {
  title: 'Thực địa',
  appTitle: 'Một Cửa thực địa',
  online: 'Có mạng',
  offline: 'Mất mạng',
  lock: 'Khóa máy',
  home: 'Các buổi',
  noLine: 'Chưa nối được với Trung tâm. Kiểm tra mạng rồi thử lại; việc đã làm vẫn còn trên máy.',
  needsScript: 'Ứng dụng thực địa cần JavaScript: bật JavaScript trong trình duyệt rồi mở lại.',
  tooOld:
    'Trình duyệt này cũ quá, không tính được ngày hẹn theo luật. Cập nhật Chrome hoặc Edge lên bản 144 trở lên rồi mở lại.',
  noStore:
    'Máy không cho lưu dữ liệu (chế độ ẩn danh hoặc hết bộ nhớ). Mở bằng cửa sổ thường và giải phóng bộ nhớ rồi thử lại.',
  register: {
    title: 'Đăng ký thiết bị này',
    lead: 'Tại Trung tâm, mở Bàn làm việc, mục Lưu động, Thiết bị lưu động, rồi bấm “Lấy mã thiết bị”. Mã dùng một lần, trong 15 phút.',
    code: 'Mã thiết bị',
    codeHint: '10 chữ và số, ví dụ 7KQ2M-9XTRB',
    name: 'Tên thiết bị',
    nameHint: 'Để nhận ra khi mất máy, ví dụ: Máy tính bảng số 2',
    act: 'Đăng ký',
    acting: 'Đang đăng ký…',
    codeNeeded: 'Chưa ghi mã thiết bị.',
    nameNeeded: 'Chưa ghi tên thiết bị.',
  },
  pin: {
    chooseTitle: 'Chọn mã PIN',
    chooseLead: (name: string) =>
      `Chào ${name}. Hồ sơ dở dang trên máy này được mã hóa bằng mã PIN của anh chị. Quên PIN hoặc nhập sai 10 lần thì mọi thứ chưa gửi trên máy bị xóa.`,
    first: 'Mã PIN',
    firstHint: 'Từ 6 đến 12 chữ số',
    again: 'Nhập lại mã PIN',
    choose: 'Dùng mã PIN này',
    faults: {
      'not-digits': 'Mã PIN gồm 6 đến 12 chữ số.',
      'too-plain': 'Mã này ai cũng đoán được (các số giống nhau hoặc liền nhau). Chọn mã khác.',
    },
    differs: 'Hai lần nhập không giống nhau.',
    title: 'Nhập mã PIN',
    lead: (name: string) => `Thiết bị của ${name}`,
    open: 'Mở khóa',
    opening: 'Đang mở…',
    wrong: (left: number) =>
      left === 1
        ? 'Mã PIN không đúng. Còn 1 lần; sai lần nữa thì mọi thứ trên máy bị xóa.'
        : `Mã PIN không đúng. Còn ${f.number(left)} lần.`,
    forgotten: 'Quên mã PIN',
    forget: 'Xóa hết để đăng ký lại',
    forgetLead:
      'Không ai mở lại được mã PIN. Muốn dùng tiếp phải xóa mọi thứ trên máy, kể cả hồ sơ đã niêm phong mà chưa gửi, rồi đăng ký lại.',
    forgetSure: 'Tôi hiểu những gì chưa gửi sẽ mất',
  },
  outings: {
    title: 'Các buổi của tôi',
    onBoard: 'Đã có trên máy',
    none: 'Chưa có buổi nào trên máy. Khi có mạng, chọn buổi bên dưới và bấm “Đưa lên máy”.',
    upcoming: 'Theo lịch, trong 7 ngày tới',
    noneUpcoming: 'Không có buổi nào trong 7 ngày tới có tên anh chị.',
    refresh: 'Xem lại lịch',
    asking: 'Đang hỏi Trung tâm…',
    session: 'Lưu động',
    visit: 'Tại nhà',
    open: 'Vào buổi này',
    bring: 'Đưa lên máy',
    bringAgain: 'Lấy lại bản mới',
    bringing: 'Đang tải, đừng tắt máy…',
    brought: 'Đã đủ trên máy, có thể tắt mạng.',
    has: (procedures: number, numbers: number, registered: number, results: number) =>
      `${f.number(procedures)} thủ tục, ${f.number(numbers)} số hồ sơ, ${f.number(registered)} người hẹn, ${f.number(results)} kết quả mang theo`,
    loadedAt: (moment: string) => `Lấy lúc ${moment}`,
    drop: 'Bỏ khỏi máy',
    hours: (opens: number, closes: number) => `${f.clock(opens)} đến ${f.clock(closes)}`,
  },
  sync: {
    title: 'Đã làm trên máy này',
    count: (count: number) => (count === 0 ? 'Đã gửi hết' : `${f.number(count)} chờ gửi`),
    send: 'Gửi ngay',
    sending: 'Đang gửi…',
    none: 'Chưa có gì được niêm phong trên máy này.',
    noNumber: '(chưa có số)',
    kinds: {
      intake: 'Hồ sơ',
      'hand-back': 'Trả kết quả',
      contact: 'Đến nhà',
      closing: 'Phiếu chốt ngày',
    },
    waiting: 'Đã niêm phong trên máy, chờ gửi khi có mạng.',
    arriving: (have: number, all: number) => `Đang gửi: ${f.number(have)}/${f.number(all)} phần.`,
    takenIn: 'Trung tâm đã nhận.',
    takenInDue: (due: string) => `Trung tâm đã nhận; hẹn trả ${due}.`,
    toDecide: 'Trung tâm đã nhận, đang có người xem xét.',
    refused: 'Trung tâm không nhận; hỏi người phụ trách lưu động.',
    concerns: {
      'number-used-up': 'Hết số mang theo: Trung tâm sẽ cấp số.',
      'number-not-ours': 'Số trên phiếu không dùng được: Trung tâm sẽ cấp số khác.',
      'procedure-changed': 'Thủ tục vừa có quy định mới.',
      'filed-also': 'Người này đang có hồ sơ cùng thủ tục.',
      'clock-unsure': 'Đồng hồ máy sai, chưa chắc giờ nhận.',
      refused: 'Không qua được kiểm tra khi tiếp nhận.',
    },
  },
  storage: {
    low: (mb: number) => `Máy chỉ còn ${f.number(mb)} MB cho ứng dụng này. Xóa bớt ảnh, video trước khi đi.`,
    notKept:
      'Trình duyệt có thể tự xóa dữ liệu khi máy đầy. Cài ứng dụng ra màn hình chính để tránh việc đó.',
  },
}
