import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessFaults, openHall, type OpenHall, receivedAtCounter, tooWide } from './open-hall.ts'

let hall: OpenHall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

test('every paper of a dossier is one press away, without script, and comes as PDF', async () => {
  const { code } = await receivedAtCounter(hall, 'Đặng Thị Nhường')
  const { page, leave } = await hall.personAt('clerk', { javaScriptEnabled: false, width: 390 })
  await page.goto(`${hall.house.origin}/ban/ho-so/${code}`)
  const links = page.getByRole('region', { name: 'In giấy tờ' }).getByRole('link')
  expect((await links.allInnerTexts()).map((text) => text.trim())).toEqual([
    expect.stringContaining('Giấy tiếp nhận'),
    'Phiếu kiểm soát quá trình giải quyết',
    'Phiếu quá trình xử lý',
    'Giấy đã in',
  ])
  for (const link of (await links.all()).slice(0, -1)) {
    const answer = await page.request.get(`${hall.house.origin}${await link.getAttribute('href')}`)
    expect(answer.headers()['content-type']).toBe('application/pdf')
    expect((await answer.body()).toString('latin1', 0, 5)).toBe('%PDF-')
  }
  await leave()
})

test.each([390, 1280])('the register is for everybody, at %i px, and its book is a PDF', async (width) => {
  const { page, leave } = await hall.personAt('clerk', { width })
  await page.goto(`${hall.house.origin}/ban/so-theo-doi`)
  expect(await accessFaults(page)).toEqual([])
  expect(await tooWide(page)).toBe(0)
  const book = await page.getByRole('link', { name: 'quyển 1' }).first().getAttribute('href')
  const answer = await page.request.get(`${hall.house.origin}${book}`)
  expect(answer.headers()['content-type']).toBe('application/pdf')
  await leave()
})

test('what was printed is listed with who, when and how, and comes again as the same bytes, on a telephone without script', async () => {
  const { code } = await receivedAtCounter(hall, 'Đặng Thị Nhường')
  const dossier = `${hall.house.origin}/ban/ho-so/${code}`
  const { page, leave } = await hall.personAt('clerk', { javaScriptEnabled: false, width: 390 })
  const fetched = async (path: string) =>
    (await page.request.get(new URL(path, hall.house.origin).href)).body()
  const first = await fetched(`/ban/ho-so/${code}/in/phieu_kiem_soat`)
  await page.goto(dossier)
  await page.getByRole('link', { name: 'Giấy đã in' }).click()
  const rows = page.locator('table.found-rows tbody tr')
  await expect.poll(() => rows.count()).toBe(1)
  await expect
    .poll(() => rows.innerText())
    .toMatch(
      /Phiếu kiểm soát[\s\S]*Mẫu số 05, Thông tư 01\/2018[\s\S]*mẫu có sẵn, bản [0-9a-f]{12}[\s\S]*chưa in lại/,
    )
  const again = (await rows.getByRole('link').first().getAttribute('href')) ?? ''
  expect(Buffer.compare(await fetched(again), first)).toBe(0)
  await page.reload()
  await expect.poll(() => rows.innerText()).toContain('1 lần')
  expect(await tooWide(page)).toBe(0)
  await leave()

  const director = await hall.personAt('director')
  await director.page.goto(`${hall.house.origin}/ban`)
  await director.page.getByRole('link', { name: 'Giấy in trong ngày' }).click()
  const day = director.page.locator('table.found-rows tbody tr', { hasText: code })
  await day.first().waitFor()
  expect((await day.allInnerTexts()).map((text) => /bản đầu|in lại lần 1/.exec(text)?.[0])).toEqual([
    'bản đầu',
    'in lại lần 1',
  ])
  expect(await accessFaults(director.page)).toEqual([])
  await director.leave()
})
