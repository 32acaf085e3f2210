import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requiredPapers } from '../check/house-process.ts'
import { accessFaults, type OpenHall, openHall, tooWide } from './open-hall.ts'

/** Papers are scanned beside a dossier and looked at in our own viewer; the receipt is printed. */
const PROCEDURE = 'kt-xac-nhan-bang-ke-lam-san'
const folder = mkdtempSync(join(tmpdir(), 'mot-cua-scans-'))

let hall: OpenHall
let pdf: string
let picture: string

beforeAll(async () => {
  hall = await openHall()
  const { code } = await received()
  const answer = await fetch(`${hall.house.origin}/ban/ho-so/${code}/giay-tiep-nhan.pdf`, {
    headers: { cookie: `phien=${hall.tokens.get('clerk') ?? ''}` },
  })
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  pdf = join(folder, 'Đơn đề nghị.pdf')
  writeFileSync(pdf, Buffer.from(await answer.arrayBuffer()))
  execFileSync('pdftoppm', ['-r', '50', '-png', '-singlefile', pdf, join(folder, 'anh')])
  picture = join(folder, 'anh.png')
}, 120_000)
afterAll(async () => {
  await hall.close()
  rmSync(folder, { recursive: true, force: true })
})

async function received() {
  return hall.send('clerk', '/dossiers', {
    procedure: PROCEDURE,
    channel: 'counter',
    placeOfReceipt: 'HCC-TN',
    applicant: { kind: 'citizen', name: 'Phạm Thị Mơ', idNumber: '022188001234', phone: '0912345678' },
    components: await requiredPapers(hall.house.origin, PROCEDURE),
  })
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_, javaScriptEnabled) => {
  test('several files are added, looked at, and one is struck out with its reason', async () => {
    const { code } = await received()
    const { page, leave } = await hall.personAt('clerk', { javaScriptEnabled })
    await page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
    await page.getByText('Thêm bản quét').click()
    await page.getByLabel('Chọn tệp').setInputFiles([pdf, picture])
    await page.getByLabel('Là bản quét của').selectOption({ label: 'Bảng kê lâm sản' })
    await page.getByRole('button', { name: 'Thêm vào hồ sơ' }).click()
    await page.getByRole('link', { name: 'anh.png' }).click()
    await page.getByRole('img', { name: 'anh.png' }).waitFor()
    const isDrawn = () =>
      page.getByRole('img', { name: 'anh.png' }).evaluate((one) => Reflect.get(one, 'naturalWidth'))
    if (javaScriptEnabled) await expect.poll(isDrawn).toBeGreaterThan(100)
    await page.getByRole('link', { name: 'Đơn đề nghị.pdf' }).click()
    if (javaScriptEnabled) {
      await page.locator('mc-pdf[data-drawn="1"]').waitFor()
      await expect.poll(() => page.getByText('Trang 1/2').count()).toBe(1)
      await page.getByRole('button', { name: 'Trang sau' }).click()
      await page.locator('mc-pdf[data-drawn="2"]').waitFor()
      expect(await accessFaults(page)).toEqual([])
    }
    const address = await page.getByRole('link', { name: 'Mở tệp' }).getAttribute('href')
    const answer = await fetch(`${hall.house.origin}${address}`, {
      headers: { cookie: `phien=${hall.tokens.get('clerk') ?? ''}` },
    })
    expect(Buffer.from(await answer.arrayBuffer()).equals(readFileSync(pdf))).toBe(true)
    expect([answer.headers.get('content-type'), answer.headers.get('x-content-type-options')]).toEqual([
      'application/pdf',
      'nosniff',
    ])
    await page.getByText('Bỏ bản quét gắn nhầm').click()
    await page.getByRole('button', { name: 'Bỏ bản quét này' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('Vì sao').fill('Quét nhầm hồ sơ của người khác')
    await page.getByRole('button', { name: 'Bỏ bản quét này' }).click()
    await page.getByText('Đã bỏ: Quét nhầm hồ sơ của người khác').waitFor()
    await expect.poll(() => page.getByRole('link', { name: 'anh.png' }).count()).toBe(1)
    await leave()
  })

  test('what is no scan is refused in plain words, and the others are kept', async () => {
    const { code } = await received()
    const cut = join(folder, 'cụt.pdf')
    writeFileSync(cut, readFileSync(pdf).subarray(0, 5000))
    const text = join(folder, 'thư.pdf')
    writeFileSync(text, 'Kính gửi')
    const { page, leave } = await hall.personAt('clerk', { javaScriptEnabled })
    await page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
    await page.getByText('Thêm bản quét').click()
    await page.getByRole('button', { name: 'Thêm vào hồ sơ' }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('Chưa chọn tệp nào')
    await page.getByLabel('Chọn tệp').setInputFiles([cut, text, picture])
    await page.getByRole('button', { name: 'Thêm vào hồ sơ' }).click()
    await page.getByText('bị thiếu phần cuối').waitFor()
    const said = await page.getByRole('alert').first().textContent()
    expect(said).toContain('“cụt.pdf” bị thiếu phần cuối')
    expect(said).toContain('“thư.pdf” không phải PDF')
    await expect.poll(() => page.getByRole('link', { name: 'anh.png' }).count()).toBe(1)
    await leave()
  })
})

test('people of another unit see neither the dossier nor its scans', async () => {
  const { code } = await received()
  const seen = await fetch(
    `${hall.house.origin}/ban/ho-so/${code}/giay-to/01940000-0000-7000-8000-000000000000`,
    { headers: { cookie: `phien=${hall.tokens.get('administrator') ?? ''}` } },
  )
  expect(seen.status).toBe(403)
})

test.each([320, 1280])('the viewer fits at %i px', async (width) => {
  const { code } = await received()
  const { page, leave } = await hall.personAt('handler', { width })
  await page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  await page.getByText('Thêm bản quét').click()
  await page.getByLabel('Chọn tệp').setInputFiles([pdf])
  await page.getByRole('button', { name: 'Thêm vào hồ sơ' }).click()
  await page.locator('mc-pdf[data-drawn="1"]').waitFor()
  expect(await accessFaults(page)).toEqual([])
  expect(await tooWide(page)).toBeLessThanOrEqual(0)
  const pictures = process.env['PICTURES']
  if (pictures) await page.screenshot({ path: join(pictures, `viewer-${width}.png`), fullPage: true })
  await leave()
})
