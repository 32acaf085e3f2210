import type { SupplementItem } from '#domain/dossier/events.ts'
import { apologyOnPaper } from './apology.ts'
import { controlSheetOnPaper } from './control-sheet.ts'
import { feeReceiptOnPaper } from './fee-receipt.ts'
import type { FormKey } from './forms.ts'
import { guidanceOnPaper } from './guidance.ts'
import { type ListLine, listOnPaper } from './list.ts'
import type { Contact } from './on-paper.ts'
import { postalSlipOnPaper } from './postal-slip.ts'
import { processSlipOnPaper } from './process-slip.ts'
import { receiptListOnPaper } from './receipt-list.ts'
import { receiptOnPaper } from './receipt.ts'
import { registerOnPaper } from './register.ts'
import { rejectionOnPaper } from './rejection.ts'
import { resultReceiptOnPaper } from './result-receipt.ts'
import { stopNoticeOnPaper } from './stop-notice.ts'
import { supplementOnPaper } from './supplement.ts'

/** A moment of every sample. */
export const SAMPLE_AT = '2019-03-05T01:05:00.000Z'
const DUE = '2019-03-08T10:00:00.000Z'
const CODE = '000.00.12.H49-190305-0042'
const OFFICE = {
  agency: 'Trung tâm Hành chính công mẫu',
  counter: 'Bộ phận Tiếp nhận và Trả kết quả',
  committee: 'Ủy ban nhân dân phường Mẫu',
}
const PERSON = {
  kind: 'citizen',
  name: 'Nguyễn Thị Mẫu',
  idNumber: '001180000000',
  phone: '0900000000',
  address: 'Khu 1, phường Mẫu',
} as const
const CONTACT: Contact = {
  name: 'Trần Văn Cán Bộ',
  place: OFFICE.agency,
  phone: null,
  site: 'https://hanhchinhcong.example',
}
const SUBJECT = 'Cấp bản sao trích lục hộ tịch'
const ITEM: SupplementItem = {
  component: 'to-khai',
  wrong: 'Tờ khai thiếu chữ ký',
  todo: 'Ký và ghi rõ họ tên vào tờ khai',
  ground: 'Thông tư 15/2015/TT-BTP',
}
const LINE: ListLine = {
  code: CODE,
  subject: SUBJECT,
  owner: PERSON.name,
  address: PERSON.address,
  receivedAt: SAMPLE_AT,
  due: DUE,
  papers: 3,
  documentNumber: '12/TP',
  feeDong: 8000,
  isByPost: true,
}
const BASE = { office: OFFICE, at: SAMPLE_AT, code: CODE, subject: SUBJECT, applicant: PERSON }
const TIMES = { receivedAt: SAMPLE_AT, due: DUE }
const LISTED = {
  office: OFFICE,
  at: SAMPLE_AT,
  giver: CONTACT.name,
  receiver: 'Bưu điện phường Mẫu',
  lines: [LINE],
}

/** What each form stands on with people who do not exist: a centre's own template is tried on it when it is imported. */
export const SAMPLES: { readonly [key in FormKey]: () => object } = {
  giay_tiep_nhan: () =>
    receiptOnPaper({
      ...BASE,
      ...TIMES,
      ...OFFICE,
      lookupKey: '0123456789',
      site: 'https://hanhchinhcong.example/tra-cuu',
      channel: 'counter',
      owner: PERSON,
      field: 'Hộ tịch',
      components: [{ component: 'to-khai', original: 1, certified: 0, copy: 0, insteadOfPaper: null }],
      asked: [{ key: 'to-khai', name: 'Tờ khai' }],
      limit: { kind: 'civil-days', days: 3 },
      isDueProvisional: false,
      elsewhere: null,
      returnWish: { way: 'counter', address: null },
      receiver: CONTACT.name,
    }),
  phieu_bo_sung: () =>
    supplementOnPaper({
      ...BASE,
      number: 5,
      items: [ITEM],
      names: new Map([['to-khai', 'Tờ khai']]),
      whyAgain: null,
      answerBy: '2019-03-20',
      contact: CONTACT,
    }),
  phieu_tu_choi: () =>
    rejectionOnPaper({
      ...BASE,
      number: 5,
      reason: 'Không thuộc thẩm quyền',
      ground: 'Luật Hộ tịch 2014, Điều 7',
      instead: 'Nộp tại Ủy ban nhân dân nơi cư trú',
      filed: { code: CODE, at: SAMPLE_AT },
      contact: CONTACT,
    }),
  phieu_xin_loi: () =>
    apologyOnPaper({
      ...BASE,
      ...TIMES,
      unitCode: 'TP',
      number: '05/PXL-HCC',
      signedAt: SAMPLE_AT,
      signer: 'Lê Thị Lãnh Đạo',
      capacity: { form: 'TUQ', principal: 'Chủ tịch', position: 'Trưởng phòng Tư pháp' },
      field: 'Hộ tịch',
      cause: 'site-check',
      reason: 'chưa đối chiếu xong sổ gốc',
      promised: '2019-03-12T10:00:00.000Z',
      earlier: 0,
    }),
  thong_bao_dung: () =>
    stopNoticeOnPaper({
      ...BASE,
      receivedAt: SAMPLE_AT,
      unitCode: 'HCC',
      number: '05/TB-HCC',
      stoppedAt: SAMPLE_AT,
      step: 'Thẩm định',
      why: 'asked-by-citizen',
      reason: 'Người nộp xin rút hồ sơ',
      ground: 'Đơn đề nghị ngày 05/3/2019',
      papersReturned: 'Tờ khai, 01 bản chính',
      money: 'nothing-paid',
      contact: CONTACT,
    }),
  phieu_kiem_soat: () =>
    controlSheetOnPaper({
      ...BASE,
      ...TIMES,
      owner: PERSON.name,
      unit: 'Phòng Tư pháp',
      consulted: [],
      handOvers: [
        {
          from: OFFICE.counter,
          to: 'Phòng Tư pháp',
          at: SAMPLE_AT,
          giver: CONTACT.name,
          receiver: 'Vũ Thị Thụ Lý',
          result: null,
          sheets: [
            {
              number: '12/2019',
              given: { at: SAMPLE_AT, name: CONTACT.name },
              received: { at: DUE, name: 'Vũ Thị Thụ Lý' },
              isInTime: true,
              missing: ['Tờ khai'],
              note: null,
            },
          ],
        },
        {
          from: 'Phòng Tư pháp',
          to: OFFICE.counter,
          at: DUE,
          giver: 'Vũ Thị Thụ Lý',
          receiver: null,
          result: 'on-time',
          sheets: [],
        },
      ],
    }),
  so_theo_doi: () =>
    registerOnPaper({
      office: OFFICE,
      at: SAMPLE_AT,
      year: 2019,
      fields: ['Hộ tịch'],
      book: 1,
      from: '2019-01-01',
      to: '2019-03-05',
      printedBy: CONTACT.name,
      lines: [
        {
          ...TIMES,
          code: CODE,
          procedure: SUBJECT,
          owner: PERSON.name,
          address: PERSON.address,
          phone: PERSON.phone,
          unit: 'Phòng Tư pháp',
          place: null,
          returnedAt: DUE,
          way: 'counter',
          receiver: PERSON.name,
          note: null,
        },
      ],
    }),
  bien_lai: () =>
    feeReceiptOnPaper({
      ...BASE,
      number: '2019/0000012',
      takenAt: SAMPLE_AT,
      payer: PERSON.name,
      address: PERSON.address,
      lines: [{ kind: 'fee', name: 'Lệ phí cấp bản sao', dong: 8000 }],
      exemption: null,
      dong: 8000,
      way: 'cash',
      cashier: CONTACT.name,
      series: { form: null, symbol: null },
    }),
  giay_bien_nhan_ket_qua: () =>
    resultReceiptOnPaper({
      ...BASE,
      owner: PERSON.name,
      receiver: { name: PERSON.name, idNumber: PERSON.idNumber, isAuthorised: false },
      result: 'granted',
      documentNumber: '12/TP',
      documentCopies: 1,
      way: 'counter',
      returnedAt: DUE,
      giver: CONTACT.name,
    }),
  phieu_ban_giao_ket_qua: () => listOnPaper('phieu_ban_giao_ket_qua', LISTED),
  bien_ban_giao_nhan: () => listOnPaper('bien_ban_giao_nhan', LISTED),
  giay_tiep_nhan_nhieu_ho_so: () =>
    receiptListOnPaper({
      ...OFFICE,
      site: CONTACT.site,
      channel: 'counter',
      applicant: PERSON,
      receivedAt: SAMPLE_AT,
      receiver: CONTACT.name,
      lines: [
        {
          code: CODE,
          lookupKey: '0123456789',
          procedureName: SUBJECT,
          subject: null,
          ownerName: PERSON.name,
          copies: 1,
          pages: null,
          due: DUE,
          isDueProvisional: false,
          feeDong: 8000,
        },
      ],
    }),
  phieu_qua_trinh: () =>
    processSlipOnPaper({
      ...BASE,
      ...TIMES,
      owner: PERSON.name,
      steps: [{ step: 'Thẩm định', by: 'Vũ Thị Thụ Lý', from: SAMPLE_AT, to: DUE, note: 'Đủ điều kiện' }],
    }),
  phieu_gui: () =>
    postalSlipOnPaper({
      ...BASE,
      isResult: false,
      sender: PERSON,
      recipient: { name: OFFICE.agency, address: null, phone: null },
      papers: [{ name: 'Tờ khai', count: 1 }],
    }),
  phieu_huong_dan: () =>
    guidanceOnPaper({
      office: OFFICE,
      at: SAMPLE_AT,
      procedure: { name: SUBJECT, cases: [SAMPLE_CASE] },
      unit: 'Phòng Tư pháp',
      channels: ['counter', 'online', 'post'],
      contact: CONTACT,
    }),
}

const SAMPLE_CASE = {
  key: 'default',
  name: 'Trường hợp chung',
  limit: { any: { kind: 'civil-days', days: 3 }, channels: {} },
  fee: { any: { kind: 'fixed', dong: 8000, note: '' }, channels: {} },
  components: [
    { key: 'to-khai', name: 'Tờ khai', original: 1, certified: 0, copy: 0, isShown: false, isRequired: true },
  ],
} as const
