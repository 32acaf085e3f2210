import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requiredPapers } from '../check/house-process.ts'
import { accessFaults, type Lying, openHall, type OpenHall, type Person, tooWide } from './open-hall.ts'

/** The head of a division sees who has how much, gives work on and enters a substitute, on the real program. */
const PROCEDURE = 'kt-xac-nhan-bang-ke-lam-san'
const DIVISION = '/ban/phong'

let hall: OpenHall
let components: object[]

beforeAll(async () => {
  hall = await openHall()
  components = await requiredPapers(hall.house.origin, PROCEDURE)
}, 120_000)
afterAll(() => hall.close())

async function received(name: string): Promise<Lying> {
  const applicant = { kind: 'citizen', name, idNumber: '100123456', phone: '0912345678' }
  const given = { procedure: PROCEDURE, channel: 'counter', placeOfReceipt: 'HCC-TN', applicant, components }
  return hall.send('clerk', '/dossiers', given)
}

async function taken(name: string): Promise<Lying> {
  const { code, version, step } = await received(name)
  return hall.send('handler', `/dossiers/${code}/claim`, { version, step })
}

const at = (path: string) => `${hall.house.origin}${path}`

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_, javaScriptEnabled) => {
  let head: Person
  beforeAll(async () => {
    head = await hall.personAt('head', { javaScriptEnabled })
    head.page.setDefaultTimeout(8000)
  })
  afterAll(() => head.leave())

  test('gives on what is chosen, then all the rest of a person', async () => {
    const { page } = head
    const lying = [await taken('Phạm Thị Mơ'), await taken('Trần Văn Đức'), await taken('Lê Thị Sáu')]
    await page.goto(at(DIVISION))
    const held = page.getByRole('link', { name: /hồ sơ, Đang giữ, Hoàng Đức Khánh/ })
    const count = Number(await held.textContent())
    expect(count).toBeGreaterThanOrEqual(3)
    await page.getByRole('link', { name: /^Giao lại Hoàng Đức Khánh/ }).click()
    await page.getByRole('heading', { level: 1, name: /^Giao lại việc của/ }).waitFor()

    await page.getByRole('button', { name: 'Giao các hồ sơ đã chọn' }).click()
    await page.getByRole('alert').getByText('Bạn chưa chọn người nhận').waitFor()
    const other = page.getByLabel('Giao cho').locator('option').filter({ hasText: 'Lý Hữu Nam' })
    await page.getByLabel('Giao cho').selectOption(await other.getAttribute('value'))
    await page.getByRole('button', { name: 'Giao các hồ sơ đã chọn' }).click()
    await page.getByRole('alert').getByText('Bạn chưa chọn hồ sơ nào').waitFor()

    await page.getByLabel(`Chọn hồ sơ ${lying[0]?.code}`).check()
    await page.getByLabel('Lời nhắn').fill('Làm trước thứ Năm')
    await page.getByRole('button', { name: 'Giao các hồ sơ đã chọn' }).click()
    await page.getByText('Đã giao 1 hồ sơ.').waitFor()
    if (javaScriptEnabled) {
      // The page shows by itself what has come meanwhile, and what it said once still stands.
      await received('Vũ Thị Lành')
      await page.getByRole('link', { name: 'Giao việc Chuyên viên thụ lý' }).waitFor()
      await expect.poll(() => page.getByText('Đã giao 1 hồ sơ.').count()).toBe(1)
    }

    await page.getByRole('link', { name: /^Giao lại Hoàng Đức Khánh/ }).click()
    await page.getByLabel('Giao cho').selectOption(await other.getAttribute('value'))
    await page.getByRole('button', { name: /^Giao lại tất cả của Hoàng Đức Khánh/ }).click()
    await page.getByText(`Đã giao ${count - 1} hồ sơ.`).waitFor()
    await expect.poll(() => page.getByRole('link', { name: /^Giao lại Hoàng Đức Khánh/ }).count()).toBe(0)
    expect(page.url()).not.toMatch(/M%C6%A1|100123456/)
    await page.reload()
    await expect.poll(() => page.getByText(/^Đã giao/).count()).toBe(0)
  })

  test('gives out what nobody has taken; what was taken meanwhile is told and the others go', async () => {
    const { page } = head
    const [first, second] = [await received('Phạm Thị Mơ'), await received('Trần Văn Đức')]
    await page.goto(at(DIVISION))
    await page.getByRole('link', { name: 'Giao việc Chuyên viên thụ lý' }).click()
    for (const { code } of [first, second]) await page.getByLabel(`Chọn hồ sơ ${code}`).check()
    await page.getByLabel('Giao cho').selectOption('spread')
    await hall.send('handler', `/dossiers/${first.code}/claim`, { version: first.version, step: first.step })
    await page.getByRole('button', { name: 'Giao các hồ sơ đã chọn' }).click()
    const results = page.getByRole('alert').getByRole('listitem')
    await results.first().waitFor()
    await expect
      .poll(() => results.filter({ hasText: first.code }).textContent())
      .toContain('Chưa được: Người khác vừa làm')
    await expect.poll(() => results.filter({ hasText: second.code }).textContent()).toContain('Xong')
    if (javaScriptEnabled) expect(await accessFaults(page)).toEqual([])
  })

  test('enters a substitute, gives all to the substitute with one press, and ends it early', async () => {
    const { page } = head
    const { code, version, step } = await taken('Lê Thị Sáu')
    await page.goto(at(DIVISION))
    await page.getByRole('link', { name: 'Ghi người vắng' }).click()
    await page.getByRole('button', { name: 'Ghi lại' }).click()
    await page.getByRole('alert').getByText('Bạn chưa chọn người vắng').waitFor()
    await page.getByLabel('Người vắng').selectOption({ label: 'Hoàng Đức Khánh' })
    await page.getByLabel('Người làm thay').selectOption({ label: 'Hoàng Đức Khánh' })
    await page.getByLabel('Từ ngày').fill('2019-03-05')
    await page.getByLabel('Đến hết ngày').fill('2019-03-07')
    await page.getByRole('button', { name: 'Ghi lại' }).click()
    await page.getByRole('alert').getByText('phải là hai người khác nhau').waitFor()
    await expect.poll(() => page.getByLabel('Đến hết ngày').inputValue()).toBe('2019-03-07')
    await page.getByLabel('Người làm thay').selectOption({ label: 'Tạ Văn Quân' })
    await page.getByRole('button', { name: 'Ghi lại' }).click()
    await page.getByText('Đã ghi người làm thay').waitFor()
    await page.getByText('vắng đến hết 07/03/2019, Tạ Văn Quân làm thay').waitFor()
    if (javaScriptEnabled) expect(await accessFaults(page)).toEqual([])

    // Within a second the substitute works in the absent person's post, without a new sign-in.
    await expect
      .poll(
        () =>
          hall.send('approver', `/dossiers/${code}/release`, { version, step }).then(
            () => 'done',
            () => 'not yet',
          ),
        { timeout: 3000 },
      )
      .toBe('done')
    const again = await hall.send('handler', `/dossiers/${code}/claim`, { version: version + 1, step })
    await page.reload()
    await page.getByRole('button', { name: 'Giao hết cho Tạ Văn Quân' }).click()
    await page.getByText(/^Đã giao \d+ hồ sơ\.$/).waitFor()

    await page.getByRole('button', { name: /^Kết thúc ngay/ }).click()
    await page.getByText('Đã kết thúc lượt làm thay').waitFor()
    // The end takes the rights away within a second.
    await page.waitForTimeout(1200)
    const late = hall.send('approver', `/dossiers/${code}/complete-step`, {
      version: again.version + 1,
      step,
    })
    await expect(late).rejects.toThrow('not-permitted')
  })
})

test('every number opens its list', async () => {
  const head = await hall.personAt('head')
  await received('Phạm Thị Mơ')
  await head.page.goto(at(DIVISION))
  const number = head.page.getByRole('link', { name: /hồ sơ, Tuần này, Chưa ai nhận, Chuyên viên/ })
  const count = Number(await number.textContent())
  await number.click()
  await head.page.getByRole('heading', { level: 1, name: 'Danh sách hồ sơ' }).waitFor()
  await expect.poll(() => head.page.locator('tr[data-row]').count()).toBe(count)
  await head.leave()
})

test('nobody but who divides the work gets in', async () => {
  for (const post of ['handler', 'approver', 'clerk', 'administrator']) {
    const person = await hall.personAt(post)
    for (const path of [DIVISION, `${DIVISION}/giao`, `${DIVISION}/vang`]) {
      const answer = await person.page.goto(at(path))
      expect([post, path, answer?.status()]).toEqual([post, path, 403])
    }
    await person.leave()
  }
})

test.each([1280, 390, 320])('at %i px everything is reachable and nothing is cut off', async (width) => {
  const head = await hall.personAt('head', { width })
  for (const path of [DIVISION, `${DIVISION}/giao`, `${DIVISION}/vang`, `${DIVISION}?lang=en`]) {
    await head.page.goto(at(path))
    expect([path, await accessFaults(head.page), await tooWide(head.page)]).toEqual([path, [], 0])
  }
  await head.leave()
})
