import { randomUUIDv7 } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requiredPapers } from '../check/house-process.ts'
import { textPdf } from '#papers/digitising/bad-files.ts'
import { fillIn, toTheCheck, type Typed } from './fill-form.ts'
import {
  accessFaults,
  type Lying,
  type OpenHall,
  openHall,
  sent,
  tooWide,
  visitor,
  byIdentity,
} from './open-hall.ts'

/** What a citizen does after the receipt, on a telephone: answer, withdraw, take the result, see and take the own data. */
let hall: OpenHall

beforeAll(async () => {
  hall = await openHall()
}, 120_000)
afterAll(() => hall.close())

const at = (path: string) => hall.house.origin + path
const main = async (page: Page) => (await page.getByRole('main').textContent()) ?? ''
const PROCEDURE = 'kt-xac-nhan-bang-ke-lam-san'
const HUONG = { kind: 'citizen', name: 'Nguyễn Thị Hương', idNumber: '022185001234', phone: '0912345678' }
const WHY = { ground: 'Nghị định 61/2018/NĐ-CP, Điều 17' }

async function isSound(page: Page, name: string, isLooked = true): Promise<void> {
  expect([page.url(), await tooWide(page)]).toEqual([page.url(), 0])
  if (isLooked) expect([page.url(), await accessFaults(page)]).toEqual([page.url(), []])
  const folder = process.env['PICTURES']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

/** A dossier of hers, received at the counter. */
async function received(): Promise<Lying & { readonly lookupKey: string }> {
  const components = await requiredPapers(hall.house.origin, PROCEDURE)
  return hall.send('clerk', '/dossiers', {
    procedure: PROCEDURE,
    channel: 'counter',
    placeOfReceipt: 'HCC-TN',
    applicant: HUONG,
    components,
  }) as Promise<Lying & { lookupKey: string }>
}

test('what is asked for is answered with a file and a word, without script, and the officer sees both side by side', async () => {
  const { code, version, step } = await received()
  const [paper] = (await requiredPapers(hall.house.origin, PROCEDURE)) as readonly { component?: string }[]
  await hall.send('handler', `/dossiers/${code}/request-supplement`, {
    version,
    step,
    items: [
      { component: paper?.component, wrong: 'Bảng kê chưa ký', todo: 'Ký rồi gửi lại', ...WHY },
      { wrong: 'Chưa rõ nơi khai thác', todo: 'Viết rõ lô, khoảnh', ...WHY },
    ],
  })
  const page = await visitor(hall, { javaScriptEnabled: false })
  await byIdentity(hall, page, 'Nguyễn Thị Hương, mức 2')
  await page.goto(at(`/toi/ho-so/${code}`))
  await isSound(page, 'answer-0-followed', false)
  await sent(page, page.getByRole('link', { name: 'Bổ sung ngay tại đây' }))
  await isSound(page, 'answer-1-begin', false)
  await sent(page, page.getByRole('button', { name: 'Tiếp tục' }))
  await page.locator('#tep').setInputFiles({
    name: 'bảng kê.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(textPdf(1)),
  })
  await sent(page, page.getByRole('button', { name: 'Tải lên' }))
  await expect.poll(() => main(page)).toContain('bảng kê.pdf')
  await isSound(page, 'answer-2-paper', false)
  await sent(page, page.getByRole('button', { name: 'Lưu và tiếp tục' }))
  await isSound(page, 'answer-3-other', false)
  await sent(page, page.getByRole('button', { name: 'Lưu và tiếp tục' }))
  await sent(page, page.getByRole('button', { name: 'Gửi bổ sung' }))
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('Chưa rõ nơi khai thác')
  await page.getByLabel('Lời nhắn gửi cán bộ').fill('Lô 3, khoảnh 5, tiểu khu 12')
  await isSound(page, 'answer-4-check', false)
  await sent(page, page.getByRole('button', { name: 'Gửi bổ sung' }))
  await page.waitForURL('**/toi/ho-so/**')
  await expect.poll(() => page.getByRole('status').textContent()).toContain('Đã gửi bổ sung')
  await isSound(page, 'answer-5-sent', false)
  await page.context().close()

  const handler = await hall.personAt('handler')
  await handler.page.goto(at(`/ban/ho-so/${code}`))
  const row = handler.page.locator('.dossier-answers tr', { hasText: 'Bảng kê chưa ký' })
  await expect.poll(() => row.textContent()).toContain('bảng kê.pdf')
  await expect.poll(() => main(handler.page)).toContain('Lô 3, khoảnh 5, tiểu khu 12')
  await isSound(handler.page, 'answer-6-desk')
  await handler.leave()
})

const FARM = 'kt-cap-giay-chung-nhan-kinh-te-trang-trai'
const DEED = 'giay-chung-nhan-quyen-su'

/** A certified copy the centre holds of one of her papers. */
async function heldCopy(): Promise<{ code: string; scan: string }> {
  const components = await requiredPapers(hall.house.origin, FARM)
  const { code } = await hall.send('clerk', '/dossiers', {
    procedure: FARM,
    channel: 'counter',
    placeOfReceipt: 'HCC-TN',
    applicant: HUONG,
    components,
  })
  const scan = randomUUIDv7()
  const form = new FormData()
  form.append('about', JSON.stringify({ id: scan, component: DEED, declaredPages: 1, turns: [] }))
  form.append('files', new File([new Uint8Array(textPdf(1))], 'sổ đỏ.pdf', { type: 'application/pdf' }))
  const made = await fetch(at(`/api/v1/dossiers/${code}/scans`), {
    method: 'POST',
    headers: { authorization: `Bearer ${hall.tokens.get('clerk') ?? ''}` },
    body: form,
  })
  if (!made.ok) throw new Error(await made.text())
  // A copy is certified once by what it is; this command has no id of its own.
  await hall.send('clerk', `/dossiers/${code}/scans/certify`, { id: undefined, scan })
  return { code, scan }
}

const FARM_TYPED: Typed = {
  'c.forWhom': 'self',
  'c.applicant.phone': '0912 345 678',
  'c.applicant.address.line': 'Khu 3',
  'c.applicant.address.ward': '07069',
  'f.request': 'Đề nghị cấp giấy chứng nhận kinh tế trang trại',
  'f.about': 'Trang trại gà, 2 ha',
  'f.declaration': 'true',
  'c.returnWay': 'counter',
  'c.consent': 'true',
}

test('a copy the centre holds stands for a paper; of the form only what was wrong is answered, and a second click answers nothing twice', async () => {
  const { code: heldOf, scan } = await heldCopy()
  const page = await visitor(hall)
  await byIdentity(hall, page, 'Nguyễn Thị Hương, mức 2')
  await page.goto(at(`/nop/${FARM}`))
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  await page.waitForURL(`**/nop/${FARM}/**`)
  const typed = { ...FARM_TYPED, [`p.${DEED}`]: `held:${scan}` }
  await toTheCheck(page, typed, async () => {
    if (page.url().includes(`/p.${DEED}`)) {
      await page.getByText('Trung tâm đang giữ bản đã chứng thực').waitFor()
      await isSound(page, 'held-1-paper')
    }
  })
  await expect.poll(() => main(page)).toContain(`Bản đã chứng thực của hồ sơ ${heldOf}`)
  await fillIn(page, typed)
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
  await page.waitForURL('**/nop/ho-so/**')
  const code = /\d{3}\.\d{2}\.\d{2}\.H49-\d{6}-\d{4,}/.exec(await main(page))?.[0] ?? ''

  const clerk = await hall.personAt('clerk')
  await clerk.page.goto(at('/ban/nop-truc-tuyen'))
  await clerk.page.getByRole('link', { name: code }).click()
  await clerk.page.getByText(`Bản đã chứng thực của hồ sơ ${heldOf}`).waitFor()
  await clerk.page.getByRole('button', { name: /^Tiếp nhận/ }).click()
  await clerk.page.waitForURL(`**/ban/tiep-nhan/xong/${code}`)
  await clerk.page.goto(at(`/ban/ho-so/${code}`))
  await expect.poll(() => main(clerk.page)).toContain('dùng lại bản số hóa của hồ sơ khác')
  await clerk.leave()

  const token = { authorization: `Bearer ${hall.tokens.get('handler') ?? ''}` }
  const answer = await fetch(at(`/api/v1/dossiers/${code}`), { headers: token })
  const { version, step } = (await answer.json()) as { version: number; step: { key: string } }
  const item = { field: 'about', wrong: 'Chưa rõ ở đâu', todo: 'Ghi thôn, xã', ...WHY }
  const asking = { version, step: step.key, items: [item] }
  await hall.send('handler', `/dossiers/${code}/request-supplement`, asking)

  await page.goto(at(`/toi/ho-so/${code}`))
  await page.getByRole('link', { name: 'Bổ sung ngay tại đây' }).click()
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  const box = page.locator('[name="f.about"]')
  await box.waitFor()
  await expect.poll(() => box.inputValue()).toBe('Trang trại gà, 2 ha')
  await expect.poll(() => page.locator('main form [name^="f."]').count()).toBe(1)
  await isSound(page, 'answer-field-1')
  await box.fill('Trang trại gà, 2 ha, thôn Chí Linh, xã Bình Dương')
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
  await page.waitForURL('**/kiem-tra')
  // Nothing else of the form can be changed.
  await expect.poll(() => page.getByRole('link', { name: /^Sửa/ }).count()).toBe(1)
  await isSound(page, 'answer-field-2')
  await fillIn(page, typed)
  const check = page.url()
  await page.getByRole('button', { name: 'Gửi bổ sung' }).dblclick()
  await page.waitForURL('**/toi/ho-so/**')
  await expect.poll(() => page.getByRole('status').textContent()).toContain('Đã gửi bổ sung')
  await page.goto(check)
  await expect.poll(() => page.getByRole('button', { name: 'Gửi bổ sung' }).count()).toBe(0)
  await page.context().close()

  const handler = await hall.personAt('handler')
  await handler.page.goto(at(`/ban/ho-so/${code}`))
  const row = handler.page.locator('.dossier-answers tr', { hasText: 'Chưa rõ ở đâu' })
  await expect.poll(() => row.count()).toBe(1)
  await expect.poll(() => row.textContent()).toContain('thôn Chí Linh, xã Bình Dương')
  await handler.leave()
})

async function lookedUp(page: Page, { code, lookupKey }: { code: string; lookupKey: string }): Promise<void> {
  await page.goto(at('/tra-cuu'))
  await page.locator('[name="ma"]').fill(code)
  await page.locator('[name="khoa"]').fill(lookupKey)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/tra-cuu/ho-so')
}

test('with code and key a dossier is answered and taken back only by who knows whose it is', async () => {
  const page = await visitor(hall)
  const asked = await received()
  await hall.send('handler', `/dossiers/${asked.code}/request-supplement`, {
    version: asked.version,
    step: asked.step,
    items: [{ wrong: 'Chưa rõ nơi khai thác', todo: 'Viết rõ lô, khoảnh', ...WHY }],
  })
  await lookedUp(page, asked)
  await page.getByRole('link', { name: 'Bổ sung ngay tại đây' }).click()
  await page.waitForURL('**/tra-cuu/bo-sung')
  await page.getByLabel('Số CCCD').fill('022185001235')
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByText('không khớp với hồ sơ').first().waitFor()
  await isSound(page, 'answer-by-key')
  await page.getByLabel('Số CCCD').fill('022185001234')
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.waitForURL('**/nop/**')
  await page.getByRole('link', { name: 'Xem toàn bộ' }).click()
  await page.getByLabel('Lời nhắn gửi cán bộ').fill('Lô 3, khoảnh 5')
  await page.getByRole('button', { name: 'Gửi bổ sung' }).dblclick()
  await page.waitForURL('**/tra-cuu/ho-so?**')
  await expect.poll(() => page.getByRole('status').textContent()).toContain('Đã gửi bổ sung')

  const { code, lookupKey } = await received()
  await lookedUp(page, { code, lookupKey })
  await page.getByRole('link', { name: 'Rút hồ sơ này' }).click()
  await page.waitForURL('**/tra-cuu/rut')
  await isSound(page, 'withdraw-1')
  await page.getByLabel('Số CCCD').fill('022185001235')
  await page.getByRole('button', { name: 'Rút hồ sơ', exact: true }).click()
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('Đánh dấu để xác nhận')
  await page.getByLabel('Tôi muốn rút hồ sơ này').check()
  await page.getByRole('button', { name: 'Rút hồ sơ', exact: true }).click()
  await page.getByText('không khớp với hồ sơ').first().waitFor()
  await isSound(page, 'withdraw-2')
  await page.getByLabel('Số CCCD').fill('022185001234')
  await page.getByRole('button', { name: 'Rút hồ sơ', exact: true }).dblclick()
  await page.waitForURL('**/tra-cuu/ho-so?**')
  await expect.poll(() => page.getByRole('status').textContent()).toContain('Đã rút hồ sơ')
  await isSound(page, 'withdraw-3')
  await page.context().close()
})

/** What the approver would sign now. */
async function toSign(code: string): Promise<string> {
  const seen = await fetch(at(`/api/v1/dossiers/${code}`), {
    headers: { authorization: `Bearer ${hall.tokens.get('approver') ?? ''}` },
  })
  return ((await seen.json()) as { toSign: string }).toSign
}

test('the result is wanted electronically, signed, taken on the telephone and checked; then it lies among the papers', async () => {
  const { code } = await received()
  const page = await visitor(hall, { javaScriptEnabled: false })
  await byIdentity(hall, page, 'Nguyễn Thị Hương, mức 2')
  await page.goto(at(`/toi/ho-so/${code}`))
  await sent(page, page.getByRole('link', { name: 'Đổi cách nhận' }))
  await isSound(page, 'result-1-wish', false)
  await page.getByRole('radio', { name: /điện tử/i }).check()
  await sent(page, page.getByRole('button', { name: 'Lưu cách nhận' }))
  await page.waitForURL(`**/toi/ho-so/${code}`)
  await expect.poll(() => main(page)).toMatch(/Nhận kết quả: .*điện tử/i)

  const clerk = await fetch(at(`/api/v1/dossiers/${code}`), {
    headers: { authorization: `Bearer ${hall.tokens.get('clerk') ?? ''}` },
  })
  const lying = (await clerk.json()) as { version: number; step: { key: string } }
  let on = { version: lying.version, step: lying.step.key }
  for (const [post, verb] of [
    ['handler', 'complete-step'],
    ['approver', 'approve'],
    ['seal-keeper', 'seal'],
    ['clerk', 'mark-ready'],
  ] as const) {
    const reviewed = verb === 'approve' ? { reviewed: await toSign(code) } : {}
    const { version, step } = await hall.send(post, `/dossiers/${code}/${verb}`, { ...on, ...reviewed })
    on = { version, step }
  }
  await page.reload()
  await sent(page, page.getByRole('link', { name: 'Nhận kết quả điện tử' }))
  await isSound(page, 'result-2-take', false)
  await sent(page, page.getByRole('button', { name: 'Nhận kết quả' }))
  await page.getByRole('link', { name: 'Tải văn bản đã ký' }).waitFor()
  await isSound(page, 'result-3-taken', false)
  const file = await page.request.get(at(`/toi/ho-so/${code}/ket-qua.tep`))
  expect(file.headers()['content-type']).toBe('application/pdf')
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-')

  await page.goto(at('/toi/giay-to'))
  await expect.poll(() => main(page)).toContain('Kết quả có chữ ký số')
  await isSound(page, 'result-4-papers', false)
  await page.goto(at('/toi/ai-da-xem'))
  await expect.poll(() => main(page)).toContain('Mở hồ sơ để giải quyết')
  await expect.poll(() => main(page)).toContain('Lãnh đạo phê duyệt')
  await isSound(page, 'result-5-looked', false)
  const cookies = await page.context().cookies()

  // Another citizen finds none of it, wherever he asks.
  const stranger = await visitor(hall, { javaScriptEnabled: false })
  await byIdentity(hall, stranger, 'Công ty TNHH Gốm Đất Việt, người đại diện Đoàn Thị Lan')
  for (const path of ['', '/bo-sung', '/rut', '/cach-nhan', '/ket-qua', '/ket-qua.tep', '/giay/1'])
    expect([path, (await stranger.request.get(at(`/toi/ho-so/${code}${path}`))).status()]).toEqual([
      path,
      404,
    ])
  expect((await stranger.request.get(at(`/toi/ai-da-xem?ma=${code}`))).status()).toBe(404)
  await stranger.goto(at('/toi/giay-to'))
  await expect.poll(() => main(stranger)).toContain('Chưa có giấy tờ nào')
  await stranger.context().close()

  // The same pages with script are for everybody.
  const again = await visitor(hall)
  await again.context().addCookies(cookies)
  for (const [path, name] of [
    ['/toi', 'mine'],
    ['/toi/giay-to', 'papers'],
    ['/toi/ai-da-xem', 'looked'],
    [`/toi/ho-so/${code}`, 'dossier'],
    [`/toi/ho-so/${code}/ket-qua`, 'result'],
  ] as const) {
    await again.goto(at(path))
    await isSound(again, `own-${name}`)
  }
  await again.context().close()
  await page.context().close()
})

test('all data are taken along, and what is wrong is asked to be put right and answered in writing', async () => {
  const { code } = await received()
  const page = await visitor(hall, { javaScriptEnabled: false })
  await byIdentity(hall, page, 'Nguyễn Thị Hương, mức 2')
  await page.goto(at('/toi/du-lieu'))
  await isSound(page, 'data-1', false)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải về (ZIP)' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('du-lieu-cua-toi-2019-03-05.zip')
  // Names and data stand in it as they are: nothing is packed tighter.
  const listed = readFileSync(await download.path(), 'utf8')
  expect(listed.slice(0, 2)).toBe('PK')
  expect(listed).toContain('mo-ta.schema.json')
  expect(listed).toContain(`ho-so/${code}.json`)
  await page.goto(at('/toi/du-lieu'))
  await expect.poll(() => main(page)).toContain('Những lần đã tải')

  await sent(page, page.getByRole('link', { name: 'Đề nghị đính chính' }))
  await page.getByLabel('Dữ liệu nằm ở đâu?').selectOption(code)
  await sent(page, page.getByRole('button', { name: 'Gửi đề nghị' }))
  await page.getByRole('alert').first().waitFor()
  await page.getByLabel('Dữ liệu đang ghi sai là gì?').fill('Tên đệm ghi “Thi”')
  await page.getByLabel('Đúng ra là gì?').fill('Tên đệm là “Thị”')
  await isSound(page, 'data-2-correction', false)
  await sent(page, page.getByRole('button', { name: 'Gửi đề nghị' }))
  await page.waitForURL('**/toi/gop-y/**')
  const followed = page.url()
  const request = /PA-\d{6}-[0-9A-Z]{4}/.exec(await main(page))?.[0] ?? ''
  await isSound(page, 'data-3-sent', false)

  const director = await hall.personAt('director')
  await director.page.goto(at('/ban/phan-anh'))
  await director.page.getByRole('link', { name: request }).click()
  await director.page.getByText('Tên đệm ghi “Thi”').waitFor()
  await director.page.getByRole('radio', { name: 'Từ chối đính chính' }).check()
  await director.page
    .locator('#AnswerFeedback-text')
    .fill('Giấy khai sinh ghi “Thi”; cần cải chính hộ tịch trước.')
  await isSound(director.page, 'data-4-desk')
  await director.page.getByRole('button', { name: 'Gửi trả lời' }).click()
  await director.page.getByText('Đã trả lời').first().waitFor()
  await director.leave()

  await page.goto(followed)
  await expect.poll(() => main(page)).toContain('Từ chối đính chính')
  await expect.poll(() => main(page)).toContain('cần cải chính hộ tịch trước')
  await isSound(page, 'data-5-answered', false)
  await page.context().close()
})

test('own pages and those of a filing hold with large text and high contrast, at 320 px and at 200 % of a desk', async () => {
  const page = await visitor(hall, { width: 320 })
  await byIdentity(hall, page, 'Nguyễn Thị Hương, mức 2')
  await page.goto(at(`/nop/${FARM}?text=large&contrast=high`))
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  await page.waitForURL(`**/nop/${FARM}/**`)
  const form = new URL(page.url()).pathname
  const stepOf = (step: string) => form.replace(/[^/]+$/, step)
  await page.goto(at(stepOf('kiem-tra')))
  const own = ['', '/ho-so', '/giay-to', '/ai-da-xem', '/du-lieu', '/thong-bao', '/nop-thay', '/lien-he']
  const paths = [
    ...own.map((path) => `/toi${path}`),
    `/nop/${FARM}`,
    form,
    stepOf('c.applicant.address'),
    stepOf('f.request'),
    stepOf(`p.${DEED}`),
    stepOf('kiem-tra'),
  ]
  for (const path of paths) {
    for (const width of [640, 320]) {
      await page.setViewportSize({ width, height: 844 })
      const answer = await page.goto(at(path))
      expect([path, answer?.status(), page.url()]).toEqual([path, 200, at(path)])
      expect([path, width, await tooWide(page)]).toEqual([path, width, 0])
    }
    expect([path, await accessFaults(page)]).toEqual([path, []])
    const folder = process.env['PICTURES']
    if (folder) await page.screenshot({ path: `${folder}/large-${paths.indexOf(path)}.png`, fullPage: true })
  }
  await page.context().close()
})
