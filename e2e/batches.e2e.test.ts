import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessFaults, openHall, type OpenHall, sent, tooWide } from './open-hall.ts'

let hall: OpenHall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

const WITHOUT_SCRIPT = { javaScriptEnabled: false, width: 390 }
const COPIES = '2.000815'
const mainText = async (page: Page) => (await page.locator('main').allInnerTexts()).join(' ')
const at = (path: string) => `${hall.house.origin}${path}`

async function begun(page: Page): Promise<void> {
  await page.goto(at(`/ban/tiep-nhan/nhieu?thu-tuc=${COPIES}`))
  await page.locator('[name="applicant.name"]').fill('Nguyễn Thị Hương')
  await page.locator('[name="applicant.idNumber"]').fill('022188000001')
}

test('without script: fifty copies pasted from a spreadsheet, faults told by line, received, one list printed', async () => {
  const { page, context, leave } = await hall.personAt('clerk', WITHOUT_SCRIPT)
  await begun(page)
  const lines = Array.from(
    { length: 50 },
    (_, row) => `Hoàng Văn ${row}\t\t${1 + (row % 3)}\t2\tBằng tốt nghiệp`,
  )
  const send = (name: string) => sent(page, page.getByRole('button', { name }))
  await page.locator('[name="paste"]').fill(['Họ tên\tSố\tSố trang\tSố bản', 'Hỏng'].join('\n'))
  await send('Đưa vào danh sách')
  await expect.poll(() => mainText(page)).toContain('Dòng 2 có 1 cột')
  await page.locator('[name="paste"]').fill(lines.join('\n').replace('Hoàng Văn 3\t\t1', 'Hoàng Văn 3\t\tl'))
  await send('Đưa vào danh sách')
  await expect.poll(() => mainText(page)).toContain('Dòng 4: số trang “l”')
  expect(await tooWide(page)).toBe(0)
  await send('Tiếp nhận tất cả')
  await page.waitForSelector('.fault >> text=Kiểm tra giấy tờ của mọi hồ sơ')
  await page.locator('[name="papersSeen"]').check()
  await page.locator('[name="rows.13.pages"]').fill('1')
  await send('Tiếp nhận tất cả')
  await expect.poll(() => mainText(page)).toContain('Đã tiếp nhận 50 hồ sơ')
  expect(await tooWide(page)).toBe(0)
  const pdf = await context.request.get(`${page.url()}/giay-tiep-nhan.pdf`)
  expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf'])
  // Another dossier of the same person goes onto the same list.
  await page.getByRole('link', { name: 'Thêm nhiều hồ sơ của người này' }).click()
  await expect.poll(() => page.locator('[name="applicant.name"]').inputValue()).toBe('Nguyễn Thị Hương')
  await page.locator('[name="rows.0.subject"]').fill('Học bạ')
  await page.locator('[name="rows.0.pages"]').fill('12')
  await page.locator('[name="papersSeen"]').check()
  await send('Tiếp nhận tất cả')
  await expect.poll(() => mainText(page)).toContain('Đã tiếp nhận 51 hồ sơ')
  await leave()
})

test.each([390, 1280])('the forms are for everybody, at %i px', async (width) => {
  const { page, leave } = await hall.personAt('clerk', { width })
  await begun(page)
  await page.locator('[name="rows.0.pages"]').fill('2')
  await page.locator('[name="rows.0.subject"]').fill('Bằng tốt nghiệp')
  const check = async (name: string) => {
    expect(await accessFaults(page)).toEqual([])
    expect(await tooWide(page)).toBe(0)
    if (process.env['PICTURES'])
      await page.screenshot({ path: `${process.env['PICTURES']}/${name}-${width}.png`, fullPage: true })
  }
  await check('batch')
  await page.locator('[name="papersSeen"]').check()
  await page.keyboard.press('Alt+Enter')
  await page.waitForURL('**/ban/tiep-nhan/luot/*')
  await check('visit')
  await leave()
})

test('the cashier takes the money of all of them at once, and the sum is said before', async () => {
  const { page, leave } = await hall.personAt('cashier', WITHOUT_SCRIPT)
  await page.goto(at('/ban'))
  const boxes = await page.locator('[name="hoSo"]').all()
  for (const box of boxes.slice(0, 5)) await box.check()
  await sent(page, page.getByRole('button', { name: 'Thu tiền' }))
  await expect.poll(() => mainText(page)).toContain('Tổng cộng phải thu')
  expect(await tooWide(page)).toBe(0)
  await sent(page, page.getByRole('button', { name: 'Đã thu đủ 5 hồ sơ, ghi biên lai' }))
  await expect.poll(() => mainText(page)).toContain('Đã thu tiền 5 hồ sơ')
  await leave()
})

test.each([390, 1280])('the register of certifications is for everybody, at %i px', async (width) => {
  const { page, leave } = await hall.personAt('director', { width })
  await page.goto(at('/ban/so-chung-thuc'))
  await expect.poll(() => mainText(page)).toContain('Không có việc chứng thực nào')
  expect(await accessFaults(page)).toEqual([])
  expect(await tooWide(page)).toBe(0)
  await leave()
})
