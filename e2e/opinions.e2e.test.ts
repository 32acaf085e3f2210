import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  accessFaults,
  type Lying,
  openHall,
  type OpenHall,
  receivedAtCounter,
  sent,
  tooWide,
} from './open-hall.ts'

/** What citizens think: rated by key and at the counter; written, answered, looked at again and published. */
let hall: OpenHall
beforeAll(async () => {
  hall = await openHall()
}, 120_000)
afterAll(() => hall.close())

const pictures = process.env['PICTURES']
const at = (path: string) => hall.house.origin + path
const main = async (page: Page) => (await page.getByRole('main').allInnerTexts()).join(' ')

async function ready(name: string) {
  const { code, lookupKey, ...receipt } = await receivedAtCounter(hall, name)
  let lying: Pick<Lying, 'version' | 'step'> = receipt
  for (const [post, verb] of [
    ['handler', 'complete-step'],
    ['approver', 'approve'],
    ['seal-keeper', 'seal'],
    ['clerk', 'mark-ready'],
  ] as const)
    lying = await hall.send(post, `/dossiers/${code}/${verb}`, { version: lying.version, step: lying.step })
  return { code, lookupKey }
}

/** A citizen without script, or with it, at a telephone's width. */
async function somebody(javaScriptEnabled = false, width = 390): Promise<Page> {
  const context = await hall.browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 } })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  return page
}

let shown = 0
/** As it stands: nothing axe finds, nothing wider than its window, at each width. */
async function isSound(page: Page, name: string): Promise<void> {
  expect([name, await accessFaults(page)]).toEqual([name, []])
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    expect([name, width, await tooWide(page)]).toEqual([name, width, 0])
    if (pictures) await page.screenshot({ path: `${pictures}/${shown}-${name}-${width}.png`, fullPage: true })
  }
  shown += 1
}

/** The same page with script. */
async function isSoundFor(post: string, path: string): Promise<void> {
  const { page, leave } = await hall.personAt(post)
  await page.goto(at(path))
  await isSound(page, path.replaceAll('/', '-'))
  await leave()
}

const press = (page: Page, name: string) => sent(page, page.getByRole('button', { name, exact: true }))

async function rate(page: Page, level: string): Promise<void> {
  for (const group of await page.getByRole('group').all())
    await group.getByLabel(level, { exact: true }).check()
}

describe('a dossier is rated', () => {
  test('by code and key, once, with a reason where one is dissatisfied, and changed; in English too', async () => {
    const { code, lookupKey } = await ready('Nguyễn Thị Mận')
    const page = await somebody()
    await page.goto(at('/tra-cuu'))
    await page.getByLabel('Mã hồ sơ').fill(code)
    await page.getByLabel('Khóa tra cứu').fill(lookupKey)
    await press(page, 'Xem hồ sơ')
    await page.getByRole('link', { name: 'Đánh giá', exact: true }).click()
    await press(page, 'Gửi đánh giá')
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('Chọn một mức cho câu này')
    await rate(page, 'Không hài lòng')
    await press(page, 'Gửi đánh giá')
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('hãy viết vì sao')
    await page.getByLabel('Vì sao bạn chưa hài lòng?').fill('Phải đi lại ba lần')
    await press(page, 'Gửi đánh giá')
    await expect.poll(() => main(page)).toContain('Cảm ơn bạn')
    await page.getByRole('link', { name: 'Quay lại hồ sơ' }).click()
    await page.getByRole('link', { name: 'Đánh giá', exact: true }).click()
    await expect.poll(() => main(page)).toContain('Đã đánh giá lúc')
    await expect
      .poll(() => page.getByLabel('Vì sao bạn chưa hài lòng?').inputValue())
      .toBe('Phải đi lại ba lần')
    await page.goto(at('/tra-cuu/ho-so/danh-gia?lang=en'))
    await rate(page, 'Satisfied')
    await press(page, 'Send the rating')
    await expect.poll(() => main(page)).toContain('Thank you')
    await page.context().close()
  })

  test('at the counter with the keyboard, on a machine where nobody is signed in; the officer sees the code alone', async () => {
    const { code } = await ready('Trần Văn Bưởi')
    const clerk = await hall.personAt('clerk', { javaScriptEnabled: false })
    await clerk.page.goto(at(`/ban/ho-so/${code}`))
    await press(clerk.page, 'Lấy mã đánh giá')
    const ticket = (await clerk.page.locator('.handed-code').textContent()) ?? ''
    expect(ticket).toMatch(/^\d{3} \d{3}$/)
    expect(await tooWide(clerk.page)).toBe(0)
    await clerk.page.goto(at('/danh-gia'))
    await expect.poll(() => main(clerk.page)).toContain('đang có cán bộ đăng nhập')
    await expect.poll(() => clerk.page.getByRole('textbox').count()).toBe(0)

    const page = await somebody(true, 1280)
    await page.goto(at('/danh-gia'))
    await isSound(page, 'counter')
    await page.getByLabel('Mã sáu chữ số').fill('12')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await page.getByLabel('Mã sáu chữ số').fill(ticket)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/danh-gia/phieu')
    await isSound(page, 'rating')
    expect(await main(page)).not.toContain(code)
    const groups = await page.getByRole('group').count()
    await page.getByRole('group').first().getByRole('radio').first().focus()
    for (let group = 0; group < groups; group++) {
      await page.keyboard.press('Space')
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/danh-gia/xong')
    await page.goto(at('/danh-gia/phieu'))
    expect(new URL(page.url()).pathname).toBe('/danh-gia')
    await page.context().close()

    await clerk.page.goto(at(`/ban/ho-so/${code}`))
    await press(clerk.page, 'Lấy mã đánh giá')
    await expect.poll(() => main(clerk.page)).toContain('Hồ sơ này đã được đánh giá')
    await clerk.page.goto(at('/ban/danh-gia'))
    expect(await main(clerk.page)).not.toContain('Rất hài lòng')
    await clerk.leave()
    const director = await hall.personAt('director')
    await director.page.goto(at('/ban/danh-gia'))
    const seen = await main(director.page)
    expect(seen).toContain('1 tại quầy')
    expect(seen).not.toContain(code)
    await isSound(director.page, 'ratings')
    await director.leave()
  })
})

test('a remark is written, given to a unit, answered, looked at again by the director, and published', async () => {
  const page = await somebody(true)
  await page.goto(at('/gop-y'))
  await press(page, 'Gửi')
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('Hãy viết nội dung')
  await isSound(page, 'feedback')
  await page.getByLabel(/^Khiếu nại: /).check()
  await page.getByLabel('Nội dung').fill('Tôi chờ ở quầy ba tiếng mà không ai gọi.')
  await press(page, 'Gửi')
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('họ tên và địa chỉ')
  await page.getByLabel(/^Phản ánh: /).check()
  await page.getByLabel('Họ và tên').fill('Lê Thị Cúc')
  await press(page, 'Gửi')
  await expect.poll(() => main(page)).toContain('Trung tâm đã nhận')
  await expect.poll(() => main(page)).toContain('12/03/2019')
  const [code = '', key = ''] = await page.locator('.slip strong').allInnerTexts()
  await isSound(page, 'sent')
  await press(page, 'Đóng, xóa mã và khóa khỏi máy này')
  await page.getByLabel('Mã').fill(code.toLowerCase().replaceAll('-', ' '))
  await page.getByLabel('Khóa').fill('SAI')
  await press(page, 'Xem')
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('Không có phản ánh nào')
  await page.getByLabel('Khóa').fill(key)
  await press(page, 'Xem')
  await expect.poll(() => main(page)).toContain('Đang giải quyết')

  const director = await hall.personAt('director', { javaScriptEnabled: false })
  await director.page.goto(at('/ban/phan-anh'))
  await isSoundFor('director', '/ban/phan-anh')
  await director.page.getByRole('link', { name: code }).click()
  const choice = director.page.getByLabel('Người trả lời')
  const value = await choice.locator('option', { hasText: 'Phòng Kinh tế: Ai trong' }).getAttribute('value')
  await choice.selectOption(value)
  await press(director.page, 'Giao')

  const head = await hall.personAt('handler', { javaScriptEnabled: false })
  await head.page.goto(at(`/ban/phan-anh/${code}`))
  await expect.poll(() => main(head.page)).toContain('Lê Thị Cúc')
  await isSoundFor('handler', `/ban/phan-anh/${code}`)
  await head.page.getByLabel('Nội dung trả lời').fill('Trung tâm xin lỗi bác và đã mở thêm quầy.')
  await press(head.page, 'Gửi trả lời')
  await head.page.getByLabel('Câu hỏi, viết lại').fill('Bà Lê Thị Cúc hỏi vì sao phải chờ lâu.')
  await head.page.getByLabel('Trả lời, viết lại').fill('Trung tâm đã mở thêm quầy.')
  await head.page.getByLabel('Tôi đã đọc lại').check()
  await press(head.page, 'Công khai')
  await expect.poll(() => head.page.getByRole('alert').textContent()).toContain('tên người gửi')
  await head.page.getByLabel('Câu hỏi, viết lại').fill('Vì sao người dân phải chờ lâu ở quầy?')
  await head.page.getByLabel('Tôi đã đọc lại').check()
  await press(head.page, 'Công khai')
  await expect.poll(() => main(head.page)).toContain('Đã công khai')
  await head.leave()

  await page.reload()
  await expect.poll(() => main(page)).toContain('Trung tâm xin lỗi bác')
  await isSound(page, 'answered')
  await page.getByLabel('Vì sao chưa đồng ý').fill('Hôm qua vẫn phải chờ')
  await press(page, 'Đề nghị Giám đốc xem lại')
  await expect.poll(() => main(page)).toContain('Giám đốc đang xem lại')
  await director.page.goto(at(`/ban/phan-anh/${code}`))
  await director.page.getByLabel('Nội dung trả lời').fill('Tôi đã đến quầy xem và thêm người.')
  await press(director.page, 'Gửi trả lời của Giám đốc')
  await director.leave()
  await page.reload()
  await expect.poll(() => main(page)).toContain('Tôi đã đến quầy xem')

  await page.goto(at('/gop-y/da-tra-loi'))
  await expect.poll(() => main(page)).toContain('Vì sao người dân phải chờ lâu ở quầy?')
  expect(await main(page)).not.toContain(code)
  await isSound(page, 'published')
  await page.goto(at('/so-lieu'))
  await expect.poll(() => main(page)).toContain('Mức độ hài lòng của người dân')
  await isSound(page, 'board')
  await page.context().close()
})
