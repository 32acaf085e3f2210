import type { Page } from 'playwright-core'
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

const WITHOUT_SCRIPT = { javaScriptEnabled: false, width: 390 }
const mainText = async (page: Page) => (await page.locator('main').allInnerTexts()).join(' ')
const papersPage = () => `${hall.house.origin}/ban/ban-giao`

test('without script: a batch is chosen, the other side ticks what came, and both see what is missing', async () => {
  const whole = await receivedAtCounter(hall, 'Vũ Thị Thoa')
  const lacking = await receivedAtCounter(hall, 'Bùi Văn Sáng')
  const later = await receivedAtCounter(hall, 'Lê Thị Muộn')
  const clerk = await hall.personAt('clerk', WITHOUT_SCRIPT)
  await clerk.page.goto(papersPage())
  expect(await tooWide(clerk.page)).toBe(0)
  await expect.poll(() => mainText(clerk.page)).toContain('17:00')
  await clerk.page.locator(`[name="dossiers"][value="${later.code}"]`).uncheck()
  await sent(clerk.page, clerk.page.getByRole('button', { name: /Lập phiếu/ }))
  const sheet = clerk.page.url()
  await expect.poll(() => mainText(clerk.page)).toContain('Phiếu bàn giao số 1/2019')
  expect(await mainText(clerk.page)).not.toContain(later.code)

  const handler = await hall.personAt('handler', WITHOUT_SCRIPT)
  await handler.page.goto(papersPage())
  await expect.poll(() => mainText(handler.page)).toContain('chờ bạn xác nhận')
  await handler.page.getByRole('link', { name: '1/2019' }).click()
  expect(await tooWide(handler.page)).toBe(0)
  const line = (code: string) => handler.page.locator('fieldset', { hasText: code })
  await line(whole.code).getByLabel(`Nhận hồ sơ ${whole.code}`).check()
  await sent(handler.page, handler.page.getByRole('button', { name: 'Xác nhận như đã đánh dấu' }))
  // What is neither taken nor explained is asked for, and what was ticked is still ticked.
  await expect.poll(() => mainText(handler.page)).toContain(`Ghi vì sao không nhận hồ sơ ${lacking.code}`)
  await expect.poll(() => line(whole.code).getByLabel(`Nhận hồ sơ ${whole.code}`).isChecked()).toBe(true)
  await line(lacking.code).getByLabel(`Nhận hồ sơ ${lacking.code}`).check()
  await line(lacking.code).locator('.sheet-papers input').first().uncheck()
  await sent(handler.page, handler.page.getByRole('button', { name: 'Xác nhận như đã đánh dấu' }))
  await expect.poll(() => mainText(handler.page)).toContain('Thiếu:')

  await clerk.page.goto(sheet)
  await expect.poll(() => mainText(clerk.page)).toContain('Thiếu:')
  for (const { page } of [clerk, handler]) {
    await page.goto(`${hall.house.origin}/ban/ho-so/${lacking.code}`)
    await expect.poll(() => mainText(page)).toContain('Giấy tờ còn thiếu')
    await page.goto(`${hall.house.origin}/ban/nhac-viec`)
    await expect.poll(() => page.locator('[data-reminder="papers-missing"] strong').innerText()).toBe('1')
  }
  await handler.page.goto(`${hall.house.origin}/ban/ho-so/${lacking.code}`)
  await unfold(handler.page, 'Ghi giấy tờ thiếu đã có')
  await handler.page.locator('[name="giay-da-co.note"]').fill('Kẹp nhầm vào hồ sơ bên cạnh')
  await sent(handler.page, handler.page.getByRole('button', { name: 'Ghi giấy tờ thiếu đã có' }))
  expect(await mainText(handler.page)).not.toContain('Giấy tờ còn thiếu')

  // Given and taken back before anybody confirmed it.
  await clerk.page.goto(papersPage())
  await sent(clerk.page, clerk.page.getByRole('button', { name: /Lập phiếu/ }))
  await unfold(clerk.page, 'Rút lại phiếu')
  await clerk.page.locator('[name="reason"]').fill('Chưa mang đi được')
  await sent(clerk.page, clerk.page.getByRole('button', { name: 'Rút lại phiếu' }))
  await expect.poll(() => mainText(clerk.page)).toContain('bên giao đã rút lại')
  await Promise.all([clerk.leave(), handler.leave()])
})

test.each([390, 1280])('the pages are for everybody, at %i px', async (width) => {
  const { code } = await receivedAtCounter(hall, 'Phạm Thị Mơ')
  const clerk = await hall.personAt('clerk', { width })
  await clerk.page.goto(papersPage())
  expect(await accessFaults(clerk.page)).toEqual([])
  expect(await tooWide(clerk.page)).toBe(0)
  await clerk.page.getByRole('button', { name: /Lập phiếu/ }).click()
  await clerk.page.waitForURL(/ban-giao\/.+/)
  const handler = await hall.personAt('handler', { width })
  for (const { page } of [clerk, handler]) {
    await page.goto(clerk.page.url())
    expect(await accessFaults(page)).toEqual([])
    expect(await tooWide(page)).toBe(0)
  }

  await handler.page.getByRole('button', { name: 'Đã đối chiếu đủ, nhận tất cả' }).click()
  await handler.page.waitForSelector('text=đã nhận')

  await handler.page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  expect(await accessFaults(handler.page)).toEqual([])
  expect(await tooWide(handler.page)).toBe(0)

  await receivedAtCounter(hall, 'Trần Văn Chờ')
  await clerk.page.goto(papersPage())

  await Promise.all([clerk.leave(), handler.leave()])
})

test('without script: the head delegates the right to approve, says by which decision, and ends it', async () => {
  const head = await hall.personAt('head', WITHOUT_SCRIPT)
  await head.page.goto(`${hall.house.origin}/ban/phong`)
  await head.page.getByRole('link', { name: 'Ủy quyền phê duyệt' }).click()
  expect(await tooWide(head.page)).toBe(0)
  const person = head.page.locator('[name="staff"]')
  await person.selectOption({ index: 1 })
  await head.page.locator('[name="last"]').fill('2019-03-08')
  await sent(head.page, head.page.getByRole('button', { name: 'Ghi ủy quyền' }))
  // Without its ground nothing is delegated, and what was chosen is still chosen.
  await expect.poll(() => head.page.locator('[name="last"]').inputValue()).toBe('2019-03-08')
  await head.page.locator('[name="ground"]').fill('QĐ 15/QĐ-KT ngày 04/03/2019')
  await sent(head.page, head.page.getByRole('button', { name: 'Ghi ủy quyền' }))
  await expect.poll(() => mainText(head.page)).toContain('QĐ 15/QĐ-KT')
  await sent(head.page, head.page.getByRole('button', { name: /Kết thúc ngay/ }))
  expect(await mainText(head.page)).not.toContain('QĐ 15/QĐ-KT')
  await head.leave()
})
