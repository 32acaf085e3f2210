import type { Day } from '#domain/calendar/moment.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'

/**
 * Every paper the house prints, by its name. Numbers are never names: "Mẫu 05" is the control sheet before 15 September
 * 2025 and the notice of stopping from then on.
 */
export const FORM_KEYS = [
  'giay_tiep_nhan',
  'phieu_bo_sung',
  'phieu_tu_choi',
  'phieu_xin_loi',
  'thong_bao_dung',
  'phieu_kiem_soat',
  'so_theo_doi',
  'bien_lai',
  'giay_bien_nhan_ket_qua',
  'phieu_ban_giao_ket_qua',
  'phieu_qua_trinh',
  'phieu_gui',
  'bien_ban_giao_nhan',
  'giay_tiep_nhan_nhieu_ho_so',
  'phieu_huong_dan',
] as const
export type FormKey = (typeof FORM_KEYS)[number]

/** A form as it is from a day on. */
export interface FormVersion {
  /** Dossiers received from this day on. */
  readonly from: Day
  /** The number it has in its circular; null for papers that no circular gives. */
  readonly number: string | null
  readonly source: string
  readonly title: string
  /** A file of `papers/templates/`. */
  readonly template: string
}

const TT01 = 'Thông tư 01/2018/TT-VPCP'
const TT03 = 'Thông tư 03/2025/TT-VPCP'
const FROM_2018 = '2018-11-23'
const FROM_2025 = '2025-09-15'

const of2018 = (number: string, title: string, template: string): FormVersion => ({
  from: FROM_2018,
  number,
  source: TT01,
  title,
  template,
})
const of2025 = (number: string, title: string, template: string): FormVersion => ({
  from: FROM_2025,
  number,
  source: TT03,
  title,
  template,
})
const ofTheHouse = (title: string, template: string, source = 'Mẫu của hệ thống'): FormVersion => ({
  from: '1945-09-02',
  number: null,
  source,
  title,
  template,
})
const inBoth = (old: string, now: string, title: string, template: string) => [
  of2018(old, title, template),
  of2025(now, title, template),
]

const RECEIPT = 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ'
const SUPPLEMENT = 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ'
const REJECTION = 'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ'
const CONTROL_SHEET = 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ'
const STOPPED = 'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ'
const POSTAL = 'Quyết định 45/2016/QĐ-TTg'

/** Which form holds from which day, oldest first: the sets of 2018 and 2025, and what is in neither. */
export const FORMS: { readonly [key in FormKey]: readonly FormVersion[] } = {
  giay_tiep_nhan: inBoth('01', '01', RECEIPT, 'receipt.typ'),
  phieu_bo_sung: inBoth('02', '02', SUPPLEMENT, 'supplement.typ'),
  phieu_tu_choi: inBoth('03', '03', REJECTION, 'rejection.typ'),
  phieu_xin_loi: [
    of2018('04', 'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ', 'apology-slip.typ'),
    of2025('04', 'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT', 'apology-letter.typ'),
  ],
  // The set of 2018 has no notice of stopping; the house's own has the same fields.
  thong_bao_dung: [ofTheHouse(STOPPED, 'stop-notice.typ'), of2025('05', STOPPED, 'stop-notice.typ')],
  phieu_kiem_soat: inBoth('05', '06', CONTROL_SHEET, 'control-sheet.typ'),
  so_theo_doi: inBoth('06', '07', 'SỔ THEO DÕI HỒ SƠ', 'register.typ'),
  bien_lai: [ofTheHouse('BIÊN LAI THU PHÍ, LỆ PHÍ', 'fee-receipt.typ')],
  giay_bien_nhan_ket_qua: [ofTheHouse('GIẤY BIÊN NHẬN TRẢ KẾT QUẢ', 'result-receipt.typ')],
  phieu_ban_giao_ket_qua: [ofTheHouse('PHIẾU BÀN GIAO KẾT QUẢ', 'list.typ')],
  phieu_qua_trinh: [ofTheHouse('PHIẾU QUÁ TRÌNH XỬ LÝ', 'process-slip.typ')],
  phieu_gui: [ofTheHouse('PHIẾU GỬI HỒ SƠ', 'postal-slip.typ', POSTAL)],
  bien_ban_giao_nhan: [ofTheHouse('BIÊN BẢN GIAO NHẬN HỒ SƠ', 'list.typ', POSTAL)],
  giay_tiep_nhan_nhieu_ho_so: [
    ofTheHouse('GIẤY TIẾP NHẬN NHIỀU HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ', 'receipt-list.typ'),
  ],
  phieu_huong_dan: [ofTheHouse('PHIẾU HƯỚNG DẪN NỘP HỒ SƠ', 'guidance.typ')],
}

export function isFormKey(text: string): text is FormKey {
  return FORM_KEYS.some((one) => one === text)
}

/** The form for a dossier received on a day: its own set for ever, whatever holds when it is printed. */
export function formOn(key: FormKey, receivedOn: Day): Outcome<FormVersion> {
  return FORMS[key].findLast(({ from }) => from <= receivedOn) ?? refuse('no-form-yet', { on: receivedOn })
}
