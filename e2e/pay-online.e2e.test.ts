import jsQR from 'jsqr'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  accessFaults,
  type OpenHall,
  openHall,
  receivedAtCounter,
  sent,
  tooWide,
  unfold,
} from './open-hall.ts'

let hall: OpenHall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

interface Owing {
  readonly code: string
  readonly lookupKey: string
}

/** A dossier of which 50.000 đ are owed. */
async function charged(name: string): Promise<Owing> {
  const { code, lookupKey, version, step } = await receivedAtCounter(hall, name)
  const lines = [{ kind: 'fee', name: 'Lệ phí xác nhận', dong: 50_000 }]
  await hall.send('clerk', `/dossiers/${code}/assess-fee`, { version, step, lines })
  return { code, lookupKey }
}

async function citizen(javaScriptEnabled: boolean) {
  const context = await hall.browser.newContext({
    javaScriptEnabled,
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
  })
  return { page: await context.newPage(), leave: () => context.close() }
}

/** From the receipt's code to the page of the dossier, where something is to be paid. */
async function followed(page: Page, { code, lookupKey }: Owing): Promise<void> {
  await page.goto(`${hall.house.origin}/tra-cuu?ma=${code}&khoa=${lookupKey}`)
  await page.waitForURL('**/tra-cuu/ho-so')
  await expect.poll(() => page.getByRole('main').textContent()).toContain('Nộp phí, lệ phí: 50.000 đ')
}

const mainOf = async (page: Page) => (await page.getByRole('main').innerText()).replaceAll(/\s+/g, ' ')

test.each([
  ['with script', true],
  ['without script', false],
])(
  'a citizen pays by VNPAY on a telephone, %s, and the receipt stands on the dossier',
  async (_, hasScript) => {
    const owing = await charged('Bàn Thị Mùi')
    const { page, leave } = await citizen(hasScript)
    await followed(page, owing)
    expect(await tooWide(page)).toBe(0)
    if (hasScript) expect(await accessFaults(page)).toEqual([])
    await page.getByRole('link', { name: 'Nộp tiền trực tuyến' }).click()
    await page.waitForURL('**/tra-cuu/nop-tien')
    await expect.poll(() => mainOf(page)).toContain('Số tiền nộp lần này: 50.000 đ')
    expect(await tooWide(page)).toBe(0)
    if (hasScript) expect(await accessFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Nộp qua VNPAY' }).click()
    // The page of the provider, on another origin; nothing of the dossier or the person stands in its address.
    await page.waitForURL(/vnp_TxnRef=MC/)
    expect(page.url()).not.toContain(owing.code)
    await page.getByRole('button', { name: 'Trả tiền', exact: true }).click()
    await page.waitForURL('**/tra-cuu/nop-tien')
    const paid = await mainOf(page)
    expect(paid).toContain('Đã nhận được tiền')
    expect(paid).toMatch(/biên lai 2019\/TT-\d{7}/)
    await expect.poll(() => page.getByRole('button', { name: /Nộp qua/ }).count()).toBe(0)
    if (hasScript) expect(await accessFaults(page)).toEqual([])
    await page.getByRole('link', { name: 'Về hồ sơ của tôi' }).click()
    await page.waitForURL('**/tra-cuu/ho-so')
    await expect.poll(() => mainOf(page)).toContain('Đã nộp đủ')
    await leave()
  },
)

test('the VietQR code on the page is the transfer it asks for; declined and unannounced payments say what to do', async () => {
  const owing = await charged('Lục Văn Bảo')
  const { page, leave } = await citizen(true)
  await followed(page, owing)
  await page.goto(`${hall.house.origin}/tra-cuu/nop-tien`)
  await sent(page, page.getByRole('button', { name: 'Nộp qua chuyển khoản VietQR' }))
  const content = /MC[0-9A-Z]{11}/.exec(await mainOf(page))?.[0] ?? ''
  const picture = await page.getByRole('img', { name: 'Mã VietQR để chuyển khoản' }).screenshot()
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const read = jsQR.default(new Uint8ClampedArray(data), info.width, info.height)
  expect(read?.data).toMatch(new RegExp(`^000201.*5303704540550000.*${content}6304[0-9A-F]{4}$`))
  expect(await tooWide(page)).toBe(0)
  expect(await accessFaults(page)).toEqual([])
  await unfold(page, 'Nộp bằng cách khác')
  await page.getByRole('button', { name: 'Nộp qua Cổng Dịch vụ công' }).click()
  await page.getByRole('button', { name: 'Không đủ tiền, hủy' }).click()
  await page.waitForURL('**/tra-cuu/nop-tien')
  await expect.poll(() => mainOf(page)).toContain('Không thành công, chưa trừ tiền')
  await page.getByRole('button', { name: 'Nộp qua VNPAY' }).click()
  await page.getByRole('button', { name: 'Trả tiền hai lần' }).click()
  await page.waitForURL('**/tra-cuu/nop-tien')
  await expect.poll(() => mainOf(page)).toContain('Phần trả thêm đang được đối soát')
  expect(await accessFaults(page)).toEqual([])
  await leave()
})

test('what was paid twice lies before the cashier, and goes back when the director agrees', async () => {
  const cashier = await hall.personAt('cashier', { width: 390 })
  const { page } = cashier
  await page.goto(`${hall.house.origin}/ban/doi-soat`)
  await expect.poll(() => mainOf(page)).toContain('Nộp hai lần')
  expect(await tooWide(page)).toBe(0)
  expect(await accessFaults(page)).toEqual([])
  await unfold(page, 'Đề nghị hoàn tiền')
  await page.getByLabel('Lý do').fill('Người nộp trả hai lần')
  await page.getByLabel('Căn cứ').fill('Luật Phí và lệ phí 2015')
  await page.getByRole('button', { name: 'Đề nghị hoàn tiền' }).click()
  await page.getByText('phải có người thứ hai đồng ý').waitFor()
  await cashier.leave()
  const director = await hall.personAt('director', { javaScriptEnabled: false })
  await director.page.goto(`${hall.house.origin}/ban/doi-soat`)
  await expect.poll(() => mainOf(director.page)).toContain('đề nghị hoàn 50.000 đ')
  expect(await tooWide(director.page)).toBe(0)
  await sent(director.page, director.page.getByRole('button', { name: 'Đồng ý hoàn tiền' }))
  await expect.poll(() => mainOf(director.page)).toContain('Không có khoản nào chờ đối soát')
  await director.leave()
})
