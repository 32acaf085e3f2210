import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#work/chance.ts'
import { end, type HouseProcess, signInAll, startHouse } from '../check/house-process.ts'
import { browserToStart } from './browser.ts'
import { type Cable, cable } from './cable.ts'
import { accessFaults, openHall, type OpenHall, sent, tooWide } from './open-hall.ts'

/**
 * A Saturday in An Sinh: provisioned at the centre, five dossiers taken in with the network off, sent on the way home,
 * worked on in the week, and the result handed out there the next Saturday. The clock of the device is years off.
 */
const PROCEDURE = 'Xác nhận bảng kê lâm sản'
const PIN = '204816'
const pictures = process.env['PICTURES']
const folder = mkdtempSync(join(tmpdir(), 'mot-cua-device-'))

let hall: OpenHall
let house: HouseProcess
let tokens: ReadonlyMap<string, string>
let device: BrowserContext
let line: Cable
const codes: string[] = []

beforeAll(async () => {
  line = await cable()
  hall = await openHall({ CLOCK: '2019-03-09T08:00+07:00', BASE_URL: line.origin })
  line.leadsTo(portOf(hall.house.origin))
  house = hall.house
  tokens = hall.tokens
  device = await deviceOn()
}, 120_000)
afterAll(async () => {
  await device.close()
  await line.pull()
  await end(house.process, 'SIGTERM')
  await hall.close()
  rmSync(folder, { recursive: true, force: true })
})

const portOf = (origin: string) => Number(new URL(origin).port)

/** The device with what lies on it, also after it was switched off. */
async function deviceOn(): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    ...(await browserToStart()),
    viewport: { width: 390, height: 844 },
    locale: 'vi-VN',
    reducedMotion: 'reduce',
    hasTouch: true,
  })
  context.setDefaultTimeout(15_000)
  return context
}

/** The program is shut down and comes up on another day, at the same address, on the same data. */
async function onAnotherDay(clock: string): Promise<void> {
  await end(house.process, 'SIGTERM')
  house = await startHouse(hall.dataDir, portOf(hall.house.origin), {
    CLOCK: clock,
    BASE_URL: line.origin,
  })
  tokens = await signInAll(house.origin, hall.dataDir)
}

async function command(post: string, path: string, body: object) {
  const answer = await fetch(`${house.origin}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.get(post)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id: newId(), ...body }),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return Object(await answer.json())
}

async function aSession(on: string): Promise<void> {
  const me = await fetch(`${house.origin}/api/v1/me`, {
    headers: { authorization: `Bearer ${tokens.get('clerk')}` },
  })
  const { id: clerk } = Object(await me.json())
  const place = 'Nhà văn hóa thôn Chí Linh'
  const plan = { commune: 'X07075', place, on, opens: '07:30', closes: '11:30', team: [clerk] }
  const { ids } = await command('clerk', '/sessions', plan)
  await command('clerk', `/sessions/${ids[0]}`, { version: 1, type: 'PublishSession' })
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
const onward = (page: Page) => button(page, 'Tiếp tục').click()

let shown = 0
async function looked(page: Page, name: string): Promise<void> {
  expect([name, await tooWide(page)]).toEqual([name, 0])
  expect([name, await accessFaults(page)]).toEqual([name, []])
  if (pictures) {
    for (const [width, height] of [
      [820, 1180],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.screenshot({ path: `${pictures}/saturday-${shown}-${name}-${width}.png`, fullPage: true })
    }
  }
  shown += 1
}

async function appOpened(): Promise<Page> {
  const page = await device.newPage()
  await page.goto(`${line.origin}/thuc-dia/`)
  return page
}

/** The language is chosen with the network off, and outlives the page. */
async function inEnglish(page: Page): Promise<void> {
  await button(page, 'English').click()
  await title(page, 'Type your PIN')
  await page.reload()
  await title(page, 'Type your PIN')
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
  await button(page, 'Tiếng Việt').click()
  await title(page, 'Nhập mã PIN')
  await expect.poll(() => page.title()).toContain('Một Cửa thực địa – ')
}

/** The way home, the network, what waits and the lock stand beside one another on a telephone. */
async function expectBarOnOneLine(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 })
  const parts = page.locator('.field-bar > *')
  await expect.poll(() => parts.count()).toBe(4)
  const middles = await parts.evaluateAll((all) =>
    all.map((one) => one.getBoundingClientRect()).map(({ top, height }) => top + height / 2),
  )
  expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(8)
}

async function unlocked(page: Page, pin = PIN): Promise<void> {
  await page.getByLabel('Mã PIN').fill(pin)
  await button(page, 'Mở khóa').click()
}

/** As far as the papers; the rest is the same for everybody. */
async function begun(page: Page, name: string, idNumber: string): Promise<void> {
  await button(page, 'Nhận hồ sơ người tiếp theo').click()
  await page.getByLabel('Tìm thủ tục').fill('bang ke lam san')
  await button(page, new RegExp(`^${PROCEDURE}`))
    .first()
    .click()
  await page.getByLabel('Họ và tên hoặc tên tổ chức').fill(name)
  await page.getByLabel('Số căn cước').first().fill(idNumber)
  await page.getByLabel('Điện thoại').fill('0912 345 678')
  await onward(page)
  await title(page, 'Giấy tờ')
  await button(page, 'Đủ như yêu cầu').click()
}

async function finished(page: Page): Promise<string> {
  await onward(page)
  await title(page, 'Phí và kết quả')
  await onward(page)
  await title(page, 'Ký và xong')
  await page.getByLabel(/^Người nộp đã nghe đọc lại/).check()
  await signed(page)
  await button(page, 'Xong, cấp giấy tiếp nhận').click()
  await title(page, 'Đã nhận hồ sơ')
  return (await page.locator('.received-code').textContent()) ?? ''
}

async function signed(page: Page): Promise<void> {
  const pad = page.getByRole('img', { name: /Ô ký/ })
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('no pad')
  await page.mouse.move(box.x + 40, box.y + 100)
  await page.mouse.down()
  for (const x of [90, 120, 200]) await page.mouse.move(box.x + x, box.y + (x % 70) + 40)
  await page.mouse.up()
  await page.getByText('Đã có chữ ký.', { exact: true }).waitFor()
}

test('at the centre the device asks in, is given a PIN and all it needs', async () => {
  await aSession('2019-03-09')
  const desk = await hall.personAt('clerk', { javaScriptEnabled: false })
  await desk.page.goto(`${line.origin}/ban/luu-dong/thiet-bi`)
  await button(desk.page, 'Lấy mã thiết bị').click()
  const shownCode = await desk.page.getByText(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/).textContent()
  await desk.leave()

  const page = await appOpened()
  await title(page, 'Đăng ký thiết bị này')
  await looked(page, 'register')
  await button(page, 'Đăng ký').click()
  await page.getByText('Chưa ghi mã thiết bị.').waitFor()
  await page.getByLabel('Tên thiết bị').fill('Máy tính bảng số 2')
  await page.getByLabel('Mã thiết bị').fill('AAAAA-AAAAA')
  await button(page, 'Đăng ký').click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Mã thiết bị').fill((shownCode ?? '').toLowerCase())
  await button(page, 'Đăng ký').click()
  await title(page, 'Chọn mã PIN')
  await looked(page, 'choose-pin')
  await page.getByLabel('Mã PIN', { exact: true }).fill('123456')
  await button(page, 'Dùng mã PIN này').click()
  await page.getByText('ai cũng đoán được').waitFor()
  await page.getByLabel('Mã PIN', { exact: true }).fill(PIN)
  await page.getByLabel('Nhập lại mã PIN').fill(PIN)
  await button(page, 'Dùng mã PIN này').click()
  await title(page, 'Các buổi của tôi')
  await button(page, 'Đưa lên máy: Nhà văn hóa thôn Chí Linh').click()
  await page.getByText('Đã đủ trên máy').waitFor()
  await looked(page, 'outings')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await page.close()
})

test('with the network off five dossiers are taken in; a killed tab and a device switched off lose nothing', async () => {
  await line.pull()
  let page = await appOpened()
  await title(page, 'Nhập mã PIN')
  await unlocked(page, '999999')
  await page.getByText('Còn 9 lần').waitFor()
  await looked(page, 'locked')
  await inEnglish(page)
  await unlocked(page)
  await page.getByText('Mất mạng').waitFor()
  await expectBarOnOneLine(page)
  await button(page, 'Vào buổi này: Nhà văn hóa thôn Chí Linh').click()
  await begun(page, 'Nguyễn Thị Hương', '022188001234')
  codes.push(await finished(page))
  await button(page, 'Người tiếp theo').click()
  await begun(page, 'Trần Văn Đức', '022188001235')

  // The tab is killed with a dossier half done.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  await page.getByText('Đã lưu trên máy').waitFor()
  await page.close()
  page = await appOpened()
  await unlocked(page)
  await button(page, 'Vào buổi này: Nhà văn hóa thôn Chí Linh').click()
  await button(page, 'Việc làm dở (1)').click()
  await button(page, 'Làm tiếp').click()
  await title(page, 'Giấy tờ')
  codes.push(await finished(page))

  // The device is switched off, and on again.
  await device.close()
  device = await deviceOn()
  page = await appOpened()
  await unlocked(page)
  await button(page, 'Vào buổi này: Nhà văn hóa thôn Chí Linh').click()
  for (const [name, idNumber] of [
    ['Phạm Thị Mơ', '022188001236'],
    ['Lê Thị Sáu', '022188001237'],
    ['Hoàng Văn Kỳ', '022188001238'],
  ] as const) {
    await begun(page, name, idNumber)
    codes.push(await finished(page))
    await button(page, 'Người tiếp theo').click()
  }
  expect(new Set(codes).size).toBe(5)
  expect(codes.every((code) => /-190309-\d{4}$/.test(code))).toBe(true)
  await page.getByRole('link', { name: '5 chờ gửi' }).click()
  await expectBarOnOneLine(page)
  await looked(page, 'waiting')
  // Nothing of anybody can be read on the device.
  expect(await textOnDevice(page)).not.toMatch(/Hương|022188001|0912/)
  await page.close()
})

/** All that IndexedDB of the app holds, as text. */
function textOnDevice(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('mot-cua-thuc-dia')
    const store = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result)
    })
    const all: string[] = []
    for (const name of store.objectStoreNames) {
      const asking = store.transaction(name).objectStore(name).getAll()
      const rows = await new Promise<unknown[]>((resolve) => {
        asking.onsuccess = () => resolve(asking.result)
      })
      const told = (_: string, value: unknown) =>
        value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value
      all.push(JSON.stringify(rows, told))
    }
    store.close()
    return all.join('\n')
  })
}

test('sent over a line that breaks, each of them is there once, due from Monday', async () => {
  await line.plugIn()
  const page = await appOpened()
  await unlocked(page)
  await page.getByRole('link', { name: /chờ gửi|Đã gửi hết/ }).click()
  // The line is cut again and again while it sends, wherever it is.
  for (const wait of [20, 60, 120, 5, 200]) {
    await page.waitForTimeout(wait)
    await line.pull()
    await line.plugIn()
    await button(page, 'Gửi ngay').click()
  }
  const sendNow = button(page, /Gửi ngay|Đang gửi/)
  const allSent = page.getByRole('link', { name: 'Đã gửi hết' })
  await expect
    .poll(async () => {
      if (await sendNow.isEnabled()) await sendNow.click()
      return allSent.isVisible()
    })
    .toBe(true)
  await expect.poll(() => page.getByText(/Trung tâm đã nhận; hẹn trả/).count()).toBe(5)
  await looked(page, 'sent')
  await page.close()
  for (const code of codes) {
    const seen = await fetch(`${house.origin}/api/v1/dossiers/${code}`, {
      headers: { authorization: `Bearer ${tokens.get('clerk')}` },
    })
    expect([code, seen.status]).toEqual([code, 200])
  }
})

test('worked on in the week, the result is handed out there the next Saturday, with the network off', async () => {
  await onAnotherDay('2019-03-11T09:00+07:00')
  const [code = ''] = codes
  await settled(code)
  await onAnotherDay('2019-03-16T07:40+07:00')
  await aSession('2019-03-16')

  let page = await appOpened()
  await unlocked(page)
  await button(page, 'Đưa lên máy: Nhà văn hóa thôn Chí Linh').click()
  await page.getByText('Đã đủ trên máy').waitFor()
  await page.getByText('1 kết quả mang theo').waitFor()
  await line.pull()
  await page.reload()
  await unlocked(page)
  const today = () => page.getByRole('listitem').filter({ hasText: '1 kết quả mang theo' })
  const goIn = () =>
    today()
      .getByRole('button', { name: /^Vào buổi này/ })
      .click()
  await goIn()
  await button(page, 'Kết quả mang theo (1)').click()
  await looked(page, 'results')
  await button(page, new RegExp(code)).click()
  await page.getByLabel(/^Giấy tờ trả lại cùng kết quả/).fill('Bản chính giấy khai sinh')
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  await page.getByText('Đã lưu trên máy').waitFor()

  // The tab is killed with a result half handed out.
  await page.close()
  page = await appOpened()
  await unlocked(page)
  await goIn()
  await button(page, 'Việc làm dở (1)').click()
  await button(page, 'Làm tiếp').click()
  await expect
    .poll(() => page.getByLabel(/^Giấy tờ trả lại cùng kết quả/).inputValue())
    .toBe('Bản chính giấy khai sinh')
  await handedOut(page)
  await line.plugIn()
  await page.getByRole('link', { name: '1 chờ gửi' }).click()
  await button(page, 'Gửi ngay').click()
  await page.getByRole('link', { name: 'Đã gửi hết' }).waitFor()
  const seen = await fetch(`${house.origin}/api/v1/dossiers/${code}`, {
    headers: { authorization: `Bearer ${tokens.get('clerk')}` },
  })
  expect(Object(await seen.json()).stage).toBe('returned')
  await page.close()
}, 120_000)

test('a lost device erases itself as soon as it hears of the centre; ten wrong PINs erase it too', async () => {
  const desk = await hall.personAt('clerk', { javaScriptEnabled: false })
  await desk.context.addCookies([{ name: 'phien', value: tokens.get('clerk') ?? '', url: line.origin }])
  const devices = `${line.origin}/ban/luu-dong/thiet-bi`
  await desk.page.goto(devices)
  await sent(desk.page, button(desk.page, 'Báo mất'))
  const page = await appOpened()
  await title(page, 'Đăng ký thiết bị này')
  await desk.page.goto(devices)
  await sent(desk.page, button(desk.page, 'Lấy mã thiết bị'))
  const code = await desk.page.getByText(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/).textContent()
  await desk.leave()

  await page.getByLabel('Mã thiết bị').fill(code ?? '')
  await page.getByLabel('Tên thiết bị').fill('Máy tính bảng số 2')
  await button(page, 'Đăng ký').click()
  await page.getByLabel('Mã PIN', { exact: true }).fill(PIN)
  await page.getByLabel('Nhập lại mã PIN').fill(PIN)
  await button(page, 'Dùng mã PIN này').click()
  await title(page, 'Các buổi của tôi')
  await button(page, 'Khóa máy').click()
  for (const left of [9, 8, 7, 6, 5]) {
    await unlocked(page, '999999')
    await page.getByText(`Còn ${left} lần`).waitFor()
  }
  // Switched off and on, the count stands; and what cannot be a PIN is no try.
  await page.reload()
  await unlocked(page, '12')
  await page.getByText('Mã PIN gồm 6 đến 12 chữ số.').waitFor()
  for (const left of [4, 3, 2, 1]) {
    await unlocked(page, '999999')
    await page.getByText(`Còn ${left} lần`).waitFor()
  }
  await unlocked(page, '999999')
  await title(page, 'Đăng ký thiết bị này')
  await page.close()
}, 60_000)

/** Appraised, approved, sealed and made ready by those of the town. */
async function settled(code: string): Promise<void> {
  const seen = await fetch(`${house.origin}/api/v1/dossiers/${code}`, {
    headers: { authorization: `Bearer ${tokens.get('clerk')}` },
  })
  const held = Object(await seen.json())
  let lying = { version: held.version, step: held.step.key }
  for (const [post, verb] of [
    ['handler', 'complete-step'],
    ['approver', 'approve'],
    ['seal-keeper', 'seal'],
    ['clerk', 'mark-ready'],
  ] as const) {
    const { version, step } = lying
    lying = await command(post, `/dossiers/${code}/${verb}`, { version, step })
  }
}

/** The receiver shows a card and signs. */
async function handedOut(page: Page): Promise<void> {
  await title(page, 'Trả kết quả')
  await page.getByLabel('Số giấy tờ của người nhận').fill('022188001234')
  await signed(page)
  await button(page, 'Đã trả, xong').click()
  await page.getByText('Đã trả', { exact: true }).waitFor()
}
