import { execFile } from 'node:child_process'
import { randomUUIDv7 } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import {
  end,
  freePort,
  type HouseProcess,
  requiredPapers,
  signInAll,
  startHouse,
} from '../check/house-process.ts'
import { AXE, openBrowser } from './browser.ts'

/** The real program on a data directory of its own, a browser, and the demonstration's people signed in. */
export interface OpenHall {
  readonly house: HouseProcess
  readonly browser: Browser
  readonly dataDir: string
  /** Tokens of the demonstration's people, by post. */
  readonly tokens: ReadonlyMap<string, string>
  /** A browser of one person's own, signed in. */
  personAt(post: string, look?: Look): Promise<Person>
  /** Sends a command through the API and answers what it came to. */
  send(post: string, path: string, body: object): Promise<Lying>
  close(): Promise<void>
}

export interface Look {
  readonly javaScriptEnabled?: boolean
  readonly width?: number
}

export interface Person {
  readonly page: Page
  readonly context: BrowserContext
  leave(): Promise<void>
}

export interface Lying {
  readonly code: string
  readonly version: number
  readonly step: string
}

/** Tuesday 5 March 2019, eight o'clock. */
const CLOCK = '2019-03-05T08:00+07:00'

export async function openHall(settings: { readonly [name: string]: string } = {}): Promise<OpenHall> {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-e2e-'))
  const dataDir = join(folder, 'data')
  chmodSync(folder, 0o711)
  mkdirSync(dataDir)
  const [house, browser] = await Promise.all([
    startHouse(dataDir, await freePort(), { CLOCK, ...settings }),
    openBrowser(),
  ])
  const tokens = await signInAll(house.origin, dataDir)
  return {
    house,
    browser,
    dataDir,
    tokens,
    async personAt(post, { javaScriptEnabled = true, width = 1280 } = {}) {
      // What unfolds slowly is not where it was when the mouse comes there.
      const context = await browser.newContext({
        javaScriptEnabled,
        viewport: { width, height: 900 },
        reducedMotion: 'reduce',
      })
      await context.addCookies([{ name: 'phien', value: tokens.get(post) ?? '', url: house.origin }])
      return { page: await context.newPage(), context, leave: () => context.close() }
    },
    async send(post, path, body) {
      const answer = await fetch(`${house.origin}/api/v1${path}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${tokens.get(post) ?? ''}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ id: randomUUIDv7(), ...body }),
      })
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      return (await answer.json()) as Lying
    },
    async close() {
      await browser.close()
      await end(house.process, 'SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Opens what is folded under a text, where it does not lie open already. */
export async function unfold(page: Page, text: string | RegExp): Promise<void> {
  const summary = page.locator('summary', { hasText: text }).first()
  const isOpen = await summary.evaluate((one) => one.parentElement?.hasAttribute('open'))
  if (!isOpen) await summary.click()
}

/** Presses a button of a page without script and waits for what is answered. */
export async function sent(page: Page, button: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), button.click()])
}

/** What a command of the program says beside the running one, and how it ended. */
export function commandOf(hall: OpenHall, words: readonly string[]): Promise<{ said: string; code: number }> {
  const { dataDir, house } = hall
  const env = { ...process.env, DATA_DIR: dataDir, CLOCK, BASE_URL: house.origin, LOG_LEVEL: 'warn' }
  const cwd = join(import.meta.dirname, '..')
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'server/main.ts', ...words],
      { cwd, env },
      (error, out, warned) => resolve({ said: out + warned, code: Number(error?.code ?? 0) }),
    )
  })
}

/** A browser of somebody of the centre who has no sign-in yet: given a password, and let in with an own one. */
export async function signedInAs(hall: OpenHall, login: string, look: Look = {}): Promise<Person> {
  const { javaScriptEnabled = true, width = 1280 } = look
  const { said } = await commandOf(hall, ['account', 'dong-trieu', login])
  const context = await hall.browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${hall.house.origin}/dang-nhap`)
  await page.getByLabel('Tên đăng nhập').fill(login)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(/Mật khẩu: +(\S+)/.exec(said)?.[1] ?? '')
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  for (const name of ['fresh', 'again']) await page.locator(`[name="${name}"]`).fill('con mèo trèo cây cau')
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.waitForURL('**/ban')
  return { page, context, leave: () => context.close() }
}

/** A dossier received at the counter, of a procedure without a fee. */
export async function receivedAtCounter(
  hall: OpenHall,
  name: string,
): Promise<Lying & { lookupKey: string }> {
  const procedure = 'kt-xac-nhan-bang-ke-lam-san'
  return hall.send('clerk', '/dossiers', {
    procedure,
    channel: 'counter',
    placeOfReceipt: 'HCC-TN',
    applicant: { kind: 'citizen', name, idNumber: '022188001', phone: '0912345678' },
    components: await requiredPapers(hall.house.origin, procedure),
  }) as Promise<Lying & { lookupKey: string }>
}

/** What axe-core finds wrong with a page as it stands; put in past the page's own policy. */
export async function accessFaults(page: Page): Promise<string[]> {
  // While Turbo loads it marks the document busy.
  await page.locator('html:not([aria-busy])').waitFor()
  const cdp = await page.context().newCDPSession(page)
  const { result } = await cdp.send('Runtime.evaluate', {
    expression: `${AXE};axe.run().then(({ violations }) => JSON.stringify(violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.target).join(' | '))))`,
    awaitPromise: true,
    returnByValue: true,
  })
  await cdp.detach()
  return JSON.parse(String(result.value))
}

/** By how many pixels a page is wider than its window. */
export function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}
