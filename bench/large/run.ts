import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { OWNER } from '#server/postgres/cluster.ts'
import { urlAt } from '#server/postgres/endpoint.ts'
import { readPidFile } from '#server/postgres/pid-file.ts'
import { readSecrets } from '#server/secrets.ts'
import { openDatabase } from '#store/database.ts'
import { FORMS } from '#domain/statistics/report-forms.ts'
import { figureOf } from '#domain/statistics/figures.ts'
import type { Window } from '#domain/statistics/window.ts'
import { sumsBy } from '#work/statistics/sums.ts'
import type { Centre } from '#store/database.ts'
import { end, freePort, signInAll, startHouse } from '../../check/house-process.ts'
import { hotVerbs } from '../hot-verbs.ts'
import { takeAwaySince } from '../take-away.ts'
import { rollUpLag } from '../lag.ts'
import { load } from '../load.ts'
import { checkSet } from './check-set.ts'
import { fullScan } from './full-scan.ts'
import { onSet, theSet } from './make-set.ts'
import { townDay } from './town-day.ts'

/**
 * Everything that is measured at 50,000 dossiers, measured at 5,000,000 beside it: both sets made by the same
 * generator and kept. `BENCH_LARGE_DIR` says where, `BENCH_LARGE_COUNT` how many instead of five million.
 */
const SMALL = 50_000
const LARGE = Number(process.env['BENCH_LARGE_COUNT'] ?? '5000000')
const FOLDER = process.env['BENCH_LARGE_DIR'] ?? join(tmpdir(), 'mot-cua-large')
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? '4')
const DAY_SECONDS = Number(process.env['BENCH_DAY_SECONDS'] ?? '60')
const PAUSE_MS = 500
const REPORT_MS = 200
/** Holds the sets to their promises afterwards; reads every event of five million dossiers. */
const CHECKED = process.argv.includes('--check')

interface Measured {
  readonly what: string
  readonly p50: number
  readonly p95: number
}

const PAGES = [
  ['My work (handler)', 'handler', '/ban'],
  ['My work (clerk)', 'clerk', '/ban'],
  ['Receive', 'clerk', '/ban/tiep-nhan'],
  ['Return, the drawer', 'clerk', '/ban/tra'],
  ["The director's day", 'director', '/ban/hom-nay'],
  ['All under way, with count', 'director', '/ban/danh-sach'],
  ['One field', 'director', `/ban/danh-sach?${new URLSearchParams({ 'linh-vuc': 'Hộ tịch' })}`],
  ['All settled, with count', 'director', '/ban/danh-sach?tien-do=settled'],
  ['Overdue', 'director', '/ban/danh-sach?han=overdue'],
  ['Reminders (handler)', 'handler', '/ban/nhac-viec'],
  ['Reminders (director)', 'director', '/ban/nhac-viec'],
  ['Papers to carry (clerk)', 'clerk', '/ban/ban-giao'],
  ['Papers to carry (handler)', 'handler', '/ban/ban-giao'],
  ['Division', 'head', '/ban/phong'],
  ['Official report of a month, page', 'director', '/ban/bao-cao?cach=calendar&ky=month&so=10&nam=2026'],
  ['Public board, a year', 'clerk', '/so-lieu?tu=2025-01&den=2025-12'],
] as const

const results = new Map<number, readonly Measured[]>()
for (const count of [SMALL, LARGE]) {
  const dataDir = await theSet(count, FOLDER)
  await onSet(dataDir, async () => {
    results.set(count, await measured(count, dataDir))
  })
}
printTable()

async function measured(count: number, dataDir: string): Promise<readonly Measured[]> {
  await (await open(dataDir)).leave()
  const house = await open(dataDir)
  console.log(`\n${count} dossiers: start, warm, to the first page ${(house.startMs / 1000).toFixed(2)} s`)
  try {
    const { origin } = house
    const began = new Date()
    const tokens = await signInAll(origin, dataDir)
    const found: Measured[] = []
    for (const [what, post, path] of PAGES)
      found.push(await alone(origin, what, { path, cookie: `phien=${tokens.get(post) ?? ''}` }))
    const code = await someCode(dataDir)
    const clerk = `phien=${tokens.get('clerk') ?? ''}`
    found.push(await alone(origin, 'One dossier', { path: `/ban/ho-so/${code}`, cookie: clerk }))
    for (const [what, typed] of [
      ['Search by the end of a code', code.slice(-11)],
      ['Search by the commonest name', 'Nguyễn Thị Hương'],
      ['Search by a number', '1000'],
    ] as const)
      found.push(await searched(origin, what, typed, clerk))
    await reports(dataDir)
    for (const line of await townDay(origin, tokens, {
      seconds: DAY_SECONDS,
      pauseMs: PAUSE_MS,
      fields: ['Hộ tịch', 'Đất đai', 'Chứng thực', 'Khai thuế'],
    }))
      console.log(line)
    await hotVerbs({ origin, dataDir, tokens }, 3)
    console.log(`  ${await rollUpLag({ origin, dataDir, tokens }, 5)}`)
    await takeAwaySince(ownerUrlOf(dataDir), 'c_dong_trieu', began)
    if (CHECKED) await withCentre(dataDir, async (centre) => console.log('checks:', await checkSet(centre)))
    return found
  } finally {
    await house.leave()
  }
}

async function open(dataDir: string) {
  const began = performance.now()
  const house = await startHouse(dataDir, await freePort())
  await (await fetch(`${house.origin}/`)).text()
  return {
    origin: house.origin,
    startMs: performance.now() - began,
    leave: () => end(house.process, 'SIGTERM'),
  }
}

async function alone(
  origin: string,
  what: string,
  ask: { readonly path: string; readonly cookie: string },
): Promise<Measured> {
  const { p50, p95, done, failed } = await load(
    origin,
    1,
    SECONDS,
    () => ask,
    () => {},
  )
  if (failed.length > 0) throw new Error(`${ask.path}: ${failed[0]}`)
  console.log(`  ${what}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms of ${done}`)
  return { what, p50, p95 }
}

/** What is typed is sent, kept and found: both requests together. */
async function searched(origin: string, what: string, typed: string, cookie: string): Promise<Measured> {
  const times: number[] = []
  const until = performance.now() + SECONDS * 1000
  while (performance.now() < until) {
    const began = performance.now()
    const sent = await fetch(`${origin}/ban/tim`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ q: typed }).toString(),
    })
    const to = sent.headers.get('location') ?? '/'
    const answer = await fetch(origin + to, { headers: { cookie } })
    await answer.text()
    if (!answer.ok) throw new Error(`${what}: ${answer.status}`)
    times.push(performance.now() - began)
  }
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
  console.log(`  ${what}: p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms of ${times.length}`)
  return { what, p50: at(0.5), p95: at(0.95) }
}

function ownerUrlOf(dataDir: string): string {
  const running = readPidFile(join(dataDir, 'postgres'))
  if (!running) throw new Error('no database runs')
  return urlAt(running.endpoint, OWNER, readSecrets(dataDir).databaseOwner, 'mot_cua')
}

/** The centre as its owner sees it; a full scan may take longer than a page may. */
async function withCentre<Value>(dataDir: string, what: (centre: Centre) => Promise<Value>): Promise<Value> {
  const url = `${ownerUrlOf(dataDir)}`
  const database = openDatabase({ url, poolSize: 1, onError: (error) => console.error(error.message) })
  try {
    await database.pool.query('set statement_timeout = 0')
    const centre = await database.centre('dong-trieu')
    if (!centre) throw new Error('no centre')
    return await what(centre)
  } finally {
    await database.close()
  }
}

async function someCode(dataDir: string): Promise<string> {
  return withCentre(dataDir, async ({ db }) => {
    const row = await db
      .selectFrom('dossier')
      .select('code')
      .orderBy('received_at')
      .limit(1)
      .executeTakeFirstOrThrow()
    return row.code
  })
}

/** The report of a month from the roll-ups, and the same from every row; they must be equal to the last digit. */
async function reports(dataDir: string): Promise<void> {
  await withCentre(dataDir, async (centre) => {
    for (const window of [
      { from: '2019-03-01', to: '2019-03-31' },
      { from: '2026-09-15', to: '2026-10-14' },
    ]) {
      const times: number[] = []
      for (let round = 0; round < 5; round += 1) {
        const began = performance.now()
        await fromRollUps(centre, window)
        times.push(performance.now() - began)
      }
      const median = times.toSorted((a, b) => a - b)[2] ?? 0
      const began = performance.now()
      const scanned = await fullScan(centre, window)
      const scanMs = performance.now() - began
      const isEqual = JSON.stringify(await fromRollUps(centre, window)) === JSON.stringify(scanned)
      console.log(
        `  report ${window.from}–${window.to} by field: ${median.toFixed(1)} ms (target under ${REPORT_MS} ms, ${median < REPORT_MS ? 'reached' : 'MISSED'}); the full scan ${(scanMs / 1000).toFixed(2)} s; equal to the last digit: ${isEqual ? 'yes' : 'NO'}`,
      )
      if (!isEqual) throw new Error('the report is not what a full scan counts')
    }
  })
}

async function fromRollUps(centre: Centre, window: Window) {
  const groups = await sumsBy(centre, { window, today: '2999-01-01' }, 'field')
  return groups
    .map(({ key, sums }) => ({
      field: key,
      cells: FORMS['II.06a'].columns.map(({ figure }) => figureOf(figure, sums).count),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== 0))
}

function printTable(): void {
  console.log(`\n${cpus().length} cores, ${cpus()[0]?.model}, Node ${process.version}, fsync on`)
  console.log(`| What | ${SMALL} p50 / p95 | ${LARGE} p50 / p95 | ratio of p95 | target |`)
  console.log('| --- | --- | --- | --- | --- |')
  for (const small of results.get(SMALL) ?? []) {
    const large = results.get(LARGE)?.find(({ what }) => what === small.what)
    if (!large) continue
    const ratio = large.p95 / small.p95
    console.log(
      `| ${small.what} | ${small.p50.toFixed(1)} / ${small.p95.toFixed(1)} ms | ${large.p50.toFixed(1)} / ${large.p95.toFixed(1)} ms | ${ratio.toFixed(2)} | ${ratio <= 1.5 ? 'within 1.5' : 'above 1.5'} |`,
    )
  }
}
