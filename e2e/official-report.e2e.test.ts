import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requiredPapers } from '../check/house-process.ts'
import { accessFaults, openHall, type OpenHall, tooWide } from './open-hall.ts'

/** A few dossiers of this very day, and the report of them: the clock stands after the month in which they came. */
let hall: OpenHall
const PROCEDURE = 'kt-xac-nhan-bang-ke-lam-san'
const REPORT = '/ban/bao-cao?cach=tu-den&tu=2019-04-01&den=2019-04-30'

beforeAll(async () => {
  hall = await openHall({ CLOCK: '2019-04-10T08:00+07:00' })
  const components = await requiredPapers(hall.house.origin, PROCEDURE)
  for (let n = 0; n < 3; n += 1)
    await hall.send('clerk', '/dossiers', {
      procedure: PROCEDURE,
      channel: 'counter',
      placeOfReceipt: 'HCC-TN',
      applicant: { kind: 'citizen', name: 'Phạm Thị Mơ', idNumber: `02218800${n}`, phone: '0912345678' },
      components,
    })
})
afterAll(() => hall.close())

const cell = async (page: import('playwright-core').Page, column: number) => {
  const text = await page.locator(`.report-table tbody tr:last-child td[data-cell="${column}"]`).textContent()
  return Number(text?.replaceAll('.', ''))
}

test('without script: the director reads the report, and a figure opens its dossiers', async () => {
  const { page, leave } = await hall.personAt('director', { javaScriptEnabled: false })
  await page.goto(`${hall.house.origin}/ban/bao-cao`)
  await page.selectOption('#cach', 'tu-den')
  await page.fill('#tu', '2019-04-01')
  await page.fill('#den', '2019-04-30')
  await page.getByRole('button', { name: 'Xem báo cáo' }).press('Enter')
  await page.waitForURL(/tu=2019-04-01/)
  await expect.poll(async () => (await page.reload(), cell(page, 3)), { timeout: 10_000 }).toBe(3)
  await expect.poll(() => cell(page, 5)).toBe(3)
  await expect.poll(() => cell(page, 11)).toBe(3)
  expect((await page.locator('main').allInnerTexts()).join(' ')).toContain('Kỳ chưa kết thúc')
  await page.locator('.report-table tbody tr:last-child td[data-cell="5"] a').click()
  await expect.poll(() => page.locator('#count').textContent()).toContain('3 hồ sơ')
  await leave()
})

test('the report is taken away as workbook, PDF and CSV', async () => {
  const { page, leave } = await hall.personAt('director')
  await page.goto(hall.house.origin + REPORT)
  for (const [name, begins] of [
    ['Excel (XLSX)', 'PK'],
    ['PDF', '%PDF-'],
    ['CSV', '\uFEFFTừ ngày'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.report-files').getByRole('link', { name }).click(),
    ])
    expect(download.suggestedFilename()).toContain('II.06a-2019-04-01-2019-04-30')
    expect(readFileSync(await download.path(), 'utf8').startsWith(begins)).toBe(true)
  }
  await leave()
})

test('a month that is over is signed off and stays as issued; what has not changed is not issued again', async () => {
  const { page, leave } = await hall.personAt('director', { javaScriptEnabled: false })
  await page.goto(`${hall.house.origin}/ban/bao-cao?cach=calendar&ky=month&so=3&nam=2019`)
  await page.getByRole('button', { name: 'Ký phát hành báo cáo này' }).click()
  await expect.poll(() => page.locator('#issued').textContent()).toBe('Đã phát hành')
  const text = (await page.locator('main').allInnerTexts()).join(' ')
  expect(text).toContain('Số 01/2019')
  expect(text).toContain('đúng như bản đã phát hành')
  await expect.poll(() => page.getByRole('button', { name: /Ký phát hành/ }).count()).toBe(0)
  const pdf = await page.request.get(
    `${hall.house.origin}${await page.locator('.issued a', { hasText: 'PDF' }).first().getAttribute('href')}`,
  )
  expect((await pdf.body()).toString('latin1', 0, 5)).toBe('%PDF-')
  await leave()
})

test('a head sees the report of the own unit alone and signs nothing', async () => {
  const { page, leave } = await hall.personAt('head')
  await page.goto(`${hall.house.origin}/ban/bao-cao?cach=calendar&ky=month&so=3&nam=2019&don-vi=THUE`)
  expect((await page.locator('main').allInnerTexts()).join(' ')).toContain('Đơn vị: Phòng Kinh tế')
  await expect.poll(() => page.getByRole('button', { name: /Ký phát hành/ }).count()).toBe(0)
  await leave()
})

test('an address that makes no sense is answered with last month and a word about it', async () => {
  const { page, leave } = await hall.personAt('director')
  for (const query of [
    'cach=tu-den&tu=2019-05-31&den=2019-01-01',
    'cach=x',
    'ky=month&so=13&nam=2019',
    'nam=abc',
  ]) {
    const answer = await page.goto(`${hall.house.origin}/ban/bao-cao?${query}`)
    expect(answer?.status()).toBe(200)
    await expect
      .poll(() => page.locator('.ds-alert[role="status"]').textContent())
      .toContain('không đọc được')
  }
  const unknown = await page.goto(`${hall.house.origin}/ban/bao-cao?don-vi=KHONG`)
  expect(unknown?.status()).toBe(409)
  const missing = await page.goto(`${hall.house.origin}/ban/bao-cao/phat-hanh/x/pdf`)
  expect(missing?.status()).toBe(404)
  await leave()
})

test.each([390, 1280])('it is for everybody, in both languages, at %i px', async (width) => {
  const { page, leave } = await hall.personAt('director', { width })
  for (const language of ['vi', 'en']) {
    await page.goto(`${hall.house.origin}${REPORT}&lang=${language}`)
    expect(await tooWide(page)).toBe(0)
    expect(await accessFaults(page)).toEqual([])
  }
  await leave()
})
