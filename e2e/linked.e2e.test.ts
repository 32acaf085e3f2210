import { execFile } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requiredPapers } from '../check/house-process.ts'
import { accessFaults, type OpenHall, openHall, sent, tooWide } from './open-hall.ts'

let hall: OpenHall
let land: Page
let tax: Page
let receipt: { readonly code: string; readonly lookupKey: string }
beforeAll(async () => {
  hall = await openHall()
  receipt = (await hall.send('clerk', '/dossiers', {
    procedure: '2.000889',
    channel: 'counter',
    placeOfReceipt: 'HCC-TN',
    applicant: { kind: 'citizen', name: 'Đặng Thị Nhường', idNumber: '022188001', phone: '0912345678' },
    components: await requiredPapers(hall.house.origin, '2.000889'),
  })) as typeof receipt & Awaited<ReturnType<OpenHall['send']>>
  ;[land, tax] = await Promise.all([signedIn('nam.lm'), signedIn('long.lv')])
})
afterAll(() => hall.close())

/** Somebody of the land registry or the tax office at a desk without script, with a password of the person's own. */
async function signedIn(login: string): Promise<Page> {
  const context = await hall.browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 900 },
  })
  const page = await context.newPage()
  await page.goto(`${hall.house.origin}/dang-nhap`)
  await page.getByLabel('Tên đăng nhập').fill(login)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(await drawnPassword(login))
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  for (const field of ['fresh', 'again']) await page.locator(`[name="${field}"]`).fill('con mèo trèo cây cau')
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.waitForURL('**/ban')
  return page
}

function drawnPassword(login: string): Promise<string> {
  const words = ['--import', './server/read-tsx.ts', 'server/main.ts', 'account', 'dong-trieu', login]
  const env = {
    ...process.env,
    DATA_DIR: hall.dataDir,
    CLOCK: '2019-03-05T08:00+07:00',
    BASE_URL: hall.house.origin,
    LOG_LEVEL: 'warn',
  }
  return new Promise((resolve) => {
    execFile(process.execPath, words, { cwd: join(import.meta.dirname, '..'), env }, (_, out) =>
      resolve(/Mật khẩu: +(\S+)/.exec(out)?.[1] ?? ''),
    )
  })
}

const textOf = async (page: Page) => (await page.locator('main').allInnerTexts()).join(' ')
const toDossier = (page: Page) => page.goto(`${hall.house.origin}/ban/ho-so/${receipt.code}`)

/** Fills in a form of the dossier's page and sends it; `fields` by their name, a choice by its value. */
async function sends(page: Page, button: string, fields: { readonly [name: string]: string } = {}) {
  const form = page.locator('form', { has: page.getByRole('button', { name: button, exact: false }) }).first()
  const folded = page.locator('summary', { hasText: button }).first()
  if (!(await form.isVisible()) && (await folded.count()) > 0) await folded.click()
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name="${name}"]`)
    if ((await field.evaluate((one) => one.tagName)) === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
  await sent(page, form.getByRole('button', { name: button, exact: false }))
}

test('the land registry leads; the tax office finds its two parts in a list of its own', async () => {
  for (const _ of ['check', 'tax-sheet']) {
    await toDossier(land)
    await sends(land, 'Hoàn thành, chuyển bước sau')
  }
  await toDossier(land)
  const seen = await textOf(land)
  expect(seen).toContain('Cơ quan thuế xác định nghĩa vụ tài chính')
  expect(seen).toContain('Xác định lệ phí trước bạ nhà, đất, Chi cục Thuế thị xã Đông Triều: đang làm')
  await expect.poll(() => land.getByRole('button', { name: 'Hoàn thành, chuyển bước sau' }).count()).toBe(0)
  await expect
    .poll(() => land.locator('.dossier-why').textContent())
    .toContain('Cơ quan liên thông chưa xong')
  await tax.goto(`${hall.house.origin}/ban/phan-viec`)
  const listed = await textOf(tax)
  expect(listed).toContain('Xác định thuế thu nhập cá nhân')
  expect(listed).toContain('Chi nhánh Văn phòng đăng ký đất đai')
  expect(await tooWide(tax)).toBe(0)
})

test.each([390, 1280])('the list and the dossier are for everybody, at %i px', async (width) => {
  const state = await tax.context().storageState()
  const context = await hall.browser.newContext({ viewport: { width, height: 900 }, storageState: state })
  const page = await context.newPage()
  for (const path of ['/ban/phan-viec', `/ban/ho-so/${receipt.code}`]) {
    await page.goto(`${hall.house.origin}${path}`)
    const folded = page.locator('.dossier-now details:not([open]) > summary')
    while ((await folded.count()) > 0) await folded.first().click()
    expect(await accessFaults(page)).toEqual([])
    expect(await tooWide(page)).toBe(0)
    if (process.env['PICTURES'])
      await page.screenshot({
        path: `${process.env['PICTURES']}/${path.split('/')[2]}-${width}.png`,
        fullPage: true,
      })
  }
  await context.close()
})

test('the notice, half filled in, is asked for again with what was typed; then both parts are done', async () => {
  await tax.goto(`${hall.house.origin}/ban/phan-viec`)
  await tax.getByRole('link', { name: receipt.code }).first().click()
  const button = 'Ghi thông báo nộp tiền'
  const notice = {
    'thong-bao-nop.body': 'Chi cục Thuế thị xã Đông Triều',
    'thong-bao-nop.issuedOn': '2019-03-05',
    'thong-bao-nop.what': 'Lệ phí trước bạ nhà, đất',
    'thong-bao-nop.dong': '5000000',
    'thong-bao-nop.payBy': '2019-04-04',
  }
  await sends(tax, button, notice)
  await expect.poll(() => textOf(tax)).toContain('Ghi số thông báo')
  await expect.poll(() => tax.locator('[name="thong-bao-nop.dong"]').inputValue()).toBe('5000000')
  await sends(tax, button, { 'thong-bao-nop.number': 'LTB 120/TB-CCT' })
  await expect.poll(() => textOf(tax)).toContain('Thông báo LTB 120/TB-CCT')
  for (const part of ['registration-fee', 'income-tax']) {
    await toDossier(tax)
    await sends(tax, 'Xong phần việc liên thông', {
      'xong-phan-viec.part': part,
      'xong-phan-viec.result': 'Đã ra thông báo',
    })
  }
  await tax.goto(`${hall.house.origin}/ban/phan-viec`)
  await expect.poll(() => textOf(tax)).toContain('Không có phần việc liên thông nào')
})

test('the citizen reads what to pay and until when, brings the proof, and the dossier goes on', async () => {
  await toDossier(land)
  await sends(land, 'Hoàn thành, chuyển bước sau')
  await toDossier(land)
  await expect.poll(() => textOf(land)).toContain('Chờ thực hiện nghĩa vụ tài chính')
  for (const width of [390, 1280]) {
    const context = await hall.browser.newContext({ viewport: { width, height: 900 } })
    const page = await context.newPage()
    await page.goto(`${hall.house.origin}/tra-cuu`)
    await page.locator('[name="code"], [name="ma"]').first().fill(receipt.code)
    await page.locator('[name="key"], [name="khoa"]').first().fill(receipt.lookupKey)
    await page.locator('main form button').first().click()
    await page.waitForSelector('text=Chờ thực hiện nghĩa vụ tài chính')
    const told = await textOf(page)
    expect(told).toContain('5.000.000')
    expect(told).toContain('04/04/2019')
    expect(told).toContain('Phần việc của các cơ quan')
    expect(await accessFaults(page)).toEqual([])
    expect(await tooWide(page)).toBe(0)
    if (process.env['PICTURES'])
      await page.screenshot({ path: `${process.env['PICTURES']}/follow-${width}.png`, fullPage: true })
    await context.close()
  }
  const clerk = await hall.personAt('clerk', { javaScriptEnabled: false, width: 390 })
  await toDossier(clerk.page)
  expect(await tooWide(clerk.page)).toBe(0)
  await sends(clerk.page, 'Ghi chứng từ đã nộp', {
    'chung-tu-nop.paidOn': '2019-03-05',
    'chung-tu-nop.dong': '5000000',
    'chung-tu-nop.proof': 'GNT 0045',
  })
  await expect.poll(() => textOf(clerk.page)).toContain('Ghi biến động hoặc in Giấy chứng nhận')
  await clerk.leave()
})
