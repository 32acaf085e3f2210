import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blankSheet, feederPdf, scanned } from '#papers/digitising/a-scan.ts'
import { photo } from '#papers/digitising/bad-files.ts'
import { SIGNED_FOR } from '#work/a-hall.ts'
import {
  accessFaults,
  type Lying,
  openHall,
  type OpenHall,
  type Person,
  receivedAtCounter,
  sent,
  tooWide,
} from './open-hall.ts'

/** Results signed by hand and stamped come back in one stack; the citizen gets the scan as the electronic copy. */
const WITHOUT_SCRIPT = { javaScriptEnabled: false, width: 390 }
const folder = mkdtempSync(join(tmpdir(), 'mot-cua-stamped-'))
let hall: OpenHall
let keeper: Person
let clean: Lying & { lookupKey: string }
let waits: Lying

beforeAll(async () => {
  hall = await openHall()
  keeper = await hall.personAt('seal-keeper', WITHOUT_SCRIPT)
}, 120_000)
afterAll(async () => {
  await hall.close()
  rmSync(folder, { recursive: true, force: true })
})

const mainText = async (page: Page) => (await page.locator('main').allInnerTexts()).join(' ')
const box = () => `${hall.house.origin}/ban/ban-quet`

/** A dossier whose result lies before the approver. */
async function toApprove(name: string) {
  const { lookupKey, ...at } = await receivedAtCounter(hall, name)
  const { version, step } = at
  return {
    lookupKey,
    ...(await hall.send('handler', `/dossiers/${at.code}/complete-step`, { version, step, note: null })),
  }
}

/** The approver prints the page, signs it by hand and says so; answers the pages as they come out of the scanner. */
async function signedByHand({ code }: Lying): Promise<Buffer> {
  const { page, context, leave } = await hall.personAt('approver', WITHOUT_SCRIPT)
  await page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  const print = await page.getByRole('link', { name: 'Xem bản in để ký tay (PDF)' }).getAttribute('href')
  const answer = await context.request.get(`${hall.house.origin}${print}`)
  const paper = await answer.body()
  await page.getByLabel('Tôi đã xem bản in và ký tay lên nó').check()
  await sent(page, page.getByRole('button', { name: 'Phê duyệt' }).first())
  await leave()
  const [scan = Buffer.alloc(0)] = await scanned(paper, { turned: 181 })
  return scan
}

async function stampedBy({ page }: Person, { code }: Lying): Promise<void> {
  await page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  await page.getByLabel(/^Tôi đã đối chiếu văn bản/).check()
  await sent(page, page.getByRole('button', { name: 'Đóng dấu' }).first())
}

test('a stack is dropped: what is stamped finds its dossier, the rest waits with the reason', async () => {
  clean = await toApprove('Đặng Thị Nhường')
  const [one, other] = [
    await signedByHand(clean),
    await signedByHand((waits = await toApprove('Vũ Đình Khôi'))),
  ]
  await stampedBy(keeper, clean)
  const { page } = keeper
  await page.goto(box())
  await expect.poll(() => mainText(page)).toContain('Không có bản quét nào đang chờ')
  await sent(page, page.getByRole('button', { name: 'Đọc và gắn vào hồ sơ' }))
  await expect.poll(() => page.getByRole('alert').innerText()).toContain('Chưa chọn tệp nào')
  const stack = join(folder, 'xấp sáng.pdf')
  const strange = await photo({ width: 1000, height: 1414 })
  writeFileSync(stack, await feederPdf([one, await blankSheet(), other, await blankSheet(), strange]))
  await page.getByLabel('Thả hoặc chọn tệp quét').setInputFiles(stack)
  await sent(page, page.getByRole('button', { name: 'Đọc và gắn vào hồ sơ' }))
  const said = await mainText(page)
  expect(said).toContain('Đã đọc 5 trang: gắn vào 1 hồ sơ; 2 văn bản chưa nhận ra.')
  expect(said).toContain('Chưa ghi đóng dấu cho hồ sơ này trên hệ thống')
  expect(said).toContain('Không đọc được mã QR của kết quả')
  expect(await tooWide(page)).toBe(0)
  const { page: wide, leave } = await hall.personAt('clerk')
  await wide.goto(box())
  for (const width of [390, 1280]) {
    await wide.setViewportSize({ width, height: 900 })
    expect([width, await tooWide(wide), await accessFaults(wide)]).toEqual([width, 0, []])
  }
  await leave()
}, 120_000)

test('what is not stamped yet is not attached, by nobody; once it is, looking again attaches it', async () => {
  const { page } = keeper
  await page.goto(box())
  const scan = page.locator('.waiting-scans > li').filter({ hasText: 'Chưa ghi đóng dấu' })
  await expect.poll(() => scan.getByRole('link', { name: waits.code }).count()).toBe(1)
  await scan.getByText('Gắn vào hồ sơ', { exact: true }).click()
  await expect.poll(() => scan.getByLabel('Mã hồ sơ').inputValue()).toBe(waits.code)
  await sent(page, scan.getByRole('button', { name: 'Gắn bản quét này' }))
  await expect.poll(() => page.getByRole('alert').innerText()).toContain('Ghi vì sao')
  await scan.getByLabel('Vì sao').first().fill('Đã có dấu đỏ trên giấy')
  await sent(page, scan.getByRole('button', { name: 'Gắn bản quét này' }))
  await expect
    .poll(() => scan.getByRole('alert').innerText())
    .toContain('chưa được phê duyệt và ghi đóng dấu')
  await expect.poll(() => scan.getByLabel('Vì sao').first().inputValue()).toBe('Đã có dấu đỏ trên giấy')
  expect(await tooWide(page)).toBe(0)
  await stampedBy(keeper, waits)
  await page.goto(box())
  await expect.poll(() => mainText(page)).toContain('Nay đã nhận ra được')
  await sent(page, page.getByRole('button', { name: 'Nhận ra lại' }))
  await expect.poll(() => mainText(page)).toContain('Đã nhận ra và gắn thêm 1 bản quét.')
})

test('what is of no result is rejected with a reason; everything is read, and nothing is attached twice', async () => {
  const { page, context } = keeper
  await page.goto(box())
  const scan = page.locator('.waiting-scans > li')
  await expect.poll(() => scan.count()).toBe(1)
  for (const name of ['Trang đầu của bản quét 1', 'Xem bản quét (PDF, 1 trang)', 'Tệp gốc']) {
    const link = scan.getByRole('link', { name })
    const answer = await context.request.get(`${hall.house.origin}${await link.getAttribute('href')}`)
    expect([name, answer.headers()['content-type']]).toEqual([name, 'application/pdf'])
  }
  await scan.getByText('Loại bản quét', { exact: true }).click()
  await scan.getByLabel('Vì sao').last().fill('Không phải kết quả')
  await sent(page, scan.getByRole('button', { name: 'Loại bản quét này' }))
  await expect.poll(() => mainText(page)).toContain('Đã loại bản quét')
  await page.getByLabel('Thả hoặc chọn tệp quét').setInputFiles(join(folder, 'xấp sáng.pdf'))
  await sent(page, page.getByRole('button', { name: 'Đọc và gắn vào hồ sơ' }))
  const said = await mainText(page)
  expect(said).toContain('2 văn bản đã gửi trước đó, không gắn thêm')
  await expect.poll(() => page.locator('tbody').getByRole('link', { name: clean.code }).count()).toBe(1)
}, 60_000)

test('the dossier shows the scan; handed over, it is there for who has code and key', async () => {
  const { page, leave } = await hall.personAt('clerk')
  await page.goto(`${hall.house.origin}/ban/ho-so/${clean.code}`)
  await page.getByRole('link', { name: 'Bản quét kết quả đã ký, đóng dấu' }).click()
  await page.locator('mc-pdf[data-drawn="1"]').waitFor()
  await expect.poll(() => mainText(page)).toContain('Kết quả đã ký và đóng dấu, bản giấy quét lại')
  expect(await accessFaults(page)).toEqual([])
  const seen = await fetch(`${hall.house.origin}/api/v1/dossiers/${clean.code}`, {
    headers: { authorization: `Bearer ${hall.tokens.get('clerk') ?? ''}` },
  })
  const { version, step } = (await seen.json()) as { version: number; step: { key: string } }
  const ready = await hall.send('clerk', `/dossiers/${clean.code}/mark-ready`, { version, step: step.key })
  const receiver = { name: 'Đặng Thị Nhường', idNumber: '022188001' }
  const proof = {
    ...SIGNED_FOR,
    identity: { paper: 'identity-card', number: '022188001', how: 'seen', whyDiffers: null },
  }
  await hall.send('clerk', `/dossiers/${clean.code}/hand-back`, {
    version: ready.version,
    step: ready.step,
    way: 'counter',
    receiver,
    proof,
  })
  await leave()
  const context = await hall.browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 900 },
  })
  const anybody = await context.newPage()
  await anybody.goto(`${hall.house.origin}/tra-cuu?ma=${clean.code}&khoa=${clean.lookupKey}`)
  const link = anybody.getByRole('link', { name: 'Bản quét kết quả đã ký và đóng dấu (PDF)' })
  expect(await tooWide(anybody)).toBe(0)
  const answer = await context.request.get(`${hall.house.origin}${await link.getAttribute('href')}`)
  expect(answer.headers()['content-type']).toBe('application/pdf')
  const stranger = await fetch(`${hall.house.origin}/tra-cuu/ket-qua.pdf`, { redirect: 'manual' })
  expect([stranger.status, stranger.headers.get('location')]).toEqual([303, '/tra-cuu'])
})
