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
}, 120_000)

afterAll(async () => {
  await browser?.close()
  server?.close()
})

async function visit(
  use: (page: Page, origin: string) => Promise<void>,
  { javaScriptEnabled = true, width = 390, height = 844 } = {},
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
  await expect
    .poll(() => page.getByRole('alert').textContent())
    .toContain('Không có hồ sơ nào khớp với cả mã và khóa này')
  await expect.poll(() => page.getByLabel('Mã hồ sơ').inputValue()).toBe(CODE)
  await page.getByLabel('Khóa tra cứu').fill(KEY)
  await page.getByRole('button', { name: 'Xem hồ sơ' }).click()
  await page.waitForURL('**/tra-cuu/ho-so')
  await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe(`Hồ sơ ${CODE}`)
  await expect.poll(() => page.locator('[aria-current=step]').textContent()).toContain('Thẩm định')
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
        await expect
          .poll(() => page.getByText('Nộp bây giờ thì có kết quả lúc').textContent())
          .toContain('05/03/2019')
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
  'a search for what is done elsewhere': '/thu-tuc?q=ho+chieu',
  'a search that finds nothing': '/thu-tuc?q=phi+thuyen',
  'a procedure': '/thu-tuc/tp-memory',
  'a procedure with words of offices': '/thu-tuc/2.000528',
  'a list of papers': '/thu-tuc/2.000528/giay-to?paper=c',
  'a list of papers by case': '/thu-tuc/tp-memory/giay-to?case=hiem',
  'a life event': '/su-kien/sinh-con',
  'the plain words': '/tu-de-hieu',
  'the look-up form': '/tra-cuu',
  'a dossier': `/tra-cuu?ma=${CODE}&khoa=${KEY}`,
  'a wrong key': `/tra-cuu?ma=${CODE}&khoa=SAI`,
  'the form to write to the centre': '/gop-y',
  'the key of what was written': '/gop-y/theo-doi',
  'the machine where one rates': '/danh-gia',
  'the check of a document': '/kiem-tra',
  'a page that is not there': '/khong-co',
}

/** A telephone, the narrowest, a desk at 200 %, a desk. */
const WIDTHS = [390, 320, 640, 1280] as const
type Width = (typeof WIDTHS)[number]

async function expectNothingWrong(page: Page, path: string, axeAt: Width) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    const tooWide = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    expect(tooWide, `${path} at ${width}`).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize({ width: axeAt, height: 800 })
  await page.evaluate(AXE)
  const found = await page.evaluate(
    `axe.run({ preload: false, resultTypes: ['violations'],
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ target }) => target)))`,
  )
  expect(found, path).toEqual([])
}

/** Every page, everything unfolded, one after another in one window. */
async function expectEveryPage(page: Page, origin: string, axeAt: Width) {
  for (const path of Object.values(PAGES)) {
    await page.goto(origin + path)
    await page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true })")
    await expectNothingWrong(page, path, axeAt)
  }
}

/** Language and width are crossed: what one of the two shows is looked at in the other's window once. */
test.each([
  ['vi', 390],
  ['en', 1280],
] as const)(
  'every page in %s has nothing for axe to find at %i px, and nothing that sticks out at any width',
  async (lang, width) => {
    await visit(async (page, origin) => {
      await page.goto(`${origin}/?lang=${lang}`)
      await expectEveryPage(page, origin, width)
    })
  },
)

test('large text and high contrast keep every page readable, and are chosen by links', async () => {
  await visit(
    async (page, origin) => {
      await page.goto(origin)
      await page.getByRole('link', { name: 'Chữ to' }).click()
      await page.getByRole('link', { name: 'Tương phản cao' }).click()
      await page.getByRole('link', { name: 'Chữ vừa' }).waitFor()
      await page.goto(`${origin}/?lang=en`)
      await expectEveryPage(page, origin, 390)
    },
    { width: 1280 },
  )
})

test('suggestions come while one types; arrows choose, Enter opens, Escape closes', async () => {
  await visit(async (page, origin) => {
    await page.goto(origin)
    const box = page.getByRole('combobox', { name: 'Bạn cần làm thủ tục gì?' })
    await box.pressSequentially('chung thuc')
    const option = page.getByRole('option', { name: /Chứng thực bản sao/ })
    await option.waitFor()
    await expect.poll(() => page.getByRole('status').textContent()).toContain('Có 1 thủ tục')
    await page.keyboard.press('Escape')
    await expect.poll(() => option.isVisible()).toBe(false)
    await box.pressSequentially(' ')
    await option.waitFor()
    await expectNothingWrong(page, 'suggestions', 390)
    await box.focus()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => option.getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/thu-tuc/tp-memory')
  })
})

test.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a person makes the list of his own papers to take along: %s', async (_, javaScriptEnabled) => {
  await visit(
    async (page, origin) => {
      await page.goto(`${origin}/su-kien/sinh-con`)
      await page.getByRole('link', { name: 'Đăng ký khai sinh có yếu tố nước ngoài' }).click()
      const word = page.locator('summary', { hasText: 'ủy quyền' })
      await word.focus()
      await page.keyboard.press('Enter')
      await page.getByText('(giao cho người khác làm thay)').waitFor({ state: 'visible' })
      await page.getByRole('link', { name: /Danh sách của riêng tôi/ }).click()
      await page.getByRole('heading', { name: '2 loại giấy tờ' }).waitFor()
      await page.getByLabel('Tôi nộp thay người khác').check()
      await page.getByRole('button', { name: 'Lập danh sách' }).click()
      await page.getByRole('heading', { name: '3 loại giấy tờ' }).waitFor()
      await page.getByRole('img', { name: 'Mã QR mở danh sách này' }).waitFor()
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    },
    { javaScriptEnabled },
  )
})

test('the first stop of the keyboard is the way to the main content', async () => {
  await visit(async (page, origin) => {
    await page.goto(`${origin}/thu-tuc`)
    await page.keyboard.press('Tab')
    await expect.poll(() => page.locator(':focus').textContent()).toBe('Đến nội dung chính')
    await expect.poll(() => page.locator(':focus').isVisible()).toBe(true)
  })
})

test('a procedure prints on one sheet', async () => {
  await visit(async (page, origin) => {
    await page.goto(`${origin}/thu-tuc/2.000528`)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  })
})
