import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requiredPapers } from '../check/house-process.ts'
import { accessFaults, type Lying, type OpenHall, openHall, sent, tooWide } from './open-hall.ts'

let hall: OpenHall
let post = ''
beforeAll(async () => {
  hall = await openHall()
  post = /Bưu chính mô phỏng[^:]*: (http:\S+)/.exec(hall.house.said())?.[1] ?? ''
})
afterAll(() => hall.close())

const PROCEDURE = 'kt-cap-giay-chung-nhan-kinh-te-trang-trai'
const PICTURES = process.env['PICTURES']
const mainText = async (page: Page) => (await page.locator('main').allInnerTexts()).join(' ')
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const pictured = async (page: Page, name: string) => {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true })
}

/** A result that lies ready and is wished by post. */
async function ready(name: string, to: object | undefined): Promise<{ code: string; lookupKey: string }> {
  const receipt = (await hall.send('clerk', '/dossiers', {
    procedure: PROCEDURE,
    channel: 'counter',
    placeOfReceipt: 'HCC-TN',
    applicant: { kind: 'citizen', name, idNumber: '022188001', phone: '0912345678' },
    components: await requiredPapers(hall.house.origin, PROCEDURE),
    returnWish: { way: 'post', address: 'Khu 3, Mạo Khê', ...(to && { to }) },
  })) as Lying & { lookupKey: string }
  const { code, lookupKey } = receipt
  let lying: Pick<Lying, 'version' | 'step'> = receipt
  for (const [who, verb] of [
    ['handler', 'complete-step'],
    ['approver', 'approve'],
    ['seal-keeper', 'seal'],
    ['clerk', 'mark-ready'],
  ] as const) {
    const { version, step } = lying
    lying = await hall.send(who, `/dossiers/${code}/${verb}`, { version, step })
  }
  return { code, lookupKey }
}

/** The post says that something has happened, and tells the centre. */
async function says(order: string, status: string): Promise<void> {
  await fetch(`${post}/lam`, { method: 'POST', body: new URLSearchParams({ order, status }) })
}

async function follows(
  page: Page,
  { code, lookupKey }: { code: string; lookupKey: string },
): Promise<string> {
  await page.goto(`${hall.house.origin}/tra-cuu`)
  await page.locator('[name="ma"]').fill(code)
  await page.locator('[name="khoa"]').fill(lookupKey)
  await sent(page, page.locator('form.panel button').first())
  return mainText(page)
}

async function signedFor(page: Page, declared: string): Promise<void> {
  await page.locator('[name="declared"]').fill(declared)
  await page.locator('[name="worker.name"]').fill('Phạm Văn Thư')
  await page.locator('[name="worker.number"]').fill('BĐ-0123')
  await sent(page, button(page, /Xác nhận giao nhận/))
}

async function scanned(page: Page, label: string): Promise<void> {
  await page.locator('[name="label"]').first().fill(label)
  await sent(page, button(page, 'Ghi'))
}

test('without script: a result goes home by post, another comes back, and papers come in', async () => {
  const home = await ready('Đặng Thị Nhường', { line: 'Khu 3', ward: '07069' })
  const away = await ready('Bùi Văn Vắng', undefined)
  const { page, leave } = await hall.personAt('clerk', { javaScriptEnabled: false, width: 390 })
  const citizen = await hall.browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 900 },
  })
  const phone = await citizen.newPage()

  // One is ordered as it stands, of the other the address is put in full first.
  await page.goto(`${hall.house.origin}/ban/buu-chinh`)
  expect(await tooWide(page)).toBe(0)
  await pictured(page, 'post-390')
  await page.locator(`[name="chosen"][value="${home.code}"]`).check()
  await sent(page, button(page, 'Đặt bưu chính gửi'))
  await expect.poll(() => mainText(page)).toContain('Đã đặt gửi 1 hồ sơ')
  await sent(page, page.getByRole('link', { name: 'Ghi đủ địa chỉ rồi gửi' }))
  await sent(page, button(page, 'Đặt bưu chính gửi'))
  await expect.poll(() => mainText(page)).toContain('Địa chỉ chưa đủ')
  await page.locator('[name="to.ward"]').selectOption('07072')
  expect(await tooWide(page)).toBe(0)
  await pictured(page, 'post-ordering-390')
  await sent(page, button(page, 'Đặt bưu chính gửi'))
  await expect.poll(() => mainText(page)).toContain('Chờ giao')
  const label = (await page.locator('h1').innerText()).replace('Bưu gửi ', '')
  expect(label).toMatch(/^EK\d{9}VN$/)

  // One scan a parcel, by its label or by the code on its slip; the counts must agree.
  await page.goto(`${hall.house.origin}/ban/buu-chinh`)
  await sent(page, button(page, 'Lập bảng giao cho bưu chính'))
  await scanned(page, label.toLowerCase())
  await scanned(page, label)
  await expect.poll(() => mainText(page)).toContain(`${label} đã có trên bảng`)
  await scanned(page, home.code)
  await expect.poll(() => mainText(page)).toContain('Đã quét 2 bưu gửi')
  expect(await tooWide(page)).toBe(0)
  await pictured(page, 'post-list-390')
  await signedFor(page, '3')
  await expect.poll(() => mainText(page)).toContain('Đã quét 2 bưu gửi, bưu chính đếm 3')
  await expect.poll(() => page.locator('[name="worker.name"]').inputValue()).toBe('Phạm Văn Thư')
  await signedFor(page, '2')
  await expect.poll(() => mainText(page)).toContain('Phạm Văn Thư')
  const record = await page.request.get(`${page.url()}/bien-ban.pdf`)
  expect([record.status(), record.headers()['content-type']]).toEqual([200, 'application/pdf'])
  await pictured(page, 'post-closed-390')

  expect(await follows(phone, home)).toContain('Bưu điện đang mang kết quả đến cho bạn')
  expect(await tooWide(phone)).toBe(0)
  await pictured(phone, 'post-follow-390')
  await says(home.code, 'delivered')
  expect(await follows(phone, home)).toContain('Bưu điện đã đưa kết quả')
  await page.goto(`${hall.house.origin}/ban/ho-so/${home.code}`)
  await expect.poll(() => mainText(page)).toContain('Đã trả kết quả')

  // Nobody was met: it comes back over the counter, beside papers somebody sent.
  for (const status of ['attempted', 'going-back']) await says(away.code, status)
  await page.goto(`${hall.house.origin}/ban/buu-chinh?xem=chuyen-hoan`)
  await expect.poll(() => mainText(page)).toContain('Trả về khi chưa đủ số lần phát')
  await sent(page, button(page, 'Lập bảng nhận của bưu chính'))
  await scanned(page, label)
  await scanned(page, 'EK700000001VN')
  await signedFor(page, '2')
  expect(await follows(phone, away)).toContain('Kết quả đã về Trung tâm')
  await page.goto(`${hall.house.origin}/ban/buu-chinh?xem=mang-den`)
  await sent(page, page.getByRole('link', { name: 'EK700000001VN' }))
  await pictured(page, 'post-parcel-390')
  await sent(page, page.getByRole('link', { name: 'Tiếp nhận thành hồ sơ mới' }))
  await page.locator('.choose-procedure [name="q"]').fill('kinh tế trang trại')
  await sent(page, page.locator('.choose-procedure button'))
  await sent(page, page.locator('.procedures a').first())
  await expect.poll(() => mainText(page)).toContain('Giấy tờ do bưu chính mang đến (EK700000001VN)')
  await expect.poll(() => page.locator('[name="channel"]').inputValue()).toBe('post')
  await Promise.all([leave(), citizen.close()])
})

test('postage is paid here beforehand: put down, taken at the till with a receipt, and nothing is collected', async () => {
  const { code } = await ready('Vũ Thị Cước', { line: 'Khu 5', ward: '07069' })
  const { page, leave } = await hall.personAt('clerk', { javaScriptEnabled: false, width: 390 })
  const till = await hall.personAt('cashier', { javaScriptEnabled: false, width: 1280 })
  const ordering = `${hall.house.origin}/ban/buu-chinh/gui/${code}`
  await page.goto(ordering)
  await pictured(page, 'postage-390')
  await page.locator('[name="isCollecting"]').uncheck()
  await sent(page, button(page, 'Đặt bưu chính gửi'))
  await expect.poll(() => mainText(page)).toContain('20.000')
  await sent(page, button(page, /Ghi cước 20\.000/))
  await expect.poll(() => mainText(page)).toContain('Đã ghi cước 20.000 đ, chưa thu')
  expect(await tooWide(page)).toBe(0)
  await pictured(page, 'postage-put-down-390')

  await till.page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  await pictured(till.page, 'postage-till-1280')
  await sent(till.page, button(till.page, 'Đã thu đủ, ghi biên lai'))
  await till.page.goto(`${hall.house.origin}/ban/quy`)
  await expect.poll(() => mainText(till.page)).toContain('Trong đó thu hộ cước bưu chính')
  await pictured(till.page, 'postage-cash-1280')

  await page.goto(ordering)
  await expect.poll(() => mainText(page)).toContain('Cước đã trả')
  await sent(page, button(page, 'Đặt bưu chính gửi'))
  await expect.poll(() => mainText(page)).toContain('Chờ giao')
  expect(await mainText(page)).not.toContain('thu khi phát')
  await pictured(page, 'postage-ordered-390')
  await Promise.all([leave(), till.leave()])
})

test.each([390, 1280])(
  'the pages are for everybody, and a scanner alone fills a list, at %i px',
  async (width) => {
    await ready('Phạm Thị Mơ', { line: 'Khu 1', ward: '07069' })
    const { page, leave } = await hall.personAt('clerk', { width })
    await page.goto(`${hall.house.origin}/ban/buu-chinh`)
    expect(await accessFaults(page)).toEqual([])
    expect(await tooWide(page)).toBe(0)
    await pictured(page, `post-${width}-script`)
    await button(page, 'Lập bảng nhận của bưu chính').click()
    await page.waitForURL(/buu-chinh\/bang\/.+/)
    // The cursor is in the box; a scanner types and presses Enter.
    for (const place of [1, 2]) {
      await page.locator('[name="label"]:focus').waitFor()
      await page.keyboard.type(`EK${String(width * 10 + place).padStart(9, '8')}VN`)
      await page.keyboard.press('Enter')
      await page.getByText(`Đã quét ${place} bưu gửi`).waitFor()
    }
    expect(await accessFaults(page)).toEqual([])
    expect(await tooWide(page)).toBe(0)
    await pictured(page, `post-list-${width}-script`)
    await page.goto(`${hall.house.origin}/ban/buu-chinh?xem=chuyen-hoan`)
    expect(await tooWide(page)).toBe(0)
    await leave()
  },
)
