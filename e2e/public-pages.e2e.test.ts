import type { AddressInfo } from 'node:net'
import { serve, type ServerType } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { webPages } from '#web/pages.ts'
import { AXE, openBrowser } from './browser.ts'
import { CODE, KEY, smallCentre } from './small-centre.ts'

let server: ServerType
let browser: Browser
let port: number

beforeAll(async () => {
  const started = Promise.withResolvers<AddressInfo>()
  server = serve({ fetch: webPages(smallCentre()).fetch, hostname: '127.0.0.1', port: 0 }, started.resolve)
  port = (await started.promise).port
  browser = await openBrowser()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  server?.close()
})

const SIZES = [
  ['a telephone', { width: 390, height: 844 }],
  ['a desk', { width: 1280, height: 900 }],
  ['the narrowest', { width: 320, height: 640 }],
] as const

async function visit(
  use: (page: Page, origin: string) => Promise<void>,
  { javaScriptEnabled = true, width = 1280, height = 900 } = {},
) {
  // The policy lets no script in, so the checker needs a way past it.
  const context = await browser.newContext({
    javaScriptEnabled,
    viewport: { width, height },
    bypassCSP: true,
  })
  try {
    await use(await context.newPage(), `http://127.0.0.1:${port}`)
  } finally {
    await context.close()
  }
}

async function followTheDossier(page: Page, origin: string) {
  await page.goto(`${origin}/`)
  await page.getByRole('link', { name: 'Tra cứu hồ sơ' }).first().click()
  await page.getByLabel('Mã hồ sơ').fill(CODE)
  await page.getByLabel('Khóa tra cứu').fill('WRONG')
  await page.getByRole('button', { name: 'Xem hồ sơ' }).click()
  expect(await page.getByRole('alert').textContent()).toContain(
    'Không có hồ sơ nào khớp với cả mã và khóa này',
  )
  expect(await page.getByLabel('Mã hồ sơ').inputValue()).toBe(CODE)
  await page.getByLabel('Khóa tra cứu').fill(KEY)
  await page.getByRole('button', { name: 'Xem hồ sơ' }).click()
  await page.waitForURL('**/tra-cuu/ho-so')
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(`Hồ sơ ${CODE}`)
  expect(await page.locator('[aria-current=step]').textContent()).toContain('Thẩm định')
  await page.getByRole('button', { name: 'Đóng hồ sơ này trên máy' }).click()
  await page.goto(`${origin}/tra-cuu/ho-so`)
  expect(new URL(page.url()).pathname).toBe('/tra-cuu')
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('%s', (_, javaScriptEnabled) => {
  test('a citizen finds a procedure without diacritics and reads when it would be ready', async () => {
    await visit(
      async (page, origin) => {
        await page.goto(`${origin}/`)
        await page.getByLabel('Bạn cần làm thủ tục gì?').fill('KHAI SINH')
        await page.getByRole('button', { name: 'Tìm' }).click()
        await page.getByRole('link', { name: 'Đăng ký khai sinh có yếu tố nước ngoài' }).click()
        expect(await page.getByText('Nộp bây giờ thì có kết quả lúc').textContent()).toContain('05/03/2019')
        await page.getByText('Vì sao là ngày ấy?').click()
        await page.getByText('Nghỉ cuối tuần').waitFor({ state: 'visible' })
      },
      { javaScriptEnabled },
    )
  })

  test('a citizen mistypes the key, then follows the dossier and closes it', async () => {
    await visit(followTheDossier, { javaScriptEnabled })
  })

  test('a link in a letter read on another site opens the dossier', async () => {
    await visit(
      async (page, origin) => {
        // Another site to the browser, though the same server: cookies and origin are told apart by the name.
        await page.goto(`http://localhost:${port}/khong-co`).catch(() => null)
        await page.setContent(`<a href="${origin}/tra-cuu?ma=${CODE}&khoa=${KEY}">Hồ sơ của bạn</a>`)
        await page.getByRole('link').click()
        await page.getByRole('heading', { name: `Hồ sơ ${CODE}` }).waitFor()
        expect(page.url()).toBe(`${origin}/tra-cuu/ho-so`)
      },
      { javaScriptEnabled },
    )
  })
})

const PAGES = {
  'the home page': '/',
  'the catalogue': '/thu-tuc?q=cap',
  'a procedure': '/thu-tuc/tp-memory',
  'the look-up form': '/tra-cuu',
  'a dossier': `/tra-cuu?ma=${CODE}&khoa=${KEY}`,
  'a wrong key': `/tra-cuu?ma=${CODE}&khoa=SAI`,
  'a page that is not there': '/khong-co',
}

describe.each(SIZES)('on the screen of %s', (_, size) => {
  test.each(Object.entries(PAGES))(
    '%s has nothing for axe to find and nothing that sticks out',
    async (_, path) => {
      await visit(async (page, origin) => {
        for (const lang of ['vi', 'en']) {
          await page.goto(`${origin}/?lang=${lang}`)
          await page.goto(origin + path)
          await page.evaluate(AXE)
          const found = await page.evaluate(
            'axe.run().then(({ violations }) => violations.map((one) => one.id))',
          )
          expect(found).toEqual([])
          expect(
            await page.evaluate('document.documentElement.scrollWidth - innerWidth'),
          ).toBeLessThanOrEqual(0)
        }
      }, size)
    },
  )
})

test('the first stop of the keyboard is the way to the main content', async () => {
  await visit(async (page, origin) => {
    await page.goto(`${origin}/thu-tuc`)
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Đến nội dung chính')
    expect(await page.locator(':focus').isVisible()).toBe(true)
  })
})

test('a procedure prints on one sheet', async () => {
  await visit(async (page, origin) => {
    await page.goto(`${origin}/thu-tuc/2.000528`)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  })
})
