import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessFaults, openHall, type OpenHall, sent, tooWide } from './open-hall.ts'

/** The team goes out: a Saturday is planned, published and registered for; a home request is judged and visited. */
let hall: OpenHall
beforeAll(async () => {
  hall = await openHall()
}, 120_000)
afterAll(() => hall.close())

const pictures = process.env['PICTURES']
const at = (path: string) => hall.house.origin + path
const main = async (page: Page) => (await page.getByRole('main').allInnerTexts()).join(' ')
const press = (page: Page, name: string) => sent(page, page.getByRole('button', { name, exact: true }))

/** A citizen at a telephone's width, without script unless said. */
async function somebody(javaScriptEnabled = false): Promise<Page> {
  const context = await hall.browser.newContext({
    javaScriptEnabled,
    viewport: { width: 390, height: 900 },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  return page
}

let shown = 0
/** Nothing wider than its window. */
async function isSound(page: Page, name: string): Promise<void> {
  const width = page.viewportSize()?.width ?? 0
  for (const one of [390, 1280]) {
    await page.setViewportSize({ width: one, height: 900 })
    expect([name, one, await tooWide(page)]).toEqual([name, one, 0])
    if (pictures) await page.screenshot({ path: `${pictures}/${shown}-${name}-${one}.png`, fullPage: true })
  }
  await page.setViewportSize({ width, height: 900 })
  shown += 1
}

/** With script axe finds nothing on these. */
async function isLookedThrough(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(at(path))
    expect([path, await accessFaults(page)]).toEqual([path, []])
  }
}

describe('the mobile team', () => {
  test('plans a Saturday, publishes it, is registered for, and the cancelled session tells whom to call', async () => {
    const { page, leave } = await hall.personAt('clerk', { javaScriptEnabled: false })
    await page.goto(at('/ban/luu-dong'))
    await page.getByRole('link', { name: 'Lập đợt mới' }).click()
    await press(page, 'Lập')
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('Chọn ít nhất một người đi')
    await isSound(page, 'plan-faults')
    await page.getByLabel('Xã, phường', { exact: true }).selectOption({ label: 'Xã An Sinh' })
    await page.getByLabel('Địa điểm').fill('Nhà văn hóa thôn Chí Linh')
    await page
      .getByRole('checkbox', { name: /Bộ phận Tiếp nhận/ })
      .first()
      .check()
    await press(page, 'Lập')
    await expect.poll(() => main(page)).toContain('Mới lập, chưa công bố')
    await press(page, 'Công bố')
    await expect.poll(() => main(page)).toContain('Đã công bố')
    await isSound(page, 'session')
    const address = new URL(page.url()).pathname
    await page.goto(at('/ban/luu-dong'))
    await isSound(page, 'month')

    const citizen = await somebody()
    await citizen.goto(at('/luu-dong'))
    await isSound(citizen, 'sessions')
    await citizen.getByRole('link', { name: /07:30–11:30/ }).click()
    await isSound(citizen, 'public-session')
    await press(citizen, 'Đăng ký')
    await expect.poll(() => citizen.getByRole('alert').textContent()).toContain('Chọn giờ đến')
    await citizen.getByLabel('08:30 (còn 3 chỗ)').check()
    await citizen.getByLabel('Họ và tên').fill('Đỗ Thị Mai')
    await citizen.getByLabel('Số điện thoại').fill('0912 345 678')
    await press(citizen, 'Đăng ký')
    await expect.poll(() => main(citizen)).toContain('Mã đăng ký')
    await isSound(citizen, 'registered')
    const feed = await citizen.request.get(at('/luu-dong/lich.ics'))
    expect(feed.headers()['content-type']).toContain('text/calendar')
    expect(await feed.text()).toContain('STATUS:CONFIRMED')
    const poster = await citizen.request.get(at(`${address.replace('/ban', '')}/ap-phich.pdf`))
    expect([poster.status(), (await poster.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])

    const seeing = await somebody(true)
    await isLookedThrough(seeing, ['/luu-dong', address.replace('/ban', ''), '/tai-nha'])
    await seeing.context().close()
    const scripted = await hall.personAt('clerk')
    await isLookedThrough(scripted.page, ['/ban/luu-dong', '/ban/luu-dong/moi', address])
    await scripted.leave()

    await page.goto(at(address))
    await expect.poll(() => main(page)).toContain('Đỗ Thị Mai')
    await page.getByLabel('Lý do').fill('Mưa bão')
    await press(page, 'Hủy đợt')
    await press(page, 'Đã gọi báo')
    await expect.poll(() => main(page)).toContain('đã báo')
    await leave()
    await citizen.goto(at('/luu-dong/dang-ky'))
    await expect.poll(() => main(citizen)).toContain('Đợt này đã hủy: Mưa bão')
    await citizen.goto(at('/luu-dong?lang=en'))
    await expect.poll(() => main(citizen)).toContain('Cancelled')
    await citizen.context().close()
  })

  test('visits an old woman at home: asked for on a telephone, judged, given a day, visited, received for', async () => {
    const citizen = await somebody()
    await citizen.goto(at('/tai-nha'))
    await press(citizen, 'Gửi yêu cầu')
    await expect.poll(() => citizen.getByRole('alert').textContent()).toContain('Chọn ai gửi yêu cầu')
    await isSound(citizen, 'home-form')
    await citizen.getByLabel('Người nhà gửi giúp').check()
    await citizen.getByLabel('Họ tên người cần phục vụ').fill('Nguyễn Thị Sáu')
    await citizen.getByLabel('Ngày sinh hoặc năm sinh').fill('1932')
    await citizen.getByLabel('Xã, phường', { exact: true }).selectOption({ label: 'Xã An Sinh' })
    await citizen.getByLabel('Thôn, khu').fill('Thôn Chí Linh')
    await citizen.getByLabel('Địa chỉ, cách tìm nhà').fill('Nhà cạnh đình')
    await citizen.getByLabel('Cần làm việc gì?').fill('Chứng thực giấy ủy quyền')
    await press(citizen, 'Gửi yêu cầu')
    await expect.poll(() => main(citizen)).toContain('Chờ Trung tâm xem xét')
    await isSound(citizen, 'home-sent')
    const code = /TN-\d{6}-\w{4}/.exec(await main(citizen))?.[0] ?? ''

    const { page, leave } = await hall.personAt('clerk', { javaScriptEnabled: false })
    await page.goto(at('/ban/tai-nha'))
    await isSound(page, 'home-list')
    await page.getByRole('link', { name: code }).click()
    await isSound(page, 'home-asked')
    await page.getByLabel('Xác nhận thế nào').fill('Căn cước của bà')
    await press(page, 'Được phục vụ')
    await page.getByLabel('Ngày cán bộ đến').fill('2019-03-05')
    for (const box of await page.getByRole('checkbox', { name: /Bộ phận Tiếp nhận/ }).all()) await box.check()
    await press(page, 'Hẹn ngày đến')
    await isSound(page, 'home-scheduled')
    const sheet = await page.request.get(at(`/ban/tai-nha/${code}/phieu.pdf`))
    expect([sheet.status(), (await sheet.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    await page.goto(at('/ban/tai-nha/lich'))
    await expect.poll(() => main(page)).toContain('Điểm 1')
    await isSound(page, 'home-route')
    await page.goto(at(`/ban/tai-nha/${code}`))
    const scripted = await hall.personAt('clerk')
    await isLookedThrough(scripted.page, ['/ban/tai-nha', `/ban/tai-nha/${code}`, '/ban/tai-nha/lich'])
    await scripted.leave()
    await page.getByLabel('Người được phục vụ đồng ý bằng').selectOption('fingerprint')
    await press(page, 'Đã đến nhà')
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('người làm chứng')
    await page.getByLabel('Người làm chứng').fill('Trưởng thôn Trần Văn Tám')
    await press(page, 'Đã đến nhà')
    await page.getByRole('link', { name: 'Nhận hồ sơ tại nhà' }).click()
    await page
      .getByRole('link', { name: /Cấp bản sao trích lục hộ tịch/ })
      .first()
      .click()
    await expect.poll(() => main(page)).toContain('Đang nhận tại nhà')
    await expect.poll(() => page.getByLabel('Họ và tên').first().inputValue()).toBe('Nguyễn Thị Sáu')
    await isSound(page, 'home-receive')
    await leave()
    await citizen.goto(at('/tai-nha/theo-doi'))
    await expect.poll(() => main(citizen)).toContain('Đã đến nhà')
    await citizen.context().close()
  })
})
