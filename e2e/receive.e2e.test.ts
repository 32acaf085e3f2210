import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessFaults, type Look, openHall, type OpenHall, tooWide } from './open-hall.ts'

/** An intake officer receives dossiers on the real program. */
const NAME = 'Đăng ký khai sinh có yếu tố nước ngoài'
const FORM = '/ban/tiep-nhan?thu-tuc=2.000528'
const cardOf = (serial: string, name: string) =>
  `022188${serial}|100123456|${name}|05021988|Nữ|Khu 3, Mạo Khê, Đông Triều, Quảng Ninh|01052021`

let hall: OpenHall
beforeAll(async () => {
  hall = await openHall()
}, 120_000)
afterAll(() => hall?.close())

async function atDesk(look: Look, use: (page: Page) => Promise<void>): Promise<void> {
  const { page, leave } = await hall.personAt('clerk', look)
  try {
    await use(page)
  } finally {
    await leave()
  }
}

const open = (page: Page, path: string) => page.goto(`${hall.house.origin}${path}`)
const valueOf = (page: Page, label: string) => page.getByLabel(label, { exact: true }).first().inputValue()
const NUMBER = 'Số căn cước, hộ chiếu hoặc mã số thuế'
const PERSON = 'Họ và tên hoặc tên tổ chức'
/** Until the parts of the page have been filled in. */
const filledWith = (page: Page, name: string) =>
  page.locator(`[id="applicant.name"][value="${name}"]`).waitFor()

/** As a scanner types: fast, with Enter at the end. */
async function scan(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_, javaScriptEnabled) => {
  const serial = javaScriptEnabled ? '00000' : '00001'

  test('a dossier is received from the search for the procedure to its code and key', async () => {
    await atDesk({ javaScriptEnabled }, async (page) => {
      await open(page, '/ban/tiep-nhan')
      await page.getByLabel('Thủ tục nào?').fill('khai sinh co yeu to')
      await page.getByLabel('Thủ tục nào?').press('Enter')
      // With script Enter opens the first of what was found.
      if (!javaScriptEnabled) await page.getByRole('link', { name: NAME }).first().click()
      await page.getByRole('heading', { level: 1, name: NAME }).waitFor()
      await page.locator('#applicantCard').focus()
      await scan(page, cardOf(`${serial}1`, 'Nguyễn Thị Ữ Ẵ Ệ'))
      await page.getByText('Đã đọc thẻ của Nguyễn Thị Ữ Ẵ Ệ').waitFor()
      await expect.poll(() => valueOf(page, NUMBER)).toBe(`022188${serial}1`)
      await page.getByRole('button', { name: 'Đủ như yêu cầu' }).click()
      await page.locator('[id="components.0.original"][value="1"]').waitFor()
      await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click()
      await page.waitForURL('**/ban/tiep-nhan/xong/*')
      await expect.poll(() => page.getByRole('main').textContent()).toMatch(/Mã tra cứu[A-Z0-9]{10}/)
      expect(page.url()).not.toMatch(/0221/)
    })
  })

  test('a person known from an earlier dossier is filled in, and what is still open is shown', async () => {
    const number = `022188${serial}2`
    const { code } = await received(number, 'Lê Thị Mơ', '0912345678')
    await atDesk({ javaScriptEnabled }, async (page) => {
      await open(page, FORM)
      await page.getByLabel(NUMBER).first().fill(number)
      if (javaScriptEnabled) await page.getByLabel(NUMBER).first().press('Tab')
      else await page.getByRole('button', { name: 'Tính lại' }).click()
      await filledWith(page, 'Lê Thị Mơ')
      await expect.poll(() => valueOf(page, 'Điện thoại')).toBe('0912345678')
      await expect.poll(() => page.getByRole('main').textContent()).toContain(`Đã có từ hồ sơ ${code}`)
      await page.getByRole('status').filter({ hasText: 'cùng thủ tục chưa xong' }).waitFor()
      // The next person steps up while the form still shows the one before.
      await page.locator('#applicantCard').focus()
      await scan(page, cardOf(`${serial}3`, 'Phạm Thị Na'))
      await filledWith(page, 'Phạm Thị Na')
      await expect.poll(() => valueOf(page, 'Điện thoại')).toBe('')
    })
  })

  test('a garbled card says what to do, keeps the number that is sure, and is simply scanned again', async () => {
    const number = `022188${serial}4`
    await atDesk({ javaScriptEnabled }, async (page) => {
      await open(page, FORM)
      await page.locator('#applicantCard').focus()
      await scan(page, cardOf(`${serial}4`, 'Nguyeenx Thij Huwowng'))
      await page.getByText('Tắt bộ gõ').first().waitFor()
      await expect.poll(() => valueOf(page, NUMBER)).toBe(number)
      await expect.poll(() => valueOf(page, PERSON)).toBe('')
      if (!javaScriptEnabled) await page.locator('#applicantCard').focus()
      await scan(page, cardOf(`${serial}4`, 'Nguyễn Thị Hương'))
      await filledWith(page, 'Nguyễn Thị Hương')
    })
  })

  test('what is wrong is said at its field, what is missing in one list, and nothing typed is lost', async () => {
    const long = 'Nguyễn Thị Ữ '.repeat(16).trim().slice(0, 200)
    await atDesk({ javaScriptEnabled }, async (page) => {
      await open(page, FORM)
      await page.getByLabel(PERSON).first().fill(long)
      await page.getByLabel('Điện thoại').first().fill('12')
      await page.getByLabel('Chủ hồ sơ là người khác').check()
      await page.locator('[id="owner.kind-organisation"]').check()
      await page.locator('[id="owner.name"]').fill('Công ty TNHH Gốm Đất Việt')
      await page.getByLabel('Qua bưu chính công ích').check()
      await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click()
      const summary = page.getByRole('alert')
      await summary.waitFor()
      await expect.poll(() => summary.getByRole('link').count()).toBe(1)
      await page.getByLabel('Điện thoại').first().fill('0912345679')
      await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click()
      await page.getByRole('alert').filter({ hasText: 'Còn thiếu giấy tờ' }).waitFor()
      await expect
        .poll(() => page.locator('[id="owner.name"]').inputValue())
        .toBe('Công ty TNHH Gốm Đất Việt')
      await page.getByRole('button', { name: 'Đủ như yêu cầu' }).click()
      await page.locator('[id="components.0.original"][value="1"]').waitFor()
      await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click()
      await page.getByRole('alert').filter({ hasText: 'Cần địa chỉ' }).waitFor()
      await expect.poll(() => valueOf(page, PERSON)).toBe(long)
      await page.getByLabel('Địa chỉ nhận kết quả').fill('Khu 3, Mạo Khê')
      await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click()
      await page.waitForURL('**/ban/tiep-nhan/xong/*')
      await expect.poll(() => page.getByRole('main').textContent()).toContain(long)
    })
  })
})

test('by keyboard alone, in well under a minute, and on to the next person', async () => {
  await atDesk({}, async (page) => {
    await open(page, '/ban')
    await page.keyboard.press('Alt+N')
    await page.waitForURL('**/ban/tiep-nhan')
    await focusIs(page, 'q')
    await page.keyboard.type('khai sinh co yeu to nuoc')
    await page.getByRole('heading', { name: /^\d thủ tục/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**thu-tuc=2.000528')
    await focusIs(page, 'applicantCard')
    await scan(page, cardOf('000021', 'Đỗ Thị Ệ'))
    await focusIs(page, 'applicant.phone')
    await page.keyboard.type('0912345670')
    await page.keyboard.press('Alt+G')
    await page.locator('[id="components.0.original"][value="1"]').waitFor()
    await page.keyboard.press('Alt+Enter')
    await page.waitForURL('**/ban/tiep-nhan/xong/*')
    await page.getByRole('heading', { name: 'Đã tiếp nhận' }).waitFor()
    await page.keyboard.press('Alt+B')
    await page.waitForURL('**nguoi-cua=*')
    await filledWith(page, 'Đỗ Thị Ệ')
    await expect.poll(() => valueOf(page, 'Điện thoại')).toBe('0912345670')
    await page.goBack()
    await page.waitForURL('**/ban/tiep-nhan/xong/*')
    await page.getByRole('heading', { name: 'Đã tiếp nhận' }).waitFor()
    await page.keyboard.press('Alt+Enter')
    await page.waitForURL('**thu-tuc=2.000528')
    await focusIs(page, 'applicantCard')
    await expect.poll(() => valueOf(page, NUMBER)).toBe('')
  })
})

test('a session that ended meanwhile loses nothing, whatever button asked', async () => {
  await atDesk({}, async (page) => {
    await open(page, FORM)
    await page.getByLabel(PERSON).first().fill('Hoàng Thị Ẵ')
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Tính lại' }).click()
    await page.getByLabel('Mật khẩu', { exact: true }).waitFor()
    await page
      .context()
      .addCookies([{ name: 'phien', value: hall.tokens.get('clerk') ?? '', url: hall.house.origin }])
    await open(page, FORM)
    await filledWithValue(page, 'Hoàng Thị Ẵ')
  })
})

test('by keyboard alone a person is found by telephone and chosen', async () => {
  await received('022188000041', 'Ngô Thị Ẵ', '0912000041')
  await atDesk({}, async (page) => {
    await open(page, FORM)
    await page.locator('[id="applicant.phone"]').focus()
    await page.keyboard.type('0912 000 041')
    await page.keyboard.press('Alt+K')
    const choice = page.getByRole('button', { name: /^Ngô Thị Ẵ/ })
    await choice.waitFor()
    expect(await accessFaults(page)).toEqual([])
    expect(await choice.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await filledWith(page, 'Ngô Thị Ẵ')
    await expect.poll(() => valueOf(page, NUMBER)).toBe('022188000041')
    await focusIs(page, 'applicant.phone')
  })
})

test('a closed tab loses nothing, the papers of another case neither', async () => {
  await atDesk({}, async (page) => {
    const path = `/ban/tiep-nhan?thu-tuc=${await procedureWithCases()}`
    await open(page, path)
    const shown = await page.getByLabel('Trường hợp').inputValue()
    await page.getByLabel('Trường hợp').selectOption({ index: 1 })
    await page
      .locator(`select[name="case"] option[selected]:not([value="${shown}"])`)
      .waitFor({ state: 'attached' })
    const other = await page.getByLabel('Trường hợp').inputValue()
    await page.locator('[id="applicant.name"]').fill('Hoàng Thị Ệ')
    await page.locator('.papers-given input.count').last().fill('7')
    const before = await papers(page)
    const context = page.context()
    await page.close({ runBeforeUnload: true })
    const again = await context.newPage()
    await open(again, path)
    await again.locator('.draft-note').waitFor()
    await again.waitForFunction(
      (wanted) =>
        document.querySelector<HTMLSelectElement>('option[selected][value="' + wanted + '"]') !== null,
      other,
    )
    await again.locator('.draft-note').waitFor()
    await expect.poll(() => again.locator('[id="applicant.name"]').inputValue()).toBe('Hoàng Thị Ệ')
    expect(await papers(again)).toEqual(before)
  })
})

test('Enter goes from field to field and never receives', async () => {
  await atDesk({}, async (page) => {
    await open(page, FORM)
    await page.getByLabel(NUMBER).first().focus()
    for (const id of ['applicant.phone', 'applicant.name', 'applicant.address']) {
      await page.keyboard.press('Enter')
      await focusIs(page, id)
    }
    expect(new URL(page.url()).pathname).toBe('/ban/tiep-nhan')
  })
})

test('a count belongs to its paper, whatever the case', async () => {
  await atDesk({}, async (page) => {
    await open(page, `/ban/tiep-nhan?thu-tuc=${await procedureWithCases()}`)
    await page.getByRole('button', { name: 'Đủ như yêu cầu' }).click()
    const counted = page.locator('.papers-given input.count:not([value="0"]):not([value=""])')
    await counted.first().waitFor()
    const before = await papers(page)
    const heading = page.locator('.papers-given')
    const was = await heading.elementHandle()
    await page.getByLabel('Trường hợp').selectOption({ index: 1 })
    await was?.waitForElementState('hidden')
    for (const [paper, counts] of Object.entries(await papers(page)))
      expect([paper, counts]).toEqual([paper, before[paper] ?? ['', '', '']])
  })
})

test.each([320, 390, 1280])('every state is accessible and fits at %i px', async (width) => {
  await atDesk({ width }, async (page) => {
    const looked = async (name: string) => {
      expect(await accessFaults(page), name).toEqual([])
      expect(await tooWide(page), name).toBeLessThanOrEqual(0)
      const pictures = process.env['PICTURES']
      if (pictures)
        await page.screenshot({ path: join(pictures, `receive-${name}-${width}.png`), fullPage: true })
    }
    await open(page, '/ban/tiep-nhan')
    await looked('choose')
    await page.getByLabel('Thủ tục nào?').fill('khong co thu tuc nay')
    await page.getByText('Không có thủ tục nào như vậy').waitFor()
    await looked('none')
    await open(page, FORM)
    await page.getByLabel('Chủ hồ sơ là người khác').check()
    await page.getByText('Đang').first().waitFor({ state: 'attached' })
    await looked('form')
    await page.locator('#applicantCard').fill('Nguyễn Thị Hương')
    await page.locator('#applicantCard').press('Enter')
    await page.getByRole('alert').waitFor()
    await looked('not-a-card')
    await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click()
    await page.getByRole('alert').filter({ hasText: 'Họ và tên' }).waitFor()
    await looked('faulty')
    await page.locator('#applicantCard').fill(cardOf(`0001${String(width).slice(0, 2)}`, 'Bùi Thị Ái'))
    await page.locator('#applicantCard').press('Enter')
    await filledWith(page, 'Bùi Thị Ái')
    await page.getByLabel('Chủ hồ sơ là người khác').uncheck()
    await page.getByRole('button', { name: 'Đủ như yêu cầu' }).click()
    await page.locator('[id="components.0.original"][value="1"]').waitFor()
    await looked('whole')
    await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click()
    await page.waitForURL('**/ban/tiep-nhan/xong/*')
    await page.getByRole('heading', { name: 'Đã tiếp nhận' }).waitFor()
    await looked('received')
    await page.getByRole('link', { name: 'Thêm hồ sơ của người này' }).click()
    await page.getByText('cùng thủ tục chưa xong').waitFor()
    await looked('open-dossier')
  })
})

const filledWithValue = (page: Page, name: string) =>
  page.waitForFunction(
    (wanted) => document.querySelector<HTMLInputElement>('[id="applicant.name"]')?.value === wanted,
    name,
    { timeout: 5000 },
  )

async function focusIs(page: Page, id: string): Promise<void> {
  await page.waitForFunction((wanted) => document.activeElement?.id === wanted, id, { timeout: 5000 })
}

/** The counts of each paper of the list, by its name. */
function papers(page: Page): Promise<{ readonly [name: string]: readonly string[] }> {
  return page
    .locator('.papers-given tbody tr')
    .evaluateAll((rows) =>
      Object.fromEntries(
        rows.map((row) => [
          row.querySelector('th span')?.textContent ?? '',
          [...row.querySelectorAll<HTMLInputElement>('input.count')].map((one) => one.value),
        ]),
      ),
    )
}

async function received(idNumber: string, name: string, phone: string): Promise<{ readonly code: string }> {
  const { requiredPapers } = await import('../check/house-process.ts')
  return hall.send('clerk', '/dossiers', {
    procedure: '2.000528',
    case: (await casesOf('2.000528'))[0],
    channel: 'counter',
    placeOfReceipt: 'HCC-TN',
    applicant: { kind: 'citizen', name, idNumber, phone, address: 'Khu 3, Mạo Khê' },
    components: await requiredPapers(hall.house.origin, '2.000528'),
  })
}

async function casesOf(procedure: string): Promise<readonly string[]> {
  const answer = await fetch(`${hall.house.origin}/api/v1/procedures/${procedure}`)
  const { cases } = (await answer.json()) as { cases: { key: string }[] }
  return cases.map(({ key }) => key)
}

async function procedureWithCases(): Promise<string> {
  const { readFileSync } = await import('node:fs')
  const rows = readFileSync(join(import.meta.dirname, '../centres/dong-trieu/cases.csv'), 'utf8').split('\n')
  const keys = rows.slice(1).map((row) => row.split(',')[0] ?? '')
  for (const key of new Set(keys.filter((one, at) => one !== '' && keys.indexOf(one) !== at)))
    if ((await casesOf(key).catch(() => [])).length > 1) return key
  throw new Error('no procedure has two cases')
}
