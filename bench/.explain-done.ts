import { join } from 'node:path'
import pg from 'pg'
import { OWNER } from '#server/postgres/cluster.ts'
import { urlAt } from '#server/postgres/endpoint.ts'
import { readPidFile } from '#server/postgres/pid-file.ts'
import { readSecrets } from '#server/secrets.ts'
const dir = process.argv[2] ?? ''
const running = readPidFile(join(dir, 'postgres'))
if (!running) throw new Error('not running')
const c = new pg.Client({
  connectionString: urlAt(running.endpoint, OWNER, readSecrets(dir).databaseOwner, 'mot_cua'),
})
await c.connect()
for (const since of ['2026-11-17T17:00:00Z', '2026-11-23T17:00:00Z']) {
  const { rows } = await c.query(
    `explain (analyze, buffers) select data -> 'by' ->> 'staff', count(*) from c_dong_trieu.dossier_event
 where at >= $1 and type in ('DossierReceived','StepCompleted','ResultApproved','ResultSealed','ResultReady','ResultHandedBack')
 and data -> 'by' ->> 'unit' = 'TCKH' group by 1`,
    [since],
  )
  console.log(since)
  for (const r of rows) console.log(r['QUERY PLAN'])
}
console.log(
  (
    await c.query(
      `select count(*), min(n), max(n) from (select count(*) n from c_dong_trieu.dossier_event where at >= '2026-11-17T17:00:00Z' group by data->'by'->>'unit') x`,
    )
  ).rows,
)
await c.end()
