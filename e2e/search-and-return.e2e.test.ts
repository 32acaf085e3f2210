import { randomUUIDv7 } from 'node:crypto'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type HouseProcess, requiredPapers } from '../check/house-process.ts'
import { SIGNED_FOR } from '#work/a-hall.ts'
import { accessFaults, openHall, type OpenHall } from './open-hall.ts'

/** A clerk finds dossiers in the one box and hands results to people, on the real program. */
const PROCEDURE = 'kt-xac-nhan-bang-ke-lam-san'
const MO = { kind: 'citizen', name: 'Phạm Thị Mơ', idNumber: '100123456', phone: '0912345678' }
const AUTHORITY = '12/UQ ngày 01/03/2019, UBND phường Mạo Khê'

let hall: OpenHall
let house: HouseProcess
let browser: Browser
let tokens: ReadonlyMap<string, string>

beforeAll(async () => {
  hall = await openHall()
  ;({ house, browser, tokens } = hall)
})
afterAll(() => hall?.close())

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_, javaScriptEnabled) => {
  test('a dossier is found by its code, the end of it, a name without diacritics and a number', async () => {
    const code = await brought('received', { ...MO, name: 'Đỗ Thị Hương', idNumber: '022088001234' })
    await atDesk({ javaScriptEnabled }, async (page) => {
      await page.goto(`${house.origin}/ban/tim`)
      await searchFor(page, code.slice(-11))
      await expect.poll(() => page.getByRole('row').filter({ hasText: code }).count()).toBe(1)
      await searchFor(page, 'do thi huong')
      expect(page.url()).not.toMatch(/huong|hương/i)
      expect(await page.title()).not.toMatch(/huong|hương/i)
      const row = page.getByRole('row').filter({ hasText: code })
      await expect.poll(() => row.locator('mark').allTextContents()).toEqual(['Đỗ', 'Thị', 'Hương'])
      const address = page.url()
      await page.reload()
      await expect.poll(() => row.count()).toBe(1)
      await searchFor(page, '022088001234')
      await expect.poll(() => row.locator('mark').allTextContents()).toEqual(['022088001234'])
      await page.goBack()
      expect(page.url()).toBe(address)
      await row.locator('mark').filter({ hasText: 'Đỗ' }).waitFor()
      await searchFor(page, 'khong ai ten nhu vay')
      await expect.poll(() => page.getByRole('main').textContent()).toContain('Không có hồ sơ nào khớp')
      await searchFor(page, code)
      expect(new URL(page.url()).pathname).toBe(`/ban/ho-so/${code}`)
    })
  })

  test('a receipt scanned opens what lies there for that person, and all of it is handed over at once', async () => {
    const who = { ...MO, idNumber: javaScriptEnabled ? '100000001' : '100000002' }
    const codes = [await brought('ready', who), await brought('ready', who)]
    await atDesk({ javaScriptEnabled }, async (page) => {
      await page.goto(`${house.origin}/ban/tra`)
      await page.getByLabel('Quét giấy hẹn').fill(`${house.origin}/tra-cuu?ma=${codes[0]}&khoa=ABCDE23456`)
      await page.keyboard.press('Enter')
      await page.waitForURL(`**/ban/tra/${codes[0]}`)
      for (const code of codes)
        await expect.poll(() => page.getByLabel(`Trả hồ sơ ${code}`).isChecked()).toBe(true)
      await page.getByLabel('Số giấy tờ của người nhận').fill(who.idNumber)
      await page.getByRole('button', { name: 'Trả kết quả' }).click()
      await page.waitForURL('**/ban/tra/da-tra?*')
      await expect.poll(() => page.getByRole('main').textContent()).toContain('Đã trả 2 kết quả')
      await expect.poll(() => page.getByRole('main').textContent()).toContain('Phạm Thị Mơ')
      expect(page.url()).not.toMatch(/M%C6%A1|1000000/)
      // The next person, whose dossier has been handed over already.
      await page.getByLabel('Quét giấy hẹn').fill(codes[1] ?? '')
      await page.keyboard.press('Enter')
      await page.waitForURL(`**/ban/tra/${codes[1]}`)
      await expect.poll(() => page.getByRole('main').textContent()).toContain('Đã trả cho Phạm Thị Mơ')
    })
  })

  test('somebody else receives only with a paper of authority, and nothing typed is lost on the way', async () => {
    const code = await brought('ready', { ...MO, idNumber: javaScriptEnabled ? '100000003' : '100000004' })
    await atDesk({ javaScriptEnabled }, async (page) => {
      await page.goto(`${house.origin}/ban/tra/${code}`)
      await page.getByLabel('Mã QR trên thẻ').fill('022070001111||Lê Văn Ba|01011970|Nam|Mạo Khê|01012019')
      await page.keyboard.press('Enter')
      await page.getByText('không phải người nộp cũng không phải chủ hồ sơ').waitFor()
      await expect.poll(() => page.getByLabel('Người được ủy quyền', { exact: true }).isChecked()).toBe(true)
      await expect.poll(() => page.getByLabel('Họ và tên người nhận').inputValue()).toBe('Lê Văn Ba')
      await page.getByRole('button', { name: 'Trả kết quả' }).click()
      await page.getByRole('alert').waitFor()
      await expect.poll(() => page.getByLabel('Số giấy tờ của người nhận').inputValue()).toBe('022070001111')
      await page.getByLabel('Giấy ủy quyền', { exact: true }).fill(AUTHORITY)
      await page.getByLabel('Được ủy quyền làm gì').fill('nhận kết quả')
      await page.getByRole('button', { name: 'Trả kết quả' }).click()
      await page.waitForURL('**/ban/tra/da-tra?*')
      await expect
        .poll(() => page.getByRole('main').textContent())
        .toContain(`Lê Văn Ba022070001111Theo ${AUTHORITY}`)
    })
  })

  test('when one of several fails the others are done, with a line for each', async () => {
    const who = { ...MO, idNumber: javaScriptEnabled ? '100000005' : '100000006' }
    const [mine = '', theirs = ''] = [await brought('ready', who), await brought('ready', who)]
    await atDesk({ javaScriptEnabled }, async (page) => {
      await page.goto(`${house.origin}/ban/tra/${mine}`)
      await page.getByLabel('Số giấy tờ của người nhận').fill(who.idNumber)
      await handedBackElsewhere(theirs, who.name)
      await page.getByRole('button', { name: 'Trả kết quả' }).click()
      const outcomes = page.getByRole('alert').getByRole('listitem')
      await outcomes.first().waitFor()
      await expect.poll(() => outcomes.filter({ hasText: mine }).textContent()).toContain('Xong')
      await expect
        .poll(() => outcomes.filter({ hasText: theirs }).textContent())
        .toContain('Người khác vừa làm thay đổi')
    })
  })

  test('results that have come back sealed are reported ready, several at once', async () => {
    const codes = [await brought('arrived', MO), await brought('arrived', MO)]
    const left = [await brought('arrived', MO), await brought('arrived', MO)]
    await atDesk({ javaScriptEnabled }, async (page) => {
      await page.goto(`${house.origin}/ban/tra/moi-ve`)
      await page.getByRole('button', { name: 'Báo đã có kết quả' }).click()
      await page.getByRole('alert').waitFor()
      await expect.poll(() => page.getByRole('alert').textContent()).toContain('Chưa chọn hồ sơ nào')
      for (const code of codes) await page.getByLabel(`Chọn hồ sơ ${code}`).check()
      await page.getByRole('button', { name: 'Báo đã có kết quả' }).click()
      await page.waitForURL('**/ban/tra/moi-ve?xong=2')
      await page.getByRole('button', { name: `Báo cả ${left.length} kết quả` }).click()
      await page.getByText('Không có kết quả nào mới về.').waitFor()
      await page.goto(`${house.origin}/ban/tra/${codes[0]}`)
      for (const code of [...codes, ...left])
        await expect.poll(() => page.getByLabel(`Trả hồ sơ ${code}`).count()).toBe(1)
    })
  })
})

test('by keyboard alone: / to the box, suggestions while typing, arrows and Enter to the dossier', async () => {
  const code = await brought('received', { ...MO, name: 'Vũ Thuỷ Tiên', idNumber: '022088007777' })
  await atDesk({}, async (page) => {
    await page.goto(`${house.origin}/ban/tra`)
    await page.getByLabel('Quét giấy hẹn').focus()
    await page.keyboard.type('a/b')
    await expect.poll(() => page.getByLabel('Quét giấy hẹn').inputValue()).toBe('a/b')
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    const box = page.getByRole('combobox', { name: 'Tìm hồ sơ' })
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.type('vu thuy')
    const option = page.getByRole('option').filter({ hasText: code })
    await option.waitFor()
    await expect.poll(() => option.locator('mark').allTextContents()).toEqual(['Vũ', 'Thuỷ'])
    expect(await accessFaults(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => option.getAttribute('aria-selected')).toBe('true')
    await expect.poll(() => box.getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'))
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/ban/ho-so/${code}`)
  })
})

test('in English everything is said in English, and Vietnamese names are marked as such', async () => {
  const code = await brought('ready', { ...MO, idNumber: '100000009' })
  await atDesk({}, async (page) => {
    await page.goto(`${house.origin}/ban/tra/${code}`)
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByRole('button', { name: 'Hand over' }).waitFor()
    await page.getByRole('combobox', { name: 'Find a dossier' }).waitFor()
    const without = await page.locator('main').evaluate((main) => {
      main.querySelectorAll('[lang=vi]').forEach((one) => one.remove())
      return main.textContent
    })
    expect(without).not.toMatch(/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i)
    expect(await accessFaults(page)).toEqual([])
  })
})

test('by keyboard alone a result is handed over', async () => {
  const code = await brought('ready', { ...MO, idNumber: '100000008' })
  await atDesk({}, async (page) => {
    await page.goto(`${house.origin}/ban/tim`)
    await page.keyboard.press('Alt+T')
    await page.waitForURL('**/ban/tra')
    await page.keyboard.type(code)
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/ban/tra/${code}`)
    await page.getByLabel('Số giấy tờ của người nhận').focus()
    await page.keyboard.type('100000008')
    await page.keyboard.press('Alt+Enter')
    await page.waitForURL('**/ban/tra/da-tra?*')
  })
})

test.each([320, 390, 1280])('every page and state is accessible and fits at %i px', async (width) => {
  const who = { ...MO, idNumber: `20000${width}` }
  const code = await brought('ready', who)
  const another = await brought('ready', who)
  await brought('arrived', who)
  await atDesk({ width }, async (page) => {
    const looked = async (name: string) => {
      expect(await accessFaults(page), name).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(wide, name).toBeLessThanOrEqual(0)
      const pictures = process.env['PICTURES']
      if (pictures) await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true })
    }
    await page.goto(`${house.origin}/ban/tim`)
    await looked('search')
    await searchFor(page, 'pham thi mo')
    await looked('found')
    await page.getByRole('combobox', { name: 'Tìm hồ sơ' }).pressSequentially('pham thi')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await looked('suggestions')
    await page.keyboard.press('Escape')
    await searchFor(page, 'x')
    await looked('too-little')
    await page.goto(`${house.origin}/ban/tra`)
    await looked('drawer')
    await page.goto(`${house.origin}/ban/tra/moi-ve`)
    await looked('arrived')
    await page.goto(`${house.origin}/ban/tra/${code}`)
    await looked('hand-over')
    await page.getByLabel('Người được ủy quyền', { exact: true }).check()
    await page.getByRole('button', { name: 'Trả kết quả' }).click()
    await page.getByRole('alert').waitFor()
    await looked('hand-over-faulty')
    await handedBackElsewhere(another, who.name)
    await page.getByLabel('Người nộp:').check()
    await page.getByLabel('Số giấy tờ của người nhận').fill(who.idNumber)
    await page.getByRole('button', { name: 'Trả kết quả' }).click()
    await page.getByRole('alert').getByRole('listitem').filter({ hasText: 'Người khác' }).waitFor()
    await looked('partly')
    await page.goto(`${house.origin}/ban/tra/da-tra?ma=${code}`)
    await looked('returned')
    await page.goto(`${house.origin}/ban/tra/${code}`)
    await looked('not-here')
  })
})

async function atDesk(
  { javaScriptEnabled = true, width = 1280 }: { javaScriptEnabled?: boolean; width?: number },
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    javaScriptEnabled,
    viewport: { width, height: 900 },
    bypassCSP: true,
  })
  await context.addCookies([{ name: 'phien', value: tokens.get('clerk') ?? '', url: house.origin }])
  try {
    await use(await context.newPage())
  } finally {
    await context.close()
  }
}

async function searchFor(page: Page, typed: string): Promise<void> {
  const before = page.url()
  await page.getByLabel('Tìm trong mọi hồ sơ').fill(typed)
  await page.getByRole('main').getByRole('button', { name: 'Tìm' }).click()
  await page.waitForURL((url) => url.href !== before)
  // The address changes before the page does.
  await page.locator('html[aria-busy]').waitFor({ state: 'detached' })
}

/** A dossier as it lies after receipt, back at the counter, or reported ready. */
async function brought(until: 'received' | 'arrived' | 'ready', applicant: object): Promise<string> {
  let lying = await sent('clerk', '/dossiers', {
    procedure: PROCEDURE,
    channel: 'counter',
    placeOfReceipt: 'HCC-TN',
    applicant,
    components: await requiredPapers(house.origin, PROCEDURE),
  })
  const { code } = lying
  const verbs = [
    ['handler', 'complete-step', {}],
    ['approver', 'approve', {}],
    ['seal-keeper', 'seal', {}],
    ['clerk', 'mark-ready', {}],
  ] as const
  for (const [post, verb, more] of verbs.slice(0, { received: 0, arrived: 3, ready: 4 }[until])) {
    const { version, step } = lying
    lying = await sent(post, `/dossiers/${code}/${verb}`, { version, step, ...more })
  }
  return code
}

async function handedBackElsewhere(code: string, name: string): Promise<void> {
  const headers = { authorization: `Bearer ${tokens.get('clerk')}` }
  const seen = await fetch(`${house.origin}/api/v1/dossiers/${code}`, { headers })
  const { version, step } = (await seen.json()) as { version: number; step: { key: string } }
  const more = {
    way: 'counter',
    receiver: { name },
    proof: {
      ...SIGNED_FOR,
      identity: { paper: 'citizen-card', number: '022070001111', how: 'seen', whyDiffers: 'Thẻ mới' },
    },
  }
  await sent('clerk', `/dossiers/${code}/hand-back`, { version, step: step.key, ...more })
}

interface Answer {
  readonly code: string
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
