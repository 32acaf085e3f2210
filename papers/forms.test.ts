import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { FORM_KEYS, FORMS, type FormKey, formOn } from './forms.ts'
import { lettersMissing } from './letters.ts'
import { printForm } from './print-form.ts'
import { BOOK } from './register.ts'
import { SAMPLE_AT, SAMPLES } from './samples.ts'

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-forms-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const NOW = '2026-02-05T01:05:00.000Z'

async function printed(key: FormKey, receivedAt: string, over: object = {}): Promise<Buffer> {
  const out = await printForm({ key, receivedAt, madeAt: SAMPLE_AT, data: { ...SAMPLES[key](), ...over } })
  if (isRefusal(out)) throw new Error(JSON.stringify(out))
  return Buffer.from(out.bytes)
}

/** What a tool of Debian's poppler-utils says of a form. */
function told(tool: 'pdftotext' | 'pdffonts' | 'pdfinfo', pdf: Buffer): string {
  const path = join(folder, 'form.pdf')
  writeFileSync(path, pdf)
  const more = tool === 'pdftotext' ? ['-layout', path, '-'] : [path]
  return execFileSync(tool, more, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 50_000_000,
  }).normalize('NFC')
}

const flat = (text: string) => text.replace(/\s+/g, ' ')

test.each([
  ['2018-11-22', 'phieu_kiem_soat', null],
  ['2018-11-23', 'phieu_kiem_soat', '05'],
  ['2025-09-14', 'phieu_kiem_soat', '05'],
  ['2025-09-15', 'phieu_kiem_soat', '06'],
  ['2025-09-15', 'thong_bao_dung', '05'],
  ['2025-09-14', 'so_theo_doi', '06'],
  ['2025-09-15', 'so_theo_doi', '07'],
] as const)('received on %s, %s is form %s', (on, key, number) => {
  const form = formOn(key, on)
  expect(isRefusal(form) ? null : form.number).toBe(number)
})

test('a dossier of the old set gets the slip of apology, one of the new set the letter, whenever they are printed', async () => {
  expect(flat(told('pdftotext', await printed('phieu_xin_loi', '2025-09-14T01:00:00.000Z')))).toContain(
    'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
  )
  const letter = flat(told('pdftotext', await printed('phieu_xin_loi', '2025-09-15T01:00:00.000Z')))
  expect(letter).toContain('VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT')
  expect(letter).toContain('xin lỗi Ông/Bà')
})

test.each(FORM_KEYS)(
  '%s is a tagged PDF/A-2a with the one font embedded and the head in its words',
  async (key) => {
    const pdf = await printed(key, NOW)
    const raw = pdf.toString('latin1')
    expect(raw).toMatch(/pdfaid:part[^0-9]*2/)
    expect(raw).toMatch(/pdfaid:conformance[^A-Z]*A/)
    expect(raw).toContain('/OutputIntent')
    expect(raw).not.toMatch(/\/(?:Encrypt|JavaScript|EmbeddedFiles|Launch)\b/)
    expect(told('pdfinfo', pdf)).toMatch(/Tagged:\s+yes[\s\S]*A4/)
    const fonts = told('pdffonts', pdf).trim().split('\n').slice(2)
    for (const font of fonts)
      expect(font).toMatch(/^[A-Z]{6}\+Tinos-\S+\s+CID TrueType\s+Identity-H\s+yes yes yes/)
    const text = told('pdftotext', pdf)
    expect(flat(text)).toContain(FORMS[key].at(-1)?.title)
    if (key === 'bien_lai') return
    // In one line, as Decree 30/2020/NĐ-CP has it.
    expect(text).toMatch(/CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM$/m)
    expect(text).toContain('Độc lập - Tự do - Hạnh phúc')
    expect(text).toMatch(/Mẫu, ngày 0[58] tháng 3 năm 2019/)
  },
)

test.each(['phieu_bo_sung', 'phieu_tu_choi', 'phieu_xin_loi', 'thong_bao_dung'] as const)(
  'the number of %s has its zero below ten',
  async (key) => {
    expect(told('pdftotext', await printed(key, NOW))).toMatch(/Số: 05\/(?:HDHS|TNHS-TC|PXL|TB)/)
  },
)

test('no template names a place, an agency or a person', () => {
  const templates = join(import.meta.dirname, 'templates')
  for (const name of readdirSync(templates)) {
    const text = readFileSync(join(templates, name), 'utf8')
    expect([name, text.match(/Đông Triều|Quảng Ninh|Hạ Long|thị xã|thành phố|Sở |Phòng |UBND/g)]).toEqual([
      name,
      null,
    ])
  }
})

const LONG = 'Nguyễn Thị Ữ Ẵ Ệ Ỗ Ặ Ớ Ử '.repeat(8).slice(0, 200).trim()

test.each(['phieu_bo_sung', 'phieu_tu_choi', 'phieu_xin_loi', 'thong_bao_dung'] as const)(
  'a name of two hundred letters stands whole on %s, composed',
  async (key) => {
    const applicant = { name: LONG.normalize('NFD'), address: LONG, phone: null, idNumber: null, email: null }
    expect(flat(told('pdftotext', await printed(key, NOW, { applicant })))).toContain(LONG)
  },
)

test('forty items to supplement go over to a second page, none of them lost', async () => {
  const items = Array.from({ length: 40 }, (_, n) => ({
    paper: null,
    wrong: `Thiếu giấy thứ ${n + 1}`,
    todo: 'Nộp bản chính',
    ground: 'Luật Đất đai 2013, Điều 188',
  }))
  const text = told('pdftotext', await printed('phieu_bo_sung', NOW, { items }))
  expect(text.split('\f').length).toBeGreaterThan(2)
  for (const { wrong } of items) expect(flat(text)).toContain(wrong)
})

test('a whole book of the register: the head on every page, every row once and whole', async () => {
  const [row = []] = (SAMPLES.so_theo_doi() as { rows: string[][] }).rows
  const rows = Array.from({ length: BOOK }, (_, n) => [
    `${n + 1}`,
    `H49-${String(n + 1).padStart(5, '0')}`,
    ...row.slice(2),
  ])
  const pages = told('pdftotext', await printed('so_theo_doi', NOW, { rows }))
    .split('\f')
    .slice(0, -1)
  const codes = pages.flatMap((page) => page.match(/H49-\d{5}/g) ?? [])
  expect(codes).toEqual(rows.map(([, code]) => code))
  for (const page of pages.slice(0, -1)) expect(flat(page)).toContain('Mã hồ sơ')
}, 30_000)

test('an apology is signed on whose behalf it was signed; as the head only where that was not recorded', async () => {
  const letter = flat(told('pdftotext', await printed('phieu_xin_loi', NOW)))
  expect(letter).toContain('TUQ. CHỦ TỊCH')
  expect(letter).toContain('TRƯỞNG PHÒNG TƯ PHÁP')
  expect(letter).not.toContain('THỦ TRƯỞNG CƠ QUAN')
})

test('what the post fills in by pen has dots to the end of the line', async () => {
  expect(told('pdftotext', await printed('phieu_gui', NOW))).toMatch(/Cước dịch vụ: …{20,}/)
})

test('a refusal of what was filed online says which filing, when and by which identity paper; at the counter none of it', async () => {
  const online = flat(told('pdftotext', await printed('phieu_tu_choi', NOW)))
  expect(online).toContain('Mã hồ sơ: 000.00.12.H49-190305-0042')
  expect(online).toContain('Thời gian nộp: 8 giờ 05 phút, ngày 05 tháng 3 năm 2019 Số giấy tờ: 001180000000')
  const counter = flat(told('pdftotext', await printed('phieu_tu_choi', NOW, { filed: null })))
  expect(counter).not.toContain('Thời gian nộp')
})

test('a result goes out under its own title', async () => {
  const text = flat(told('pdftotext', await printed('phieu_gui', NOW, { isResult: true })))
  expect(text).toContain('PHIẾU GỬI KẾT QUẢ')
  expect(text).not.toContain('được hoàn trả cùng kết quả')
})

test.each(['phieu_ban_giao_ket_qua', 'bien_ban_giao_nhan'] as const)(
  '%s lies across, so that an address has room beside the code',
  async (key) => {
    expect(told('pdfinfo', await printed(key, NOW))).toMatch(/Page size:\s+841\.89 x 595/)
  },
)

test('what was printed is printed again to the same bytes from what was kept of it', async () => {
  const data = SAMPLES.phieu_bo_sung()
  const first = await printForm({ key: 'phieu_bo_sung', receivedAt: NOW, madeAt: SAMPLE_AT, data })
  if (isRefusal(first)) throw new Error('refused')
  const again = await printForm({
    key: 'phieu_bo_sung',
    receivedAt: NOW,
    madeAt: SAMPLE_AT,
    data: { ...first.data },
  })
  expect(isRefusal(again) ? null : Buffer.compare(again.bytes, first.bytes)).toBe(0)
})

test('letters the font lacks are named before anything is printed; every Vietnamese letter it has', async () => {
  const vietnamese =
    'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ₫–…“”'
  expect(lettersMissing(vietnamese + vietnamese.toUpperCase())).toEqual([])
  expect(lettersMissing('Nguyễn Văn 漢 字 漢\n 😀')).toEqual(['漢', '字', '😀'])
  const data = { ...SAMPLES.phieu_bo_sung(), subject: 'Khai sinh 漢' }
  expect(await printForm({ key: 'phieu_bo_sung', receivedAt: NOW, madeAt: SAMPLE_AT, data })).toMatchObject({
    refused: 'letters-missing',
    facts: { letters: '漢' },
  })
})
