import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessFaults, openHall, type OpenHall, receivedAtCounter, tooWide } from './open-hall.ts'

let hall: OpenHall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

const NARROW = { javaScriptEnabled: false, width: 390 }

test('numbered, spoiled, numbered anew and sealed without script; the book tells all of it', async () => {
  const { code } = await receivedAtCounter(hall, 'Đặng Thị Nhường')
  const dossier = `${hall.house.origin}/ban/ho-so/${code}`
  for (const [post, button] of [
    ['handler', 'Hoàn thành'],
    ['approver', 'Phê duyệt'],
  ] as const) {
    const { page, leave } = await hall.personAt(post, NARROW)
    await page.goto(dossier)
    await page.getByRole('button', { name: button }).first().click()
    await leave()
  }
  const { page, leave } = await hall.personAt('seal-keeper', NARROW)
  const text = async () => (await page.locator('main').allInnerTexts()).join(' ')
  await page.goto(dossier)
  await expect.poll(() => text()).toContain('TUQ. CHỦ TỊCH')
  await page.locator('summary', { hasText: 'Cấp số' }).click()
  await page.getByRole('button', { name: 'Cấp số' }).click()
  await page.getByText('Số 01/GXN-UBND', { exact: false }).first().waitFor()
  await page.locator('summary', { hasText: 'Hủy số' }).click()
  expect(await tooWide(page)).toBe(0)
  await page.getByRole('button', { name: 'Hủy số' }).click()
  await page.getByText('Ghi rõ lý do').first().waitFor()
  await page.locator('[name="huy-so.reason"]').fill('In lệch dòng, phải in lại')
  await page.getByRole('button', { name: 'Hủy số' }).click()
  await page.goto(dossier)
  await expect.poll(() => text()).toContain('Đóng dấu sẽ lấy số tiếp theo của sổ')
  await page.getByLabel(/^Tôi đã đối chiếu văn bản/).check()
  await page.getByRole('button', { name: 'Đóng dấu' }).first().click()
  await page.goto(`${hall.house.origin}/ban/so-van-ban?so=gxn`)
  const lines = await page.locator('table.found-rows tbody tr').allInnerTexts()
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(/01\/GXN-UBND[\s\S]*Số hủy[\s\S]*In lệch dòng, phải in lại/)
  expect(lines[1]).toMatch(/02\/GXN-UBND[\s\S]*Tạ Văn Quân[\s\S]*Đã phát hành/)
  expect(await tooWide(page)).toBe(0)
  await expect.poll(() => linesOfNumbers(page)).toEqual([1, 1])
  await leave()
  const wide = await hall.personAt('seal-keeper')
  await wide.page.goto(`${hall.house.origin}/ban/so-van-ban?so=gxn`)
  expect(await accessFaults(wide.page)).toEqual([])
  await expect.poll(() => linesOfNumbers(wide.page)).toEqual([1, 1])
  await wide.page.emulateMedia({ media: 'print' })
  await wide.page.setViewportSize({ width: PRINTED_WIDTH, height: 1000 })
  await expect.poll(() => linesOfNumbers(wide.page)).toEqual([1, 1])
  await expect
    .poll(() => wide.page.getByText('ký hiệu GXN-UBND, từ số 1 đến số 2', { exact: false }).isVisible())
    .toBe(true)
  await expect.poll(() => wide.page.getByRole('button').count()).toBe(0)
  await wide.leave()
})

/** A4 less the margins of the sheet, in CSS pixels. */
const PRINTED_WIDTH = 688

/** Over how many lines each number of the book goes. */
function linesOfNumbers(page: Page): Promise<number[]> {
  return page.locator('th[scope="row"]').evaluateAll((cells) =>
    cells.map((cell) => {
      const range = document.createRange()
      range.selectNodeContents(cell)
      return range.getClientRects().length
    }),
  )
}
