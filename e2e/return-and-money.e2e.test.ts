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

/** A result that lies ready at the counter. */
async function broughtReady(name: string): Promise<string> {
  let lying: { code: string; version: number; step: string } = await receivedAtCounter(hall, name)
  for (const [post, verb, more] of [
    ['handler', 'complete-step', {}],
    ['approver', 'approve', {}],
    ['seal-keeper', 'seal', {}],
    ['clerk', 'mark-ready', {}],
  ] as const) {
    const { code, version, step } = lying
    lying = await hall.send(post, `/dossiers/${code}/${verb}`, { version, step, ...more })
  }
  return lying.code
}

test('an old lady’s granddaughter takes the result by a paper of authority, and a mistake is undone by two', async () => {
  const code = await broughtReady('Lục Thị Sen')
  const { page, leave } = await hall.personAt('clerk', WITHOUT_SCRIPT)
  const main = page.getByRole('main')
  // From a visit at home it begins with the way and the slip of that visit.
  await page.goto(`${hall.house.origin}/ban/tra/${code}?tai-nha=TN-190305-AB12`)
  await expect.poll(() => page.locator('select[name="way"]').inputValue()).toBe('home')
  await expect.poll(() => page.locator('[name="slip"]').inputValue()).toBe('TN-190305-AB12')
  await page.goto(`${hall.house.origin}/ban/tra/${code}`)
  await page.getByLabel('Người được ủy quyền', { exact: true }).check()
  await page.locator('[name="receiver.name"]').fill('Lục Thị Mai')
  await page
    .locator('[name="receiver.authority"]')
    .fill('Giấy ủy quyền 12/UQ ngày 01/03/2019, UBND phường Mạo Khê')
  await page.locator('[name="identity.number"]').fill('022199001234')
  await sent(page, page.getByRole('button', { name: 'Trả kết quả' }))
  await expect.poll(() => main.textContent()).toContain('Còn thiếu: Được ủy quyền làm gì')
  await expect.poll(() => page.locator('[name="receiver.name"]').inputValue()).toBe('Lục Thị Mai')
  await page.locator('[name="receiver.scope"]').fill('Nhận kết quả hồ sơ')
  await sent(page, page.getByRole('button', { name: 'Trả kết quả' }))
  await page.waitForURL('**/ban/tra/da-tra?*')
  const done = (await main.allInnerTexts()).join(' ')
  for (const said of ['Lục Thị Mai', 'Thẻ căn cước số 022199001234', 'ký giấy biên nhận', '/GXN-UBND'])
    expect(done).toContain(said)
  expect(await tooWide(page)).toBe(0)
  await page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  await unfold(page, 'Đề nghị đính chính')
  await page.locator('[name="de-nghi-sua.ground"]').fill('Trao nhầm túi hồ sơ, đã nhận lại tại quầy')
  await sent(page, page.getByRole('button', { name: 'Đề nghị đính chính' }))
  await leave()
  const director = await hall.personAt('director', WITHOUT_SCRIPT)
  await director.page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  await expect.poll(() => director.page.getByRole('main').textContent()).toContain('Trả nhầm người')
  await unfold(director.page, /^Đồng ý đính chính$/)
  await sent(director.page, director.page.getByRole('button', { name: 'Đồng ý đính chính', exact: true }))
  await director.page.goto(`${hall.house.origin}/ban/tra/${code}`)
  await director.leave()
  const again = await hall.personAt('clerk', WITHOUT_SCRIPT)
  await again.page.goto(`${hall.house.origin}/ban/tra/${code}`)
  await expect.poll(() => again.page.getByLabel(`Trả hồ sơ ${code}`).count()).toBe(1)
  await again.leave()
})

test('money goes back at the counter when a second person agrees, and who asked cannot', async () => {
  const { code, version, step } = await receivedAtCounter(hall, 'Nguyễn Thị Phượng')
  const fee = { lines: [{ kind: 'fee', name: 'Lệ phí', dong: 8000 }], exemption: null }
  const owing = await hall.send('clerk', `/dossiers/${code}/assess-fee`, { version, step, ...fee })
  const paid = { version: owing.version, step, way: 'cash', dong: 8000 }
  await hall.send('cashier', `/dossiers/${code}/take-payment`, paid)
  const cashier = await hall.personAt('cashier', WITHOUT_SCRIPT)
  const { page } = cashier
  const main = page.getByRole('main')
  await page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  await unfold(page, 'Đề nghị hoàn tiền')
  await page.locator('[name="de-nghi-hoan-tien.dong"]').fill('9000')
  await page.locator('[name="de-nghi-hoan-tien.reason"]').fill('Người nộp rút hồ sơ trước khi xử lý')
  await page.locator('[name="de-nghi-hoan-tien.ground"]').fill('Luật Phí và lệ phí 2015')
  await sent(page, page.getByRole('button', { name: 'Đề nghị hoàn tiền' }))
  // More than was paid is said, and what was typed stays.
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('8.000')
  await expect.poll(() => page.locator('[name="de-nghi-hoan-tien.reason"]').inputValue()).toContain('rút')
  await page.locator('[name="de-nghi-hoan-tien.dong"]').fill('8000')
  await sent(page, page.getByRole('button', { name: 'Đề nghị hoàn tiền' }))
  await page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  await expect.poll(() => main.textContent()).toContain('Đề nghị hoàn 8.000 đ, chờ người thứ hai đồng ý')
  await unfold(page, /^Đồng ý hoàn tiền$/)
  await sent(page, page.getByRole('button', { name: 'Đồng ý hoàn tiền', exact: true }))
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('cần hai người')
  const director = await hall.personAt('director', WITHOUT_SCRIPT)
  await director.page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  await expect.poll(() => director.page.getByRole('main').textContent()).toContain('Luật Phí và lệ phí 2015')
  await unfold(director.page, /^Đồng ý hoàn tiền$/)
  if (process.env['PICTURES'])
    await director.page.screenshot({ path: `${process.env['PICTURES']}/refund-390.png`, fullPage: true })
  expect(await tooWide(director.page)).toBe(0)
  await sent(director.page, director.page.getByRole('button', { name: 'Đồng ý hoàn tiền', exact: true }))
  await director.leave()
  await page.goto(`${hall.house.origin}/ban/quy?ngay=2019-03-05`)
  await expect.poll(() => main.textContent()).toContain('Đã hoàn')
  await cashier.leave()
})

test('at the end of the day the till is counted, closed and taken over', async () => {
  const { page, leave } = await hall.personAt('cashier', WITHOUT_SCRIPT)
  await page.goto(`${hall.house.origin}/ban/quy`)
  // Nothing written is asked for by name; the float stands then, and the evening does not ask for it.
  await page.locator('[name="dong"]').fill('hai trăm')
  await sent(page, page.getByRole('button', { name: 'Ghi tiền đầu ngày' }))
  await expect.poll(() => page.locator('[name="dong"]').inputValue()).toBe('hai trăm')
  await page.locator('[name="dong"]').fill('200000')
  await sent(page, page.getByRole('button', { name: 'Ghi tiền đầu ngày' }))
  await expect.poll(() => page.getByRole('main').textContent()).toContain('Đầu ngày mang vào 200.000 đ')
  await unfold(page, 'Khóa sổ quỹ')
  await expect.poll(() => page.locator('[name="openingDong"]').count()).toBe(0)
  await page.locator('[name="counted.100000"]').fill('1')
  await sent(page, page.getByRole('button', { name: 'Khóa sổ quỹ' }))
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('phải có 200.000 đ')
  await expect.poll(() => page.locator('[name="counted.100000"]').inputValue()).toBe('1')
  await page.locator('[name="counted.100000"]').fill('2')
  await sent(page, page.getByRole('button', { name: 'Khóa sổ quỹ' }))
  await page.waitForURL('**/ban/quy?ngay=2019-03-05')
  await expect.poll(() => page.getByRole('main').textContent()).toContain('2019/SQ-0001')
  expect(await tooWide(page)).toBe(0)
  await leave()
  const director = await hall.personAt('director', WITHOUT_SCRIPT)
  await director.page.goto(`${hall.house.origin}/ban/quy?ngay=2019-03-05`)
  await sent(director.page, director.page.getByRole('button', { name: 'Đã đếm lại và nhận tiền' }))
  await director.page.getByText('đã nhận tiền lúc').waitFor()
  await director.leave()
})

test('a household on the list of the poor pays nothing, with the rule and the paper', async () => {
  const { page, leave } = await hall.personAt('clerk', WITHOUT_SCRIPT)
  await page.goto(`${hall.house.origin}/ban/tiep-nhan?thu-tuc=2.000748`)
  await page.locator('[name="exemption.rule"]').selectOption('ho-ngheo')
  await sent(page, page.getByRole('button', { name: 'Tính lại phí và hạn' }))
  const text = (await page.getByRole('main').allInnerTexts()).join(' ')
  expect(text).toContain('Sau miễn, giảm')
  expect(text).toContain('Luật Hộ tịch 2014, Điều 11')
  expect(await tooWide(page)).toBe(0)
  await leave()
})

test.each([390, 1280])('everybody can read the hand-over and the cash at %i px', async (width) => {
  const code = await broughtReady('Lục Văn Bình')
  const clerk = await hall.personAt('clerk', { width })
  const cashier = await hall.personAt('cashier', { width })
  await clerk.page.goto(`${hall.house.origin}/ban/tra/${code}`)
  await cashier.page.goto(`${hall.house.origin}/ban/quy?ngay=2019-03-04`)
  await unfold(cashier.page, 'Khóa sổ quỹ')
  for (const { page, leave } of [clerk, cashier]) {
    expect(await accessFaults(page)).toEqual([])
    expect(await tooWide(page)).toBe(0)
    if (process.env['PICTURES'])
      await page.screenshot({
        path: `${process.env['PICTURES']}/rm-${width}-${page === clerk.page ? 'a' : 'b'}.png`,
        fullPage: true,
      })
    await leave()
  }
})
