import { execFile, execFileSync } from 'node:child_process'
import { randomUUIDv7 } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import {
  end,
  freePort,
  type HouseProcess,
  requiredPapers,
  signInAll,
  signInOfCommune,
  startHouse,
} from '../check/house-process.ts'
import { AXE, openBrowser } from './browser.ts'
import { CLOCK } from './prepared-data.ts'

/** The real program on a data directory of its own, a browser, and the demonstration's people signed in. */
export interface OpenHall {
  readonly house: HouseProcess
  readonly browser: Browser
  readonly dataDir: string
  /** Tokens of the demonstration's people, by post. */
  readonly tokens: ReadonlyMap<string, string>
  /** A browser of one person's own, signed in; `commune clerk` is the clerk of the demonstration's commune. */
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

/** A folder of its own with a copy of the prepared data; files keep their owner, as PostgreSQL asks. */
export function ownData(): { readonly folder: string; readonly dataDir: string } {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-e2e-'))
  const dataDir = join(folder, 'data')
  chmodSync(folder, 0o711)
  execFileSync('cp', ['-a', inject('preparedData'), dataDir])
  return { folder, dataDir }
}

export async function openHall(settings: { readonly [name: string]: string } = {}): Promise<OpenHall> {
  const { folder, dataDir } = ownData()
  const [house, browser] = await Promise.all([
    startHouse(dataDir, await freePort(), { CLOCK, ...settings }),
    openBrowser(),
  ])
  const tokens = settings['CLOCK']
    ? await signInAll(house.origin, dataDir)
    : new Map(inject('preparedTokens'))
  const tokenOf = (post: string) =>
    post.startsWith('commune ')
      ? signInOfCommune(house.origin, dataDir, post.slice('commune '.length))
      : Promise.resolve(tokens.get(post) ?? '')
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
      await context.addCookies([{ name: 'phien', value: await tokenOf(post), url: house.origin }])
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

/** A telephone, or a screen as asked for, of somebody nobody knows yet. */
export async function visitor(
  { browser }: Pick<OpenHall, 'browser'>,
  { javaScriptEnabled = true, width = 390, locale = 'vi-VN' }: Look & { readonly locale?: string } = {},
): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled,
    locale,
    viewport: { width, height: 844 },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  return page
}

/** Signs a citizen in with the national identity that is played here. */
export async function byIdentity({ house }: OpenHall, page: Page, label: string): Promise<void> {
  await page.goto(`${house.origin}/toi`)
  await page.getByRole('link', { name: 'Đăng nhập bằng VNeID' }).click()
  await page.getByRole('button', { name: label, exact: true }).click()
  await page.waitForURL((url) => url.origin === house.origin)
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
      ['--import', './server/read-tsx.ts', 'server/main.ts', ...words],
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

/** Runs axe-core on a page that stands still: while Turbo shows it anew it is marked busy, and it is looked at again. */
const LOOKED_THROUGH = `(async () => {
  const page = document.documentElement
  const isStill = () => new Promise((resolve) => {
    const look = () => page.hasAttribute('aria-busy') ? setTimeout(look, 20) : resolve()
    look()
  })
  for (;;) {
    await isStill()
    let moved = false
    const watch = new MutationObserver(() => { moved = true })
    watch.observe(page, { attributes: true, attributeFilter: ['aria-busy'] })
    const { violations } = await axe.run({ resultTypes: ['violations'] })
    watch.disconnect()
    if (!moved && !page.hasAttribute('aria-busy'))
      return JSON.stringify(violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.target).join(' | ')))
  }
})()`

/** What axe-core finds wrong with a page as it stands; put in past the page's own policy. */
export async function accessFaults(page: Page): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page)
  const { result } = await cdp.send('Runtime.evaluate', {
    expression: `${AXE};${LOOKED_THROUGH}`,
    awaitPromise: true,
    returnByValue: true,
  })
  await cdp.detach()
  return JSON.parse(String(result.value))
}

/** By how many pixels a page is wider than its window. */
export async function tooWide(page: Page): Promise<number> {
  // Without script nothing else waits until a page that was just gone to is there.
  await page.waitForLoadState('domcontentloaded')
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}
