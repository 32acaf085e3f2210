import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessFaults, type OpenHall, openHall, tooWide } from './open-hall.ts'

/** People of the centre come in, with and without script, and lose nothing when the session has ended. */
const RECEIVE = '/ban/tiep-nhan?thu-tuc=kt-xac-nhan-bang-ke-lam-san'

let hall: OpenHall
let accounts: readonly { readonly login: string; readonly password: string; readonly post: string }[]

beforeAll(async () => {
  hall = await openHall()
  accounts = JSON.parse(readFileSync(join(hall.dataDir, 'demo-accounts.json'), 'utf8'))
}, 120_000)
afterAll(() => hall.close())

const accountOf = (post: string) => {
  const found = accounts.find((one) => one.post === post)
  if (!found) throw new Error(`no account of a ${post}`)
  return found
}

async function aPage(javaScriptEnabled: boolean, width = 1280): Promise<Page> {
  return (await hall.browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 } })).newPage()
}

async function signIn(page: Page, post: string): Promise<void> {
  const { login, password } = accountOf(post)
  await page.getByLabel('Tên đăng nhập').fill(login)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_, javaScriptEnabled) => {
  test('a person gets to where the way led, and out again', async () => {
    const page = await aPage(javaScriptEnabled)
    await page.goto(`${hall.house.origin}/ban/nhac-viec`)
    expect(new URL(page.url()).pathname).toBe('/dang-nhap')
    await page.getByLabel('Tên đăng nhập').fill('dat.tx')
    await page.getByLabel('Mật khẩu', { exact: true }).fill('không phải')
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('không đúng')
    await expect.poll(() => page.getByLabel('Tên đăng nhập').inputValue()).toBe('dat.tx')
    await signIn(page, 'clerk')
    await page.waitForURL('**/ban/nhac-viec')
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.waitForURL('**/dang-nhap')
    await page.goto(`${hall.house.origin}/ban`)
    expect(new URL(page.url()).pathname).toBe('/dang-nhap')
    await page.context().close()
  })

  test('what was typed when the session had ended is sent after signing in again, by the same person alone', async () => {
    const page = await aPage(javaScriptEnabled)
    await page.goto(`${hall.house.origin}/dang-nhap`)
    await signIn(page, 'clerk')
    await page.waitForURL('**/ban')
    const name = javaScriptEnabled ? 'Đỗ Thị Giữa Chừng' : 'Lê Văn Nửa Đường'
    const typed = async () => {
      await page.goto(hall.house.origin + RECEIVE)
      await page.getByLabel('Họ và tên').first().fill(name)
      await page.getByRole('button', { name: 'Đủ như yêu cầu' }).click()
      await expect.poll(() => page.locator('.papers-given input[type=number]').first().inputValue()).toBe('1')
      await page.context().clearCookies({ name: 'phien' })
      await page.getByRole('button', { name: /^Tiếp nhận/ }).click()
      await page.getByText('Phiên làm việc đã hết').waitFor()
    }
    await typed()
    await signIn(page, 'handler')
    await page.waitForURL('**/ban')
    expect(await page.getByRole('main').textContent()).not.toContain(name)

    await page.context().clearCookies()
    await page.goto(`${hall.house.origin}/dang-nhap`)
    await signIn(page, 'clerk')
    await page.waitForURL('**/ban')
    await typed()
    await signIn(page, 'clerk')
    await page.getByText('Chưa có gì được gửi').waitFor()
    await expect.poll(() => page.getByRole('main').textContent()).toContain(name)
    expect(page.url()).not.toMatch(/D%E1|L%C3|kept|giu/)
    await page.getByRole('button', { name: 'Gửi tiếp' }).click()
    await page.waitForURL('**/ban/tiep-nhan/xong/*')
    await expect.poll(() => page.getByRole('main').textContent()).toContain(name)
    await page.context().close()
  })

  test('a second step is set up, asked for, and taken off again', async () => {
    const post = javaScriptEnabled ? 'cashier' : 'administrator'
    const { password } = accountOf(post)
    const page = await aPage(javaScriptEnabled)
    await page.goto(`${hall.house.origin}/dang-nhap`)
    await signIn(page, post)
    await page.waitForURL('**/ban')
    await page.goto(`${hall.house.origin}/ban/tai-khoan`)
    await page.getByLabel('Mật khẩu hiện tại').fill(password)
    await page.getByRole('button', { name: 'Bật xác thực hai bước' }).click()
    await page.getByRole('img', { name: 'Mã QR' }).waitFor()
    const secret = base32.decode(((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', ''))
    const codeOf = (by: number) =>
      createOTP(secret).hotp(Math.floor(Temporal.Now.instant().epochMilliseconds / 30_000) + by)
    await page.getByLabel('Mã sáu chữ số').fill('000000')
    await page.getByRole('button', { name: 'Xác nhận và bật' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('Mã sáu chữ số').fill(await codeOf(-1))
    await page.getByRole('button', { name: 'Xác nhận và bật' }).click()
    await page.getByText('mười mã dự phòng').waitFor()
    const recovery = await page.locator('.recovery code').allTextContents()
    expect(recovery).toHaveLength(10)

    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.waitForURL('**/dang-nhap')
    await signIn(page, post)
    await page.getByLabel('Mã xác thực').fill('123456')
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('Mã không đúng')
    await page.getByLabel('Mã xác thực').fill(await codeOf(0))
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await page.waitForURL('**/ban')
    await page.goto(`${hall.house.origin}/ban/tai-khoan`)
    await page.getByLabel('Mật khẩu hiện tại').fill(password)
    await page.getByRole('button', { name: 'Tắt xác thực hai bước' }).click()
    await page.getByRole('button', { name: 'Bật xác thực hai bước' }).waitFor()
    await page.context().close()
  })

  test('another sign-in is seen and ended', async () => {
    const [here, there] = [await aPage(javaScriptEnabled), await aPage(false)]
    for (const page of [there, here]) {
      await page.goto(`${hall.house.origin}/dang-nhap`)
      await signIn(page, 'head')
      await page.waitForURL('**/ban')
    }
    await here.goto(`${hall.house.origin}/ban/tai-khoan`)
    await here.getByRole('button', { name: 'Kết thúc mọi lần khác' }).click()
    await expect.poll(() => here.locator('.sessions li').count()).toBe(1)
    await there.goto(`${hall.house.origin}/ban`)
    expect(new URL(there.url()).pathname).toBe('/dang-nhap')
    for (const page of [here, there]) await page.context().close()
  })
})

test('single keys are switched off and on; those with Alt stay', async () => {
  const { page, leave } = await hall.personAt('approver')
  const isOpen = () => page.locator('#shortcuts').evaluate((dialog) => dialog.hasAttribute('open'))
  await page.goto(`${hall.house.origin}/ban`)
  await page.keyboard.press('?')
  expect(await isOpen()).toBe(true)
  // It fades in.
  await expect.poll(() => accessFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.goto(`${hall.house.origin}/ban/tai-khoan`)
  await page.getByRole('button', { name: 'Tắt phím tắt một phím' }).click()
  await page.getByRole('button', { name: 'Bật phím tắt một phím' }).waitFor()
  await page.keyboard.press('?')
  expect(await isOpen()).toBe(false)
  await page.keyboard.press('Alt+M')
  await page.waitForURL('**/ban')
  await leave()
})

test.each([320, 1280])('the pages of signing in are accessible and fit at %i px', async (width) => {
  const page = await aPage(true, width)
  for (const language of ['vi', 'en']) {
    await page.goto(`${hall.house.origin}/dang-nhap?lang=${language}`)
    expect(await accessFaults(page)).toEqual([])
    expect(await tooWide(page)).toBeLessThanOrEqual(0)
  }
  await page.context().close()
})

test('a passkey is made, opens by itself, and is worth nothing once it is removed', async () => {
  // A passkey belongs to a name, which an address of numbers is not.
  const origin = hall.house.origin.replace('127.0.0.1', 'localhost')
  const page = await aPage(true)
  page.setDefaultTimeout(5000)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto(`${origin}/dang-nhap`)
  await signIn(page, 'director')
  await page.waitForURL('**/ban')
  await page.goto(`${origin}/ban/tai-khoan`)
  await page.getByLabel('Tên khóa').fill('Máy ở phòng Giám đốc')
  await page.getByRole('button', { name: 'Thêm khóa của máy này' }).click()
  await page.getByText('Máy ở phòng Giám đốc, từ').waitFor()
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await page.waitForURL('**/dang-nhap')
  await page.getByRole('button', { name: /^Đăng nhập bằng khóa/ }).click()
  await page.waitForURL('**/ban')
  await expect.poll(() => page.getByRole('link', { name: /Nguyễn Thị Lan/ }).count()).toBe(1)
  await page.goto(`${origin}/ban/tai-khoan`)
  await expect.poll(() => page.getByText('Máy ở phòng Giám đốc, từ').textContent()).toContain('dùng lần cuối')
  await page.getByRole('button', { name: 'Bỏ khóa' }).click()
  await page.getByText('Chưa có khóa nào').waitFor()
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await page.waitForURL('**/dang-nhap')
  await page.getByRole('button', { name: /^Đăng nhập bằng khóa/ }).click()
  await page.getByRole('alert').waitFor()
  expect(new URL(page.url()).pathname).toBe('/dang-nhap')
  await cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
  await page.context().close()
})
