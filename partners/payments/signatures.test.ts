import { expect, test } from 'vitest'
import { vietQr } from '#domain/paying/emv-qr.ts'
import type { Notice, OrderToOpen } from '#domain/paying/provider.ts'
import { bankAccount } from './bank-account.ts'
import { compactTime, readCompactTime } from './compact-time.ts'
import { DIALECTS, dialectOn } from './national-dialects.ts'
import { macOf, nationalPlatform } from './national-platform.ts'
import { vnpay } from './vnpay.ts'
import { SIGNED_PARTS, signedParts } from './vnpay-signature.ts'

/*
 * Every code here was reckoned by another tool and written down:
 *   HMAC:  printf %s "$TEXT" | openssl dgst -sha512 -hmac "$SECRET"   (VNPAY; -sha256 for the bank)
 *   MAC:   printf %s "$TEXT|$SECRET" | openssl dgst -sha256           (national payment platform)
 *   CRC:   python3 -c 'import binascii; print("%04X" % binascii.crc_hqx(TEXT.encode(), 0xFFFF))'
 */
const VNPAY_SECRET = 'vnpay-bi-mat-01'
const NATIONAL_SECRET = 'quoc-gia-bi-mat'
const REFERENCE = 'MC0123456789K'

const order: OrderToOpen = {
  reference: REFERENCE,
  dong: 8000,
  openedAt: '2019-03-05T01:00:00.000Z',
  expiresAt: '2019-03-05T01:15:00.000Z',
  from: '203.0.113.7',
  returnTo: 'https://motcua.example.vn/tra-cuu/nop-tien/ve',
  language: 'vi',
  unitName: 'Trung tâm Hành chính công',
  payable: {
    kind: 'dossier',
    id: '000.00.12.H49-190305-0001',
    lines: [{ kind: 'fee', name: 'Lệ phí', dong: 8000 }],
    dong: 8000,
    procedure: { key: '1.001193', name: 'Đăng ký khai sinh' },
    unit: 'HCC-TN',
    payer: { name: 'Nguyễn Thị Hương', idNumber: '100123456', address: null },
  },
}
const notice = (fields: Notice['fields']): Notice => ({ fields, body: '', signature: null })

const vnpayCentre = vnpay({
  url: 'https://pay.example.vn/vpcpay.html',
  api: 'https://pay.example.vn/api',
  terminal: 'MOTCUA01',
  secret: VNPAY_SECRET,
  minutes: 15,
  serverAddress: '203.0.113.9',
})

test('the address that leads to VNPAY is signed as VNPAY reckons it, and says nothing of the person', async () => {
  const way = await vnpayCentre.open(order)
  expect(way).toEqual({
    kind: 'page',
    url:
      'https://pay.example.vn/vpcpay.html?vnp_Amount=800000&vnp_Command=pay&vnp_CreateDate=20190305080000&vnp_CurrCode=VND&vnp_ExpireDate=20190305081500&vnp_IpAddr=203.0.113.7&vnp_Locale=vn&vnp_OrderInfo=Phi+le+phi+MC0123456789K&vnp_OrderType=other&vnp_ReturnUrl=https%3A%2F%2Fmotcua.example.vn%2Ftra-cuu%2Fnop-tien%2Fve&vnp_TmnCode=MOTCUA01&vnp_TxnRef=MC0123456789K&vnp_Version=2.1.0' +
      '&vnp_SecureHash=fe0dda8c500a4f184be385024504b40bcba24bccf49464996be33892459ba0e3c52e9edfbd4394c0ea0a921d8e8d1b7f71df550cb3f441745d4b7310a542a32b',
  })
})

test.each([
  [
    'querydr',
    '8a1c0000|2.1.0|querydr|MOTCUA01|MC0123456789K|20190305080000|20190305080500|203.0.113.9|Hoi MC0123456789K',
    'caccb8863aefe8d42e54e84f467fd4fcfaf815f7252360862eed8c8fe93efd8fa9e6309a40e08992830152c011d5bfdd37870fd3b013b14fa2ec5e80391414a2',
  ],
  [
    'querydrAnswer',
    '9001|querydr|00|Giao dịch thành công|MOTCUA01|MC0123456789K|800000|NCB|20190305080211|14422574|01|00|Phi le phi MC0123456789K||',
    'd04535fa52f5c22a66f7a4a95262942ff47d8036c166c775612dc763157c93732c3b2ae15c1f339d78e5dfebda28d619f5c955824281aed937aa0dd2384c7732',
  ],
  [
    'refund',
    'rf01|2.1.0|refund|MOTCUA01|03|MC0123456789K|500000|14422574|20190305080000|mot-cua|20190306090000|203.0.113.9|Hoan MC0123456789K',
    'f69d01c30d7c7ea8b938d209714b71cfc1744ab5eaa21704beae7bc2346f055ad46b6ccf83e9b28d77bbe50bd0b1db5a905301640998e67595cd3c0129d8e831',
  ],
] as const)('what is signed of %s stands in its order', (kind, text, code) => {
  const names = SIGNED_PARTS[kind]
  const values = text.split('|')
  expect(values).toHaveLength(names.length)
  const fields = Object.fromEntries(names.map((name, place) => [name, values[place] ?? '']))
  expect(signedParts(fields, names, VNPAY_SECRET)).toBe(code)
})

const PAID = {
  vnp_Amount: '800000',
  vnp_BankCode: 'NCB',
  vnp_OrderInfo: 'Phi le phi MC0123456789K',
  vnp_PayDate: '20190305080211',
  vnp_ResponseCode: '00',
  vnp_TmnCode: 'MOTCUA01',
  vnp_TransactionNo: '14422574',
  vnp_TransactionStatus: '00',
  vnp_TxnRef: REFERENCE,
}
// printf 'vnp_Amount=800000&vnp_BankCode=NCB&vnp_OrderInfo=Phi+le+phi+MC0123456789K&vnp_PayDate=…' | openssl dgst -sha512 -hmac …
const PAID_HASH =
  'a75be75599730332ec17ad904e4ab0807a40f0790526086b71965fbc4f46a796e36d15fb84901d0025446b7385a8a632aa6e61f89a866ad14a2c415a87642701'

test('a notice of VNPAY is believed with its signature and for our terminal alone', () => {
  const signed = { ...PAID, vnp_SecureHash: PAID_HASH }
  expect(vnpayCentre.hear(notice(signed))).toEqual({
    reference: REFERENCE,
    outcome: 'paid',
    dong: 8000,
    transaction: '14422574',
    paidAt: '2019-03-05T01:02:11.000Z',
  })
  // The hash is compared whatever its case; the kind of hash is not signed.
  const spoken = { ...signed, vnp_SecureHash: PAID_HASH.toUpperCase(), vnp_SecureHashType: 'HMACSHA512' }
  expect(vnpayCentre.hear(notice(spoken))).toMatchObject({ outcome: 'paid' })
  for (const [name, value] of Object.entries({
    vnp_Amount: '80000000',
    vnp_TxnRef: 'MC1',
    vnp_SecureHash: '',
  }))
    expect(vnpayCentre.hear(notice({ ...signed, [name]: value })), name).toBeNull()
  const other = vnpay({
    url: 'https://pay.example.vn/',
    api: 'https://pay.example.vn/',
    terminal: 'ANOTHER1',
    secret: VNPAY_SECRET,
    minutes: 15,
    serverAddress: '',
  })
  expect(other.hear(notice(signed))).toBeNull()
})

test.each([
  ['confirmed', '00'],
  ['no-such-order', '01'],
  ['known', '02'],
  ['other-amount', '04'],
  ['false-signature', '97'],
  ['fault', '99'],
] as const)('VNPAY hears %s as %s', (said, code) => {
  expect(vnpayCentre.answer(said)).toMatchObject({ RspCode: code })
})

const national = nationalPlatform({
  url: 'https://thanhtoan.example.vn/api',
  pages: ['https://thanhtoan.example.vn'],
  partner: 'MOTCUA',
  secret: NATIONAL_SECRET,
  minutes: 15,
  beneficiary: { account: '1', bank: '970436', name: 'X' },
})
const SAID = {
  LoaiBanTin: 'RESULT',
  MaLoi: '00',
  MaDoiTac: 'MOTCUA',
  MaThamChieu: REFERENCE,
  SoTien: '8000',
  MaTienTe: 'VND',
  MaGiaoDich: 'DVC1000001',
  MaNganHang: 'VCB',
  ThoiGianGD: '20190305080211',
  ThongTinGiaoDich: `Phi le phi ${REFERENCE}`,
}

test('the national platform reckons its code over its own fields, the secret as the last', () => {
  const dialect = dialectOn(DIALECTS, '2019-03-05')
  const init = {
    LoaiBanTin: 'INIT',
    PhienBan: '1.0.6',
    MaDoiTac: 'MOTCUA',
    MaThamChieu: REFERENCE,
    SoTien: '8000',
    LoaiHinhThanhToan: 'PAY',
    MaKenhThanhToan: '1',
    MaThietBi: '1',
    NgonNgu: 'vi-VN',
    MaTienTe: 'VND',
    MaNganHang: 'PAYMENT',
    ThongTinGiaoDich: `Phi le phi ${REFERENCE}`,
    ThoiGianGD: '20190305080000',
    Ip: '203.0.113.7',
  }
  expect(macOf(init, dialect.init, NATIONAL_SECRET)).toBe(
    '56b584143295c0f631d9dd64e42715d47395379de9afa054a5016f484ac57b23',
  )
  const query = { ...init, LoaiBanTin: 'QUERY' }
  expect(macOf(query, dialect.query, NATIONAL_SECRET)).toBe(
    '170be4a628af5933c6ecceac9af248055cd3e7e8319e98b478bd97752639d6ed',
  )
})

test('its notice is heard with its code, for us, in đồng', () => {
  const signed = { ...SAID, MaXacThuc: 'ea66f07dbbca6df43b0980ad50bb9c16805eb2efb0170b3687a35dbd61526ab7' }
  expect(national.hear(notice(signed))).toEqual({
    reference: REFERENCE,
    outcome: 'paid',
    dong: 8000,
    transaction: 'DVC1000001',
    paidAt: '2019-03-05T01:02:11.000Z',
  })
  for (const [name, value] of Object.entries({ SoTien: '800', MaDoiTac: 'X', MaXacThuc: 'ea66' }))
    expect(national.hear(notice({ ...signed, [name]: value })), name).toBeNull()
})

test('a bank signs the very bytes it sends', () => {
  const bank = bankAccount({
    bank: '970436',
    bankName: 'Vietcombank',
    account: '0123456789',
    holder: 'TRUNG TAM',
    days: 7,
    secret: 'ngan-hang-bi-mat',
  })
  const body =
    '{"transaction":"FT19064000001","account":"0123456789","dong":8000,"content":"MC01234567893 chuyen tien","at":"2019-03-05T01:02:11.000Z"}'
  const signature = 'a8ce7b04cf8a8d6d430e0beb52ef26d2155c89e31ca34a81e2a3e3da3daa3c6b'
  expect(bank.hear({ fields: {}, body, signature })).toMatchObject({
    reference: 'MC01234567893',
    dong: 8000,
    transaction: 'FT19064000001',
  })
  expect(bank.hear({ fields: {}, body: body.replace('8000', '9000'), signature })).toBeNull()
  expect(bank.hear({ fields: {}, body, signature: null })).toBeNull()
})

test.each([
  [
    { bank: '970436', account: '0123456789', dong: 8000, content: REFERENCE },
    '00020101021238540010A00000072701240006970436011001234567890208QRIBFTTA5303704540480005802VN62170813MC0123456789K630465EF',
  ],
  [
    { bank: '970422', account: '113366668888', dong: 150_000, content: 'MC9XW2M4T8QZ1' },
    '00020101021238560010A0000007270126000697042201121133666688880208QRIBFTTA530370454061500005802VN62170813MC9XW2M4T8QZ16304D779',
  ],
])('a VietQR code is the EMVCo text with its check sum', (asked, text) => {
  expect(vietQr(asked)).toBe(text)
})

test('moments are fourteen digits in Vietnam, and nothing else is one', () => {
  expect(compactTime('2019-03-05T17:00:00.000Z')).toBe('20190306000000')
  expect(readCompactTime('20190306000000')).toBe('2019-03-05T17:00:00.000Z')
  for (const wrong of ['', '2019030600000', '20191306000000', 'x'.repeat(14)])
    expect(readCompactTime(wrong)).toBeNull()
})
