import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import article from '../replay/targets/article-2019.json' with { type: 'json' }
import { accessFaults, openHall, type OpenHall, tooWide } from './open-hall.ts'

/** The five months of the article, replayed beside the running program and read where everybody reads them. */
let hall: OpenHall
const BOARD = `/so-lieu?tu=${article.from.slice(0, 7)}&den=${article.to.slice(0, 7)}`

beforeAll(async () => {
  hall = await openHall({ CLOCK: '2019-07-03T08:00+07:00' })
  // As `npm run replay` starts it.
  const replay = spawn(
    process.execPath,
    ['--max-semi-space-size=64', '--import', './server/read-tsx.ts', 'server/main.ts', 'replay'],
    {
      env: { ...process.env, DATA_DIR: hall.dataDir, BASE_URL: hall.house.origin, LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let said = ''
  replay.stdout.on('data', (part: Buffer) => (said += part.toString()))
  replay.stderr.on('data', (part: Buffer) => (said += part.toString()))
  const [code] = await once(replay, 'exit')
  if (code !== 0) throw new Error(said)
}, 1_200_000)
afterAll(() => hall.close())

async function open(path: string, look: { width?: number; javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const { width = 1280, javaScriptEnabled = false } = look
  const context = await hall.browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 } })
  const page = await context.newPage()
  await page.goto(hall.house.origin + path)
  return page
}

const figure = async (page: Page, name: string) =>
  (await page.locator(`[data-figure="${name}"]`).first().textContent())?.trim()

test('the board says what the article says', async () => {
  const page = await open(BOARD)
  await expect.poll(() => figure(page, 'received')).toBe('51.729')
  await expect.poll(() => figure(page, 'online-share')).toBe('28,44%')
  await expect.poll(() => figure(page, 'in-time-share')).toBe('100%')
  await expect.poll(() => figure(page, 'settled-late')).toBe('0')
  await expect.poll(() => figure(page, 'post')).toBe('1.000')
  await expect.poll(() => figure(page, 'supplements')).toBe(String(article.supplements))
  const atLeast = async (name: string) => Number((await figure(page, name))?.replaceAll('.', ''))
  expect(await atLeast('mobile-ever')).toBeGreaterThanOrEqual(article.mobile.atLeast)
  expect(await atLeast('home-ever')).toBeGreaterThanOrEqual(article.home.atLeast)
  // A word behind the other, where the page has them apart.
  const text = (await page.locator('main').allInnerTexts()).join(' ')
  for (const said of [
    '387',
    '303/303',
    '254/303',
    '83,82%',
    '243/303',
    '01/01/2019',
    '31/05/2019',
    'cắt, không làm tròn',
  ])
    expect(text).toContain(said)
  for (const [kind, count] of [
    ['Bảo hiểm xã hội', 28],
    ['Thuế', 25],
    ['Công an', 9],
    ['Điện lực', 21],
    ['Cấp nước', 1],
  ] as const)
    expect(text).toContain(`${kind}: ${count}`)
})

test('the parts of each table add up to the whole', async () => {
  const page = await open(BOARD)
  for (const group of ['month', 'field', 'unit']) {
    const cells = await page.locator(`[data-group="${group}"] [data-figure="received"]`).allTextContents()
    expect(cells.reduce((sum, cell) => sum + Number(cell.replaceAll('.', '')), 0)).toBe(article.received)
  }
  await expect.poll(() => page.locator('[data-group="month"] tbody tr').count()).toBe(5)
})

test('the targets stand beside what was reached, with the gap', async () => {
  const page = await open(BOARD)
  const row = (await page.locator('tr[data-key="town"]').textContent()) ?? ''
  expect(row).toContain('90%')
  expect(row).toMatch(/điểm phần trăm/)
  expect((await page.locator('tr[data-key="communes"]').textContent()) ?? '').toContain('98%')
})

test('the official report counts the same dossiers', async () => {
  const director = await hall.personAt('director')
  await director.page.goto(
    `${hall.house.origin}/ban/bao-cao?cach=tu-den&tu=${article.from}&den=${article.to}&bieu=II.06b`,
  )
  const cells = await director.page
    .locator('.report-table tbody tr:last-child td[data-cell]')
    .allTextContents()
  const [
    toSettle = 0,
    online = 0,
    direct = 0,
    carried = 0,
    settled = 0,
    early = 0,
    onTime = 0,
    late = 0,
    open = 0,
  ] = cells.map((cell) => Number(cell.replaceAll('.', '')))
  expect(toSettle).toBe(article.received)
  expect(online + direct + carried).toBe(toSettle)
  expect(settled + open).toBe(toSettle)
  expect(early + onTime).toBe(settled)
  expect(late).toBe(0)
  await director.leave()
})

test.each([320, 390, 1280])('it is read on a screen of %i px, by everybody', async (width) => {
  const page = await open(BOARD, { width, javaScriptEnabled: true })
  expect(await tooWide(page)).toBe(0)
  expect(await accessFaults(page)).toEqual([])
})

test('by keyboard: one commune alone', async () => {
  const page = await open('/so-lieu')
  await page.locator('#tu').focus()
  await page.selectOption('#tu', '2019-01')
  await page.selectOption('#den', '2019-05')
  await page.locator('#rieng').focus()
  await page.selectOption('#rieng', 'xa:P07069')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/rieng=xa/)
  await expect.poll(() => page.locator('h2#window').textContent()).toContain('Phường Mạo Khê')
  expect(Number((await figure(page, 'received'))?.replaceAll('.', ''))).toBeGreaterThan(5)
})

test('an address that makes no sense shows the latest month and says so', async () => {
  for (const path of [
    '/so-lieu?tu=2019-05&den=2019-01',
    '/so-lieu?tu=abc',
    '/so-lieu?rieng=xa:KHONG',
    '/so-lieu?tu=1000-01&den=2999-12',
  ]) {
    const page = await open(path)
    await expect.poll(() => page.locator('[role="alert"]').textContent()).toContain('Không đọc được kỳ')
  }
})

test('open data: described by its schema, small counts hidden, and not sent twice to who has it', async () => {
  const path = `${hall.house.origin}/so-lieu.json?tu=2019-01&den=2019-05`
  const answer = await fetch(path)
  const data = (await answer.json()) as { rows: { counts: Record<string, number | null>; month: string }[] }
  expect(data.rows.length).toBeGreaterThan(200)
  const counts = data.rows.flatMap((row) => Object.values(row.counts))
  expect(counts.some((count) => count === null)).toBe(true)
  expect(counts.some((count) => count !== null && count > 0 && count < 5)).toBe(false)
  const again = await fetch(path, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } })
  expect(again.status).toBe(304)
  expect(answer.headers.get('cache-control')).toContain('public')
  const csv = await (await fetch(path.replace('.json', '.csv'))).text()
  expect(csv.split('\r\n').length).toBe(data.rows.length + 2)
  const schema = (await (await fetch(`${hall.house.origin}/so-lieu/schema.json`)).json()) as {
    properties: { rows: { items: { properties: object } } }
  }
  expect(Object.keys(data.rows[0] ?? {}).toSorted()).toEqual(
    Object.keys(schema.properties.rows.items.properties).toSorted(),
  )
})
