import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  accessFaults,
  type Lying,
  type OpenHall,
  openHall,
  type Person,
  sent,
  tooWide,
  visitor,
} from './open-hall.ts'

/** The desk of a commune at a small screen, the centre at a large one: a dossier up and back, on the real program. */
const TO_TOWN = 'kt-xac-nhan-bang-ke-lam-san'
const BIRTH = '1.001193'

let hall: OpenHall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

const at = (path: string) => `${hall.house.origin}${path}`
const mainText = async (page: Page) => (await page.locator('main').allInnerTexts()).join(' ')

async function pictured(page: Page, name: string): Promise<void> {
  if (process.env['PICTURES'])
    await page.screenshot({ path: `${process.env['PICTURES']}/${name}.png`, fullPage: true })
}

/** The clerk of Xã An Sinh, who keeps the till too, in all posts at once. */
async function communeClerk(look: { readonly javaScriptEnabled: boolean }): Promise<Person> {
  const clerk = await hall.personAt('commune clerk', { width: 390, ...look })
  clerk.page.setDefaultTimeout(8000)
  await clerk.page.goto(at('/ban'))
  await clerk.page.getByRole('button', { name: 'Mọi vị trí' }).click()
  await clerk.page.waitForURL('**/ban')
  return clerk
}

/** Receives at the desk of the commune by the form, without script: the code that is told. */
async function receivedBy({ page }: Person, procedure: string, name: string): Promise<string> {
  await page.goto(at(`/ban/tiep-nhan?thu-tuc=${procedure}`))
  await page.locator('[name="applicant.name"]').fill(name)
  await page.locator('[name="applicant.idNumber"]').fill('022188000777')
  await sent(page, page.getByRole('button', { name: /^Đủ như yêu cầu/ }))
  await page.locator('[name="applicant.name"]').waitFor()
  await sent(page, page.locator('button[name="lam"][value="tiep-nhan"]'))
  return page.locator('.received-code').innerText()
}

async function lying(post: string, code: string): Promise<Lying> {
  const answer = await fetch(at(`/api/v1/dossiers/${code}`), {
    headers: { authorization: `Bearer ${hall.tokens.get(post) ?? ''}` },
  })
  const { version, step } = (await answer.json()) as { version: number; step: { key: string } }
  return { code, version, step: step.key }
}

async function done(post: string, code: string, verb: string, more: object = {}): Promise<void> {
  const { version, step } = await lying(post, code)
  await hall.send(post, `/dossiers/${code}/${verb}`, { version, step, ...more })
}

test('without script: handed in at An Sinh, settled by the town, its result on a sheet and handed out at An Sinh', async () => {
  const clerk = await communeClerk({ javaScriptEnabled: false })
  const { page } = clerk
  await page.goto(at('/ban/tiep-nhan'))
  await expect.poll(() => mainText(page)).toContain('Thủ tục của xã, phường')
  await pictured(page, 'choose-390')
  const code = await receivedBy(clerk, TO_TOWN, 'Hoàng Thị Nết')
  await expect.poll(() => mainText(page)).toContain('thời hạn tính từ lúc cơ quan có thẩm quyền tiếp nhận')
  expect(await tooWide(page)).toBe(0)
  await pictured(page, 'received-390')
  const lookupKey = await page.locator('strong.code').innerText()
  const slip = await clerk.context.request.get(at(`/ban/ho-so/${code}/giay-tiep-nhan.pdf`))
  expect(slip.status()).toBe(200)

  // The papers go on a sheet to whoever acts now: the desk of the centre.
  await page.goto(at('/ban/ban-giao'))
  await expect.poll(() => mainText(page)).toContain(code)
  await sent(page, page.getByRole('button', { name: /Lập phiếu/ }))
  await expect.poll(() => mainText(page)).toContain('Phiếu bàn giao số')
  const sheet = page.url().split('/').at(-1) ?? ''
  await pictured(page, 'sheet-390')

  const centre = await hall.personAt('clerk', { width: 1280 })
  await centre.page.goto(at('/ban'))
  await centre.page.getByRole('link', { name: /^Chờ tiếp nhận về/ }).click()
  // The whole list has the same dossier: it is ticked once the narrowed one is there.
  await centre.page.getByText('Chỉ hồ sơ: Nộp ở nơi khác').first().waitFor()
  await centre.page.locator(`input[name=hoSo][value^="${code}~"]`).check()
  await pictured(centre.page, 'to-receive-1280')
  await centre.page.locator('button[name=lam][value=forward]').click()
  await centre.page.getByRole('button', { name: /^Chuyển 1 hồ sơ/ }).click()
  await centre.page.getByText('Đã chuyển 1 hồ sơ.').waitFor()
  await hall.send('clerk', `/hand-over-sheets/${sheet}/confirm`, { lines: [{ code, isTaken: true }] })
  await centre.page.goto(at(`/ban/ho-so/${code}`))
  await centre.page.getByText('Cơ quan có thẩm quyền tiếp nhận').first().waitFor()
  await expect.poll(() => mainText(centre.page)).toContain('Xã An Sinh')
  await pictured(centre.page, 'dossier-1280')

  const phone = await visitor(hall)
  await phone.goto(at('/tra-cuu'))
  await phone.getByLabel('Mã hồ sơ').fill(code)
  await phone.getByLabel(/Mã tra cứu|Khóa tra cứu/).fill(lookupKey)
  await phone.getByRole('button', { name: 'Xem hồ sơ' }).click()
  await phone.getByText('Cơ quan giải quyết').waitFor()
  await expect.poll(() => mainText(phone)).toContain('Xã An Sinh')
  await expect.poll(() => mainText(phone)).toContain('thời hạn tính từ đó')
  expect(await accessFaults(phone)).toEqual([])
  await pictured(phone, 'follow-390')

  await done('handler', code, 'complete-step')
  await done('approver', code, 'approve')
  await done('seal-keeper', code, 'seal')
  // The result lies with who signed it; it comes back on a sheet that the desk of the commune confirms.
  const { from } = await sheetBack(code)
  expect(from).toBe('KT')
  await page.goto(at('/ban/ban-giao'))
  await expect.poll(() => mainText(page)).toContain('chờ bạn xác nhận')
  await page
    .locator('main')
    .getByRole('link', { name: /\/2019$/ })
    .first()
    .click()
  await page.getByLabel(`Nhận hồ sơ ${code}`).check()
  await sent(page, page.getByRole('button', { name: 'Xác nhận như đã đánh dấu' }))

  await page.goto(at('/ban/tra/moi-ve'))
  await expect.poll(() => mainText(page)).toContain(code)
  await page.locator('[name="dossiers.0.isTaken"]').check()
  await sent(page, page.locator('main form button').first())
  await expect.poll(() => mainText(page)).toContain('Đã báo')
  await page.goto(at(`/ban/tra/${code}`))
  await page.getByLabel('Số giấy tờ của người nhận').fill('022188000777')
  await pictured(page, 'hand-over-390')
  await sent(page, page.getByRole('button', { name: 'Trả kết quả' }))
  await expect.poll(() => mainText(page)).toContain('Đã trả')
  await phone.reload()
  await phone.getByText('Đã trả kết quả').first().waitFor()
  for (const one of [clerk, centre]) await one.leave()
})

async function sheetBack(code: string): Promise<{ readonly from: string }> {
  const answer = await fetch(at(`/api/v1/dossiers/${code}`), {
    headers: { authorization: `Bearer ${hall.tokens.get('handler') ?? ''}` },
  })
  const { unit } = (await answer.json()) as { unit: string }
  await hall.send('handler', '/hand-over-sheets', { from: unit, to: 'X07075', dossiers: [code] })
  return { from: unit }
}

test('a commune receives, sees and counts its own, and nothing of the centre', async () => {
  const plain = await communeClerk({ javaScriptEnabled: false })
  const own = await receivedBy(plain, BIRTH, 'Vũ Văn Khởi')
  await plain.leave()
  const clerk = await communeClerk({ javaScriptEnabled: true })
  const { page } = clerk
  await page.goto(at(`/ban/ho-so/${own}`))
  await expect.poll(() => mainText(page)).toContain('Đăng ký khai sinh')
  const other = (await hall.send('clerk', '/dossiers', {
    procedure: BIRTH,
    channel: 'counter',
    placeOfReceipt: 'HCC-TN',
    commune: 'P07069',
    applicant: { kind: 'citizen', name: 'Lê Thị Vân', idNumber: '022188000778', phone: null },
    components: ['to-khai', 'giay-chung-sinh'].map((component) => ({ component, original: 1 })),
  })) as Lying
  // What only the hall receives is said before anything is typed.
  await page.goto(at('/ban/tiep-nhan?thu-tuc=1.007277'))
  await expect.poll(() => mainText(page)).toContain('ngành dọc chỉ nộp tại Trung tâm')
  const refused = await page.goto(at(`/ban/ho-so/${other.code}`))
  expect(refused?.status()).toBe(403)
  for (const closed of ['/ban/hom-nay', '/ban/bao-cao', '/ban/buu-chinh'])
    expect([closed, (await page.goto(at(closed)))?.status()]).toEqual([closed, 403])
  await page.goto(at('/ban/xa-phuong'))
  const line = page.locator('[data-key="X07075"]')
  await line.waitFor()
  await expect.poll(() => line.innerText()).toContain('98%')
  await expect.poll(() => page.locator('main tr[data-key]').count()).toBe(1)
  expect([await tooWide(page), await accessFaults(page)]).toEqual([0, []])
  await pictured(page, 'figures-390')

  const director = await hall.personAt('director')
  await director.page.goto(at('/ban/xa-phuong'))
  await director.page.locator('[data-key="X07075"]').waitFor()
  await expect.poll(() => director.page.locator('main tr[data-key]').count()).toBe(21)
  expect(await accessFaults(director.page)).toEqual([])
  await pictured(director.page, 'figures-1280')
  for (const one of [clerk, director]) await one.leave()
})

test('without script: the chairman of a commune divides its work, reports it and answers for its till', async () => {
  const { page, leave } = await hall.personAt('commune approver', { width: 1280, javaScriptEnabled: false })
  await page.goto(at('/ban'))
  await sent(page, page.getByRole('button', { name: 'Mọi vị trí' }))
  await page.goto(at('/ban/bao-cao?cach=tu-den&tu=2019-03-01&den=2019-03-31&bieu=II.06a'))
  await expect.poll(() => mainText(page)).toContain('Xã An Sinh')
  await pictured(page, 'chairman-report-1280')
  await page.goto(at('/ban/phong'))
  await expect.poll(() => mainText(page)).toContain('Xã An Sinh')
  await page.goto(at('/ban/quy'))
  await expect.poll(() => mainText(page)).toContain('Sổ quỹ trong ngày')
  await pictured(page, 'chairman-cash-1280')
  await leave()
  const director = await hall.personAt('director', { width: 1280, javaScriptEnabled: false })
  expect((await director.page.goto(at('/ban/phong?donVi=X07075')))?.status()).toBe(403)
  await director.leave()
})

test('without script: an officer of the commune asks for a visit at home, and tells code and key', async () => {
  const { page, leave } = await communeClerk({ javaScriptEnabled: false })
  await page.goto(at('/ban'))
  await sent(page, page.getByRole('link', { name: 'Tại nhà' }))
  await expect.poll(() => page.locator('[name="askedBy"]:checked').inputValue()).toBe('commune')
  await page.locator('[name="name"]').fill('Trần Thị Sáu')
  await page.locator('[name="born"]').fill('1931')
  await page.locator('[name="commune"]').selectOption('X07075')
  await page.locator('[name="hamlet"]').fill('Thôn Chí Linh')
  await page.locator('[name="address"]').fill('Nhà cạnh đình')
  await page.locator('[name="contactPhone"]').fill('0912345678')
  await page.locator('[name="wish"]').fill('Cụ không đi lại được, cần chứng thực giấy ủy quyền')
  expect(await tooWide(page)).toBe(0)
  await pictured(page, 'home-new-390')
  await sent(page, page.locator('main form button[type="submit"], main form button').last())
  await expect.poll(() => mainText(page)).toContain('Đã gửi yêu cầu đến Trung tâm')
  await expect.poll(() => mainText(page)).toMatch(/TN-\d{6}-/)
  await pictured(page, 'home-handed-on-390')
  await leave()
})

test('everybody sees where to hand in, and what the communes do themselves', async () => {
  const phone = await visitor(hall)
  await phone.goto(at(`/thu-tuc/${BIRTH}`))
  const desks = phone.locator('details.any-desk')
  await desks.locator('summary').click()
  await expect.poll(() => desks.locator('li').count()).toBe(21)
  await expect.poll(() => desks.innerText()).toMatch(/Xã An Sinh[^(]*\(thứ Bảy: 07:30–11:00/)
  expect([await tooWide(phone), await accessFaults(phone)]).toEqual([0, []])
  await pictured(phone, 'procedure-390')
  await phone.goto(at('/thu-tuc?q=khai+sinh'))
  await phone.getByRole('heading', { name: 'Thủ tục do xã, phường giải quyết' }).waitFor()
  await pictured(phone, 'catalogue-390')
  await phone.goto(at('/so-lieu'))
  await phone.locator('[data-key="own-of-communes"]').waitFor()
  await expect.poll(() => mainText(phone)).toContain('98%')
  expect([await tooWide(phone), await accessFaults(phone)]).toEqual([0, []])
  await pictured(phone, 'board-390')
})
