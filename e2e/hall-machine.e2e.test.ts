import { createECDH, randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  accessFaults,
  type OpenHall,
  openHall,
  receivedAtCounter,
  sent,
  tooWide,
  byIdentity,
} from './open-hall.ts'

/** The machine in the hall forgets who was at it; a citizen's own telephone shows what he is told. */
let hall: OpenHall
beforeAll(async () => {
  hall = await openHall()
}, 120_000)
afterAll(() => hall.close())

const HUONG = 'Nguyễn Thị Hương, mức 2'
const at = (path: string) => hall.house.origin + path
const main = (page: Page) => page.getByRole('main').textContent()

/** A browser an officer has made the machine of the hall. */
async function aMachine(post: string, javaScriptEnabled = true): Promise<{ page: Page; token: string }> {
  const context = await hall.browser.newContext({
    javaScriptEnabled,
    viewport: { width: 1080, height: 1920 },
    reducedMotion: 'reduce',
  })
  // Whose sign-in ends here.
  const token = hall.tokens.get(post) ?? ''
  await context.addCookies([{ name: 'phien', value: token, url: hall.house.origin }])
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(at('/ban/ki-ot'))
  await page.getByRole('button', { name: 'Dùng máy này cho người dân' }).click()
  await page.waitForURL('**/ki-ot')
  expect((await context.cookies()).map(({ name }) => name)).toEqual(['ki-ot'])
  return { page, token }
}

test('an officer sets the machine up and is signed out of it; every way is there, large and accessible in both languages', async () => {
  const { page } = await aMachine('handler')
  for (const path of [
    '/ki-ot',
    '/ki-ot?lang=en',
    '/thu-tuc?lang=vi',
    '/tra-cuu',
    '/danh-gia',
    '/thu-tuc/2.000635/giay-to',
    '/dang-nhap',
  ]) {
    const answer = await page.goto(at(path))
    expect([path, answer?.status(), answer?.headers()['cache-control']]).toEqual([path, 200, 'no-store'])
    expect([path, await accessFaults(page)]).toEqual([path, []])
    expect([path, await tooWide(page)]).toEqual([path, 0])
  }
  await page.goto(at('/ki-ot'))
  const small = await page
    .locator('.kiosk-tiles a')
    .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 100))
  expect(small).toEqual([])
  await expect.poll(() => page.locator('.kiosk-tiles a').count()).toBe(6)
  const manifest = await page.request.get(at('/ki-ot/ung-dung.webmanifest'))
  expect(await manifest.json()).toMatchObject({ display: 'fullscreen', start_url: '/ki-ot' })
  await page.getByRole('link', { name: 'Nhờ cán bộ nộp giúp' }).click()
  await page.waitForURL('**/dang-nhap?tiep=%2Fban%2Ftiep-nhan')
  // An officer who helps is warned and forgotten like anybody else.
  const clerk = hall.tokens.get('clerk') ?? ''
  await page.context().addCookies([{ name: 'phien', value: clerk, url: hall.house.origin }])
  await page.goto(at('/ban/nop-giup/2.000635'))
  await page.getByRole('button', { name: 'Kết thúc, xóa hết' }).waitFor()
  expect(await accessFaults(page)).toEqual([])
  await page.context().clearCookies({ name: 'phien' })
  await page.context().close()
})

test('after sixty seconds without a touch nothing of the person is left; a touch in the warning goes on', async () => {
  const { code, lookupKey } = await receivedAtCounter(hall, 'Lê Thị Cúc')
  const { page } = await aMachine('head')
  await byIdentity(hall, page, HUONG)
  const before = (await page.context().cookies()).find(({ name }) => name === 'cong-dan')
  await page.clock.install()
  await page.goto(at('/tra-cuu'))
  await page.getByLabel('Mã hồ sơ').fill(code)
  await page.getByLabel('Khóa tra cứu').fill(lookupKey)
  await page.getByRole('button', { name: 'Xem hồ sơ' }).click()
  await page.waitForURL('**/tra-cuu/ho-so')
  await page.goto(at('/gop-y'))
  await page.getByLabel('Họ và tên').or(page.getByLabel('Nội dung')).first().waitFor()
  await page.locator('textarea').fill('Điều riêng tư của tôi')
  await page.evaluate(() => localStorage.setItem('nhap', 'riêng tư'))
  const warning = page.getByRole('alertdialog')
  await page.clock.runFor(39_000)
  await expect.poll(() => warning.isVisible()).toBe(false)
  await page.clock.runFor(2000)
  await warning.waitFor()
  expect(await accessFaults(page)).toEqual([])
  await page.mouse.click(500, 1500)
  await page.clock.runFor(1000)
  await expect.poll(() => warning.isVisible()).toBe(false)
  await expect.poll(() => page.locator('textarea').inputValue()).toBe('Điều riêng tư của tôi')
  await page.clock.runFor(45_000)
  await warning.waitFor()
  await page.clock.runFor(16_000)
  await page.waitForURL('**/ki-ot')

  // The national identity's own are none of ours; it asks anew each time.
  const left = (await page.context().cookies()).filter(({ name }) => !name.startsWith('_interaction'))
  expect(left.map(({ name }) => name)).toEqual(['ki-ot'])
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  // Also for whoever kept the cookie: the sign-in has ended at the server.
  const stolen = await hall.browser.newContext()
  await stolen.addCookies([{ name: 'cong-dan', value: before?.value ?? '', url: hall.house.origin }])
  const answer = await stolen.request.get(at('/toi'), { maxRedirects: 0 })
  expect([answer.status(), answer.headers()['location']]).toEqual([303, '/toi/dang-nhap?tiep=%2Ftoi'])
  await stolen.close()
  // Nor does the way back lead to anything: neither what was typed, nor the dossier, nor the own page.
  for (let back = 0; back < 6; back += 1) {
    await page.goBack().catch(() => null)
    const seen = (await page.locator('body').textContent()) ?? ''
    expect(seen).not.toMatch(/Nguyễn Thị Hương|Điều riêng tư/)
    expect(await main(page).catch(() => '')).not.toContain('Bộ phận Tiếp nhận và Trả kết quả đang giữ')
    for (const box of await page.locator('textarea, input[name="ma"], input[name="khoa"]').all())
      await expect.poll(() => box.inputValue()).toBe('')
  }
  await page.goto(at('/tra-cuu/ho-so'))
  expect(new URL(page.url()).pathname).toBe('/tra-cuu')
  await page.context().close()
})

test('without script a page goes back by itself, the way out is a button, and only an officer turns the machine off', async () => {
  const { page, token } = await aMachine('approver', false)
  await page.goto(at('/tra-cuu'))
  expect(await page.content()).toContain('<meta http-equiv="refresh" content="60; url=/ki-ot/xong"')
  await sent(page, page.getByRole('button', { name: 'Kết thúc, xóa hết' }))
  expect(new URL(page.url()).pathname).toBe('/ki-ot')
  expect(await page.content()).not.toContain('http-equiv="refresh"')
  await page.getByRole('link', { name: 'Dành cho cán bộ' }).click()
  await page.waitForURL('**/dang-nhap?tiep=**')
  await page.context().addCookies([{ name: 'phien', value: token, url: hall.house.origin }])
  await page.goto(at('/ban/ki-ot'))
  // The officer's sign-in ended at the server, and not only in this browser.
  expect(new URL(page.url()).pathname).toBe('/dang-nhap')
  const director = hall.tokens.get('director') ?? ''
  await page.context().addCookies([{ name: 'phien', value: director, url: hall.house.origin }])
  await page.goto(at('/ban/ki-ot'))
  await sent(page, page.getByRole('button', { name: 'Thôi dùng cho người dân' }))
  expect((await page.context().cookies()).map(({ name }) => name)).toEqual(['phien'])
  await page.context().close()
})

/** What Chromium cannot get here, where there is no push service: an address and keys. */
function subscription() {
  const pair = createECDH('prime256v1')
  return {
    endpoint: `https://fcm.googleapis.com/fcm/send/${randomBytes(8).toString('hex')}`,
    keys: { p256dh: pair.generateKeys().toString('base64url'), auth: randomBytes(16).toString('base64url') },
  }
}

test('a device is turned on, shows what is pushed to it and opens its page; it is turned off without script', async () => {
  const context = await hall.browser.newContext({ viewport: { width: 390, height: 844 } })
  await context.grantPermissions(['notifications'], { origin: hall.house.origin })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.addInitScript(
    `PushManager.prototype.subscribe = async () => ({ toJSON: () => (${JSON.stringify(subscription())}) })`,
  )
  await byIdentity(hall, page, HUONG)
  await page.goto(at('/toi/thong-bao'))
  const starting = context.waitForEvent('serviceworker')
  await page.getByRole('button', { name: 'Bật ở thiết bị này' }).click()
  await page.getByText('Đã bật.').waitFor()
  await expect.poll(() => page.locator('.sessions li').count()).toBe(1)
  await expect
    .poll(() => page.getByRole('checkbox', { name: 'Thông báo trên thiết bị' }).isChecked())
    .toBe(true)
  expect(await accessFaults(page)).toEqual([])
  expect(await tooWide(page)).toBe(0)
  // The worker has no say on any page.
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull()

  const worker = await starting
  const link = 'https://motcua.example.vn/toi/ho-so'
  const said = { id: 'a', title: 'Trung tâm', text: 'Hồ sơ H49-1 đã có kết quả.', language: 'vi', link }
  const shown = await worker.evaluate(async (text) => {
    const scope = globalThis as unknown as ServiceWorkerish
    const done: Promise<unknown>[] = []
    const waitUntil = (one: Promise<unknown>) => void done.push(one)
    const opened: string[] = []
    // No browser without a screen shows one.
    const asked: [string, NotificationOptions][] = []
    scope.registration.showNotification = async (...one) => void asked.push(one)
    scope.clients.openWindow = async (address: string) => void opened.push(address)
    const told = (name: string, more: object) =>
      scope.dispatchEvent(Object.assign(new Event(name), { waitUntil, ...more }))
    told('push', { data: { json: () => JSON.parse(text) as unknown } })
    await Promise.all(done)
    const [[title, { data, ...options }] = ['', {}]] = asked
    let isClosed = false
    told('notificationclick', { notification: { data, close: () => (isClosed = true) } })
    await Promise.all(done)
    return { title, options, opened, isClosed }
  }, JSON.stringify(said))
  expect(shown).toEqual({
    title: 'Trung tâm',
    options: { body: 'Hồ sơ H49-1 đã có kết quả.', lang: 'vi', tag: 'a', requireInteraction: false },
    // Of this site, whatever address the centre goes by.
    opened: ['/toi/ho-so'],
    isClosed: true,
  })

  const cookies = await context.cookies()
  const plain = await hall.browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  })
  await plain.addCookies(cookies)
  const still = await plain.newPage()
  await still.goto(at('/toi/thong-bao'))
  await expect.poll(() => main(still)).toContain('Trình duyệt này chưa bật được thông báo')
  await sent(still, still.getByRole('button', { name: 'Tắt', exact: true }))
  await expect.poll(() => still.locator('.sessions li').count()).toBe(0)
  await plain.close()
  await context.close()
})

interface NotificationOptions {
  readonly data?: unknown
  readonly [name: string]: unknown
}

interface ServiceWorkerish extends EventTarget {
  readonly registration: {
    showNotification: (title: string, options: NotificationOptions) => Promise<void>
  }
  readonly clients: { openWindow: (address: string) => Promise<void> }
}

test('what a citizen wrote to the centre stands on the own page, and opens there without a key', async () => {
  const context = await hall.browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await byIdentity(hall, page, HUONG)
  await page.goto(at('/gop-y'))
  await page.locator('[name="kind"][value="remark"]').check()
  await page.locator('textarea').fill('Tôi chờ ở quầy ba tiếng.')
  await page.getByRole('button', { name: 'Gửi', exact: false }).first().click()
  await page.waitForURL('**/gop-y/theo-doi?moi')
  await context.clearCookies({ name: 'gop-y' })
  await page.goto(at('/toi'))
  await page.getByRole('link', { name: /^PA-190305/ }).click()
  await page.waitForURL('**/toi/gop-y/PA-*')
  await expect.poll(() => main(page)).toContain('Tôi chờ ở quầy ba tiếng.')
  expect(await accessFaults(page)).toEqual([])
  expect(await tooWide(page)).toBe(0)
  await context.close()
})
