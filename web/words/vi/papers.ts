import type { PaperFoundHow } from '#domain/dossier/events.ts'
import { format } from '../format.ts'

const f = format('vi')

/** What is said where papers are carried from unit to unit. */
export const papers = {
  title: 'Bàn giao giấy tờ',
  lead: 'Hồ sơ điện tử chuyển ngay; giấy tờ thì phải mang đi. Ở đây là giấy tờ đang nằm ở đơn vị bạn mà bước hiện tại lại ở đơn vị khác.',
  leadOfAll: 'Giấy tờ ở mọi đơn vị của Trung tâm đang chờ mang đi.',
  rule: (cutOff: string, ground: string) =>
    `Mang trong ngày; đến sau ${cutOff} thì mang đầu giờ ngày làm việc tiếp theo (${ground}).`,
  nothingToGo: 'Không có giấy tờ nào chờ mang đi.',
  way: (from: string, to: string) => `${from} → ${to}`,
  wayCount: (count: number, late: number) =>
    late === 0 ? `${f.number(count)} hồ sơ` : `${f.number(count)} hồ sơ, ${f.number(late)} đã trễ`,
  more: 'Còn nữa: mang bớt đi rồi mở lại trang này.',
  dossier: 'Hồ sơ',
  papersOf: 'Giấy tờ',
  due: 'Phải đến nơi',
  noDue: 'Không định giờ',
  late: 'đã trễ',
  choose: 'Chọn',
  select: (code: string) => `Mang giấy tờ của hồ sơ ${code}`,
  give: (to: string) => `Lập phiếu, giao cho ${to}`,
  giveHint: 'Bỏ đánh dấu hồ sơ chưa mang lần này. Nhiều nhất 100 hồ sơ một phiếu.',
  noneChosen: 'Bạn chưa chọn hồ sơ nào để mang đi.',
  notYours: 'Chỉ người của đơn vị đang giữ giấy tờ mới lập được phiếu này.',

  sheets: 'Phiếu bàn giao',
  noSheets: 'Chưa có phiếu nào.',
  sheetNumber: 'Phiếu số',
  fromTo: 'Giao → nhận',
  givenAt: 'Giao lúc',
  state: 'Tình trạng',
  open: 'chờ bên nhận xác nhận',
  toConfirm: 'chờ bạn xác nhận',
  ends: { confirmed: 'đã xác nhận', refused: 'không nhận', 'taken-back': 'bên giao đã rút lại' },
  withMissing: (count: number) => `thiếu ${f.number(count)} giấy tờ`,
  dossiers: (count: number) => `${f.number(count)} hồ sơ`,

  missingTitle: 'Giấy tờ còn thiếu',
  missingLead: 'Bên giao và bên nhận cùng thấy danh sách này đến khi tìm thấy hoặc có bản thay.',
  missedAt: (unit: string, from: string, number: string) =>
    `${unit} không thấy khi nhận từ ${from}, phiếu ${number}`,
  openDossier: 'Mở hồ sơ để ghi đã tìm thấy',

  sheetTitle: 'PHIẾU BÀN GIAO GIẤY TỜ, KẾT QUẢ',
  sheetName: (number: string) => `Phiếu bàn giao số ${number}`,
  giver: 'Bên giao',
  receiver: 'Bên nhận',
  givenBy: 'Người giao',
  takenBy: 'Người nhận',
  takenAt: 'Nhận lúc',
  endedBy: 'Người thực hiện',
  endedAt: 'Lúc',
  reason: 'Lý do',
  owner: 'Chủ hồ sơ',
  procedure: 'Thủ tục',
  result: 'Kết quả đã ký',
  counts: (original: number, certified: number, copy: number) =>
    [
      original > 0 && `${f.number(original)} bản chính`,
      certified > 0 && `${f.number(certified)} bản chứng thực`,
      copy > 0 && `${f.number(copy)} bản sao`,
    ]
      .filter(Boolean)
      .join(', '),
  ofResult: (copies: number) => `${f.number(copies)} bản`,
  returnWays: {
    counter: 'nhận tại quầy',
    post: 'nhận qua bưu chính',
    home: 'nhận tại nhà',
    electronic: 'nhận bản điện tử',
  },
  inTime: 'đúng giờ',
  wasLate: 'trễ',
  found: 'Nhận',
  isTaken: (code: string) => `Nhận hồ sơ ${code}`,
  isThere: (paper: string) => `Có: ${paper}`,
  note: (code: string) => `Ghi chú cho ${code}`,
  noteHint: 'Bắt buộc khi không nhận: ghi vì sao.',
  confirm: 'Xác nhận như đã đánh dấu',
  takeAll: 'Đã đối chiếu đủ, nhận tất cả',
  confirmLead:
    'Đối chiếu rồi đánh dấu từng hồ sơ nhận; giấy nào không thấy thì bỏ đánh dấu ở giấy ấy. Hồ sơ không nhận thì để trống và ghi lý do. Xác nhận một lần cho cả phiếu.',
  accepted: 'đã nhận',
  refused: 'không nhận',
  lacks: 'Thiếu:',
  takeBack: 'Rút lại phiếu',
  takeBackLead: 'Chưa ai xác nhận phiếu này. Rút lại thì giấy tờ vẫn nằm ở bên giao.',
  whyBack: 'Vì sao rút lại',
  whyRefused: (code: string) => `Ghi vì sao không nhận hồ sơ ${code}`,
  waits: 'Phiếu đang chờ bên nhận xác nhận.',
  print: 'In phiếu',
  back: 'Về trang bàn giao giấy tờ',
  signHere: '(Ký, ghi rõ họ tên)',

  ofDossier: 'Giấy tờ đang ở đâu',
  noPapers: 'Hồ sơ này không có giấy tờ nào phải mang đi.',
  liesAt: (unit: string) => `Ở ${unit}`,
  onSheet: (number: string, to: string) => `đang trên đường đến ${to}, phiếu ${number} chưa xác nhận`,
  goesTo: (to: string, due: string) => `phải mang đến ${to}${due && ` trước ${due}`}`,
  control: 'Kiểm soát giao nhận',
  gaveAt: 'Giao',
  tookAt: 'Nhận',
  timeliness: 'Kết quả',

  findTitle: 'Ghi giấy tờ thiếu đã có',
  findPaper: 'Giấy tờ',
  findHow: 'Có bằng cách nào',
  hows: { found: 'Tìm thấy', replaced: 'Có bản thay' } satisfies Record<PaperFoundHow, string>,
  findNote: 'Tìm thấy ở đâu, thay bằng bản nào',
}
