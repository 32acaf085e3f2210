import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openPayments } from './open-payments.ts'
import { readPaymentSettings } from './payment-settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-payments-'))
afterAll(() => rmSync(folder, { recursive: true }))

const VNPAY = {
  url: 'https://pay.vnpay.vn/vpcpay.html',
  api: 'https://merchant.vnpay.vn/merchant_webapi/api/transaction',
  terminal: 'DONGTRIU',
  secretFile: 'vnpay.key',
  serverAddress: '203.0.113.9',
}
const BANK = { bank: '970436', bankName: 'Vietcombank', account: '0123456789', holder: 'TRUNG TAM HCC' }
const NATIONAL = {
  url: 'https://thanhtoan.dichvucong.gov.vn/api',
  pages: ['https://thanhtoan.dichvucong.gov.vn/'],
  partner: 'H49',
  secretFile: 'dvc.key',
  beneficiary: { account: '1', bank: '970436', name: 'TRUNG TAM' },
}

function settings(content: object | string): string {
  const path = join(folder, 'thanh-toan.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

test('a file of settings with secrets beside it opens the providers of a centre, in the order citizens are offered them', () => {
  writeFileSync(join(folder, 'vnpay.key'), 'bi-mat\n')
  writeFileSync(join(folder, 'dvc.key'), 'bi-mat-hai\n')
  const read = readPaymentSettings(
    settings({ 'dong-trieu': { bank: BANK, vnpay: VNPAY, national: NATIONAL } }),
  )
  const { providers } = openPayments(read.get('dong-trieu') ?? {})
  expect(providers.map(({ key, minutesOpen, pages }) => [key, minutesOpen, pages])).toEqual([
    ['vnpay', 15, ['https://pay.vnpay.vn']],
    ['national', 15, ['https://thanhtoan.dichvucong.gov.vn']],
    ['bank', 10_080, []],
  ])
})

test.each([
  ['no JSON', '{', /Không dùng được cấu hình/],
  ['a setting nobody knows', { x: { vnpay: { ...VNPAY, colour: 'red' } } }, /x\.vnpay/],
  ['a bank that is none', { x: { bank: { ...BANK, bank: 'VCB' } } }, /x\.bank\.bank/],
  ['no secret', { x: { vnpay: { ...VNPAY, secretFile: undefined } } }, /secretFile/],
])('%s ends the start with what is wrong and where', (_, content, said) => {
  expect(() => readPaymentSettings(settings(content))).toThrow(said)
})

test('a secret that is missing or empty ends the start', () => {
  const open = (secretFile: string) =>
    openPayments(readPaymentSettings(settings({ x: { vnpay: { ...VNPAY, secretFile } } })).get('x') ?? {})
  expect(() => open('missing.key')).toThrow(/missing\.key/)
  writeFileSync(join(folder, 'empty.key'), '\n')
  expect(() => open('empty.key')).toThrow(/tệp khoá rỗng/)
})
