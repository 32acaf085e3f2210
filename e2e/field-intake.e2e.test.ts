import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { renderSVG } from 'uqr'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOUSE_LAPSE } from '#domain/dossier/prompts.ts'
import { ClosingPacket, ContactPacket, HandBackPacket, IntakePacket } from '#shapes/field/packet.ts'
import type { Provision } from '#shapes/field/provision.ts'
import { readAssets } from '#web/look/assets.ts'
import { readCentreFiles } from '#work/setup/read-centre-files.ts'
import { openBrowser } from './browser.ts'
import { accessFaults, tooWide } from './open-hall.ts'
import { codeOn, plugInPrinter, printedRoll } from './printed-roll.ts'

/**
 * The screens of an outing in a browser that reaches nothing: everything comes from the files of the app, and what is
 * sealed is looked at here.
 */
const ORIGIN = 'https://field.test'
const HUONG = '022188001234|100123456|Nguyễn Thị Hương|12031988|Nữ|Thôn Chí Linh, xã An Sinh|15052021'
const pictures = process.env['PICTURES']
let browser: Browser
let files: Map<string, { readonly type: string; readonly body: Buffer }>

beforeAll(async () => {
  browser = await openBrowser()
  const assets = readAssets()
  const asset = (path: string) => {
    const found = assets.find(path)
    if (!found) throw new Error(path)
    return { type: found.type, body: Buffer.from(found.bytes) }
  }
  const here = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
  const { outputFiles } = await build({
    entryPoints: [here('field/outing/test-frame.tsx')],
    bundle: true,
    format: 'esm',
    target: 'es2024',
    write: false,
    jsx: 'automatic',
    jsxImportSource: 'preact',
  })
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const page = `<!doctype html><html lang="vi"><head><title>Thực địa</title><meta name="viewport" content="width=device-width">
    <link rel="stylesheet" href="/base.css"><link rel="stylesheet" href="/screens.css"></head>
    <body><main></main><script type="module" src="/app.js"></script></body></html>`
  files = new Map([
    ['/', { type: 'text/html', body: Buffer.from(page) }],
    ['/app.js', { type: 'text/javascript', body: Buffer.from(outputFiles[0]?.contents ?? []) }],
    ['/base.css', asset(assets.stylesheet)],
    ['/screens.css', { type: 'text/css', body: readFileSync(here('field/screens.css')) }],
    ['/looker.js', asset(assets.pageLooker)],
    ['/reader.wasm', { type: 'application/wasm', body: readFileSync(wasm) }],
    ['/given.json', { type: 'application/json', body: Buffer.from(JSON.stringify(await given())) }],
  ])
}, 120_000)
afterAll(() => browser.close())

/** What a session in An Sinh on a Saturday was provisioned with, from the centre's own files; one number a day. */
async function given() {
  const { data } = await readCentreFiles(fileURLToPath(new URL('../centres/dong-trieu', import.meta.url)))
  if (!data) throw new Error('the centre could not be read')
  const version = { version: 1, from: '2019-01-01', until: null }
  const of = (name: 'counting' | 'reception') => data.calendars.find((one) => one.name === name)
  const [counting, reception] = [of('counting'), of('reception')]
  if (!counting || !reception) throw new Error('no calendar')
  const provision: Provision = {
    id: '0193f2c8-9a00-7000-8000-0000000000b1',
    now: '2019-03-08T08:00:00.000Z',
    lawVersion: 1,
    centre: { name: 'Trung tâm Hành chính công thị xã Đông Triều', isDemonstration: true },
    officer: { id: '0193f2c8-9a00-7000-8000-0000000000c1', name: 'Nguyễn Thị Lan', units: ['HCC-TN'] },
    outing: {
      kind: 'session',
      id: '0193f2c8-9a00-7000-8000-0000000000aa',
      on: '2019-03-09',
      opens: 450,
      closes: 690,
      place: 'Nhà văn hóa thôn Chí Linh',
      communeName: 'Xã An Sinh',
      commune: 'X07075',
      team: [],
      equipment: '',
      person: null,
    },
    units: data.units.map(({ code, name }) => ({ code, name })),
    procedures: data.procedures.map(({ key, content }) => ({ key, ...version, ...content })),
    englishNames: {},
    guide: {
      plainNames: {},
      everydayWords: data.guide.flatMap((one) => (one.kind === 'everyday-words' ? [one.content] : [])),
    },
    forms: data.forms.map(({ key, content }) => ({ key, version: 1, from: '2019-01-01', ...content })),
    places: data.places,
    calendars: { counting, reception },
    dataSources: data.dataSources,
    ruleSets: data.ruleSets.map((one) => ({ ...one, lapse: one.lapse ?? HOUSE_LAPSE })),
    numbers: [{ on: '2019-03-09', identifier: '000.22.09.H49', first: 41, last: 41 }],
    publicKey: { kty: 'EC', crv: 'P-256', x: '', y: '' },
    registrations: [
      { id: 'r1', slot: 480, name: 'Trần Văn Đức', phone: '0912345678', procedure: null },
      { id: 'r2', slot: 510, name: 'Phạm Thị Lụa', phone: '0987654321', procedure: null },
    ],
    results: [],
  }
  return {
    provision,
    served: { looker: '/looker.js', codeReader: '/reader.wasm' },
    now: '2019-03-09T01:30:00.000Z',
  }
}

/** A device that has the files of the app and no network. */
async function device(
  width = 390,
  height = 844,
  own = files,
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  })
  await context.route('**/*', (route) => {
    const file = own.get(new URL(route.request().url()).pathname)
    return file ? route.fulfill({ contentType: file.type, body: file.body }) : route.abort()
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return { page, context }
}

let shown = 0
async function looked(page: Page, name: string): Promise<void> {
  expect([name, await tooWide(page)]).toEqual([name, 0])
  expect([name, await accessFaults(page)]).toEqual([name, []])
  const width = page.viewportSize()?.width ?? 0
  if (pictures) await page.screenshot({ path: `${pictures}/${shown}-${name}-${width}.png`, fullPage: true })
  shown += 1
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
const onward = (page: Page) => button(page, 'Tiếp tục').click()

/** The code of a card, photographed. */
async function cardPicture(text: string): Promise<Buffer> {
  return sharp(Buffer.from(renderSVG(text, { border: 6, ecc: 'M' })), { density: 300 })
    .resize(1000)
    .flatten({ background: '#fff' })
    .jpeg()
    .toBuffer()
}

/** A sheet of paper with writing on it, seen from straight above on a dark table. */
async function sheetPicture(): Promise<Buffer> {
  const lines = Array.from(
    { length: 28 },
    (_, line) =>
      `<text x="150" y="${200 + line * 60}" font-size="34">Giấy chứng nhận ${line} số 12/2019 UBND xã An Sinh</text>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1500" height="2100"><rect width="1500" height="2100" fill="#333"/>
    <rect x="90" y="90" width="1320" height="1920" fill="#fff"/>${lines.join('')}</svg>`
  return sharp(Buffer.from(svg)).jpeg().toBuffer()
}

async function sign(page: Page): Promise<void> {
  const pad = page.getByRole('img', { name: /Ô ký/ })
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('no pad')
  await page.mouse.move(box.x + 40, box.y + 100)
  await page.mouse.down()
  for (const [x, y] of [
    [90, 60],
    [120, 140],
    [200, 80],
  ] as const)
    await page.mouse.move(box.x + x, box.y + y)
  await page.mouse.up()
  await page.getByText('Đã có chữ ký.', { exact: true }).waitFor()
}

test('an officer takes in a dossier without a network: card, papers, picture, signature; the tab is killed in between', async () => {
  const { page, context } = await device()
  await page.goto(`${ORIGIN}/`)
  await title(page, 'Đợt tiếp nhận lưu động')
  await looked(page, 'home')
  await button(page, /08:00 Trần Văn Đức/).click()
  await title(page, 'Thủ tục')
  await page.getByLabel('Tìm thủ tục').fill('khai sinh')
  await button(page, /^Đăng ký khai sinh/)
    .first()
    .waitFor()
  await looked(page, 'procedure')
  await page.getByLabel('Tìm thủ tục').fill('trich luc ho tich')
  await button(page, /^Cấp bản sao trích lục hộ tịch/)
    .first()
    .click()
  await title(page, 'Người nộp')
  await expect.poll(() => page.getByLabel('Họ và tên hoặc tên tổ chức').inputValue()).toBe('Trần Văn Đức')
  await looked(page, 'person')
  await page.getByLabel('Họ và tên hoặc tên tổ chức').fill('')
  await onward(page)
  await page.getByRole('alert').getByText('Chưa nhập: Họ và tên').waitFor()
  await looked(page, 'person-lacks')
  await page.getByRole('link', { name: 'Chưa nhập: Họ và tên hoặc tên tổ chức.' }).click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('applicant.name')
  const card = { name: 'the.jpg', mimeType: 'image/jpeg', buffer: await cardPicture(HUONG) }
  await page.getByLabel('Chụp mã QR của thẻ').setInputFiles(card)
  await page.getByText('Đã đọc thẻ của Nguyễn Thị Hương').waitFor()
  // What was mended is not said any more.
  await expect.poll(() => page.getByRole('alert').count()).toBe(0)
  await expect.poll(() => page.getByLabel('Số căn cước').first().inputValue()).toBe('022188001234')
  await onward(page)

  await title(page, 'Giấy tờ')
  await onward(page)
  await page.getByRole('alert').waitFor()
  await looked(page, 'papers-lacks')
  await button(page, 'Đủ như yêu cầu').click()
  const paper = { name: 'giay.jpg', mimeType: 'image/jpeg', buffer: await sheetPicture() }
  await page
    .getByLabel(/^Chụp: /)
    .first()
    .setInputFiles(paper)
  await page.getByRole('img', { name: /^Ảnh 1: / }).waitFor()
  await looked(page, 'papers')

  // The tab is killed; what was typed and photographed is there again.
  await page.close()
  const again = await context.newPage()
  await plugInPrinter(again)
  await again.goto(`${ORIGIN}/`)
  await button(again, 'Việc làm dở (1)').click()
  await looked(again, 'drafts')
  await button(again, 'Làm tiếp').click()
  await title(again, 'Giấy tờ')
  await again.getByRole('img', { name: /^Ảnh 1: / }).waitFor()
  await onward(again)
  await title(again, 'Phí và kết quả')
  await looked(again, 'fee')
  const paid = again.getByLabel(/^Đã thu đủ/)
  if ((await paid.count()) > 0) await paid.check()
  await onward(again)
  await title(again, 'Ký và xong')
  await button(again, 'Xong, cấp giấy tiếp nhận').click()
  await again.getByRole('alert').getByText('Chưa có chữ ký.').waitFor()
  await again.getByLabel(/^Người nộp đã nghe đọc lại/).check()
  await sign(again)
  await looked(again, 'sign')
  // What may have changed is read out and signed again.
  await button(again, 'Quay lại').click()
  await title(again, 'Phí và kết quả')
  await onward(again)
  await title(again, 'Ký và xong')
  await expect.poll(() => again.getByLabel(/^Người nộp đã nghe đọc lại/).isChecked()).toBe(false)
  await button(again, 'Xong, cấp giấy tiếp nhận').click()
  await again.getByRole('alert').getByText('Chưa có chữ ký.').waitFor()
  await again.getByLabel(/^Người nộp đã nghe đọc lại/).check()
  await sign(again)
  await button(again, 'Xong, cấp giấy tiếp nhận').click()
  await title(again, 'Đã nhận hồ sơ')
  await again.getByText('000.22.09.H49-190309-0041').waitFor()
  await again.getByText('Hẹn trả dự kiến').waitFor()
  await looked(again, 'receipt')
  for (const [paper, dots] of [
    ['Cuộn 80 mm', 576],
    ['Cuộn 58 mm', 384],
  ] as const) {
    await again.evaluate(() => Object.assign(Object(Reflect.get(globalThis, 'printed')), { length: 0 }))
    await again.getByLabel(paper).check()
    await button(again, 'In qua cáp USB').click()
    await again.getByText('Đã gửi sang máy in.').waitFor()
    const roll = await printedRoll(again)
    if (pictures) await sharp(roll.png).toFile(`${pictures}/roll-${dots}.png`)
    expect(roll.width).toBe(dots)
    expect(await codeOn(roll.png)).toMatch(
      /^https:\/\/field\.test\/tra-cuu\?ma=000\.22\.09\.H49-190309-0041&khoa=[0-9A-Z]{10}$/,
    )
    await button(again, 'In qua cáp USB').waitFor()
  }
  const [sealed] = await sealedIn(again)
  const packet = IntakePacket.parse({ ...ENVELOPE, ...sealed?.packet })
  expect(packet.dossier.applicant).toMatchObject({ name: 'Nguyễn Thị Hương', idNumber: '022188001234' })
  expect(packet.attachments.map(({ what }) => what)).toEqual(['page', 'signature'])
  expect(sealed?.attachments).toEqual(packet.attachments.map(({ size }) => size))
  expect(await again.evaluate(() => Object.keys(localStorage).toSorted())).toEqual([
    'numbers taken',
    'sealed',
  ])
  await button(again, 'Người tiếp theo').click()
  await again.getByText('đã bắt đầu').waitFor()
  await button(again, 'Phiếu chốt ngày').click()
  await title(again, 'Phiếu chốt ngày')
  await again.getByText('1 trong 1 số mang theo, còn 0').waitFor()
  await looked(again, 'closing')
  await again.getByLabel('Ghi chú').fill('Đếm tiền trước hai người')
  await button(again, 'Chốt ngày và gửi').click()
  await title(again, 'Đợt tiếp nhận lưu động')
  const closing = ClosingPacket.parse({ ...ENVELOPE, ...(await sealedIn(again))[1]?.packet })
  expect(closing).toMatchObject({
    on: '2019-03-09',
    received: 1,
    handedBack: 0,
    cashDong: packet.fee?.taken ? packet.fee.dong : 0,
    note: 'Đếm tiền trước hai người',
  })
  await context.close()
})

test('on a tablet the next one gets a provisional slip, for who cannot sign a witness is named, a form is filled in, and a draft is thrown away', async () => {
  const { page, context } = await device(820, 1180)
  await page.goto(`${ORIGIN}/`)
  await page.evaluate(() => localStorage.setItem('numbers taken', '1'))
  await button(page, 'Nhận hồ sơ người tiếp theo').click()
  await page.getByLabel('Tìm thủ tục').fill('ho kinh doanh')
  await button(page, /Đăng ký thành lập hộ kinh doanh/)
    .first()
    .click()
  await page.getByLabel('Họ và tên hoặc tên tổ chức').fill('Bùi Thị Mận')
  await page.getByLabel('Điện thoại').fill('12')
  await onward(page)
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Điện thoại').fill('0912 345 678')
  await onward(page)
  await title(page, 'Giấy tờ')
  await looked(page, 'papers-tablet')
  await page.getByLabel('Điền tờ khai trên máy này').check()
  await button(page, 'Đủ như yêu cầu').click()
  await onward(page)
  await title(page, 'Tờ khai')
  const typed = () =>
    page
      .locator('form input')
      .evaluateAll((all) => all.map((one) => (one instanceof HTMLInputElement ? one.value : '')))
  await expect.poll(typed).toContain('Bùi Thị Mận')
  await page.getByText('từ phần người nộp').first().waitFor()
  await looked(page, 'form-tablet')
  await onward(page)
  await page.getByRole('alert').waitFor()
  await looked(page, 'form-lacks-tablet')
  // The officer has the paper after all.
  for (;;) {
    await button(page, 'Quay lại').click()
    if (await page.getByRole('heading', { level: 1, name: 'Giấy tờ' }).isVisible()) break
  }
  await page.getByLabel('Điền tờ khai trên máy này').uncheck()
  await button(page, 'Đủ như yêu cầu').click()
  await onward(page)
  await title(page, 'Phí và kết quả')
  await looked(page, 'fee-tablet')
  await onward(page)
  await page.getByLabel(/^Người nộp đã nghe đọc lại/).check()
  await page.getByLabel(/có người chứng kiến xác nhận/).check()
  await button(page, 'Xong, cấp giấy tiếp nhận').click()
  await page.getByRole('alert').getByText('Chưa ghi họ tên người chứng kiến.').waitFor()
  await page.getByLabel('Họ tên người chứng kiến').fill('Trưởng thôn Trần Văn Tám')
  await looked(page, 'sign-tablet')
  await button(page, 'Xong, cấp giấy tiếp nhận').click()
  await title(page, 'Đã nhận hồ sơ, cấp phiếu tạm')
  await looked(page, 'slip-tablet')
  const [sealed] = await sealedIn(page)
  expect(IntakePacket.parse({ ...ENVELOPE, ...sealed?.packet })).toMatchObject({
    code: null,
    attachments: [],
  })

  await button(page, 'Người tiếp theo').click()
  await button(page, 'Nhận hồ sơ người tiếp theo').click()
  await title(page, 'Thủ tục')
  await button(page, /Về màn hình chính/).click()
  await button(page, 'Việc làm dở (1)').click()
  await button(page, 'Bỏ việc này').click()
  await page.getByText('Ảnh và mọi thứ đã nhập sẽ mất').waitFor()
  await button(page, 'Giữ lại').click()
  await button(page, 'Bỏ việc này').click()
  await button(page, 'Bỏ hẳn').click()
  await page.getByText('Không có việc nào làm dở.').waitFor()
  await context.close()
})

test('at home a fingerprint before a witness is taken, a result is handed out though the tab was killed in both, and a dossier begins with who lives there', async () => {
  const all = await given()
  const person = {
    id: '0193f2c8-9a00-7000-8000-0000000000ab',
    code: 'TN-190309-AB12',
    name: 'Nguyễn Thị Sáu',
    born: '1932',
    phone: null,
    address: 'Nhà cạnh đình',
    hamlet: 'Thôn Chí Linh',
    contactName: 'Nguyễn Văn Bảy',
    contactPhone: '0912345678',
    wish: 'Chứng thực giấy ủy quyền',
    ground: 'old',
  } as const
  const result = {
    code: '000.22.09.H49-190301-0007',
    version: 5,
    step: 'return',
    procedure: 'x',
    procedureName: 'Cấp bản sao trích lục hộ tịch',
    ownerName: 'Nguyễn Thị Sáu',
    applicantName: 'Nguyễn Văn Bảy',
    idNumberEnd: '4321',
    isRefused: false,
    toWithdraw: [],
    toGiveBack: [],
  }
  const outing = { ...all.provision.outing, kind: 'home-visit' as const, id: person.id, person }
  const provision: Provision = { ...all.provision, outing, registrations: [], results: [result] }
  const body = Buffer.from(JSON.stringify({ ...all, provision }))
  const { page: first, context } = await device(
    390,
    844,
    new Map([...files, ['/given.json', { type: 'application/json', body }]]),
  )
  let page = first
  /** The tab is killed once all is kept, and what was begun is gone on with. */
  const killed = async (where: string) => {
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    )
    await page.getByText('Đã lưu trên máy').waitFor()
    await page.close()
    page = await context.newPage()
    await page.goto(`${ORIGIN}/`)
    await button(page, 'Việc làm dở (1)').click()
    await page.getByText(where).waitFor()
    await button(page, 'Làm tiếp').click()
  }
  await page.goto(`${ORIGIN}/`)
  await page.getByText('Nhà cạnh đình, Thôn Chí Linh, Xã An Sinh').waitFor()
  await looked(page, 'visit')
  await button(page, 'Ghi kết quả đến nhà').click()
  await button(page, 'Ghi lại').click()
  await page.getByRole('alert').getByText('Chọn có gặp được không.').waitFor()
  await page.getByLabel('Gặp được, đã phục vụ').check()
  await page.getByLabel(/điểm chỉ, có người chứng kiến/).check()
  await page.getByLabel('Họ tên người chứng kiến').fill('Trưởng thôn Trần Văn Tám')
  const finger = { name: 'vt.jpg', mimeType: 'image/jpeg', buffer: await sheetPicture() }
  await page.getByLabel('Chụp dấu vân tay trên giấy').setInputFiles(finger)
  await page.getByRole('img', { name: 'Đã chụp dấu vân tay.' }).waitFor()
  await looked(page, 'contact')
  await killed('Ghi lần đến nhà')
  await page.getByRole('img', { name: 'Đã chụp dấu vân tay.' }).waitFor()
  await button(page, 'Ghi lại').click()
  await title(page, 'Phục vụ tại nhà')

  await button(page, 'Kết quả mang theo (1)').click()
  await looked(page, 'results')
  await button(page, /^Trả kết quả hồ sơ/).click()
  await page.getByLabel(/^Số giấy tờ của người nhận/).fill('022 188 001 999')
  await page.getByLabel('Vì sao số khác hồ sơ').waitFor()
  await sign(page)
  await button(page, 'Đã trả, xong').click()
  await page.getByRole('alert').getByText('Số giấy tờ khác với hồ sơ').waitFor()
  await page.getByLabel('Vì sao số khác hồ sơ').fill('Đã đổi sang thẻ căn cước')
  await looked(page, 'hand-out')
  await killed('Trả kết quả')
  await expect.poll(() => page.getByLabel('Vì sao số khác hồ sơ').inputValue()).toContain('thẻ căn cước')
  await page.getByRole('img', { name: 'Đã có chữ ký.' }).waitFor()
  await button(page, 'Đã trả, xong').click()
  await page.getByText('Đã trả', { exact: true }).waitFor()
  const [contact, handed] = await sealedIn(page)
  expect(ContactPacket.parse({ ...ENVELOPE, ...contact?.packet }).contact).toMatchObject({
    outcome: 'visited',
    consent: 'fingerprint',
    witness: 'Trưởng thôn Trần Văn Tám',
  })
  expect(HandBackPacket.parse({ ...ENVELOPE, ...handed?.packet }).result).toMatchObject({
    way: 'home',
    receiver: { name: 'Nguyễn Văn Bảy' },
    proof: { slip: person.code, acknowledged: { how: 'signed-on-glass' } },
  })
  await button(page, /Về màn hình chính/).click()
  await button(page, 'Nhận hồ sơ tại nhà').click()
  await page.getByLabel('Tìm thủ tục').fill('trich luc ho tich')
  await button(page, /^Cấp bản sao trích lục hộ tịch/)
    .first()
    .click()
  await expect
    .poll(() => page.getByLabel('Địa chỉ').inputValue())
    .toBe('Nhà cạnh đình, Thôn Chí Linh, Xã An Sinh')
  await context.close()
})

interface Sealed {
  readonly packet: object
  readonly attachments: readonly number[]
}
const sealedIn = (page: Page) =>
  page.evaluate((): Sealed[] => JSON.parse(localStorage.getItem('sealed') ?? '[]'))

/** What the frame adds to every packet. */
const ENVELOPE = {
  format: 1,
  device: '0193f2c8-9a00-7000-8000-0000000000d1',
  provision: '0193f2c8-9a00-7000-8000-0000000000b1',
  sequence: 1,
  previous: null,
  claimedAt: '2019-03-09T01:30:00.000Z',
  lastContact: { serverAt: '2019-03-09T01:30:00.000Z', deviceAt: '2019-03-09T01:30:00.000Z' },
  lawVersion: 1,
}
