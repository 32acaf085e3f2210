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

test('without script: what is missing is asked for, seen by the citizen, brought to the counter, and the clock goes on', async () => {
  const { code, lookupKey } = await receivedAtCounter(hall, 'Phạm Thị Mơ')
  const handler = await hall.personAt('handler', { javaScriptEnabled: false, width: 390 })
  await handler.page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  await unfold(handler.page, 'Yêu cầu người nộp bổ sung')
  expect(await tooWide(handler.page)).toBe(0)
  const field = (name: string) => handler.page.locator(`[name="yeu-cau-bo-sung.items.0.${name}"]`)
  await field('wrong').fill('Bản sao giấy tờ tùy thân bị mờ')
  await sent(handler.page, handler.page.getByRole('button', { name: 'Gửi yêu cầu bổ sung' }))
  // Half filled in: what was typed is still there, and what is missing is named.
  await expect.poll(() => field('wrong').inputValue()).toBe('Bản sao giấy tờ tùy thân bị mờ')
  await field('todo').fill('Nộp lại bản rõ nét')
  await field('ground').fill('Nghị định 61/2018/NĐ-CP, Điều 17')
  await handler.page.locator('[name="yeu-cau-bo-sung.answerBy"]').fill('2019-03-06')
  await sent(handler.page, handler.page.getByRole('button', { name: 'Gửi yêu cầu bổ sung' }))
  await handler.page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  const text = (await handler.page.locator('main').allInnerTexts()).join(' ')
  expect(text).toContain('Nộp lại bản rõ nét')
  expect(text).toContain('Chờ bổ sung giấy tờ')
  await handler.leave()

  const citizen = await hall.browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 800 },
  })
  const page = await citizen.newPage()
  await page.goto(`${hall.house.origin}/tra-cuu`)
  await page.locator('[name="code"], [name="ma"]').first().fill(code)
  await page.locator('[name="key"], [name="khoa"]').first().fill(lookupKey)
  await page.keyboard.press('Enter')
  await page.waitForSelector('text=Bạn cần bổ sung')
  expect((await page.locator('main').allInnerTexts()).join(' ')).toContain('Nộp lại bản rõ nét')
  await citizen.close()

  const clerk = await hall.personAt('clerk', { javaScriptEnabled: false })
  await clerk.page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  expect((await clerk.page.locator('main').allInnerTexts()).join(' ')).toContain(
    'Chưa nhắc người nộp lần nào',
  )
  await unfold(clerk.page, 'Ghi lần nhắc người nộp')
  await clerk.page.locator('[name="nhac-nguoi-nop.outcome"]').selectOption('told')
  await clerk.page.locator('[name="nhac-nguoi-nop.note"]').fill('Bà Mơ hẹn sáng mai mang giấy đến')
  await sent(clerk.page, clerk.page.getByRole('button', { name: 'Ghi lần nhắc người nộp' }))
  const told = (await clerk.page.locator('main').allInnerTexts()).join(' ')
  expect(told).toContain('Đã nhắc người nộp: 05/03/2019')
  expect(told).toContain('từ ngày 09/03/2019 có thể dừng giải quyết')
  expect(told).toContain('Gọi điện thoại: Đã báo được')
  if (process.env['PICTURES'])
    await clerk.page.screenshot({ path: `${process.env['PICTURES']}/prompted.png`, fullPage: true })
  await sent(clerk.page, clerk.page.getByRole('button', { name: 'Nhận bổ sung' }))
  const after = (await clerk.page.locator('main').allInnerTexts()).join(' ')
  expect(after).toContain('Nhận hồ sơ bổ sung, tính giờ trở lại')
  await clerk.leave()
})

test.each([390, 1280])('the form is for everybody, at %i px', async (width) => {
  const lying = await receivedAtCounter(hall, 'Phạm Thị Mơ')
  const { code } = lying
  const handler = await hall.personAt('handler', { width })
  await handler.page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  await unfold(handler.page, 'Yêu cầu người nộp bổ sung')
  expect(await accessFaults(handler.page)).toEqual([])
  expect(await tooWide(handler.page)).toBe(0)
  const items = [{ wrong: 'Bản sao mờ', todo: 'Nộp lại', ground: 'Nghị định 61/2018/NĐ-CP, Điều 17' }]
  const { version, step } = lying
  await hall.send('handler', `/dossiers/${code}/request-supplement`, {
    version,
    step,
    items,
    answerBy: '2019-03-06',
  })
  await handler.page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  await unfold(handler.page, 'Ghi lần nhắc người nộp')
  expect(await accessFaults(handler.page)).toEqual([])
  expect(await tooWide(handler.page)).toBe(0)
  if (process.env['PICTURES'])
    await handler.page.screenshot({ path: `${process.env['PICTURES']}/prompt-${width}.png`, fullPage: true })
  await handler.leave()
})
