import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  accessFaults,
  type Lying,
  openHall,
  type OpenHall,
  receivedAtCounter,
  tooWide,
  sent,
} from './open-hall.ts'

let hall: OpenHall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

const pictures = process.env['PICTURES']

/** A result that lies in the drawer. */
async function ready(name: string): Promise<string> {
  const { code, ...receipt } = await receivedAtCounter(hall, name)
  let lying: Pick<Lying, 'version' | 'step'> = receipt
  for (const [post, verb, more] of [
    ['handler', 'complete-step', {}],
    ['approver', 'approve', {}],
    ['seal-keeper', 'seal', {}],
    ['clerk', 'mark-ready', {}],
  ] as const) {
    const { version, step } = lying
    lying = await hall.send(post, `/dossiers/${code}/${verb}`, { version, step, ...more })
  }
  return code
}

test('a result that lies there is called for without script on a telephone, from the list of the drawer', async () => {
  const code = await ready('Đặng Thị Nhường')
  const { page, leave } = await hall.personAt('clerk', { javaScriptEnabled: false, width: 390 })
  const text = async () => (await page.locator('main').allInnerTexts()).join(' ')
  await page.goto(`${hall.house.origin}/ban/tra/nhac`)
  await expect.poll(() => text()).toContain('Chưa nhắc')
  await expect.poll(() => text()).toContain('0912345678')
  expect(await tooWide(page)).toBe(0)
  await sent(page, page.getByRole('link', { name: `Ghi lần nhắc: Đặng Thị Nhường, ${code}` }))
  expect(await tooWide(page)).toBe(0)
  await page.getByLabel('Kết quả nhắc').selectOption('not-reached')
  await page.getByLabel('Ghi thêm').fill('Máy bận, gọi hai lần')
  await sent(page, page.getByRole('button', { name: 'Ghi lần nhắc' }))
  expect(new URL(page.url()).hash).toBe('#nhac-den-lay')
  await expect.poll(() => text()).toContain('Gọi điện thoại: Không liên lạc được')
  await expect.poll(() => text()).toContain('Lần nhắc tiếp theo: 20/03/2019')
  await page.goto(`${hall.house.origin}/ban/tra/nhac?xep=often`)
  await expect.poll(() => text()).toContain('1 lần')
  await leave()
  for (const width of [390, 1280]) {
    const seen = await hall.personAt('clerk', { width })
    for (const path of ['/ban/tra/nhac', `/ban/ho-so/${code}`]) {
      await seen.page.goto(`${hall.house.origin}${path}`)
      expect([path, await accessFaults(seen.page), await tooWide(seen.page)]).toEqual([path, [], 0])
      if (pictures)
        await seen.page.screenshot({ path: `${pictures}/calls${path.length}-${width}.png`, fullPage: true })
    }
    await seen.leave()
  }
})
