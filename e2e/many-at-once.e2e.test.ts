import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requiredPapers } from '../check/house-process.ts'
import { accessFaults, type Lying, openHall, type OpenHall, type Person, tooWide } from './open-hall.ts'

/** The same done to several dossiers from the worklist, with a line for each when some fail, on the real program. */
const PROCEDURE = 'kt-xac-nhan-bang-ke-lam-san'

let hall: OpenHall
let components: object[]

beforeAll(async () => {
  hall = await openHall()
  components = await requiredPapers(hall.house.origin, PROCEDURE)
}, 120_000)
afterAll(() => hall.close())

async function received(name = 'Phạm Thị Mơ'): Promise<Lying> {
  const applicant = { kind: 'citizen', name, idNumber: '100123456', phone: '0912345678' }
  const given = { procedure: PROCEDURE, channel: 'counter', placeOfReceipt: 'HCC-TN', applicant, components }
  return hall.send('clerk', '/dossiers', given)
}

const on = ({ version, step }: Lying) => ({ version, step })
const done = (post: string, verb: string, one: Lying, more: object = {}) =>
  hall.send(post, `/dossiers/${one.code}/${verb}`, { ...on(one), ...more })
const forwarded = async (name?: string) => done('handler', 'complete-step', await received(name))
const approved = async (name?: string) => done('approver', 'approve', await forwarded(name))

const address = (doing: string, all: readonly Lying[]) =>
  `${hall.house.origin}/ban/nhieu?${new URLSearchParams([
    ['lam', doing],
    ...all.map((one) => ['hoSo', `${one.code}~${one.version}~${one.step}`]),
  ])}`

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_, javaScriptEnabled) => {
  async function at(post: string, work: (person: Person) => Promise<void>): Promise<void> {
    const person = await hall.personAt(post, { javaScriptEnabled })
    person.page.setDefaultTimeout(8000)
    await work(person)
    await person.leave()
  }

  test('several are ticked in the worklist, shown once more and sent on', async () => {
    const all = [await received('Trần Văn Đức'), await received('Lê Thị Sáu')]
    await at('handler', async ({ page }) => {
      await page.goto(`${hall.house.origin}/ban`)
      for (const { code } of all) await page.locator(`input[name=hoSo][value^="${code}~"]`).check()
      await page.locator('button[name=lam][value=forward]').click()
      await page.getByRole('heading', { level: 1, name: 'Chuyển 2 hồ sơ sang bước tiếp theo' }).waitFor()
      await expect.poll(() => page.getByRole('main').textContent()).toContain('Lê Thị Sáu')
      if (javaScriptEnabled) expect(await accessFaults(page)).toEqual([])
      await page.getByLabel('Ghi chú').fill('Đủ điều kiện')
      await page.getByRole('button', { name: /^Chuyển 2 hồ sơ/ }).click()
      await page.getByText('Đã chuyển 2 hồ sơ.').waitFor()
      for (const { code } of all) await expect.poll(() => page.getByText(code).count()).toBe(0)
    })
  })

  test('none ticked is said, and nothing happens', async () => {
    await at('handler', async ({ page }) => {
      await page.goto(address('forward', []))
      await page.getByRole('alert').getByText('Bạn chưa chọn hồ sơ nào').waitFor()
      if (javaScriptEnabled) expect(await accessFaults(page)).toEqual([])
    })
  })

  test('a batch with failures: what was done is done, what failed stays chosen with its reason and is tried again', async () => {
    const [good, gone, back] = [
      await forwarded('Trần Văn Đức'),
      await forwarded(),
      await forwarded('Lê Thị Sáu'),
    ]
    await at('approver', async ({ page }) => {
      await page.goto(address('approve', [good, gone, back]))
      await expect.poll(() => page.getByRole('main').textContent()).toContain('QĐ')
      await done('approver', 'approve', gone)
      const again = await done('approver', 'send-back', back, {
        to: await stepBefore(back),
        comment: 'Sai ngày',
      })
      await done('handler', 'complete-step', again)
      await page.getByRole('button', { name: /^Phê duyệt 3 hồ sơ/ }).click()
      const results = page.getByRole('alert').getByRole('listitem')
      await results.first().waitFor()
      await expect.poll(() => page.getByText('Xong 1 hồ sơ, còn 2 hồ sơ chưa được').count()).toBe(1)
      await expect.poll(() => results.filter({ hasText: good.code }).textContent()).toContain('Xong')
      await expect
        .poll(() => results.filter({ hasText: gone.code }).textContent())
        .toContain('Chưa được: Người khác vừa làm')
      if (javaScriptEnabled) expect(await accessFaults(page)).toEqual([])
      // What can still be approved is chosen, as it stands now.
      await expect.poll(() => page.getByRole('checkbox').count()).toBe(1)
      await expect.poll(() => page.getByLabel(`Làm hồ sơ ${back.code}`).isChecked()).toBe(true)
      await page.getByRole('button', { name: /^Phê duyệt 1 hồ sơ/ }).click()
      await page.getByText('Đã phê duyệt 1 hồ sơ.').waitFor()
    })
  })

  test('documents get the next numbers of their book, in the order they stand in', async () => {
    const [first, second] = [await approved('Trần Văn Đức'), await approved('Lê Thị Sáu')]
    await at('seal-keeper', async ({ page }) => {
      await page.goto(address('seal', [first, second]))
      await page.getByText('Số của mỗi văn bản do sổ cấp').waitFor()
      if (javaScriptEnabled) expect(await accessFaults(page)).toEqual([])
      await page.getByRole('button', { name: /^Đóng dấu 2 hồ sơ/ }).click()
      await page.getByText('Đã vào số, đóng dấu 2 hồ sơ.').waitFor()
      const [one = 0, next = 0] = await Promise.all([first, second].map(numberOf))
      expect(next).toBe(one + 1)
    })
  })

  test('one that could not be sealed takes no number, and the next one when it is tried again', async () => {
    const [back, good] = [await approved('Trần Văn Đức'), await approved('Lê Thị Sáu')]
    await at('seal-keeper', async ({ page }) => {
      await page.goto(address('seal', [back, good]))
      const returned = await done('seal-keeper', 'send-back', back, {
        to: 'approve',
        comment: 'Thiếu chữ ký',
      })
      await done('approver', 'approve', returned)
      await page.getByRole('button', { name: /^Đóng dấu 2 hồ sơ/ }).click()
      await page.getByText('Xong 1 hồ sơ, còn 1 hồ sơ chưa được').waitFor()
      await page.getByRole('button', { name: /^Đóng dấu 1 hồ sơ/ }).click()
      await page.getByText('Đã vào số, đóng dấu 1 hồ sơ.').waitFor()
      const [one = 0, next = 0] = await Promise.all([good, back].map(numberOf))
      expect(next).toBe(one + 1)
    })
  })

  test('a form sent twice counts once', async () => {
    const one = await received()
    await at('handler', async ({ page, context }) => {
      await page.goto(address('claim', [one]))
      const form = await page
        .locator('form.many')
        .evaluate((element) =>
          Object.fromEntries(
            new FormData(element as HTMLFormElement) as unknown as Iterable<[string, string]>,
          ),
        )
      const answers = await Promise.all(
        [1, 2].map(() =>
          context.request.post(`${hall.house.origin}/ban/nhieu`, {
            form,
            headers: { origin: hall.house.origin },
            maxRedirects: 0,
          }),
        ),
      )
      expect(answers.map((answer) => answer.status())).toEqual([303, 303])
    })
  })
})

/** The step before the present one, as the dossier's own page of the API names it. */
async function stepBefore({ code }: Lying): Promise<string> {
  const seen = await seenDossier(code)
  return seen.backTo[0]?.key ?? ''
}

async function numberOf({ code }: Lying): Promise<number> {
  const seen = await seenDossier(code)
  return Number.parseInt(seen.history.find(({ type }) => type === 'ResultSealed')?.note ?? '', 10)
}

async function seenDossier(code: string) {
  const answer = await fetch(`${hall.house.origin}/api/v1/dossiers/${code}`, {
    headers: { authorization: `Bearer ${hall.tokens.get('approver') ?? ''}` },
  })
  return (await answer.json()) as {
    backTo: { key: string }[]
    history: { type: string; note: string | null }[]
  }
}

test.each([1280, 390, 320])('at %i px nothing is cut off', async (width) => {
  const all = [await approved('Đỗ Thị Hương Giang Thanh Nguyễn Hoàng Bảo Châu Phương Thảo'), await approved()]
  const keeper = await hall.personAt('seal-keeper', { width })
  for (const query of ['', '&lang=en']) {
    await keeper.page.goto(address('seal', all) + query)
    expect([await accessFaults(keeper.page), await tooWide(keeper.page)]).toEqual([[], 0])
  }
  await keeper.leave()
})
