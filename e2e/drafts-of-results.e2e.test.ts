import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requiredPapers } from '../check/house-process.ts'
import { accessFaults, openHall, type OpenHall, type Person, sent, signedInAs, tooWide } from './open-hall.ts'

/** The result of a correction of civil status: written, commented on, written again, compared, approved for the pen. */
const WITHOUT_SCRIPT = { javaScriptEnabled: false, width: 390 }
const PROCEDURE = '2.000748'
let hall: OpenHall
let writer: Person
let approver: Person
let code: string

beforeAll(async () => {
  hall = await openHall()
  ;[writer, approver] = await Promise.all([
    signedInAs(hall, 'mai.pt', WITHOUT_SCRIPT),
    signedInAs(hall, 'nhung.ln', WITHOUT_SCRIPT),
  ])
  const received = await hall.send('clerk', '/dossiers', {
    procedure: PROCEDURE,
    channel: 'counter',
    placeOfReceipt: 'HCC-TN',
    applicant: {
      kind: 'citizen',
      name: 'Đặng Thị Nhường',
      idNumber: '022188001',
      phone: '0912345678',
      address: 'Khu 3, phường Mạo Khê',
    },
    components: await requiredPapers(hall.house.origin, PROCEDURE),
  })
  code = received.code
  const { version, step } = received
  await hall.send('cashier', `/dossiers/${code}/complete-step`, { version, step, note: null })
}, 120_000)
afterAll(() => hall.close())

const mainText = async (page: Page) => (await page.locator('main').allInnerTexts()).join(' ')
const drafts = () => `${hall.house.origin}/ban/ho-so/${code}/du-thao`
const field = (page: Page, name: string) => page.locator(`[name="values.${name}"]`)

async function bytesAt(person: Person, path: string): Promise<Buffer> {
  const answer = await person.context.request.get(`${hall.house.origin}/ban/ho-so/${code}/${path}`)
  expect(answer.headers()['content-type']).toBe('application/pdf')
  return answer.body()
}

const FIELDS = {
  born: '12/5/1988',
  ethnicity: 'Kinh',
  nationality: 'Việt Nam',
  registered: 'Khai sinh',
  registeredAt: 'Ủy ban nhân dân phường Mạo Khê',
  registerNo: '45/1988, quyển 01, ngày 20/5/1988',
  items: 'Họ, chữ đệm, tên | Đặng Thị Nhường | Đặng Thị Nhượng',
  reason: 'Ghi nhầm khi đăng ký khai sinh',
}

test('written from what the dossier knows; a letter the font lacks is named and nothing typed is lost', async () => {
  const { page } = writer
  await page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  await page.getByRole('link', { name: 'Dự thảo kết quả' }).click()
  await expect.poll(() => field(page, 'subject').inputValue()).toBe('Đặng Thị Nhường')
  await field(page, 'action').selectOption('correct')
  await field(page, 'gender').selectOption('nu')
  for (const [name, value] of Object.entries(FIELDS)) await field(page, name).fill(value)
  await field(page, 'reason').fill('Ghi nhầm 漢')
  await sent(page, page.getByRole('button', { name: 'Lưu phiên bản' }))
  await expect
    .poll(() => page.getByRole('alert').innerText())
    .toContain('Lý do: phông chữ của văn bản không có ký tự 漢')
  await expect.poll(() => field(page, 'registerNo').inputValue()).toBe(FIELDS.registerNo)
  expect(await tooWide(page)).toBe(0)
  await field(page, 'reason').fill(FIELDS.reason)
  await sent(page, page.getByRole('button', { name: 'Lưu phiên bản' }))
  await expect.poll(() => mainText(page)).toContain('Phiên bản 1')
  expect((await bytesAt(writer, 'du-thao/1/xem.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
})

test('a comment stays with its version; the next one is compared with it word by word', async () => {
  const { page } = approver
  await page.goto(drafts())
  await expect.poll(() => mainText(page)).toContain('Dự thảo chỉ sửa ở bước thụ lý')
  await page.locator('summary', { hasText: 'Góp ý cho phiên bản 1' }).click()
  await page.locator('[name="text"]').fill('Ghi rõ căn cứ của việc cải chính')
  await sent(page, page.getByRole('button', { name: 'Ghi góp ý' }))
  await expect.poll(() => mainText(page)).toContain('Ghi rõ căn cứ của việc cải chính')

  await writer.page.goto(drafts())
  await field(writer.page, 'reason').fill('Ghi nhầm tên khi đăng ký khai sinh, theo học bạ')
  await writer.page.locator('[name="why"]').fill('Theo góp ý')
  await sent(writer.page, writer.page.getByRole('button', { name: 'Lưu phiên bản' }))
  await sent(writer.page, writer.page.getByRole('button', { name: 'So sánh' }))
  const { page: compared } = writer
  await expect.poll(() => compared.locator('ins').allInnerTexts()).toEqual(['tên ', ', theo học bạ'])
  expect(await tooWide(compared)).toBe(0)
  const at = compared.url()
  const { page: wide, leave } = await hall.personAt('director')
  for (const path of [drafts(), at]) {
    await wide.goto(path)
    for (const width of [390, 1280]) {
      await wide.setViewportSize({ width, height: 900 })
      expect([path, width, await tooWide(wide), await accessFaults(wide)]).toEqual([path, width, 0, []])
    }
  }
  await leave()
})

test('the newest version is looked at and approved for the pen; its print stays the same bytes', async () => {
  for (;;) {
    const { page } = writer
    await page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
    const done = page.getByRole('button', { name: 'Hoàn thành, chuyển bước sau' })
    if ((await done.count()) === 0) break
    await sent(page, done.first())
  }
  const { page } = approver
  await page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  await expect.poll(() => mainText(page)).toContain('Kết quả theo dự thảo, phiên bản 2')
  expect(await tooWide(page)).toBe(0)
  const looked = await bytesAt(approver, 'ket-qua.pdf?ban=in')
  const approve = page.getByRole('button', { name: 'Phê duyệt', exact: false }).first()
  await sent(page, approve)
  await expect.poll(() => page.getByRole('alert').first().innerText()).toContain('Hãy mở xem bản sẽ ký')
  await page.getByLabel('Tôi đã xem bản in và ký tay lên nó').check()
  await sent(page, page.getByRole('button', { name: 'Phê duyệt', exact: false }).first())
  await writer.page.goto(drafts())
  await expect.poll(() => mainText(writer.page)).toContain('Phiên bản 2 (đã phê duyệt)')
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
  expect(hash(await bytesAt(writer, 'ket-qua.pdf'))).toBe(hash(looked))
})
