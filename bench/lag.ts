import { randomUUIDv7 } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { OWNER } from '#server/postgres/cluster.ts'
import { urlAt } from '#server/postgres/endpoint.ts'
import { readPidFile } from '#server/postgres/pid-file.ts'
import { readSecrets } from '#server/secrets.ts'
import { requiredPapers } from '../check/house-process.ts'
import { type House, PROCEDURE } from './hot-verbs.ts'
import { load } from './load.ts'

const TARGET_MS = 2000
const CONNECTIONS = 16

/**
 * How far figures lag behind what happens while dossiers are received as fast as the program can: again and again the
 * youngest fact in the outbox is noted, and the time until it has been counted.
 */
export async function rollUpLag({ origin, dataDir, tokens }: House, seconds = 10): Promise<string> {
  const running = readPidFile(join(dataDir, 'postgres'))
  if (!running) throw new Error('no database runs')
  const url = urlAt(running.endpoint, OWNER, readSecrets(dataDir).databaseOwner, 'mot_cua')
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  const outbox = `"c_dong_trieu".outbox`
  const lags: number[] = []
  const components = await requiredPapers(origin, PROCEDURE)
  const receiving = load(
    origin,
    CONNECTIONS,
    seconds,
    () => ({
      path: '/api/v1/dossiers',
      token: tokens.get('clerk') ?? '',
      body: {
        id: randomUUIDv7(),
        procedure: PROCEDURE,
        channel: 'counter',
        placeOfReceipt: 'HCC-TN',
        applicant: { kind: 'citizen', name: 'Nguyễn Thị Hương', idNumber: '100123456', phone: '0912345678' },
        components,
      },
    }),
    () => {},
  )
  const until = performance.now() + seconds * 1000
  while (performance.now() < until) {
    const { rows } = await owner.query<{ id: string | null }>(
      `select max(id) as id from ${outbox} where task = 'count'`,
    )
    const youngest = rows[0]?.id
    const began = performance.now()
    while (
      youngest &&
      (await owner.query(`select 1 from ${outbox} where task = 'count' and id <= $1 limit 1`, [youngest]))
        .rowCount
    )
      await wait(10)
    if (youngest) lags.push(performance.now() - began)
  }
  const { perSecond, failed } = await receiving
  await owner.end()
  if (failed.length > 0) throw new Error(failed[0])
  const sorted = lags.toSorted((a, b) => a - b)
  const [median, worst] = [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0]
  const is = worst < TARGET_MS ? 'reached' : 'MISSED'
  return `figures lag behind ${perSecond.toFixed(0)} receipts a second: median ${median.toFixed(0)} ms, at most ${worst.toFixed(0)} ms of ${lags.length} (target under ${TARGET_MS} ms, ${is})`
}
