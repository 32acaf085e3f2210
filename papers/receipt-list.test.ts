import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { printForm } from './print-form.ts'
import { type ReceiptListData, receiptListOnPaper } from './receipt-list.ts'

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-list-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const LIST: ReceiptListData = {
  site: 'https://hanhchinhcong.dongtrieu.example/tra-cuu',
  agency: 'Trung tâm Hành chính công thị xã Đông Triều',
  counter: 'Bộ phận Tiếp nhận và Trả kết quả',
  committee: 'Ủy ban nhân dân thị xã Đông Triều',
  channel: 'counter',
  applicant: {
    kind: 'organisation',
    name: 'Agribank Chi nhánh Đông Triều',
    idNumber: '0100686174',
    phone: '02033870123',
    address: 'Khu 3, phường Mạo Khê',
  },
  receivedAt: '2019-03-05T01:05:00.000Z',
  receiver: 'Trịnh Xuân Đạt',
  lines: Array.from({ length: 30 }, (_, at) => ({
    code: `000.00.12.H49-190305-${String(at + 1).padStart(4, '0')}`,
    lookupKey: 'RVZWBMBZYV',
    procedureName: 'Đăng ký thế chấp quyền sử dụng đất, tài sản gắn liền với đất',
    subject: `Thửa ${at + 1}, tờ bản đồ 5`,
    ownerName: 'Nguyễn Thị Hường',
    copies: 1,
    pages: null,
    due: '2019-03-05T10:00:00.000Z',
    isDueProvisional: false,
    feeDong: at === 7 ? null : 80_000,
  })),
}

async function printReceiptList(data: ReceiptListData): Promise<Uint8Array> {
  const { receivedAt } = data
  const key = 'giay_tiep_nhan_nhieu_ho_so'
  const printed = await printForm({ key, receivedAt, madeAt: receivedAt, data: receiptListOnPaper(data) })
  if (isRefusal(printed)) throw new Error(JSON.stringify(printed))
  return printed.bytes
}

async function textOf(data: ReceiptListData): Promise<string> {
  const path = join(folder, 'list.pdf')
  writeFileSync(path, await printReceiptList(data))
  return execFileSync('pdftotext', ['-layout', path, '-'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

test('thirty mortgages of a bank on one list in two copies, each with its code, key, due moment and fee', async () => {
  const text = await textOf(LIST)
  for (const { code } of LIST.lines) expect(text.split(code)).toHaveLength(3)
  expect(text.match(/RVZWBMBZYV/g)).toHaveLength(60)
  expect(text).toContain('GIẤY TIẾP NHẬN NHIỀU HỒ SƠ')
  expect(text).toContain('Agribank Chi nhánh Đông Triều')
  expect(text).toMatch(/17 giờ 00\s+phút/)
  expect(text).toMatch(/chưa kể khoản chưa xác định/)
  expect(text).toContain('2.320.000 đ')
})

test('the same data give the same bytes', async () => {
  expect(Buffer.from(await printReceiptList(LIST)).equals(Buffer.from(await printReceiptList(LIST)))).toBe(
    true,
  )
})
