import { randomUUIDv7 } from 'node:crypto'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { OWNER } from '#server/postgres/cluster.ts'
import { urlAt } from '#server/postgres/endpoint.ts'
import { readPidFile } from '#server/postgres/pid-file.ts'
import { readSecrets } from '#server/secrets.ts'
import { openDatabase } from '#store/database.ts'
import { APP_ROLE } from '#store/grants.ts'
import { requiredPapers } from '../check/house-process.ts'
import { load } from './load.ts'
import { pgbench } from './pgbench.ts'
import { scriptsFor, TARGETS } from './scripts.ts'
import { sentStatements } from './statements.ts'

/**
 * The program against pgbench on the same database, in one run: receiving a dossier and completing a step through
 * HTTP with sign-in, permission, rules and seals, beside pgbench sending the same statements one by one, and the
 * identical statements. Interleaved rounds, medians; fsync on.
 */
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? '4')
const CONNECTIONS = 16
export const PROCEDURE = 'kt-xac-nhan-bang-ke-lam-san'

const median = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** A running program, its data directory, and the tokens of its people by post. */
export interface House {
  readonly origin: string
  readonly dataDir: string
  readonly tokens: ReadonlyMap<string, string>
}

/** Receives and advances through HTTP beside pgbench. What both have made stays (`take-away.ts`). */
export async function hotVerbs({ origin, dataDir, tokens }: House, rounds = 5): Promise<void> {
  const running = readPidFile(join(dataDir, 'postgres'))
  if (!running) throw new Error('no database runs')
  const { databaseApp, databaseOwner } = readSecrets(dataDir)
  const url = urlAt(running.endpoint, APP_ROLE, databaseApp, 'mot_cua')
  const ownerUrl = urlAt(running.endpoint, OWNER, databaseOwner, 'mot_cua')
  const database = openDatabase({ url, poolSize: 2, onError: (error) => console.error(error.message) })
  const centre = await database.centre('dong-trieu')
  if (!centre) throw new Error('no centre')
  const components = await requiredPapers(origin, PROCEDURE)

  const pool: { code: string; version: number; step: string }[] = []
  const clerk = tokens.get('clerk') ?? ''
  const handler = tokens.get('handler') ?? ''
  const keep = (body: string) => {
    const { code, version, step }: (typeof pool)[number] = JSON.parse(body)
    pool.push({ code, version, step })
  }
  const receive = () => ({
    path: '/api/v1/dossiers',
    token: clerk,
    body: {
      id: randomUUIDv7(),
      procedure: PROCEDURE,
      channel: 'counter',
      placeOfReceipt: 'HCC-TN',
      applicant: { kind: 'citizen', name: 'Nguyễn Thị Hương', idNumber: '100123456', phone: '0912345678' },
      components,
    },
  })
  const advance = () => {
    const next = pool.pop()
    if (!next) throw new Error('no dossier left to advance')
    const { code, ...on } = next
    return {
      path: `/api/v1/dossiers/${code}/complete-step`,
      token: handler,
      body: { id: randomUUIDv7(), ...on },
    }
  }
  const seconds = SECONDS
  await load(origin, CONNECTIONS, 2, receive, keep)
  const [sample] = pool
  if (!sample) throw new Error('nothing was received')
  await makeTargets(ownerUrl, centre.schema, sample.code)
  const lawVersion = await centre.db.selectFrom('law_version').select('version').executeTakeFirstOrThrow()
  const scripts = scriptsFor(
    centre.schema,
    lawVersion.version,
    await sentStatements(centre, sample.code, 1),
    1,
  )

  const figures = {
    receive: [] as number[],
    receiveSame: [] as number[],
    receiveOneByOne: [] as number[],
    advance: [] as number[],
    advanceSame: [] as number[],
    advanceOneByOne: [] as number[],
  }
  const latencies: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    const received = await load(origin, CONNECTIONS, seconds, receive, keep)
    fail(received.failed)
    figures.receive.push(received.perSecond)
    figures.receiveOneByOne.push(await pgbench(url, scripts.receiveOneByOne, CONNECTIONS, seconds))
    figures.receiveSame.push(await pgbench(url, scripts.receive, CONNECTIONS, seconds))
    const advanced = await load(origin, CONNECTIONS, seconds / 2, advance, () => undefined)
    fail(advanced.failed)
    figures.advance.push(advanced.perSecond)
    figures.advanceOneByOne.push(await pgbench(url, scripts.advanceOneByOne, CONNECTIONS, seconds))
    figures.advanceSame.push(await pgbench(url, scripts.advance, CONNECTIONS, seconds))
    latencies.push(
      `receive p50 ${received.p50.toFixed(1)} ms, p95 ${received.p95.toFixed(1)} ms; ` +
        `advance p50 ${advanced.p50.toFixed(1)} ms, p95 ${advanced.p95.toFixed(1)} ms`,
    )
    console.log(`round ${round + 1} of ${rounds}: ${latencies.at(-1)}`)
  }
  await database.close()

  console.log(
    `\n${cpus().length} cores, ${cpus()[0]?.model}, Node ${process.version}, ${CONNECTIONS} connections, fsync on`,
  )
  say('receive through HTTP', figures.receive, 'pgbench, one by one', figures.receiveOneByOne, 1)
  say('receive through HTTP', figures.receive, 'pgbench, identical', figures.receiveSame, 0.8)
  say('advance through HTTP', figures.advance, 'pgbench, one by one', figures.advanceOneByOne, 1)
  say('advance through HTTP', figures.advance, 'pgbench, identical', figures.advanceSame, 0.8)
}

function say(
  what: string,
  ours: readonly number[],
  other: string,
  theirs: readonly number[],
  target: number,
): void {
  const ratio = median(ours) / median(theirs)
  const is = ratio >= target ? 'reached' : 'MISSED'
  console.log(
    `${what} ${median(ours).toFixed(0)}/s; ${other} ${median(theirs).toFixed(0)}/s; ratio ${ratio.toFixed(2)} (target ${target.toFixed(1)}, ${is})`,
  )
}

function fail(failed: readonly string[]): void {
  if (failed.length > 0) throw new Error(`${failed.length} requests failed, the first: ${failed[0]}`)
}

/** Dossiers for pgbench to advance, as many copies of one, under codes it can make up by itself. */
async function makeTargets(url: string, schema: string, code: string): Promise<void> {
  const owner = new Client({ connectionString: url })
  await owner.connect()
  try {
    await owner.query(`
      create temporary table target as select * from "${schema}".dossier where code = '${code}';
      insert into "${schema}".dossier
      select (jsonb_populate_record(t, jsonb_build_object('id', uuidv7(), 'code', 'T' || n))).*
      from target t, generate_series(0, ${TARGETS - 1}) n`)
    await owner.query(`vacuum analyze "${schema}".dossier`)
  } finally {
    await owner.end()
  }
}
