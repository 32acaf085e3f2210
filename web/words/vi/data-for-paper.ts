import { format } from '../format.ts'

const f = format('vi')

/** What is said where data stand in for papers, and in the figures of digitising. */
export const dataForPaper = {
  fetch: 'Lấy từ dữ liệu',
  mustFetch: 'Phải lấy từ dữ liệu, không yêu cầu giấy',
  source: 'Nguồn dữ liệu',
  notFetched: 'Không lấy từ dữ liệu',
  purpose: 'Mục đích tra cứu',
  purposeUsual: 'Giải quyết thủ tục hành chính',
  reference: 'Mã lượt tra cứu hoặc số văn bản trả lời',
  day: 'Ngày tra cứu',
  despite: 'Vẫn nhận giấy vì',
  notDespite: 'Không nhận giấy',
  despiteNote: 'Nói rõ',
  reasons: {
    incident: 'hệ thống gặp sự cố',
    disaster: 'thiên tai',
    inaccurate: 'dữ liệu không chính xác',
  },
  fetched: (source: string, day: string, reference: string) =>
    `Lấy từ ${source}, tra cứu ${day}, số ${reference}`,
  despiteOf: (reason: string, note: string) => `Nhận giấy dù có dữ liệu: ${reason} (${note})`,
  title: 'Số hóa và dữ liệu thay giấy tờ',
  lead: (from: string, until: string) => `Từ ${from} đến hết ${until}.`,
  from: 'Từ ngày',
  until: 'Đến hết ngày',
  show: 'Xem',
  digitised: 'Bản số hóa đã chứng nhận (mức 1)',
  reusedComponent: 'Dùng lại bản số hóa (mức 2)',
  reusedResult: 'Dùng lại kết quả (mức 3)',
  despiteCount: 'Giấy tờ vẫn nhận dù có dữ liệu',
  despiteList: 'Những lần nhận giấy dù có dữ liệu',
  despiteNone: 'Không có lần nào.',
  more: (most: number) => `Chỉ liệt kê ${f.number(most)} lần gần nhất.`,
  at: 'Lúc',
  dossier: 'Hồ sơ',
  paper: 'Giấy tờ',
  why: 'Vì sao',
  note: 'Nói rõ',
}
