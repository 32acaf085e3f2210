import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessFaults, type OpenHall, openHall, type Person, tooWide } from './open-hall.ts'

/** One dossier from the counter to the counter, through the hands of five people, on the real program. */
const CARD = '022188001234|100123456|Nguyễn Thị Hương|05021988|Nữ|Khu 3, Mạo Khê, Đông Triều|01052021'

let hall: OpenHall

beforeAll(async () => {
  hall = await openHall()
}, 120_000)
afterAll(() => hall.close())

test('by keyboard alone', async () => {
  const clerk = await hall.personAt('clerk')
  await clerk.page.goto(`${hall.house.origin}/ban`)
  await clerk.page.keyboard.press('Alt+N')
  await clerk.page.waitForURL('**/ban/tiep-nhan')
  await focused(clerk.page, 'Thủ tục nào?')
  await clerk.page.keyboard.type('bang ke lam san')
  await clerk.page.getByRole('link', { name: 'Xác nhận bảng kê lâm sản' }).waitFor()
  await clerk.page.getByRole('heading', { name: '1 thủ tục' }).waitFor()
  await clerk.page.keyboard.press('ArrowDown')
  await clerk.page.keyboard.press('Enter')
  await clerk.page.waitForURL('**/ban/tiep-nhan?thu-tuc=*')
  // A scanner types where the cursor is, and ends with Enter.
  await tabTo(clerk.page, 'Quét mã QR trên thẻ căn cước')
  await clerk.page.keyboard.type(CARD)
  await clerk.page.keyboard.press('Enter')
  await clerk.page.getByText('Đã đọc thẻ của Nguyễn Thị Hương').waitFor()
  await clerk.page.keyboard.press('Alt+G')
  await counted(clerk.page)
  await clerk.page.keyboard.press('Alt+Enter')
  await clerk.page.waitForURL('**/ban/tiep-nhan/xong/*')
  const code = decodeURIComponent(clerk.page.url().split('/').at(-1) ?? '')
  await expect.poll(() => clerk.page.locator('.received-code').textContent()).toContain(code)

  await by('handler', code, async (page) => {
    await page.keyboard.press('Alt+Enter')
  })
  await by('approver', code, async (page) => {
    await page.keyboard.press('Alt+Enter')
  })
  await by('seal-keeper', code, async (page) => {
    await tabTo(page, /^Tôi đã đối chiếu văn bản/)
    await page.keyboard.press('Space')
    await page.keyboard.press('Alt+Enter')
  })
  await by('clerk', code, async (page) => {
    await page.keyboard.press('Alt+Enter')
  })

  await clerk.page.keyboard.press('Alt+T')
  await clerk.page.waitForURL('**/ban/tra')
  await settled(clerk.page)
  await clerk.page.keyboard.type(code)
  await clerk.page.keyboard.press('Enter')
  await clerk.page.waitForURL(`**/ban/tra/${code}`)
  await settled(clerk.page)
  await tabTo(clerk.page, 'Số giấy tờ của người nhận')
  await clerk.page.keyboard.type('022188001234')
  await clerk.page.keyboard.press('Alt+Enter')
  await clerk.page.waitForURL('**/ban/tra/da-tra?*')
  await clerk.page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  const told = await clerk.page.getByRole('main').textContent()
  expect(told).toContain('Đã trả kết quả')
  for (const name of ['Trịnh Xuân Đạt', 'Hoàng Đức Khánh', 'Tạ Văn Quân', 'Ngô Bích Hạnh', '01/GXN-UBND'])
    expect(told).toContain(name)
  await clerk.leave()
})

test('without JavaScript', async () => {
  const look = { javaScriptEnabled: false }
  const clerk = await hall.personAt('clerk', look)
  const { page } = clerk
  await page.goto(`${hall.house.origin}/ban`)
  await page.getByRole('link', { name: 'Tiếp nhận', exact: true }).click()
  await page.getByLabel('Thủ tục nào?').fill('bang ke lam san')
  await page.getByRole('main').getByRole('button', { name: 'Tìm' }).click()
  await page.getByRole('link', { name: 'Xác nhận bảng kê lâm sản' }).click()
  await page
    .getByLabel('Quét mã QR trên thẻ căn cước', { exact: true })
    .fill(CARD.replace('Hương', 'Huwowng'))
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('Tắt bộ gõ')
  await expect.poll(() => page.getByLabel('Số căn cước').first().inputValue()).toBe('022188001234')
  await page.getByLabel('Quét mã QR trên thẻ căn cước', { exact: true }).fill(CARD)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByLabel('Họ và tên').first().inputValue()).toBe('Nguyễn Thị Hương')
  await page.getByRole('button', { name: /^Tiếp nhận/ }).click()
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('Bảng kê lâm sản')
  await page.getByRole('button', { name: 'Đủ như yêu cầu' }).click()
  await page.getByRole('button', { name: /^Tiếp nhận/ }).click()
  await page.waitForURL('**/ban/tiep-nhan/xong/*')
  const code = decodeURIComponent(page.url().split('/').at(-1) ?? '')

  await by('handler', code, (at) => at.getByRole('button', { name: 'Hoàn thành' }).click(), look)
  await by('approver', code, (at) => at.getByRole('button', { name: 'Phê duyệt' }).click(), look)
  await by(
    'seal-keeper',
    code,
    async (at) => {
      await at.getByLabel(/^Tôi đã đối chiếu văn bản/).check()
      await at.getByRole('button', { name: 'Đóng dấu' }).click()
    },
    look,
  )
  await by('clerk', code, (at) => at.getByRole('button', { name: 'Báo đã có kết quả' }).click(), look)
  await page.goto(`${hall.house.origin}/ban/tra/${code}`)
  await page.getByLabel('Số giấy tờ của người nhận').fill('022188001234')
  await page.getByRole('button', { name: 'Trả kết quả' }).click()
  await page.waitForURL('**/ban/tra/da-tra?*')
  await page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  await expect.poll(() => page.getByRole('main').textContent()).toContain('Đã trả kết quả')
  await clerk.leave()
})

test('an open list shows what comes without being loaded again, and keeps what is ticked', async () => {
  const clerk = await hall.personAt('clerk')
  const handler = await hall.personAt('handler')
  await received(clerk.page)
  await handler.page.goto(`${hall.house.origin}/ban`)
  const box = handler.page.getByRole('checkbox', { name: /^Chọn hồ sơ/ }).first()
  await box.check()
  await handler.page.evaluate(() => Reflect.set(window, 'isSame', true))
  await handler.page.waitForTimeout(500)
  const code = await received(clerk.page)
  await handler.page.getByRole('link', { name: code }).waitFor()
  expect(await handler.page.evaluate(() => Reflect.get(window, 'isSame'))).toBe(true)
  await expect.poll(() => box.isChecked()).toBe(true)
  await expect.poll(() => handler.page.locator(`#row-${CSS(code)}`).getAttribute('class')).toContain('unread')
  await clerk.leave()
  await handler.leave()
})

test('what was typed survives a closed tab, and is gone when it has been sent', async () => {
  const { page, context, leave } = await hall.personAt('clerk')
  const address = `${hall.house.origin}/ban/tiep-nhan?thu-tuc=kt-xac-nhan-bang-ke-lam-san`
  await page.goto(address)
  await page.getByLabel('Họ và tên').first().fill('Đỗ Thị Dở Dang')
  await page.waitForTimeout(500)
  await page.close()
  const again = await context.newPage()
  await again.goto(address)
  await again.getByText('Đã lấy lại nội dung').waitFor()
  await expect.poll(() => again.getByLabel('Họ và tên').first().inputValue()).toBe('Đỗ Thị Dở Dang')
  await again.keyboard.press('Alt+G')
  await counted(again)
  await again.keyboard.press('Alt+Enter')
  await again.waitForURL('**/ban/tiep-nhan/xong/*')
  await again.goto(address)
  await expect.poll(() => again.getByLabel('Họ và tên').first().inputValue()).toBe('')
  await leave()
})

test.each([320, 390, 1280])(
  'every page of the desk is accessible and fits at %i px, in both languages',
  async (width) => {
    const pages: readonly (readonly [post: string, path: string])[] = [
      ['clerk', '/ban'],
      ['clerk', '/ban/tiep-nhan'],
      ['clerk', '/ban/tiep-nhan?thu-tuc=kt-xac-nhan-bang-ke-lam-san'],
      ['clerk', '/ban/phim-tat'],
      ['clerk', '/ban/tai-khoan'],
      ['clerk', '/ban/cho-ngoi'],
      ['handler', '/ban/nhac-viec'],
      ['director', '/ban/hom-nay'],
      ['director', '/ban/danh-sach?tien-do=running&cot=owner&cot=left'],
      ['head', '/ban/hom-nay'],
    ]
    for (const [post, path] of pages) {
      const { page, leave } = await hall.personAt(post, { width })
      for (const language of ['vi', 'en']) {
        await page.goto(`${hall.house.origin}${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
        expect(await accessFaults(page), `${path} ${language}`).toEqual([])
        expect(await tooWide(page), `${path} ${language}`).toBeLessThanOrEqual(0)
        const pictures = process.env['PICTURES']
        if (pictures)
          await page.screenshot({
            path: `${pictures}/${post}${path.replaceAll(/[^a-z]+/g, '-')}-${language}-${width}.png`,
            fullPage: true,
          })
      }
      await leave()
    }
  },
  120_000,
)

/** Somebody opens the dossier from the own worklist, does what there is to do, and is back at the work. */
async function by(
  post: string,
  code: string,
  act: (page: Page) => Promise<void>,
  look: Parameters<OpenHall['personAt']>[1] = {},
): Promise<void> {
  const person: Person = await hall.personAt(post, look)
  const { page } = person
  await page.goto(`${hall.house.origin}/ban`)
  if (look.javaScriptEnabled === false) await page.getByRole('link', { name: code }).click()
  else {
    // Down the rows until it is this one.
    for (let rows = 0; rows < 60; rows += 1) {
      await page.keyboard.press('j')
      if ((await page.evaluate(() => document.activeElement?.textContent)) === `${code} (chưa đọc)`) break
    }
    await page.keyboard.press('Enter')
  }
  await page.waitForURL(`**/ban/ho-so/${code}`)
  await settled(page)
  await act(page)
  await page.waitForURL((url) => !url.pathname.endsWith(code))
  await person.leave()
}

async function received(page: Page): Promise<string> {
  await page.goto(`${hall.house.origin}/ban/tiep-nhan?thu-tuc=kt-xac-nhan-bang-ke-lam-san`)
  await page.getByLabel('Họ và tên').first().fill('Trần Văn Đức')
  await page.keyboard.press('Alt+G')
  await counted(page)
  await page.keyboard.press('Alt+Enter')
  await page.waitForURL('**/ban/tiep-nhan/xong/*')
  return decodeURIComponent(page.url().split('/').at(-1) ?? '')
}

/** All papers have been counted. */
async function counted(page: Page): Promise<void> {
  const [first] = await page.locator('.papers-given input[type=number]').all()
  await expect.poll(() => first?.inputValue()).toBe('1')
}

/** The page has come to rest: its script runs and nothing is under way. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState()
  await page.locator('html:not([aria-busy])').waitFor()
}

async function focused(page: Page, label: string): Promise<void> {
  await page.getByLabel(label).waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
}

/** By Tab to the field of that label, as far as it is. */
async function tabTo(page: Page, label: string | RegExp): Promise<void> {
  const field = page.getByLabel(label, typeof label === 'string' ? { exact: true } : {}).first()
  for (let steps = 0; steps < 80; steps += 1) {
    if (await field.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${String(label)}`)
}

/** A code as it stands in a selector. */
function CSS(code: string): string {
  return code.replaceAll('.', '\\.')
}
