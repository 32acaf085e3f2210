import { format } from '../format.ts'
import type { printing as inVietnamese } from '../vi/printing.ts'

const f = format('en')

export const printing: typeof inVietnamese = {
  title: 'Print papers',
  forms: {
    giay_tiep_nhan: 'Receipt with its due moment',
    phieu_bo_sung: 'Supplement request',
    phieu_tu_choi: 'Rejection at the counter',
    phieu_xin_loi: 'Apology with a new date',
    thong_bao_dung: 'Notice of stopping',
    phieu_kiem_soat: 'Control sheet',
    so_theo_doi: 'Register of dossiers',
    bien_lai: 'Receipt for money',
    giay_bien_nhan_ket_qua: 'Receipt for the result',
    phieu_ban_giao_ket_qua: 'Hand-over of results',
    phieu_qua_trinh: 'Process slip',
    phieu_gui: 'Postal slip',
    bien_ban_giao_nhan: 'Hand-over record with the post',
    giay_tiep_nhan_nhieu_ho_so: 'Receipt of several dossiers',
    phieu_huong_dan: 'Guidance slip',
  },
  print: 'Print this slip (PDF)',
  receiptOf: (number: string) => `Print receipt ${number}`,
  register: 'Register of dossiers',
  registerLead:
    'One register a field and year, 500 dossiers a book. A print says what holds when it is made, and is kept.',
  year: 'Year',
  show: 'Show',
  nothing: (year: number) => `There are no dossiers of ${year} yet.`,
  dossiers: (count: number) => `${f.number(count)} ${count === 1 ? 'dossier' : 'dossiers'}`,
  book: (number: number) => `book ${number}`,
  handOvers: 'Hand-over papers of today',
}
