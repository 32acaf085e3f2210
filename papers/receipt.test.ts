import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import jsQR from 'jsqr'
import { afterAll, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { printForm } from './print-form.ts'
import { receiptOnPaper, type ReceiptData } from './receipt.ts'
import { momentInWords, placeAndDate, placeOf } from './vietnamese.ts'

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-papers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const MO = {
  kind: 'citizen',
  name: 'Phạm Thị Mơ',
  idNumber: '022188001234',
  phone: '0912345678',
  address: 'Khu 3, phường Mạo Khê',
} as const

function aReceipt(over: Partial<ReceiptData> = {}): ReceiptData {
  return {
    code: '000.00.12.H49-190305-0042',
    lookupKey: 'RVZWBMBZYV',
    site: 'https://hanhchinhcong.dongtrieu.example/tra-cuu',
    agency: 'Trung tâm Hành chính công thị xã Đông Triều',
    counter: 'Bộ phận Tiếp nhận và Trả kết quả',
    committee: 'Ủy ban nhân dân thị xã Đông Triều',
    channel: 'counter',
    applicant: MO,
    owner: MO,
    subject: 'Xác nhận bảng kê lâm sản',
    field: 'Lâm nghiệp',
    components: [{ component: 'don', original: 1, certified: 0, copy: 2, insteadOfPaper: null }],
    asked: [{ key: 'don', name: 'Đơn đề nghị theo mẫu' }],
    limit: { kind: 'civil-days', days: 3 },
    receivedAt: '2019-03-05T01:05:00.000Z',
    due: '2019-03-08T10:00:00.000Z',
    isDueProvisional: false,
    elsewhere: null,
    returnWish: { way: 'counter', address: null },
    receiver: 'Trịnh Xuân Đạt',
    ...over,
  }
}

async function printReceipt(receipt: ReceiptData): Promise<Uint8Array> {
  const { receivedAt } = receipt
  const printed = await printForm({
    key: 'giay_tiep_nhan',
    receivedAt,
    madeAt: receivedAt,
    data: receiptOnPaper(receipt),
  })
  if (isRefusal(printed)) throw new Error(JSON.stringify(printed))
  return printed.bytes
}

/** A tool of Debian's poppler-utils on a printed receipt; that it is missing is the failure of the test. */
async function tool(name: 'pdffonts' | 'pdfinfo' | 'pdftotext', over: Partial<ReceiptData>) {
  const path = join(folder, `${name}.pdf`)
  writeFileSync(path, await printReceipt(aReceipt(over)))
  const more = name === 'pdftotext' ? ['-layout', path, '-'] : [path]
  // pdfinfo complains on stderr of the order of keys in PDF/A metadata.
  return execFileSync(name, more, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}

/** A black and white picture (PBM, P4) as the pixels a reader of codes takes. */
function readMono(file: Buffer) {
  const head = /^P4\s+(?:#.*\s+)*(\d+)\s+(\d+)\s/.exec(file.toString('latin1', 0, 200))
  const [whole = '', width, height] = head ?? []
  const [w, h] = [Number(width), Number(height)]
  const bytes = file.subarray(whole.length)
  const row = Math.ceil(w / 8)
  const pixels = new Uint8ClampedArray(w * h * 4)
  for (let y = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1) {
      const isBlack = ((bytes[y * row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1
      pixels.fill(isBlack ? 0 : 255, (y * w + x) * 4, (y * w + x) * 4 + 3)
      pixels[(y * w + x) * 4 + 3] = 255
    }
  return { width: w, height: h, pixels }
}

const textOf = async (over: Partial<ReceiptData>) =>
  (await tool('pdftotext', over)).normalize('NFC').replace(/\s+/g, ' ')
const pagesOf = async (over: Partial<ReceiptData>) =>
  Number(/Pages:\s+(\d+)/.exec(await tool('pdfinfo', over))?.[1])

test('the receipt is a tagged PDF/A-2a on A4, in two copies, with its own font alone', async () => {
  const info = await tool('pdfinfo', {})
  expect(info).toMatch(/Tagged:\s+yes/)
  expect(info).toMatch(/Page size:.*A4/)
  expect(await pagesOf({})).toBe(2)
  const metadata = Buffer.from(await printReceipt(aReceipt())).toString('latin1')
  expect(metadata).toMatch(/pdfaid:part[^0-9]*2/)
  expect(metadata).toMatch(/pdfaid:conformance[^A-Z]*A/)
  const fonts = (await tool('pdffonts', {})).trim().split('\n').slice(2)
  expect(fonts.length).toBeGreaterThan(1)
  for (const font of fonts)
    expect(font).toMatch(/^[A-Z]{6}\+Tinos-\S+\s+CID TrueType\s+Identity-H\s+yes yes yes/)
})

test('everything of the form stands on each copy, in its order', async () => {
  const text = await textOf({ owner: { ...MO, name: 'Công ty Than Mạo Khê', kind: 'organisation' } })
  const parts = [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Số: 0042/TNHS',
    'Đông Triều, ngày 05 tháng 3 năm 2019',
    'Mã hồ sơ: 000.00.12.H49-190305-0042',
    'RVZWBMBZYV',
    'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    '(Liên: Lưu)',
    'Bộ phận Tiếp nhận và Trả kết quả:',
    'Tiếp nhận hồ sơ của: Phạm Thị Mơ (trực tiếp)',
    'Địa chỉ: Khu 3, phường Mạo Khê',
    'Số điện thoại: 0912345678',
    'Số căn cước/Hộ chiếu: 022188001234',
    'Nội dung yêu cầu giải quyết: Xác nhận bảng kê lâm sản',
    'Chủ hồ sơ: Công ty Than Mạo Khê',
    '1. Thành phần hồ sơ:',
    'Đơn đề nghị theo mẫu',
    '2. Số lượng hồ sơ: 1 (bộ)',
    '3. Thời gian giải quyết hồ sơ theo quy định là: 03 ngày làm việc',
    '4. Thời gian nhận hồ sơ: 8 giờ 05 phút, ngày 05 tháng 3 năm 2019',
    '5. Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 08 tháng 3 năm 2019',
    '6. Đăng ký nhận kết quả tại:',
    'Vào Sổ theo dõi hồ sơ, Quyển số: Lâm nghiệp, năm 2019 Số thứ tự: theo mã hồ sơ',
    'NGƯỜI NỘP HỒ SƠ',
    'NGƯỜI TIẾP NHẬN HỒ SƠ',
    'Trịnh Xuân Đạt',
    '(Liên: Giao khách hàng)',
  ]
  let from = 0
  for (const part of parts) {
    const at = text.indexOf(part, from)
    expect(at, part).toBeGreaterThanOrEqual(from)
    from = at
  }
})

/** A receipt for so many papers. */
function papers(count: number): Pick<ReceiptData, 'components' | 'asked'> {
  const keys = Array.from({ length: count }, (_, place) => `p${place}`)
  const given = { original: 1, certified: 0, copy: 1, insteadOfPaper: null }
  const name = (place: number) => `Giấy tờ thứ ${place + 1} có tên dài để xuống thêm một dòng nữa`
  return {
    components: keys.map((component) => ({ component, ...given })),
    asked: keys.map((key, place) => ({ key, name: name(place) })),
  }
}

test.each([1, 4, 6, 8, 10])(
  '%i papers stand on one page a copy, in smaller letters before a second',
  async (count) => {
    expect(await pagesOf(papers(count))).toBe(2)
  },
)

test('forty papers go over to a second page of each copy, numbered there and not on the first', async () => {
  const many = papers(40)
  expect(await pagesOf(many)).toBe(4)
  const pages = (await tool('pdftotext', many)).split('\f')
  expect(pages[1]?.trim()).toMatch(/^2\s/)
  expect(pages[2]?.trim()).toMatch(/^TRUNG TÂM/)
  // The head of the table is repeated, and no row is lost.
  expect(pages[1]).toContain('Thành phần hồ sơ')
  for (const { name } of many.asked)
    expect(pages[0] + (pages[1] ?? '')).toContain(name.slice(0, 'Giấy tờ thứ 40'.length))
})

test('the receipt says whom to ring where the centre has said it', async () => {
  expect(await textOf({ phone: '0203 000 111' })).toContain('Điện thoại hỏi: 0203 000 111.')
  expect(await textOf({})).not.toContain('Điện thoại hỏi')
})

test('what explains the due time stands below it, not over it', async () => {
  const path = join(folder, 'remarks.pdf')
  const elsewhere = { agency: 'Văn phòng đăng ký đất đai', by: '2019-03-06T03:00:00.000Z' }
  writeFileSync(path, await printReceipt(aReceipt({ isDueProvisional: true, elsewhere })))
  const words = execFileSync('pdftotext', ['-bbox', '-l', '1', path, '-'], { encoding: 'utf8' }).normalize(
    'NFC',
  )
  const top = (word: string) =>
    Number(new RegExp(`yMin="([\\d.]+)"[^>]*>${word.replace(/[(.]/g, '\\$&')}<`).exec(words)?.[1])
  expect(top('(Tạm')).toBeGreaterThan(top('5.') + 10)
  expect(top('(Cơ')).toBeGreaterThan(top('(Tạm') + 10)
  expect(top('6.')).toBeGreaterThan(top('(Cơ') + 10)
})

test('a name of two hundred letters and stacked marks are whole', async () => {
  const name = 'Nguyễn Thị Ữ Ẵ Ệ Ỗ Ặ Ớ Ử '.repeat(8).slice(0, 200).trim()
  expect(await textOf({ applicant: { ...MO, name } })).toContain(name.slice(0, 40))
  expect(await textOf({ applicant: { ...MO, name: name.normalize('NFD') } })).toContain('Ữ Ẵ Ệ Ỗ Ặ Ớ Ử')
})

test('what is typed is printed as it was typed, whatever it means to a typesetter', async () => {
  const typed = fc
    .array(
      fc.constantFrom('#', '[', ']', '*', '_', '$', '\\', '@', '<', '"', "'", '`', '=', '/', '~', 'a', 'Ệ'),
      {
        minLength: 1,
        maxLength: 24,
      },
    )
    .map((letters) => `x${letters.join('')}x`)
  await fc.assert(
    fc.asyncProperty(typed, async (name) => {
      expect(await textOf({ applicant: { ...MO, name } })).toContain(name)
    }),
    { numRuns: 12 },
  )
})

test('the QR code opens the look-up of this dossier with its key', async () => {
  const path = join(folder, 'qr.pdf')
  writeFileSync(path, await printReceipt(aReceipt()))
  execFileSync('pdftoppm', ['-r', '200', '-mono', '-singlefile', path, join(folder, 'qr')])
  const { width, height, pixels } = readMono(readFileSync(join(folder, 'qr.pbm')))
  expect(jsQR.default(pixels, width, height)?.data).toBe(
    'https://hanhchinhcong.dongtrieu.example/tra-cuu?ma=000.00.12.H49-190305-0042&khoa=RVZWBMBZYV',
  )
})

test('the same receipt is the same bytes', async () => {
  expect(Buffer.compare(await printReceipt(aReceipt()), await printReceipt(aReceipt()))).toBe(0)
})

test('days and the months one and two have their zero, and the place is that of the committee', async () => {
  expect(momentInWords('2026-02-05T03:15:00.000Z')).toBe('10 giờ 15 phút, ngày 05 tháng 02 năm 2026')
  expect(momentInWords('2026-10-15T00:05:00.000Z')).toBe('7 giờ 05 phút, ngày 15 tháng 10 năm 2026')
  expect(placeAndDate(placeOf('Ủy ban nhân dân thị xã Đông Triều'), '2019-03-05T01:00:00.000Z')).toBe(
    'Đông Triều, ngày 05 tháng 3 năm 2019',
  )
  expect(placeOf('Ủy ban nhân dân tỉnh Quảng Ninh')).toBe('Quảng Ninh')
})
