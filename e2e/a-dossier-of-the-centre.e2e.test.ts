import { randomUUIDv7 } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type HouseProcess, requiredPapers } from '../check/house-process.ts'
import { SIGNED_FOR } from '#work/a-hall.ts'
import { openHall, type OpenHall } from './open-hall.ts'

/**
 * The whole way on the real program: a citizen finds the procedure, the hall
 * receives and settles the dossier through the API, and the citizen follows it on the pages.
 */
const PROCEDURE = 'kt-xac-nhan-bang-ke-lam-san'

let hall: OpenHall
let house: HouseProcess
let browser: Browser
let tokens: ReadonlyMap<string, string>

beforeAll(async () => {
  hall = await openHall()
  ;({ house, browser, tokens } = hall)
})
afterAll(() => hall?.close())

test.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('found, received, settled and followed %s', async (_, javaScriptEnabled) => {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto(house.origin)
  await page.getByLabel('Bạn cần làm thủ tục gì?').fill('xac nhan bang ke lam san')
  await page.getByRole('button', { name: 'Tìm', exact: true }).click()
  await page.getByRole('link', { name: 'Xác nhận bảng kê lâm sản' }).click()
  await page.getByText('Nộp bây giờ thì có kết quả lúc 17:00, thứ Sáu 08/03/2019').waitFor()

  const receipt = await sent('clerk', '/dossiers', {
    procedure: PROCEDURE,
    channel: 'counter',
    placeOfReceipt: 'HCC-TN',
    applicant: { kind: 'citizen', name: 'Phạm Thị Mơ', idNumber: '100123456', phone: '0912345678' },
    components: await requiredPapers(house.origin, PROCEDURE),
  })
  await lookUp(page, receipt.code, receipt.lookupKey)
  await expect.poll(() => page.locator('[aria-current=step]').textContent()).toContain('Thẩm định')
  expect(await page.textContent('main')).not.toMatch(/Phạm Thị Mơ|100123456|0912345678/)

  let lying = receipt
  for (const [post, verb, more] of [
    ['handler', 'complete-step', {}],
    ['approver', 'approve', {}],
    ['seal-keeper', 'seal', {}],
    ['clerk', 'mark-ready', {}],
    ['clerk', 'hand-back', { way: 'counter', receiver: { name: 'Phạm Thị Mơ' }, proof: SIGNED_FOR }],
  ] as const) {
    const { version, step } = lying
    lying = {
      ...receipt,
      ...(await sent(post, `/dossiers/${receipt.code}/${verb}`, { version, step, ...more })),
    }
  }
  await page.reload()
  await expect.poll(() => page.textContent('main')).toContain('Đã trả kết quả')
  await context.close()
})

async function lookUp(page: Page, code: string, key: string): Promise<void> {
  await page.goto(`${house.origin}/tra-cuu`)
  await page.getByLabel('Mã hồ sơ').fill(code)
  await page.getByLabel('Khóa tra cứu').fill(key)
  await page.getByRole('button', { name: 'Xem hồ sơ' }).click()
  await page.waitForURL('**/tra-cuu/ho-so')
  expect(page.url()).not.toContain(key)
}

interface Answer {
  readonly code: string
  readonly lookupKey: string
  readonly version: number
  readonly step: string
}

async function sent(post: string, path: string, body: object): Promise<Answer> {
  const answer = await fetch(`${house.origin}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.get(post)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ id: randomUUIDv7(), ...body }),
  })
  const said: unknown = await answer.json()
  if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(said)}`)
  return said as Answer
}
