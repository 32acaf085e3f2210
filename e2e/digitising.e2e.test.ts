import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { photo, textPdf } from '#papers/digitising/bad-files.ts'
import { accessFaults, openHall, type OpenHall, receivedAtCounter, sent, tooWide } from './open-hall.ts'

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-digitising-'))
const pathOf = (name: string) => join(folder, name)
let hall: OpenHall

beforeAll(async () => {
  hall = await openHall()
  writeFileSync(pathOf('trang-1.jpg'), await photo())
  writeFileSync(pathOf('trang-2.jpg'), await photo({ lines: 0 }))
  writeFileSync(pathOf('lệnh.pdf'), textPdf(1, { catalog: '/OpenAction << /S /JavaScript /JS (x) >>' }))
})
afterAll(async () => {
  await hall.close()
  rmSync(folder, { recursive: true, force: true })
})

const mainText = async (page: Page) => (await page.locator('main').allInnerTexts()).join(' ')
const pictures = process.env['PICTURES']

async function at(code: string, how: { javaScriptEnabled?: boolean; width?: number }) {
  const person = await hall.personAt('clerk', how)
  await person.page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  await person.page.getByText('Số hóa giấy tờ (quét hoặc chụp)').click()
  return person
}

test('without script on a telephone: refused, made, answered, certified, and reused in the next dossier', async () => {
  const { code } = await receivedAtCounter(hall, 'Đặng Thị Nhường')
  const { page, leave } = await at(code, { javaScriptEnabled: false, width: 390 })
  await page.locator('#digitise-files').setInputFiles([pathOf('trang-1.jpg'), pathOf('lệnh.pdf')])
  await sent(page, page.getByRole('button', { name: 'Tạo bản số hóa' }))
  await expect.poll(() => page.getByRole('alert').first().innerText()).toContain('“lệnh.pdf” chứa mã lệnh')
  await page.locator('#digitise-camera').setInputFiles(pathOf('trang-1.jpg'))
  await page.locator('#digitise-files').setInputFiles(pathOf('trang-2.jpg'))
  await page.getByLabel('Số trang đếm trên bản giấy').fill('2')
  await sent(page, page.getByRole('button', { name: 'Tạo bản số hóa' }))
  await expect.poll(() => mainText(page)).toContain('Trang 2 trống, không thấy chữ.')
  expect(await tooWide(page)).toBe(0)
  await sent(page, page.getByRole('button', { name: 'Chứng nhận' }))
  await expect.poll(() => mainText(page)).toContain('Đánh dấu đã đối chiếu')
  await page.getByLabel('Tôi đã đối chiếu').check()
  await sent(page, page.getByRole('button', { name: 'Chứng nhận' }))
  await expect.poll(() => mainText(page)).toContain('Ghi vì sao vẫn dùng được')
  await page.getByLabel('Tôi đã đối chiếu').check()
  await page.getByLabel('Vì sao vẫn dùng bản này').fill('Mặt sau để trống')
  await sent(page, page.getByRole('button', { name: 'Chứng nhận' }))
  await expect.poll(() => mainText(page)).toContain('đã đối chiếu với bản chính')
  await expect.poll(() => mainText(page)).toContain('đã ký số')
  const next = await receivedAtCounter(hall, 'Đặng Thị Nhường')
  await page.goto(`${hall.house.origin}/ban/ho-so/${next.code}`)
  await page.getByText('Số hóa giấy tờ (quét hoặc chụp)').click()
  await sent(page, page.getByRole('link', { name: 'Tìm bản số hóa đã có' }))
  await expect.poll(() => mainText(page)).toContain(`Hồ sơ ${code}`)
  expect(await tooWide(page)).toBe(0)
  if (pictures) await page.screenshot({ path: join(pictures, 'held-390.png'), fullPage: true })
  await sent(page, page.getByRole('button', { name: 'Dùng lại bản này' }))
  await expect.poll(() => mainText(page)).toContain('dùng lại bản số hóa của hồ sơ khác')
  await leave()
})

test.each([390, 1280])(
  'at the counter, before anything is received, the copy stands for the paper, at %i px',
  async (width) => {
    const { page, leave } = await hall.personAt('clerk', { javaScriptEnabled: false, width })
    await page.goto(`${hall.house.origin}/ban/tiep-nhan?thu-tuc=kt-xac-nhan-bang-ke-lam-san`)
    await page.locator('[name="applicant.idNumber"]').fill('022188001')
    await page.locator('[name="applicant.name"]').fill('Đặng Thị Nhường')
    await sent(page, page.getByRole('button', { name: 'Tính lại phí và hạn' }))
    const held = page.getByLabel('Dùng lại bản số hóa đã chứng nhận')
    await expect.poll(() => held.count()).toBe(1)
    await held.selectOption({ index: 1 })
    // What was chosen is still chosen when the form only asks.
    await sent(page, page.getByRole('button', { name: 'Đủ như yêu cầu' }))
    expect(await held.inputValue()).not.toBe('')
    expect(await tooWide(page)).toBe(0)
    if (pictures) await page.screenshot({ path: join(pictures, `held-first-${width}.png`), fullPage: true })
    await page.locator('[name="applicant.phone"]').fill('0912345678')
    await sent(page, page.getByRole('button', { name: /^Tiếp nhận/ }))
    await page.getByRole('link', { name: 'Mở hồ sơ' }).click()
    await page.waitForURL('**/ban/ho-so/*')
    await expect.poll(() => mainText(page)).toContain('bản số hóa đã có ở hồ sơ')
    await expect.poll(() => mainText(page)).toContain('dùng lại bản số hóa của hồ sơ khác')
    await leave()
  },
)

test('pages that were chosen before the script came are in the list, none lost', async () => {
  const { code } = await receivedAtCounter(hall, 'Đặng Thị Nhường')
  const { page, leave } = await hall.personAt('clerk', { width: 1280 })
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(/\/assets\/ban-[^/]*\.js$/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`${hall.house.origin}/ban/ho-so/${code}`, { waitUntil: 'commit' })
  await page.getByText('Số hóa giấy tờ (quét hoặc chụp)').click()
  await page.locator('#digitise-files').setInputFiles([pathOf('trang-1.jpg')])
  await page.locator('#digitise-camera').setInputFiles(pathOf('trang-2.jpg'))
  release()
  await expect.poll(() => page.locator('.page-list li').count()).toBe(2)
  await leave()
})

test('a change by somebody else is told of, and takes no page away that was chosen', async () => {
  const { code, version, step } = await receivedAtCounter(hall, 'Đặng Thị Nhường')
  const { page, leave } = await at(code, { width: 1280 })
  await page.locator('#digitise-files').setInputFiles([pathOf('trang-1.jpg')])
  await expect.poll(() => page.locator('.page-list li').count()).toBe(1)
  await hall.send('handler', `/dossiers/${code}/complete-step`, { version, step, note: null })
  await page.locator('mc-live .live-bar').waitFor()
  await expect.poll(() => page.locator('.page-list li').count()).toBe(1)
  await leave()
})

test('with script pages are put in order, turned and removed before they are sent', async () => {
  const { code } = await receivedAtCounter(hall, 'Đặng Thị Nhường')
  const { page, leave } = await at(code, { width: 1280 })
  await page.locator('#digitise-camera').setInputFiles(pathOf('trang-2.jpg'))
  await page.locator('#digitise-camera').setInputFiles(pathOf('trang-1.jpg'))
  await page.locator('#digitise-files').setInputFiles([pathOf('lệnh.pdf')])
  await page.getByRole('button', { name: 'Bỏ trang này: Trang 3' }).click()
  await page.getByRole('button', { name: 'Đưa lên trước: Trang 2' }).click()
  await page.getByRole('button', { name: 'Xoay: Trang 1' }).click()
  await expect.poll(() => page.locator('.page-list li').count()).toBe(2)
  expect(
    await page.locator('[name=turns]').evaluateAll((all) => all.map((one) => Reflect.get(one, 'value'))),
  ).toEqual(['90', '0'])
  expect(await accessFaults(page)).toEqual([])
  if (pictures) await page.screenshot({ path: join(pictures, 'pages-1280.png'), fullPage: true })
  await page.getByRole('button', { name: 'Tạo bản số hóa' }).click()
  await page.getByText('Trang 2 trống, không thấy chữ.').waitFor()
  await page.locator('mc-pdf[data-drawn="1"]').waitFor()
  expect(await accessFaults(page)).toEqual([])
  expect(await tooWide(page)).toBe(0)
  if (pictures) await page.screenshot({ path: join(pictures, 'copy-1280.png'), fullPage: true })
  await leave()
})
