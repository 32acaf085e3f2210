import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requiredPapers } from '../check/house-process.ts'
import {
  accessFaults,
  type Lying,
  type OpenHall,
  openHall,
  sent,
  tooWide,
  visitor,
  byIdentity,
} from './open-hall.ts'

/** A citizen follows a dossier and is told of it, as chosen; officers see what was told and whether it arrived. */
let hall: OpenHall
beforeAll(async () => {
  hall = await openHall()
}, 120_000)
afterAll(() => hall.close())

const PROCEDURE = 'kt-xac-nhan-bang-ke-lam-san'
const at = (path: string) => hall.house.origin + path
const main = (page: Page) => page.getByRole('main').textContent()

/** Received at the counter for somebody whose number the national identity knows. */
async function received(applicant: object, notices?: object): Promise<Lying & { lookupKey: string }> {
  return hall.send('clerk', '/dossiers', {
    procedure: PROCEDURE,
    channel: 'counter',
    placeOfReceipt: 'HCC-TN',
    applicant: { kind: 'citizen', name: 'Nguyễn Thị Hương', idNumber: '022185001234', ...applicant },
    components: await requiredPapers(hall.house.origin, PROCEDURE),
    ...(notices && { notices }),
  }) as Promise<Lying & { lookupKey: string }>
}

const askedFor = (lying: Lying) =>
  hall.send('handler', `/dossiers/${lying.code}/request-supplement`, {
    version: lying.version,
    step: lying.step,
    items: [
      { wrong: 'Bản sao giấy tờ tùy thân bị mờ', todo: 'Nộp lại bản rõ nét', ground: 'Nghị định 61/2018' },
    ],
    answerBy: '2019-04-03',
  })

/** What the demonstration shows instead of sending it, once it has gone. */
async function messageWith(page: Page, ...texts: string[]) {
  const message = texts.reduce((found, hasText) => found.filter({ hasText }), page.locator('.messages li'))
  await expect
    .poll(
      async () => {
        await page.goto(at('/trinh-dien/tin-nhan'))
        return message.count()
      },
      { timeout: 15_000 },
    )
    .toBe(1)
  return message
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_, javaScriptEnabled) => {
  test('a dossier is followed at a telephone’s width: what is to be done now, who holds it, and the same by code and key', async () => {
    const lying = await received({ phone: '0912345678' })
    await askedFor(lying)
    const page = await visitor(hall, { javaScriptEnabled })
    await byIdentity(hall, page, 'Nguyễn Thị Hương, mức 2')
    const line = page.locator('.own-dossiers li', { hasText: lying.code })
    await expect.poll(() => line.textContent()).toContain('Cần bổ sung giấy tờ')
    await line.getByRole('link').click()
    await page.waitForURL(`**/toi/ho-so/${lying.code}`)
    for (const path of [`/toi/ho-so/${lying.code}`, `/tra-cuu?ma=${lying.code}&khoa=${lying.lookupKey}`]) {
      await page.goto(at(path))
      const text = await main(page)
      for (const said of ['Nộp lại bản rõ nét', '03/04/2019', 'Bộ phận Tiếp nhận và Trả kết quả'])
        expect(text, path).toContain(said)
      expect(await tooWide(page), path).toBeLessThanOrEqual(0)
      if (javaScriptEnabled) expect(await accessFaults(page), path).toEqual([])
    }
    // Nobody else's, whatever one tries.
    const other = await received({ name: 'Lê Thị Cúc', idNumber: '022190009999' })
    const strange = await page.goto(at(`/toi/ho-so/${other.code}`))
    expect(strange?.status()).toBe(404)
    await page.context().close()
  })
})

test('told as was said at the counter, then as the person chose; ended by the link of a letter, and sent again by an officer', async () => {
  const citizen = await visitor(hall)
  const shown = await visitor(hall, { javaScriptEnabled: false, width: 1280 })
  const first = await received({}, { way: 'email', email: 'huong.counter@example.vn' })
  const letter = await messageWith(shown, first.code, 'huong.counter@example.vn')
  await expect.poll(() => letter.textContent()).toContain('đã được tiếp nhận')
  expect(await letter.textContent()).not.toMatch(/Hương|lâm sản/)

  await byIdentity(hall, citizen, 'Nguyễn Thị Hương, mức 2')
  await citizen.goto(at('/toi/lien-he'))
  await citizen.getByLabel('Số điện thoại hoặc thư điện tử').fill('huong.own@example.vn')
  await citizen.getByRole('button', { name: 'Nhận mã' }).click()
  await shown.goto(at('/trinh-dien/tin-nhan'))
  const withCode = shown.locator('.messages li', { hasText: 'huong.own@example.vn' }).first()
  const code = /\d{6}/.exec((await withCode.locator('.message').textContent()) ?? '')?.[0] ?? ''
  await citizen.getByLabel('Mã sáu chữ số').fill(code)
  await citizen.getByRole('button', { name: 'Xác nhận' }).click()
  await citizen.waitForURL('**/toi')
  await citizen.getByRole('link', { name: 'Chọn cách Trung tâm báo tin' }).click()
  await citizen.getByRole('radio', { name: 'English' }).check()
  await citizen.getByRole('radio', { name: 'Giờ của tôi' }).check()
  await citizen.getByLabel('Từ', { exact: true }).selectOption('06:00')
  await citizen.getByLabel('Đến', { exact: true }).selectOption('06:00')
  await citizen.getByRole('button', { name: 'Lưu' }).click()
  await citizen.getByRole('alert').waitFor()
  await citizen.getByLabel('Đến', { exact: true }).selectOption('07:00')
  await citizen.getByRole('button', { name: 'Lưu' }).click()
  await citizen.getByText('Đã lưu').waitFor()

  const second = await askedFor(first)
  const inEnglish = await messageWith(shown, first.code, 'huong.own@example.vn', 'by 03/04/2019')
  expect(second.code).toBe(first.code)
  const leave = await inEnglish.getByRole('link').getAttribute('href')
  const clerk = await hall.personAt('clerk', { javaScriptEnabled: false, width: 390 })
  await clerk.page.goto(at(`/ban/ho-so/${first.code}`))
  const told = clerk.page.locator('section', {
    has: clerk.page.getByRole('heading', { name: 'Đã báo cho người nộp' }),
  })
  await expect.poll(() => told.textContent()).toContain('h•••@example.vn')
  expect(await told.textContent()).not.toContain('huong.own')
  await sent(clerk.page, told.getByRole('button', { name: 'Gửi lại' }).first())
  await expect
    .poll(async () => {
      await shown.goto(at('/trinh-dien/tin-nhan'))
      return shown.locator('.messages li', { hasText: first.code }).filter({ hasText: 'by 03/04' }).count()
    })
    .toBe(2)

  // Without signing in, by the link alone; once asked, once sent.
  const anybody = await visitor(hall, { javaScriptEnabled: false })
  await anybody.goto(leave ?? '')
  await sent(anybody, anybody.getByRole('button', { name: 'Thôi nhận' }))
  await expect.poll(() => main(anybody)).toContain('không báo tin đến h•••@example.vn nữa')
  await clerk.page.reload()
  await expect.poll(() => told.textContent()).toContain('Không báo được')
  await clerk.page.goto(at('/ban/tin-chua-den'))
  await expect.poll(() => main(clerk.page)).toContain('Không có tin nào')
  await clerk.leave()
  for (const page of [citizen, shown, anybody]) await page.context().close()
})

test.each([320, 1280])('the pages are accessible and fit at %i px', async (width) => {
  const { code } = await received({ phone: '0912345678' })
  const page = await visitor(hall, { width })
  await byIdentity(hall, page, 'Nguyễn Thị Hương, mức 2')
  for (const path of [
    '/toi/ho-so',
    `/toi/ho-so/${code}`,
    '/toi/thong-bao',
    '/toi/thong-bao?lang=en',
    '/thoi-bao-tin/x',
  ]) {
    await page.goto(at(path))
    expect(await accessFaults(page), path).toEqual([])
    expect(await tooWide(page), path).toBeLessThanOrEqual(0)
  }
  await page.context().close()
  const clerk = await hall.personAt('clerk', { width })
  for (const path of [`/ban/ho-so/${code}`, '/ban/tin-chua-den', '/ban/tiep-nhan']) {
    await clerk.page.goto(at(path))
    expect(await accessFaults(clerk.page), path).toEqual([])
    expect(await tooWide(clerk.page), path).toBeLessThanOrEqual(0)
  }
  await clerk.leave()
})
