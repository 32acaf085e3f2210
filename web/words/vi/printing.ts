import type { FormKey } from '#papers/forms.ts'
import { format } from '../format.ts'

const f = format('vi')

/** What is said of papers to be printed. */
export const printing = {
  title: 'In giấy tờ',
  forms: {
    giay_tiep_nhan: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    phieu_bo_sung: 'Phiếu yêu cầu bổ sung',
    phieu_tu_choi: 'Phiếu từ chối tiếp nhận',
    phieu_xin_loi: 'Văn bản xin lỗi, hẹn lại',
    thong_bao_dung: 'Thông báo dừng giải quyết',
    phieu_kiem_soat: 'Phiếu kiểm soát quá trình giải quyết',
    so_theo_doi: 'Sổ theo dõi hồ sơ',
    bien_lai: 'Biên lai thu phí, lệ phí',
    giay_bien_nhan_ket_qua: 'Giấy biên nhận trả kết quả',
    phieu_ban_giao_ket_qua: 'Phiếu bàn giao kết quả',
    phieu_qua_trinh: 'Phiếu quá trình xử lý',
    phieu_gui: 'Phiếu gửi qua bưu chính',
    bien_ban_giao_nhan: 'Biên bản giao nhận hồ sơ với bưu chính',
    giay_tiep_nhan_nhieu_ho_so: 'Giấy tiếp nhận nhiều hồ sơ',
    phieu_huong_dan: 'Phiếu hướng dẫn nộp hồ sơ',
  } satisfies Record<FormKey, string>,
  print: 'In phiếu này (PDF)',
  receiptOf: (number: string) => `In biên lai ${number}`,
  register: 'Sổ theo dõi hồ sơ',
  registerLead:
    'Mỗi lĩnh vực một sổ mỗi năm, 500 hồ sơ một quyển. In lúc nào thì sổ ghi đúng tình trạng lúc đó; bản đã in được lưu lại.',
  year: 'Năm',
  show: 'Xem',
  nothing: (year: number) => `Năm ${year} chưa có hồ sơ nào.`,
  dossiers: (count: number) => `${f.number(count)} hồ sơ`,
  book: (number: number) => `quyển ${number}`,
  handOvers: 'Giấy bàn giao hôm nay',
}
