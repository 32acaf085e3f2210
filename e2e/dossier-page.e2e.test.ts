import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requiredPapers } from '../check/house-process.ts'
import { accessFaults, type Lying, openHall, type OpenHall, type Person, tooWide } from './open-hall.ts'

/** One dossier on one screen, on the real program: done, sent back, noted on, and two officers at once. */
const PROCEDURE = 'kt-xac-nhan-bang-ke-lam-san'
const NOTE = 'Ghi kèm'

let hall: OpenHall
let components: object[]
let others: readonly string[]

beforeAll(async () => {
  hall = await openHall()
  components = await requiredPapers(hall.house.origin, PROCEDURE)
  others = await colleagues()
}, 120_000)
afterAll(() => hall.close())

async function received(): Promise<Lying> {
  const applicant = {
    kind: 'citizen',
    name: 'Phạm Thị Mơ',
    idNumber: '100123456',
    phone: '0912345678',
    address: 'Khu 3, phường Mạo Khê',
  }
  const owner = { kind: 'organisation', name: `Hợp tác xã ${'Đông Triều '.repeat(17)}`.trim() }
  return hall.send('clerk', '/dossiers', {
    procedure: PROCEDURE,
    channel: 'counter',
    placeOfReceipt: 'HCC-TN',
    applicant,
    owner,
    components,
  })
}

/** Whom the head of the division could give a step to, by the page itself. */
async function colleagues(): Promise<readonly string[]> {
  const { code } = await received()
  const head = await hall.personAt('head', { javaScriptEnabled: false })
  await head.page.goto(at(code))
  const options = await head.page.getByLabel('Giao cho').locator('option').all()
  const values = await Promise.all(options.map((one) => one.getAttribute('value')))
  await head.leave()
  return values.filter((one) => one !== null && one !== '').map(String)
}

const at = (code: string) => `${hall.house.origin}/ban/ho-so/${code}`

/** Somebody else changes the dossier: the head gives the step to a colleague. */
const givenOn = ({ code, version, step }: Lying) =>
  hall.send('head', `/dossiers/${code}/assign`, { version, step, to: others[0] })

async function opened(post: string, code: string, javaScriptEnabled = true, width = 1280): Promise<Person> {
  const person = await hall.personAt(post, { javaScriptEnabled, width })
  person.page.setDefaultTimeout(8000)
  await person.page.goto(at(code))
  return person
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_, script) => {
  test('the step is done, and the worklist says where the dossier went, with the way back', async () => {
    const { code } = await received()
    const { page, leave } = await opened('handler', code, script)
    await page.getByLabel(NOTE).fill('Đủ điều kiện')
    await page.getByRole('button', { name: 'Hoàn thành, chuyển bước sau' }).click()
    await page.waitForURL(/\/ban\?/)
    await page.getByText(/Đã hoàn thành bước.*Hồ sơ đang ở: Phê duyệt/).waitFor()
    await page.getByRole('link', { name: 'Mở lại' }).click()
    await page.getByRole('heading', { level: 1, name: code }).waitFor()
    await page.getByText('Đủ điều kiện').first().waitFor()
    await page.getByText('Hiện không có việc nào của bạn ở hồ sơ này.').waitFor()
    await leave()
  })

  test('a leader sends it back with what to change, the specialist reads it and does it again', async () => {
    const lying = await received()
    const { code } = lying
    await hall.send('handler', `/dossiers/${code}/complete-step`, { version: 1, step: lying.step })
    const leader = await opened('approver', code, script)
    await leader.page.getByText('Chuyển trả lại bước trước').first().click()
    await leader.page.getByLabel('Cần sửa những gì').fill('Ghi rõ căn cứ\nvà số bảng kê')
    await leader.page.getByRole('button', { name: 'Chuyển trả lại' }).click()
    await leader.page.getByText('Đã chuyển trả lại').waitFor()
    await leader.leave()
    const { page, leave } = await opened('handler', code, script)
    await page.locator('.dossier-now').getByText('Ghi rõ căn cứ').waitFor()
    await page.getByRole('button', { name: 'Hoàn thành, chuyển bước sau' }).click()
    await page.getByText('Đã hoàn thành bước').waitFor()
    await leave()
  })

  test('somebody was faster: it is told, nothing typed is lost, and it is sent once more', async () => {
    const lying = await received()
    const { page, leave } = await opened('handler', lying.code, script)
    await page.getByLabel(NOTE).fill('Đã đối chiếu bản chính')
    await givenOn(lying)
    if (script) await page.getByText('Hồ sơ này vừa thay đổi.').waitFor()
    await page.getByRole('button', { name: 'Hoàn thành, chuyển bước sau' }).click()
    const told = page.getByRole('alert').filter({ hasText: 'Có người vừa làm trước bạn' })
    await told.getByText('Giao việc').waitFor()
    await told.getByText('Vũ Minh Tuấn').waitFor()
    await expect.poll(() => page.getByLabel(NOTE).inputValue()).toBe('Đã đối chiếu bản chính')
    if (script) expect(await accessFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'Hoàn thành, chuyển bước sau' }).click()
    await page.getByText('Đã hoàn thành bước').waitFor()
    await leave()
  })

  test('what can no longer be done leaves its words to copy', async () => {
    const { code, version, step } = await received()
    const { page, leave } = await opened('handler', code, script)
    await page.getByLabel(NOTE).fill('Chữ gõ từ sáng')
    await hall.send('handler', `/dossiers/${code}/complete-step`, { version, step })
    await page.getByRole('button', { name: 'Hoàn thành, chuyển bước sau' }).click()
    await page.getByText('Việc bạn định làm không còn làm được').waitFor()
    await expect.poll(() => page.getByLabel(/Những gì bạn đã gõ/).inputValue()).toBe('Chữ gõ từ sáng')
    await leave()
  })

  test('a note is written for the colleagues', async () => {
    const { code } = await received()
    const { page, leave } = await opened('clerk', code, script)
    await page.getByLabel('Ghi chú mới').fill('Người nộp hẹn chiều mai đến')
    await page.getByRole('button', { name: 'Ghi lại' }).click()
    await page.locator('blockquote', { hasText: 'Người nộp hẹn chiều mai đến' }).waitFor()
    await expect.poll(() => page.getByLabel('Ghi chú mới').inputValue()).toBe('')
    await leave()
  })

  test('two officers see each other', async () => {
    const { code } = await received()
    const clerk = await opened('clerk', code, script)
    const { page, leave } = await opened('handler', code, script)
    await page.getByText(/Trịnh Xuân Đạt cũng đang mở hồ sơ này \(từ \d\d:\d\d\)/).waitFor()
    if (script) {
      // As when the page comes to the front again; otherwise it would be its next beat.
      await clerk.page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
      await clerk.page.getByText(/Hoàng Đức Khánh cũng đang mở/).waitFor()
      await page.goto(`${hall.house.origin}/ban`)
      await expect
        .poll(async () => {
          await clerk.page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
          return clerk.page.getByText(/cũng đang mở/).count()
        })
        .toBe(0)
    } else {
      await clerk.page.reload()
      await clerk.page.getByText(/Hoàng Đức Khánh cũng đang mở/).waitFor()
    }
    await clerk.leave()
    await leave()
  })
})

test('words outlive a closed tab and a dead line, and nothing is said to be sent that was not', async () => {
  const { code } = await received()
  const { page, context, leave } = await opened('handler', code)
  await page.getByLabel(NOTE).fill('Viết dở buổi sáng')
  await page.waitForTimeout(500)
  await page.close()
  const again = await context.newPage()
  again.setDefaultTimeout(8000)
  await again.goto(at(code))
  await again.getByText('Đã lấy lại nội dung bạn gõ dở lần trước.').waitFor()
  await expect.poll(() => again.getByLabel(NOTE).inputValue()).toBe('Viết dở buổi sáng')
  await context.setOffline(true)
  await again.getByRole('button', { name: 'Hoàn thành, chuyển bước sau' }).click()
  await again.getByText(/Mất kết nối với máy chủ.*chưa có gì được gửi/).waitFor()
  await expect.poll(() => again.getByLabel(NOTE).inputValue()).toBe('Viết dở buổi sáng')
  await context.setOffline(false)
  await again.getByRole('button', { name: 'Hoàn thành, chuyển bước sau' }).click()
  await again.getByText('Đã hoàn thành bước').waitFor()
  await leave()
})

test('what was unfolded stays unfolded when the page shows a change by itself', async () => {
  const { code } = await received()
  const { page, leave } = await opened('director', code)
  await page.getByText('Việc chưa làm được, và vì sao').click()
  await hall.send('clerk', `/dossiers/${code}/notes`, { text: 'Một ghi chú mới' })
  await page.getByText('Một ghi chú mới').waitFor()
  expect(await page.locator('.dossier-why').getAttribute('open')).not.toBeNull()
  await leave()
})

test('by keyboard alone: the key sends the form that is typed in, and the main one from anywhere else', async () => {
  const lying = await received()
  const { code } = lying
  await hall.send('handler', `/dossiers/${code}/complete-step`, { version: 1, step: lying.step })
  const leader = await opened('approver', code)
  const { page } = leader
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press('Tab')
    const on = await page.evaluate('document.activeElement.textContent')
    if (on === 'Chuyển trả lại bước trước') break
  }
  await page.keyboard.press('Enter')
  await page.getByLabel('Cần sửa những gì').waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Ghi rõ căn cứ')
  await page.keyboard.press('Alt+Enter')
  await page.getByText('Đã chuyển trả lại').waitFor()
  await leader.leave()

  const worker = await opened('handler', code)
  await worker.page.keyboard.press('Alt+Enter')
  await worker.page.getByText('Đã hoàn thành bước').waitFor()
  await worker.leave()
  const approver = await opened('approver', code)
  await approver.page.keyboard.press('Alt+Enter')
  await approver.page.getByText('Đã phê duyệt').waitFor()
  await approver.leave()
})

test.each([320, 390, 1280])('at %i pixels it holds and axe finds nothing, in every state', async (width) => {
  const lying = await received()
  const { code } = lying
  const long = `${'Đã xem từng giấy một. '.repeat(85)}${'x'.repeat(120)}`
  const looked = async (post: string, more?: (person: Person) => Promise<void>) => {
    const person = await opened(post, code, true, width)
    await more?.(person)
    await person.page.evaluate(`document.querySelectorAll('details').forEach((one) => (one.open = true))`)
    expect([post, await accessFaults(person.page)]).toEqual([post, []])
    expect([post, await tooWide(person.page)]).toEqual([post, 0])
    await person.leave()
  }
  await hall.send('clerk', `/dossiers/${code}/notes`, { text: long.slice(0, 2000) })
  await looked('handler')
  await looked('director')
  await looked('head')
  await hall.send('handler', `/dossiers/${code}/complete-step`, { version: 1, step: lying.step, note: long })
  await looked('approver', async ({ page }) => {
    await page.getByText('Chuyển trả lại bước trước').first().click()
    await page.getByRole('button', { name: 'Chuyển trả lại' }).click()
    await page.getByRole('alert').getByRole('link', { name: 'Ghi rõ cần sửa những gì' }).waitFor()
  })
})
