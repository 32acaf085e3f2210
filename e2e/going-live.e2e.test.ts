import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessFaults, commandOf, openHall, type OpenHall, sent, tooWide } from './open-hall.ts'

/** A running centre goes live from the command line beside the running program. */
const EXAMPLE = 'centres/dong-trieu/take-over-example'
const WITHOUT_SCRIPT = { javaScriptEnabled: false, viewport: { width: 390, height: 900 } }

let hall: OpenHall
beforeAll(async () => {
  hall = await openHall()
}, 120_000)
afterAll(() => hall.close())

const command = (...words: string[]) => commandOf(hall, words)

let key = ''

test('a dry run shows what would be done; the files it showed are taken over, and no others', async () => {
  const take = ['centre', 'take-over', 'dong-trieu', '--from', EXAMPLE]
  const dry = await command(...take)
  expect(dry.code, dry.said).toBe(0)
  expect(dry.said).toContain('hồ sơ: thêm 9')
  expect(dry.said).toMatch(
    /open-dossiers.csv:6: due: giấy hẹn ghi 11:30 06\/03\/2019, theo quy định tính ra 17:00/,
  )
  const hash = /--confirm (\w+)/.exec(dry.said)?.[1] ?? ''
  expect((await command(...take, '--confirm', 'abcdef012345')).code).toBe(1)
  const done = await command(...take, '--confirm', hash)
  expect(done.said).toContain('Đã tiếp quản')
  const folder = join(hall.dataDir, 'take-over')
  const [list = ''] = readdirSync(folder)
  key = /HS-2019-00287,(\w+),/.exec(readFileSync(join(folder, list), 'utf8'))?.[1] ?? ''
  expect(key).toHaveLength(10)
})

test('the citizen follows by the old code and the new key', async () => {
  const page = await (await hall.browser.newContext(WITHOUT_SCRIPT)).newPage()
  await page.goto(`${hall.house.origin}/tra-cuu`)
  await page.locator('[name="code"], [name="ma"]').first().fill('hs-2019-00287')
  await page.locator('[name="key"], [name="khoa"]').first().fill(key.toLowerCase())
  await sent(page, page.locator('main form button').first())
  const told = (await page.locator('main').allInnerTexts()).join(' ')
  expect(told).toContain('HS-2019-00287')
  expect(told).toContain('06/03/2019')
  await page.context().close()
})

test.each(['HS-2019-00417', 'TCKH/2019/0096'])('%s stands on the desk like any other', async (code) => {
  const { page, leave } = await hall.personAt('director')
  await page.goto(`${hall.house.origin}/ban/ho-so/${encodeURIComponent(code)}`)
  const told = (await page.locator('main').allInnerTexts()).join(' ')
  expect(told).toContain(code)
  expect(told).toContain('Tiếp quản từ hệ thống cũ')
  expect(await accessFaults(page)).toEqual([])
  expect(await tooWide(page)).toBe(0)
  await leave()
})

test('a person comes in with the password that was drawn, and out of it only with an own one', async () => {
  const given = await command('account', 'dong-trieu', 'hang.dt')
  const drawn = /Mật khẩu: +(\S+)/.exec(given.said)?.[1] ?? ''
  const page = await (await hall.browser.newContext(WITHOUT_SCRIPT)).newPage()
  await page.goto(`${hall.house.origin}/dang-nhap`)
  await page.getByLabel('Tên đăng nhập').fill('hang.dt')
  await page.getByLabel('Mật khẩu', { exact: true }).fill(drawn)
  await sent(page, page.getByRole('button', { name: 'Đăng nhập', exact: true }))
  await expect.poll(() => page.locator('h1').textContent()).toBe('Đặt mật khẩu của anh chị')
  expect(await tooWide(page)).toBe(0)
  const choose = async (fresh: string, again = fresh) => {
    await page.locator('[name="fresh"]').fill(fresh)
    await page.locator('[name="again"]').fill(again)
    await sent(page, page.getByRole('button', { name: 'Đăng nhập', exact: true }))
  }
  await choose('ngắn')
  await choose('con mèo trèo cây cau', 'con mèo trèo cây cam')
  await choose(drawn)
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('vẫn là mật khẩu được cấp')
  await choose('con mèo trèo cây cau')
  await page.waitForURL('**/ban')
  await page.context().close()
})
