import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessFaults, type OpenHall, openHall, tooWide, visitor } from './open-hall.ts'

/** Citizens come in by the national identity, by a code or a passkey, at a telephone's width, with and without script. */
let hall: OpenHall

beforeAll(async () => {
  hall = await openHall()
}, 120_000)
afterAll(() => hall.close())

const at = (path: string) => hall.house.origin + path
const main = (page: Page) => page.getByRole('main').textContent()

/** Chooses somebody at the provider that is played, and waits for what comes of it. */
async function asPerson(page: Page, label: string): Promise<void> {
  await page.getByText('Đây không phải VNeID').waitFor()
  await page.getByRole('button', { name: label, exact: true }).click()
  await page.waitForURL((url) => url.origin === hall.house.origin)
}

async function byIdentity(page: Page, label: string): Promise<void> {
  await page.goto(at('/toi'))
  await page.getByRole('link', { name: 'Đăng nhập bằng VNeID' }).click()
  await asPerson(page, label)
}

/** The code that was last sent to a contact, from the page of the demonstration. */
async function codeFor(page: Page, contact: string): Promise<string> {
  const messages = await page.context().newPage()
  await messages.goto(at('/trinh-dien/tin-nhan'))
  const message = messages.locator('.messages li', { hasText: contact }).first().locator('.message')
  const code = /\d{6}/.exec((await message.textContent()) ?? '')?.[0] ?? ''
  await messages.close()
  return code
}

async function byCode(page: Page, contact: string): Promise<void> {
  await page.goto(at('/toi'))
  await page.getByLabel('Số điện thoại hoặc thư điện tử').fill(contact)
  await page.getByRole('button', { name: 'Nhận mã' }).click()
  await page.getByLabel('Mã sáu chữ số').fill(await codeFor(page, contact))
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_, javaScriptEnabled) => {
  const own = javaScriptEnabled ? '1' : '2'

  test('the national identity says who somebody is; going back, and an account that says too little, change nothing', async () => {
    const page = await visitor(hall, { javaScriptEnabled })
    await byIdentity(page, 'Quay lại, không đăng nhập')
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('Chưa có gì thay đổi')
    await byIdentity(page, 'Tài khoản thiếu số định danh')
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('thiếu số định danh 12 chữ số')
    await byIdentity(page, 'Nguyễn Thị Hương, mức 2')
    expect(new URL(page.url()).pathname).toBe('/toi')
    const text = await main(page)
    expect(text).toContain('Đã xác thực bằng định danh điện tử mức 2')
    expect(text).toContain('022185001234')
    expect(text).toContain('03/02/1985')
    await page.goBack()
    await page.goto(at('/toi'))
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.goto(at('/toi'))
    expect(new URL(page.url()).pathname).toBe('/toi/dang-nhap')
    await page.context().close()
  })

  test('a second identity account with the same number is not let in', async () => {
    const page = await visitor(hall, { javaScriptEnabled })
    await byIdentity(page, 'Nguyễn Thị Hương, mức 2')
    await page.context().clearCookies()
    await byIdentity(page, 'Tài khoản thứ hai mang số định danh của Nguyễn Thị Hương')
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('mang căn cước đến quầy')
    await page.goto(at('/toi'))
    expect(new URL(page.url()).pathname).toBe('/toi/dang-nhap')
    await page.context().close()
  })

  test('a code opens an account; it is told as not verified, and where one wanted to go one gets to', async () => {
    const page = await visitor(hall, { javaScriptEnabled })
    await page.goto(at('/toi/nop-thay'))
    await page.getByLabel('Số điện thoại hoặc thư điện tử').fill('09123')
    await page.getByRole('button', { name: 'Nhận mã' }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('chưa phải số điện thoại')
    await page.getByLabel('Số điện thoại hoặc thư điện tử').fill(`091234567${own}`)
    await page.getByRole('button', { name: 'Nhận mã' }).click()
    const code = await codeFor(page, `091234567${own}`)
    await page.getByLabel('Mã sáu chữ số').fill(code === '111111' ? '222222' : '111111')
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('Mã không đúng')
    await page.getByLabel('Mã sáu chữ số').fill(code)
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await page.waitForURL('**/toi/thong-tin**')
    await page.getByLabel('Họ và tên').fill('Lê Thị Cúc')
    await page.getByLabel('Ngày sinh').fill('1990-05-06')
    await page.getByLabel('Số định danh').fill('123')
    await page.getByRole('button', { name: 'Lưu' }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('12 chữ số')
    await page.getByLabel('Số định danh').fill('')
    await page.getByRole('button', { name: 'Lưu' }).click()
    await page.waitForURL('**/toi/nop-thay')
    await page.goto(at('/toi'))
    await expect.poll(() => main(page)).toContain('Chưa xác thực định danh')

    await page.getByRole('link', { name: 'Thêm hoặc đổi' }).click()
    await page.getByLabel('Số điện thoại hoặc thư điện tử').fill(`Cuc${own}@Example.vn`)
    await page.getByRole('button', { name: 'Nhận mã' }).click()
    await page.getByLabel('Mã sáu chữ số').fill(await codeFor(page, `cuc${own}@example.vn`))
    await page.getByRole('button', { name: 'Xác nhận' }).click()
    await page.waitForURL('**/toi')
    await expect.poll(() => main(page)).toContain(`cuc${own}@example.vn`)
    await page.context().close()
  })

  test('an organisation’s representative lets a person in, who sees it, and ends it again', async () => {
    const lan = await visitor(hall, { javaScriptEnabled })
    await byIdentity(lan, 'Công ty TNHH Gốm Đất Việt, người đại diện Đoàn Thị Lan')
    await lan.goto(at('/toi/nop-thay'))
    await expect.poll(() => main(lan)).toContain('Công ty TNHH Gốm Đất Việt')
    await lan.getByRole('link', { name: 'Cho một người nộp thay' }).click()
    await lan.getByRole('radio', { name: 'Công ty TNHH Gốm Đất Việt' }).check()
    await lan.getByLabel('Họ và tên người nộp thay').fill('Nguyễn Thị Hương')
    await lan.getByLabel('Số định danh của người nộp thay').fill('022185001234')
    await lan.getByLabel('Ngày cuối còn giá trị').fill('2031-01-01')
    await lan.getByRole('button', { name: 'Lưu' }).click()
    await expect.poll(() => lan.getByRole('alert').textContent()).toContain('từ 05/03/2019 đến')
    await lan.getByLabel('Ngày cuối còn giá trị').fill('2019-12-31')
    await lan.getByRole('button', { name: 'Lưu' }).click()
    await lan.waitForURL('**/toi/nop-thay')

    const huong = await visitor(hall, { javaScriptEnabled })
    await byIdentity(huong, 'Nguyễn Thị Hương, mức 2')
    await huong.goto(at('/toi/nop-thay'))
    await expect.poll(() => main(huong)).toContain('đến hết ngày 31/12/2019')
    const line = lan.locator('li', { hasText: 'Nguyễn Thị Hương' })
    await line.getByRole('button', { name: 'Chấm dứt' }).click()
    await expect.poll(() => line.count()).toBe(0)
    await huong.reload()
    await expect.poll(() => main(huong)).toContain('Bạn chưa nộp thay cho ai')
    for (const page of [lan, huong]) await page.context().close()
  })
})

test('an account opened by a code is verified by the identity, and an authorisation is kept with its document', async () => {
  const page = await visitor(hall)
  await byCode(page, '0987000111')
  await page.getByLabel('Họ và tên').fill('Minh')
  await page.getByLabel('Ngày sinh').fill('1979-08-15')
  await page.getByRole('button', { name: 'Lưu' }).click()
  await page.waitForURL('**/toi')
  await page.getByRole('link', { name: 'Xác thực bằng VNeID' }).click()
  await asPerson(page, 'Trần Văn Minh, mức 1')
  const text = await main(page)
  expect(text).toContain('định danh điện tử mức 1')
  expect(text).toContain('Trần Văn Minh')
  expect(text).toContain('0987000111')

  await page.goto(at('/toi/nop-thay/khai?ai=citizen'))
  await page.getByLabel('Họ và tên người ủy quyền').fill('Nguyễn Thị Hương')
  await page.getByLabel('Số định danh của người ủy quyền').fill('022185001234')
  await page.getByLabel('Giấy tờ', { exact: true }).fill('Giấy ủy quyền 15/2019, UBND phường Mạo Khê')
  await page.getByLabel('Ngày cuối còn giá trị').fill('2019-06-30')
  const picture = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  )
  await page
    .getByLabel('Ảnh chụp')
    .setInputFiles({ name: 'uy-quyen.png', mimeType: 'image/png', buffer: picture })
  await page.getByRole('button', { name: 'Lưu' }).click()
  await page.waitForURL('**/toi/nop-thay')
  await expect.poll(() => main(page)).toContain('cán bộ xem giấy tờ khi nhận hồ sơ')
  const kept = await page.getByRole('link', { name: 'Xem tệp đã nộp' }).getAttribute('href')
  const file = await page.request.get(at(kept ?? ''))
  expect([file.status(), file.headers()['content-type']]).toEqual([200, 'image/png'])
  const stranger = await visitor(hall)
  await byIdentity(stranger, 'Phạm Gia Bảo, 14 tuổi, mức 2')
  await expect.poll(() => main(stranger)).toContain('Bạn chưa đủ 15 tuổi')
  expect((await stranger.request.get(at(kept ?? ''))).headers()['content-type']).toContain('text/html')
  // Who is too young is told before anything is filled in, and who files instead.
  await stranger.goto(at('/nop/2.000635'))
  await expect.poll(() => main(stranger)).toContain('Người chưa đủ 15 tuổi không tự nộp được thủ tục này')
  await expect.poll(() => main(stranger)).toContain('Cha, mẹ hoặc người giám hộ nộp thay')
  await expect.poll(() => stranger.getByRole('button', { name: 'Bắt đầu' }).count()).toBe(0)
  for (const one of [page, stranger]) await one.context().close()
})

test('signed out everywhere else, the other browser is out', async () => {
  const [here, there] = [await visitor(hall), await visitor(hall, { javaScriptEnabled: false })]
  for (const page of [there, here]) await byIdentity(page, 'Trần Văn Minh, mức 1')
  await here.getByRole('button', { name: 'Kết thúc mọi lần khác' }).click()
  await expect.poll(() => here.locator('.sessions li', { hasText: 'Đang dùng' }).count()).toBe(1)
  await expect.poll(() => here.getByRole('button', { name: 'Kết thúc', exact: true }).count()).toBe(0)
  await expect
    .poll(async () => {
      await there.goto(at('/toi'))
      return new URL(there.url()).pathname
    })
    .toBe('/toi/dang-nhap')
  for (const page of [here, there]) await page.context().close()
})

test('a passkey of a citizen opens the citizen’s side and never the desk', async () => {
  // A passkey belongs to a name, which an address of numbers is not.
  const origin = hall.house.origin.replace('127.0.0.1', 'localhost')
  const page = await visitor(hall)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await page.goto(`${origin}/toi`)
  await page.getByRole('link', { name: 'Đăng nhập bằng VNeID' }).click()
  await page.getByRole('button', { name: 'Nguyễn Thị Hương, mức 2' }).click()
  await page.waitForURL(`${origin}/toi`)
  await page.getByLabel('Tên khóa').fill('Điện thoại của Hương')
  await page.getByRole('button', { name: 'Thêm khóa' }).click()
  await page.getByText('Điện thoại của Hương').waitFor()
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await page.goto(`${origin}/dang-nhap`)
  await page.getByRole('button', { name: 'khóa của máy này' }).click()
  await page.getByRole('alert').waitFor()
  await page.goto(`${origin}/toi`)
  expect(new URL(page.url()).pathname).toBe('/toi/dang-nhap')
  await page.getByRole('button', { name: 'khóa của máy này' }).click()
  await page.waitForURL(`${origin}/toi`)
  await expect.poll(() => main(page)).toContain('Nguyễn Thị Hương')
  await page.context().close()
})

test.each([320, 1280])(
  'the citizen’s pages are accessible and fit at %i px, in both languages',
  async (width) => {
    const page = await visitor(hall, { width })
    const look = async (path: string) => {
      await page.goto(at(path))
      expect(await accessFaults(page), path).toEqual([])
      expect(await tooWide(page), path).toBeLessThanOrEqual(0)
    }
    for (const language of ['en', 'vi']) {
      await page.context().clearCookies()
      await look(`/toi/dang-nhap?lang=${language}`)
      await byIdentityIn(page, language)
      const paths = [
        '/toi',
        '/toi/lien-he',
        '/toi/nop-thay',
        '/toi/nop-thay/cho-nguoi',
        '/trinh-dien/tin-nhan',
      ]
      for (const path of paths) await look(path)
      for (const kind of ['organisation', 'citizen', 'child']) await look(`/toi/nop-thay/khai?ai=${kind}`)
    }
    await page.context().clearCookies()
    await byCode(page, `098700${width.toString().padStart(4, '0')}`)
    await look('/toi/thong-tin')
    await page.context().close()
  },
)

async function byIdentityIn(page: Page, language: string): Promise<void> {
  await page.goto(at(`/toi/dang-nhap?lang=${language}`))
  await page.getByRole('link', { name: 'VNeID' }).click()
  expect(await accessFaults(page)).toEqual([])
  await asPerson(page, 'Công ty TNHH Gốm Đất Việt, người đại diện Đoàn Thị Lan')
}
