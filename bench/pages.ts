import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { OWNER } from '#server/postgres/cluster.ts'
import { readPidFile } from '#server/postgres/pid-file.ts'
import { urlAt } from '#server/postgres/endpoint.ts'
import { readSecrets } from '#server/secrets.ts'
import { end, freePort, signInAll, startHouse } from '../check/house-process.ts'
import { load } from './load.ts'
import { manyDossiers } from './many-dossiers.ts'

/**
 * The pages of the desk with 50,000 dossiers: each alone, and the worklist beside the same list as JSON and beside
 * plain `node:http` sending the same bytes. Five interleaved rounds, medians; sign-in, permission, access records on.
 */
const DOSSIERS = Number(process.env['BENCH_DOSSIERS'] ?? '50000')
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? '3')
const ROUNDS = 5
const CONNECTIONS = 8
const MOST_MS = 150
const MOST_BYTES = 250_000

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-pages-'))
chmodSync(folder, 0o711)
const dataDir = join(folder, 'data')
mkdirSync(dataDir)
const house = await startHouse(dataDir, await freePort())
try {
  await measure(house.origin)
} finally {
  await end(house.process, 'SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}

async function measure(origin: string): Promise<void> {
  const tokens = await signInAll(origin, dataDir)
  const running = readPidFile(join(dataDir, 'postgres'))
  if (!running) throw new Error('no database runs')
  const ownerUrl = urlAt(running.endpoint, OWNER, readSecrets(dataDir).databaseOwner, 'mot_cua')
  const code = await manyDossiers({ origin, tokens }, { ownerUrl, schema: 'c_dong_trieu' }, DOSSIERS)
  console.log(
    `\n${cpus().length} cores, ${cpus()[0]?.model}, Node ${process.version}, ${DOSSIERS} dossiers, fsync on`,
  )
  await firstVisit(origin, tokens)
  for (const [post, path] of [
    ['handler', '/ban'],
    ['clerk', '/ban'],
    ['clerk', '/ban/tiep-nhan'],
    ['clerk', '/ban/tra'],
    ['handler', `/ban/ho-so/${code}`],
    ['director', '/ban/hom-nay'],
    ['director', '/ban/danh-sach'],
    ['director', '/ban/danh-sach?han=overdue'],
    ['handler', '/ban/nhac-viec'],
    ['head', '/ban/phong'],
  ] as const)
    await alone(origin, tokens.get(post) ?? '', path)
  await worklist(origin, tokens.get('handler') ?? '')
}

function asked(path: string, token: string) {
  return { path, cookie: `phien=${token}` }
}

/** One request after another, as one person makes them. */
async function alone(origin: string, token: string, path: string): Promise<void> {
  const { done, p50, p95, failed } = await load(
    origin,
    1,
    SECONDS,
    () => asked(path, token),
    () => {},
  )
  if (failed.length > 0) throw new Error(`${path}: ${failed[0]}`)
  const is = p95 < MOST_MS ? 'reached' : 'MISSED'
  console.log(
    `${path}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms of ${done} (target under ${MOST_MS} ms, ${is})`,
  )
}

async function worklist(origin: string, token: string): Promise<void> {
  const html = await (await fetch(`${origin}/ban`, { headers: { cookie: `phien=${token}` } })).text()
  const file = join(folder, 'ban.html')
  writeFileSync(file, html)
  const port = await freePort()
  const plain = spawn(process.execPath, [
    '--import',
    './server/read-tsx.ts',
    'bench/plain-server.ts',
    file,
    String(port),
  ])
  await once(plain.stdout, 'data')
  const rates = { page: [] as number[], json: [] as number[], plain: [] as number[] }
  const ask = async (to: string, path: string) => {
    const got = await load(
      to,
      CONNECTIONS,
      SECONDS,
      () => ({ ...asked(path, token), token }),
      () => {},
    )
    if (got.failed.length > 0) throw new Error(`${path}: ${got.failed[0]}`)
    return got.perSecond
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.page.push(await ask(origin, '/ban'))
    rates.json.push(await ask(origin, '/api/v1/worklist'))
    rates.plain.push(await ask(`http://127.0.0.1:${port}`, '/'))
  }
  plain.kill()
  const [page, json, bare] = [median(rates.page), median(rates.json), median(rates.plain)]
  const rows = html.match(/data-row/g)?.length ?? 0
  console.log(`worklist page, ${rows} rows, ${html.length} characters: ${page.toFixed(0)}/s`)
  say('the same list as JSON', json, page / json, 0.5)
  say('plain node:http sending the same bytes', bare, page / bare, 0.25)
}

function say(what: string, rate: number, ratio: number, target: number): void {
  const is = ratio >= target ? 'reached' : 'MISSED'
  console.log(`  ${what}: ${rate.toFixed(0)}/s; ratio ${ratio.toFixed(2)} (target ${target}, ${is})`)
}

/** All that the browser fetches for the first page after sign-in, as it goes over the wire. */
async function firstVisit(origin: string, tokens: ReadonlyMap<string, string>): Promise<void> {
  const cookie = `phien=${tokens.get('handler') ?? ''}`
  const html = await (await fetch(`${origin}/ban`, { headers: { cookie } })).text()
  const paths = new Set([...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? ''))
  let all = brotliCompressSync(html).length
  for (const path of paths) {
    const answer = await fetch(origin + path, { headers: { 'accept-encoding': 'identity' } })
    const bytes = Buffer.from(await answer.arrayBuffer())
    const size = path.endsWith('.woff2') ? bytes.length : brotliCompressSync(bytes).length
    console.log(`  ${path}: ${size} bytes on the wire`)
    all += size
  }
  const is = all < MOST_BYTES ? 'reached' : 'MISSED'
  console.log(`first visit of the desk: ${all} bytes on the wire (target under ${MOST_BYTES}, ${is})`)
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
