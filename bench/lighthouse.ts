import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUIDv7 } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import lighthouse, { type Result } from 'lighthouse'
import Trace from 'lighthouse/core/gather/gatherers/trace.js'
import { end, freePort, requiredPapers, signInAll, startHouse } from '../check/house-process.ts'
import { browserToStart } from '../e2e/browser.ts'

/**
 * Lighthouse on the pages a citizen meets first, as its mobile profile sees them (slow 4G, a telephone four times slower
 * than this machine). Interleaved rounds, medians; every audit that is not passed is named.
 */
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? '3')
const LEAST = 95
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const PROCEDURE = '2.000635'
/** What no search engine is to keep is told so, which is one of the audits of SEO. */
const NOT_FOR_SEARCH = 'is-crawlable'

interface PageToMeasure {
  readonly name: string
  readonly path: string
  readonly cookie?: string
  readonly isOfOnePerson?: boolean
}

// Chromium 147 gives up a page with `Referrer-Policy` while it traces which features of the web are used; no audit
// asked for here looks at that.
const traced = Trace.getDefaultTraceCategories().filter((one) => one !== 'blink.webdx_feature_usage')
Trace.getDefaultTraceCategories = () => traced

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-lighthouse-'))
chmodSync(folder, 0o711)
const dataDir = join(folder, 'data')
mkdirSync(dataDir)
const house = await startHouse(dataDir, await freePort())
const port = await freePort()
const browser = await startBrowser()
try {
  const pages = await pagesToMeasure(house.origin)
  const rounds: Result[][] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const results: Result[] = []
    for (const page of pages) results.push(await look(house.origin, page))
    rounds.push(results)
  }
  pages.forEach((page, place) =>
    say(
      page,
      rounds.map((results) => results[place]).filter((one) => one !== undefined),
    ),
  )
} finally {
  await end(browser, 'SIGKILL')
  await end(house.process, 'SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}

/** A browser that nobody else steers. */
async function startBrowser(): Promise<ChildProcess> {
  const { executablePath, args } = await browserToStart()
  const own = [`--remote-debugging-port=${port}`, `--user-data-dir=${join(folder, 'browser')}`, 'about:blank']
  const started = spawn(executablePath, [...args, ...own], { stdio: 'ignore' })
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await fetch(`http://127.0.0.1:${port}/json/version`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return started
    await wait(100)
  }
  await end(started, 'SIGKILL')
  throw new Error('the browser did not start')
}

async function pagesToMeasure(origin: string): Promise<PageToMeasure[]> {
  return [
    { name: 'home', path: '/' },
    { name: 'procedure', path: `/thu-tuc/${PROCEDURE}` },
    { name: 'form page', isOfOnePerson: true, ...(await aFormPage(origin)) },
    { name: 'follow', isOfOnePerson: true, ...(await aFollowedDossier(origin)) },
  ]
}

/** The first page of a form that was begun, with the cookie of whoever began it. */
async function aFormPage(origin: string): Promise<{ path: string; cookie: string }> {
  const begun = await send(`${origin}/nop/${PROCEDURE}`, origin, { id: randomUUIDv7() })
  return { path: begun.location, cookie: begun.cookie }
}

async function aFollowedDossier(origin: string): Promise<{ path: string; cookie: string }> {
  const procedure = 'kt-xac-nhan-bang-ke-lam-san'
  const tokens = await signInAll(origin, dataDir)
  const answer = await fetch(`${origin}/api/v1/dossiers`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.get('clerk') ?? ''}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      id: randomUUIDv7(),
      procedure,
      channel: 'counter',
      placeOfReceipt: 'HCC-TN',
      applicant: { kind: 'citizen', name: 'Nguyễn Thị Hoà', idNumber: '022188001', phone: '0912345678' },
      components: await requiredPapers(origin, procedure),
    }),
  })
  const { code, lookupKey } = (await answer.json()) as { code: string; lookupKey: string }
  const opened = await send(`${origin}/tra-cuu`, origin, { ma: code, khoa: lookupKey })
  return { path: opened.location, cookie: opened.cookie }
}

/** Sends a form as a browser without script does, and tells where it leads and what is to be remembered. */
async function send(address: string, origin: string, typed: { readonly [name: string]: string }) {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams(typed),
    redirect: 'manual',
  })
  const location = answer.headers.get('location')
  if (location === null) throw new Error(`${address}: ${answer.status}`)
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0] ?? '')
  return { location, cookie: cookie.join('; ') }
}

async function look(origin: string, { path, cookie }: PageToMeasure): Promise<Result> {
  const run = await lighthouse(origin + path, {
    port,
    logLevel: 'error',
    output: 'json',
    onlyCategories: [...CATEGORIES],
    ...(cookie !== undefined && { extraHeaders: { Cookie: cookie } }),
  })
  if (!run || run.lhr.runtimeError) throw new Error(`${path}: ${run?.lhr.runtimeError?.message}`)
  return run.lhr
}

function say({ name, isOfOnePerson = false }: PageToMeasure, results: readonly Result[]): void {
  const scores = CATEGORIES.map((category) => {
    const score = median(results.map((one) => Math.round((one.categories[category]?.score ?? 0) * 100)))
    const isExcused = category === 'seo' && isOfOnePerson
    return `${category} ${score}${score >= LEAST || isExcused ? '' : ' MISSED'}`
  })
  const ms = (audit: string) => median(results.map((one) => one.audits[audit]?.numericValue ?? 0))
  console.log(`${name}: ${scores.join(', ')} (target ${LEAST}, medians of ${results.length})`)
  console.log(
    `  first paint ${ms('first-contentful-paint').toFixed(0)} ms, largest ${ms('largest-contentful-paint').toFixed(0)} ms, ` +
      `blocked ${ms('total-blocking-time').toFixed(0)} ms, layout shift ${ms('cumulative-layout-shift').toFixed(3)}, ` +
      `${(ms('total-byte-weight') / 1000).toFixed(0)} KB`,
  )
  const last = results.at(-1)
  for (const { id, why } of last ? notPassed(last) : [])
    console.log(
      `  not passed: ${id}${id === NOT_FOR_SEARCH && isOfOnePerson ? ' (as it must be)' : ''} ${why}`,
    )
}

/** The audits that count and are not passed whole. */
function notPassed({ categories, audits }: Result): { id: string; why: string }[] {
  return CATEGORIES.flatMap((category) => categories[category]?.auditRefs ?? [])
    .filter(({ weight }) => weight > 0)
    .flatMap(({ id }) => {
      const audit = audits[id]
      if (!audit || audit.score === null || audit.score === 1) return []
      return [{ id, why: `${Math.round(audit.score * 100)} ${audit.displayValue ?? ''}`.trim() }]
    })
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
