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
  ])
  for (const link of await links.all()) {
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
