import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { photographed, textPdf } from '#papers/digitising/bad-files.ts'
import { fillIn, SAVE, toTheCheck, type Typed } from './fill-form.ts'
import { accessFaults, type OpenHall, openHall, tooWide, unfold, visitor } from './open-hall.ts'

/** A form is filled in on a telephone, with and without script and in English, filed, and accepted by an officer. */
let hall: OpenHall

beforeAll(async () => {
  hall = await openHall()
}, 120_000)
afterAll(() => hall.close())

const at = (path: string) => hall.house.origin + path
const main = async (page: Page) => (await page.getByRole('main').textContent()) ?? ''
const START = '/nop/2.000635'

/** What is typed, by the boxes of the pages. */
const TYPED: Typed = {
  'c.forWhom': 'self',
  'c.applicant.name': 'Nguyễn Thị Hoà',
  'c.applicant.number': '022188001234',
  'c.applicant.phone': '0912 345 678',
  'c.applicant.address.line': 'Khu 3',
  'c.applicant.address.ward': '07069',
  'f.requester.fullName': 'Nguyễn Thị Hoà',
  'f.requester.residence.line': 'Khu 3',
  'f.requester.residence.ward': '07069',
  'f.requester.idDoc.type': 'cccd',
  'f.requester.idDoc.number': '022188001234',
  'f.relation': 'self',
  'f.eventKind': 'birth',
  'f.subject.fullName': 'Nguyễn Thị Hoà',
  'f.subject.dateOfBirth.day': '5',
  'f.subject.dateOfBirth.month': '2',
  'f.subject.dateOfBirth.year': '1988',
  'f.subject.gender': 'nu',
  'f.subject.ethnicity': '01',
  'f.subject.nationality': 'VNM',
  'f.subject.residence.line': 'Khu 3',
  'f.subject.residence.ward': '07069',
  'f.registeredAt': 'UBND xã Bình Khê',
  'f.registeredOn.day': '12',
  'f.registeredOn.month': '2',
  'f.registeredOn.year': '1988',
  'f.copies': '2',
  'f.declaration': 'true',
  'c.returnWay': 'counter',
  'c.consent': 'true',
}

/** What has the focus: a box with what it would be set to, or what it says. */
function focused(page: Page) {
  return page.evaluate((typed) => {
    const one = document.activeElement
    const name = one?.getAttribute('name') ?? ''
    const wanted = name.startsWith('p.') ? 'counter' : typed[name]
    const option = [...(one?.querySelectorAll('option') ?? [])].find(({ value }) => value === wanted)
    return {
      kind: one?.getAttribute('type') ?? one?.localName ?? '',
      isWanted: wanted !== undefined && one?.getAttribute('value') === wanted,
      wanted: option?.textContent ?? wanted,
      says: one?.textContent ?? '',
    }
  }, TYPED)
}

/** Fills in a page and goes on with the keyboard alone: past the head of the page, from box to box, to the button. */
async function typeIn(page: Page): Promise<void> {
  // The skip link changes what stands behind the path alone.
  const was = new URL(page.url()).pathname
  for (let boxes = 0; boxes < 60; boxes += 1) {
    await page.keyboard.press('Tab')
    const { kind, wanted, says } = await focused(page)
    if (says === 'Skip to main content') await page.keyboard.press('Enter')
    else if (SAVE.test(says)) {
      await page.keyboard.press('Enter')
      return page.waitForURL((url) => url.pathname !== was)
    } else if (wanted !== undefined) {
      if (kind === 'radio') {
        await page.keyboard.press('Space')
        while (!(await focused(page)).isWanted) await page.keyboard.press('ArrowDown')
      } else if (kind === 'checkbox') await page.keyboard.press('Space')
      else await page.keyboard.type(wanted)
    }
  }
  throw new Error(`the keyboard never came to the button: ${was}`)
}

async function signIn(page: Page, contact: string, [ask, enter, keep]: readonly string[]): Promise<void> {
  await page.locator('[name="contact"]').fill(contact)
  await page.getByRole('button', { name: ask ?? '' }).click()
  const messages = await page.context().newPage()
  await messages.goto(at('/trinh-dien/tin-nhan'))
  const message = messages.locator('.messages li', { hasText: contact }).first().locator('.message')
  const code = /\d{6}/.exec((await message.textContent()) ?? '')?.[0] ?? ''
  await messages.close()
  await page.locator('[name="code"]').fill(code)
  await page.getByRole('button', { name: enter ?? '', exact: true }).click()
  await page.waitForURL('**/toi/thong-tin**')
  await page.locator('[name="name"]').fill('Nguyễn Thị Hoà')
  await page.locator('[name="bornOn"]').fill('1988-02-05')
  await page.locator('[name="idNumber"]').fill('022188001234')
  await page.getByRole('button', { name: keep ?? '', exact: true }).click()
}

interface Filed {
  readonly code: string
  readonly key: string
}

/** What the page of a filing says to keep. */
async function filedAs(page: Page): Promise<Filed> {
  const text = await main(page)
  return {
    code: /\d{3}\.\d{2}\.\d{2}\.H49-\d{6}-\d{4,}/.exec(text)?.[0] ?? '',
    key: /(?:Khóa tra cứu|Look-up key)\s*([0-9A-Z]{5}[ -]?[0-9A-Z]{5})/.exec(text)?.[1] ?? '',
  }
}

describe.each([
  ['with JavaScript', true, '0912000001'],
  ['without JavaScript', false, '0912000002'],
])('%s', (_, javaScriptEnabled, contact) => {
  test('from the first page to the dossier, on a telephone: filled in, filed, asked about once, answered, accepted', async () => {
    const page = await visitor(hall, { javaScriptEnabled })
    const isSound = async () => {
      expect([page.url(), await tooWide(page)]).toEqual([page.url(), 0])
      if (javaScriptEnabled) expect([page.url(), await accessFaults(page)]).toEqual([page.url(), []])
    }
    await page.goto(at(START))
    await isSound()
    await page.getByRole('button', { name: 'Bắt đầu' }).click()
    await page.getByRole('button', { name: SAVE }).click()
    await page.getByRole('alert').waitFor()
    await isSound()
    const pages = await toTheCheck(page, TYPED, isSound)
    expect(pages).toBeGreaterThan(8)

    // Nobody is signed in: what was filled in waits, and is the account's afterwards.
    await page.getByRole('link', { name: 'Đăng nhập để nộp' }).click()
    await signIn(page, contact, ['Nhận mã', 'Đăng nhập', 'Lưu và đi tiếp'])
    await page.waitForURL('**/kiem-tra')
    await expect.poll(() => main(page)).toContain('UBND xã Bình Khê')
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await page.getByRole('alert').waitFor()
    await fillIn(page, TYPED)
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await page.waitForURL('**/nop/ho-so/**')
    await isSound()
    const own = page.url()
    const { code, key } = await filedAs(page)
    await expect.poll(() => main(page)).toContain('8 giờ làm việc')

    await page.goto(at('/tra-cuu'))
    await page.locator('[name="ma"]').fill(code)
    await page.locator('[name="khoa"]').fill(key)
    await page.getByRole('main').getByRole('button').first().click()
    await page.waitForURL('**/tra-cuu/ho-so')
    await expect.poll(() => main(page)).toContain('đã nộp trực tuyến')

    // What it will cost can be paid at once; the money waits for the filing to be received.
    await page.getByRole('link', { name: 'Nộp phí, lệ phí ngay' }).click()
    await page.waitForURL('**/tra-cuu/nop-tien')
    await expect.poll(() => main(page)).toContain('chờ đến khi hồ sơ được tiếp nhận')
    await isSound()
    await page.getByRole('button', { name: 'Nộp qua VNPAY' }).click()
    await page.getByRole('button', { name: 'Trả tiền', exact: true }).click()
    await page.waitForURL('**/tra-cuu/nop-tien')
    await expect.poll(() => main(page)).toContain('chờ tiếp nhận hồ sơ')
    await expect.poll(() => page.getByRole('button', { name: /Nộp qua/ }).count()).toBe(0)
    await isSound()

    const officer = await hall.personAt('clerk', { javaScriptEnabled })
    await officer.page.goto(at('/ban'))
    await officer.page
      .getByRole('link', { name: /Nộp trực tuyến/ })
      .first()
      .click()
    await officer.page.getByRole('link', { name: code }).click()
    await officer.page.locator('.check-line', { hasText: 'UBND xã Bình Khê' }).locator('summary').click()
    await officer.page.locator('[name="sai.f.registeredAt"]').fill('Ghi đúng tên Ủy ban nhân dân đã đăng ký')
    await unfold(officer.page, 'Yêu cầu bổ sung một lần')
    await officer.page.locator('[name="ground"]').fill('Luật Hộ tịch 2014, Điều 64')
    if (javaScriptEnabled) {
      expect(await accessFaults(officer.page)).toEqual([])
      expect(await tooWide(officer.page)).toBe(0)
    }
    await officer.page.getByRole('button', { name: /Gửi yêu cầu bổ sung/ }).click()
    await officer.page.waitForURL('**/ban/nop-truc-tuyen')
    expect(await main(officer.page)).not.toContain(code)

    await page.goto(own)
    await expect.poll(() => main(page)).toContain('Ghi đúng tên Ủy ban nhân dân đã đăng ký')
    await isSound()
    await page.getByRole('button', { name: 'Sửa và gửi lại' }).click()
    await toTheCheck(page, { ...TYPED, 'f.registeredAt': 'Ủy ban nhân dân xã Bình Khê' }, isSound)
    await fillIn(page, TYPED)
    await page.getByRole('button', { name: 'Gửi bổ sung' }).dblclick()
    await page.waitForURL(own)

    // With script the list shows by itself what has come back.
    if (!javaScriptEnabled) await officer.page.goto(at('/ban/nop-truc-tuyen'))
    await officer.page.getByRole('link', { name: code }).click()
    await officer.page.getByRole('heading', { level: 1, name: code }).waitFor()
    await expect.poll(() => main(officer.page)).toContain('Trước khi bổ sung: UBND xã Bình Khê')
    await expect.poll(() => main(officer.page)).toContain('Đã nộp trước trực tuyến')
    await officer.page.getByRole('button', { name: /^Tiếp nhận/ }).click()
    await officer.page.waitForURL(`**/ban/tiep-nhan/xong/${code}`)
    await officer.leave()

    await page.goto(at('/tra-cuu/ho-so'))
    expect(await main(page)).not.toContain('đã nộp trực tuyến')
    await expect.poll(() => main(page)).toContain(code)
    await page.goto(at('/toi'))
    await expect.poll(() => main(page)).toContain(code)
    await page.context().close()
  })
})

test('in English, by keyboard alone, and a second click files nothing twice', async () => {
  const page = await visitor(hall, { locale: 'en-GB' })
  await page.goto(at(START))
  await page.getByRole('link', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.waitForURL((url) => url.pathname !== START)
  await toTheCheck(
    page,
    TYPED,
    async () => await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en'),
    () => typeIn(page),
  )
  await page.getByRole('link', { name: 'Sign in to file' }).click()
  await signIn(page, '0912000003', ['Get a code', 'Sign in', 'Save and go on'])
  await page.waitForURL('**/kiem-tra')
  await fillIn(page, TYPED)
  await page.getByRole('button', { name: 'File', exact: true }).dblclick()
  await page.waitForURL('**/nop/ho-so/**')
  expect((await filedAs(page)).code).not.toBe('')
  await page.goto(at('/toi'))
  expect((await main(page)).match(/H49-\d{6}-/g)).toHaveLength(1)
  await page.context().close()
})

test('an officer helps a citizen at the desk: papers are looked at and sent as citizens send them, the filing is the citizen’s', async () => {
  const { page, leave } = await hall.personAt('clerk')
  await page.goto(at('/ban/nop-giup/2.000635'))
  await page.getByText('Từ khó trên trang này').waitFor()
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  await page.waitForURL('**/nop-giup/**/c.*')
  let papers = 0
  await toTheCheck(page, TYPED, async () => {
    expect([page.url(), await tooWide(page)]).toEqual([page.url(), 0])
    if (!new URL(page.url()).pathname.includes('/p.') || papers++ > 0) return
    expect(await accessFaults(page)).toEqual([])
    await page.locator('#tep').setInputFiles(picture('nhoe.jpg', await photographed({ blur: 9 })))
    await page.getByText('Ảnh bị nhòe. Giữ chắc máy').waitFor()
    await page.locator('#tep').setInputFiles(picture('don.jpg', await photographed()))
    await page.locator('.rows li', { hasText: 'don.jpg' }).waitFor()
  })
  expect(papers).toBeGreaterThan(0)
  await expect.poll(() => main(page)).toContain('don.jpg')
  await fillIn(page, TYPED)
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
  await page.waitForURL('**/nop-giup/ho-so/**')
  await expect.poll(() => main(page)).toContain('Được hỗ trợ nộp tại')
  await leave()
})

/** The page of the first paper of a filing that was just begun. */
async function toThePaper(page: Page): Promise<void> {
  await page.goto(at(START))
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  await page.waitForURL(`**${START}/**`)
  await page.goto(page.url().replace(/[^/]+$/, 'kiem-tra'))
  await page.locator('main a[href*="/p."]').first().click()
  await page.waitForURL('**/p.*')
}

const picture = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer })

test('a blurred photograph is told of on the telephone, the next one is straightened, sent and there', async () => {
  const page = await visitor(hall)
  await toThePaper(page)
  const said = page.getByRole('status')
  await page.locator('#tep').setInputFiles(picture('nhoe.jpg', await photographed({ blur: 9 })))
  await expect.poll(() => said.textContent()).toContain('Ảnh bị nhòe. Giữ chắc máy')
  expect(await accessFaults(page)).toEqual([])
  expect(await tooWide(page)).toBe(0)
  await page.getByRole('button', { name: 'Chụp hoặc chọn ảnh khác' }).waitFor()
  await page
    .locator('#tep')
    .setInputFiles([
      { name: 'anh.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ This program cannot be run') },
      picture('don.jpg', await photographed()),
    ])
  const alone = page.getByRole('alert')
  await expect.poll(() => alone.textContent()).toContain('“anh.jpg” không phải PDF, JPEG hay PNG')
  await page.getByRole('button', { name: 'Đã hiểu' }).click()
  await page.locator('.rows li', { hasText: 'don.jpg' }).waitFor()
  await expect.poll(() => page.locator('.rows li').count()).toBe(1)
  expect(await accessFaults(page)).toEqual([])

  // What the telephone makes of it: the sheet alone, upright, in its shape.
  const looker = (await page.locator('mc-paper').getAttribute('data-looker')) ?? ''
  const looked = await page.evaluate(
    async ([script = '', base64 = '']) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const worker = new Worker(script, { type: 'module' })
      const answer = await new Promise<{ jpeg: Blob; faults: string[]; isStraightened: boolean }>((done) => {
        worker.addEventListener('message', ({ data }) => done(data))
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
        worker.postMessage(new Blob([bytes], { type: 'image/jpeg' }))
      })
      const { width, height } = await createImageBitmap(answer.jpeg)
      return { ...answer, jpeg: null, shape: height / width }
    },
    [looker, (await photographed()).toString('base64')],
  )
  expect(looked).toMatchObject({ faults: [], isStraightened: true })
  expect(looked.shape).toBeCloseTo(Math.SQRT2, 2)
  await page.context().close()
})

test('when the line breaks what was sent is kept: it goes on by itself, and after the page was closed', async () => {
  const page = await visitor(hall)
  page.on('dialog', (dialog) => void dialog.accept())
  await toThePaper(page)
  const large = Buffer.concat([textPdf(1), Buffer.alloc(1_500_000, ' '), Buffer.from('\n%%EOF')])
  const file = { name: 'giay.pdf', mimeType: 'application/pdf', buffer: large }
  const offsets: number[] = []
  let breaksAt = 500_000
  await page.route('**/tep/*', async (route) => {
    const from = Number(route.request().headers()['upload-offset'] ?? NaN)
    if (from > breaksAt) {
      await page.context().setOffline(true)
      return route.abort('internetdisconnected')
    }
    if (!Number.isNaN(from)) offsets.push(from)
    return route.continue()
  })
  const said = page.getByRole('status')
  await page.locator('#tep').setInputFiles(file)
  await expect.poll(() => said.textContent(), { timeout: 10_000 }).toContain('Mất mạng khi gửi được')
  breaksAt = 1_000_000
  await page.context().setOffline(false)
  await expect.poll(() => offsets.some((one) => one > 500_000), { timeout: 10_000 }).toBe(true)
  await expect.poll(() => said.textContent(), { timeout: 10_000 }).toContain('Mất mạng khi gửi được')
  await expect.poll(() => page.locator('.rows li').count()).toBe(0)

  breaksAt = Infinity
  await page.context().setOffline(false)
  await page.goto('about:blank')
  await page.goBack()
  await expect.poll(() => main(page)).toContain('“giay.pdf” mới gửi được')
  expect(await accessFaults(page)).toEqual([])
  offsets.splice(0)
  await page.locator('#tep').setInputFiles(file)
  // Who goes on before it has come goes on once it has.
  const paper = page.url()
  await page.getByRole('button', { name: SAVE }).click()
  await page.waitForURL((url) => url.href !== paper)
  await page.goto(paper)
  await page.locator('.rows li', { hasText: 'giay.pdf' }).getByText('KB').waitFor()
  expect(Math.min(...offsets)).toBeGreaterThan(900_000)
  expect(await main(page)).not.toContain('mới gửi được')
  await page.context().close()
})
