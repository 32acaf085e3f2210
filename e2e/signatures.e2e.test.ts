import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessFaults, openHall, type OpenHall, receivedAtCounter, tooWide } from './open-hall.ts'

/** A result is looked at, signed, numbered and sealed; then anybody checks the file he was given. */
const folder = mkdtempSync(join(tmpdir(), 'mot-cua-signatures-'))
const WITHOUT_SCRIPT = { javaScriptEnabled: false, width: 390 }
let hall: OpenHall
beforeAll(async () => {
  hall = await openHall()
}, 120_000)
afterAll(async () => {
  await hall.close()
  rmSync(folder, { recursive: true, force: true })
})

const mainText = async (page: Page) => (await page.locator('main').allInnerTexts()).join(' ')

async function resultOf(post: string, code: string): Promise<Buffer> {
  const answer = await fetch(`${hall.house.origin}/ban/ho-so/${code}/ket-qua.pdf`, {
    headers: { cookie: `phien=${hall.tokens.get(post) ?? ''}` },
  })
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  return Buffer.from(await answer.arrayBuffer())
}

/** What the public page says of a file. */
async function checked(page: Page, name: string, bytes: Buffer): Promise<string> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  await page.goto(`${hall.house.origin}/kiem-tra`)
  await page.getByLabel('Tệp PDF').setInputFiles(path)
  const answered = page.waitForResponse((one) => one.request().method() === 'POST')
  await page.getByRole('button', { name: 'Kiểm tra' }).click()
  await answered
  await page.waitForLoadState()
  await page.locator('main h1').waitFor()
  expect(await tooWide(page)).toBe(0)
  return mainText(page)
}

test('signed and sealed by people without script, then checked by anybody', async () => {
  const { code, version, step } = await receivedAtCounter(hall, 'Đặng Thị Nhường')
  await hall.send('handler', `/dossiers/${code}/complete-step`, { version, step, note: null })
  const draft = await resultOf('approver', code)

  const approver = await hall.personAt('approver', WITHOUT_SCRIPT)
  await approver.page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  await approver.page.getByRole('link', { name: 'Xem bản sẽ ký số (PDF)' }).waitFor()
  expect(await tooWide(approver.page)).toBe(0)
  await approver.page.getByLabel('Tôi đã xem và ký số lên bản này').check()
  await approver.page.getByRole('button', { name: 'Phê duyệt' }).first().click()
  await approver.leave()

  const keeper = await hall.personAt('seal-keeper', WITHOUT_SCRIPT)
  await keeper.page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  await expect.poll(() => mainText(keeper.page)).toContain('Văn bản đã được ký số')
  await keeper.page.getByLabel(/^Tôi đã đối chiếu văn bản/).check()
  await keeper.page.getByRole('button', { name: 'Đóng dấu' }).first().click()
  await keeper.page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  await keeper.page.getByRole('link', { name: 'Văn bản kết quả điện tử (PDF)' }).waitFor()
  await keeper.leave()

  const result = await resultOf('clerk', code)
  const path = join(folder, 'ket-qua.pdf')
  writeFileSync(path, result)
  const said = execFileSync('pdfsig', ['-nocert', path], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  expect(said.match(/Signature is Valid/g)).toHaveLength(2)

  const context = await hall.browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 900 },
  })
  const page = await context.newPage()
  const good = await checked(page, 'ket-qua.pdf', result)
  expect(good).toContain('Văn bản thật, còn nguyên vẹn')
  expect(good).toContain(code)
  expect(good).toContain('Tạ Văn Quân: hợp lệ.')
  const changed = Buffer.from(result)
  changed[2000] = (changed[2000] ?? 0) ^ 1
  expect(await checked(page, 'bi-sua.pdf', changed)).toContain('Văn bản đã bị thay đổi')
  expect(await checked(page, 'du-thao.pdf', draft)).toContain('Văn bản không có chữ ký số')
  expect(await checked(page, 'khac.pdf', Buffer.from('Kính gửi'))).toContain('không phải PDF đọc được')
  await context.close()
}, 60_000)

test('what was looked at and has changed is not signed, and the page says so', async () => {
  const { code, version, step } = await receivedAtCounter(hall, 'Đặng Thị Nhường')
  await hall.send('handler', `/dossiers/${code}/complete-step`, { version, step, note: null })
  const { page, leave } = await hall.personAt('approver')
  await page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  const box = page.getByLabel('Tôi đã xem và ký số lên bản này')
  await box.evaluate((one) => one.setAttribute('value', 'ab'.repeat(32)))
  await box.check()
  await page.getByRole('button', { name: 'Phê duyệt' }).first().click()
  await page.getByText('Văn bản đã thay đổi sau khi bạn xem').first().waitFor()
  expect(await accessFaults(page)).toEqual([])
  await page.goto(`${hall.house.origin}/kiem-tra`)
  expect(await accessFaults(page)).toEqual([])
  expect(await tooWide(page)).toBe(0)
  await leave()
})
