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

/** Opens a dossier as somebody without script and unfolds what is to be done. */
async function opened(post: string, code: string, summary: string) {
  const person = await hall.personAt(post, WITHOUT_SCRIPT)
  await person.page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  await unfold(person.page, summary)
  expect(await tooWide(person.page)).toBe(0)
  return person
}

const mainText = async (page: Page) => (await page.locator('main').allInnerTexts()).join(' ')

async function done(post: string, code: string, summary: string, fields: { [name: string]: string }) {
  const { page, leave } = await opened(post, code, summary)
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(value)
  await sent(page, page.getByRole('button', { name: summary }))
  await page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  const text = await mainText(page)
  await leave()
  return text
}

test('refused after appraisal: half filled in it is asked for again, then it goes to be approved', async () => {
  const { code } = await receivedAtCounter(hall, 'Đặng Thị Nhường')
  const button = 'Từ chối giải quyết, trình phê duyệt'
  const { page, leave } = await opened('handler', code, button)
  await page.locator('[name="tu-choi.reason"]').fill('Bảng kê không khớp với lâm sản thực tế')
  await sent(page, page.getByRole('button', { name: button }))
  await expect.poll(() => mainText(page)).toContain('Ghi căn cứ')
  await expect.poll(() => page.locator('[name="tu-choi.reason"]').inputValue()).toContain('không khớp')
  await page.locator('[name="tu-choi.ground"]').fill('Thông tư 27/2018/TT-BNNPTNT, Điều 5')
  await sent(page, page.getByRole('button', { name: button }))
  await page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  await expect.poll(() => mainText(page)).toContain('Đang trình từ chối')
  await leave()
  const approver = await hall.personAt('approver', WITHOUT_SCRIPT)
  await approver.page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  await sent(approver.page, approver.page.getByRole('button', { name: 'Phê duyệt', exact: false }).first())
  await approver.page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  await expect.poll(() => mainText(approver.page)).toContain('Phê duyệt kết quả')
  await approver.leave()
})

test('withdrawn at the counter, and the citizen sees that it is stopped', async () => {
  const { code, lookupKey } = await receivedAtCounter(hall, 'Đặng Thị Nhường')
  const text = await done('clerk', code, 'Dừng giải quyết hồ sơ', {
    'dung.reason': 'Bà Nhường xin rút hồ sơ để chuyển nhượng cho con',
    'dung.ground': 'Đơn đề nghị ngày 05/3/2019',
    'dung.papersReturned': 'Bảng kê lâm sản, 02 bản chính',
  })
  expect(text).toContain('Đã dừng giải quyết')
  const citizen = await hall.browser.newContext({ javaScriptEnabled: false })
  const page = await citizen.newPage()
  await page.goto(`${hall.house.origin}/tra-cuu`)
  await page.locator('[name="code"], [name="ma"]').first().fill(code)
  await page.locator('[name="key"], [name="khoa"]').first().fill(lookupKey)
  await page.keyboard.press('Enter')
  await page.waitForSelector('text=Đã dừng giải quyết')
  const seen = await mainText(page)
  expect(seen).toContain('Dừng giải quyết lúc')
  expect(seen).not.toContain('Có kết quả lúc')
  await expect.poll(() => page.locator('[aria-current="step"]').count()).toBe(0)
  await citizen.close()
})

test('an apology goes from hand to hand until it is sent', async () => {
  const { code } = await receivedAtCounter(hall, 'Đặng Thị Nhường')
  const drafted = await done('handler', code, 'Soạn văn bản xin lỗi, hẹn lại', {
    'xin-loi.reason': 'Mưa lớn, chưa kiểm tra được lâm sản tại rừng',
    'xin-loi.promisedOn': '2019-06-14',
  })
  expect(drafted).toContain('chờ lãnh đạo bộ phận đồng ý')
  expect(await done('director', code, 'Đồng ý văn bản xin lỗi', {})).toContain('chờ ký')
  expect(await done('approver', code, 'Ký văn bản xin lỗi', {})).toContain('đã ký, chờ gửi')
  const sent = await done('clerk', code, 'Gửi văn bản xin lỗi', {})
  expect(sent).toContain('14/06/2019')
  expect(sent).toContain('Gửi văn bản xin lỗi, hẹn lại')
})

test('another body is asked and answers', async () => {
  const { code } = await receivedAtCounter(hall, 'Đặng Thị Nhường')
  const asked = await done('handler', code, 'Lấy ý kiến cơ quan khác', {
    'lay-y-kien.body': 'Hạt Kiểm lâm thị xã Đông Triều',
    'lay-y-kien.question': 'Lâm sản có nguồn gốc hợp pháp không?',
    'lay-y-kien.answerBy': '2019-03-08',
  })
  expect(asked).toContain('Hạt Kiểm lâm thị xã Đông Triều: đang chờ')
  const answered = await done('handler', code, 'Ghi ý kiến trả lời', {
    'y-kien-tra-loi.answer': 'Có nguồn gốc hợp pháp',
  })
  expect(answered).toContain('đã ghi kết quả')
})

test('a fee is put down at the counter, taken by the cashier, and stands in the cash of the day', async () => {
  const { code } = await receivedAtCounter(hall, 'Đặng Thị Nhường')
  const { page, leave } = await opened('clerk', code, 'Ghi phí, lệ phí')
  await page.locator('[name="phi.lines.0.kind"]').selectOption('charge')
  await page.locator('[name="phi.lines.0.name"]').fill('Phí kiểm tra lâm sản')
  await page.locator('[name="phi.lines.0.dong"]').fill('125000')
  await sent(page, page.getByRole('button', { name: 'Ghi phí, lệ phí' }))
  await expect.poll(() => mainText(page)).toContain('chưa nộp')
  await leave()
  const cashier = await hall.personAt('cashier', WITHOUT_SCRIPT)
  await cashier.page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  await expect.poll(() => mainText(cashier.page)).toContain('125.000 đ')
  await sent(cashier.page, cashier.page.getByRole('button', { name: 'Đã thu đủ, ghi biên lai' }))
  await cashier.page.goto(`${hall.house.origin}/ban/quy`)
  const sheet = await mainText(cashier.page)
  expect(sheet).toContain('2019/0000001')
  expect(sheet).toContain('Tiền mặt phải nộp về')
  expect(await tooWide(cashier.page)).toBe(0)
  await cashier.leave()
})

test('another name is confirmed by a second person', async () => {
  const { code } = await receivedAtCounter(hall, 'Đặng Thị Nhường')
  const proposed = await done('clerk', code, 'Đề nghị đính chính', {
    'de-nghi-sua.name': 'Đặng Thị Những',
    'de-nghi-sua.idNumber': '022188009',
    'de-nghi-sua.ground': 'Căn cước công dân bản chính',
  })
  expect(proposed).toContain('chờ người thứ hai đồng ý')
  const confirmed = await done('director', code, 'Đồng ý đính chính', {})
  expect(confirmed).toContain('Đặng Thị Những')
  expect(confirmed).toContain('Đã đính chính')
})

test('at the counter: what is missing is put down from the form of receipt, and nothing typed is lost', async () => {
  const { page, leave } = await hall.personAt('clerk', WITHOUT_SCRIPT)
  await page.goto(`${hall.house.origin}/ban/tiep-nhan?thu-tuc=kt-xac-nhan-bang-ke-lam-san`)
  await page.locator('[name="applicant.name"]').fill('Lục Văn Ước')
  await sent(page, page.getByRole('button', { name: 'Chưa đủ giấy' }))
  await expect.poll(() => page.locator('[name="applicant.name"]').inputValue()).toBe('Lục Văn Ước')
  expect(await tooWide(page)).toBe(0)
  await page.locator('[name="items.0.wrong"]').fill('Thiếu hồ sơ nguồn gốc lâm sản')
  await sent(page, page.getByRole('button', { name: 'Lập phiếu' }))
  await expect
    .poll(() => page.locator('[name="items.0.wrong"]').inputValue())
    .toBe('Thiếu hồ sơ nguồn gốc lâm sản')
  await page.locator('[name="items.0.todo"]').fill('Nộp hóa đơn mua gỗ')
  await page.locator('[name="items.0.ground"]').fill('Thông tư 27/2018/TT-BNNPTNT')
  await sent(page, page.getByRole('button', { name: 'Lập phiếu' }))
  await page.waitForURL('**/ban/tiep-nhan/phieu/*')
  const text = await mainText(page)
  expect(text).toContain('Nộp hóa đơn mua gỗ')
  expect(text).toContain('Lục Văn Ước')
  await leave()
})

test.each([390, 1280])('the forms are for everybody, at %i px', async (width) => {
  const { code } = await receivedAtCounter(hall, 'Đặng Thị Nhường')
  for (const post of ['handler', 'clerk']) {
    const { page, leave } = await hall.personAt(post, { width })
    await page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
    const folded = page.locator('.dossier-now details:not([open]) > summary')
    while ((await folded.count()) > 0) await folded.first().click()
    expect(await accessFaults(page)).toEqual([])
    expect(await tooWide(page)).toBe(0)
    if (process.env['PICTURES'])
      await page.screenshot({ path: `${process.env['PICTURES']}/${post}-${width}.png`, fullPage: true })
    await leave()
  }
  const { page, leave } = await hall.personAt('cashier', { width })
  await page.goto(`${hall.house.origin}/ban/quy`)
  expect(await accessFaults(page)).toEqual([])
  expect(await tooWide(page)).toBe(0)
  if (process.env['PICTURES'])
    await page.screenshot({ path: `${process.env['PICTURES']}/cash-${width}.png`, fullPage: true })
  await leave()
})
