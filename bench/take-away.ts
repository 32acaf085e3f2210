import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { DossierEvent } from '#domain/dossier/events.ts'
import { factsOfHistory } from '#domain/statistics/facts.ts'

const POINTING = [
  'dossier_part',
  'dossier_read',
  'dossier_viewer',
  'dossier_note',
  'collection_call',
  'scan',
  'paper',
  'dossier_event',
  'dossier_search',
]

/**
 * Takes away every dossier made since a moment, with what it added to the figures, so that a kept set is the same for
 * the next measurement. What pgbench has made has no history and no figures.
 */
export async function takeAwaySince(ownerUrl: string, schema: string, since: Date): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const table = (name: string) => `"${schema}".${name}`
  try {
    await untilRelayed(owner, table('outbox'))
    // pgbench makes ids that count from nothing; the program's tell when they were made.
    await owner.query(
      `create temporary table made as
      select id from ${table('dossier')} where code ~ '^[TBC][0-9]+$'
      union select dossier_id from ${table('dossier_event')} where sequence = 1 and at >= $1`,
      [since],
    )
    await owner.query('analyze made')
    const { rows } = await owner.query<{ dossier_id: string; data: DossierEvent }>(
      `select e.dossier_id, e.data from ${table('dossier_event')} e join made on made.id = e.dossier_id
       join ${table('dossier')} d on d.id = made.id and d.code !~ '^[TBC][0-9]+$'
       order by e.dossier_id, e.sequence`,
    )
    const facts = [...Map.groupBy(rows, (row) => row.dossier_id).values()].flatMap((own) =>
      factsOfHistory(
        null,
        own.map(({ data }) => data),
      ).map((fact) => ({ ...fact, count: -fact.count })),
    )
    for (const name of POINTING)
      await owner.query(`delete from ${table(name)} where dossier_id in (select id from made)`)
    await owner.query(`delete from ${table('dossier')} where id in (select id from made)`)
    for (let from = 0; from < facts.length; from += 500)
      await owner.query(`insert into ${table('outbox')} (task, payload) values ('count', $1)`, [
        JSON.stringify(facts.slice(from, from + 500)),
      ])
    await untilRelayed(owner, table('outbox'))
    for (const name of [...POINTING, 'dossier']) await owner.query(`vacuum ${table(name)}`)
  } finally {
    await owner.end()
  }
}

async function untilRelayed(owner: pg.Client, outbox: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { rowCount } = await owner.query(`select 1 from ${outbox} limit 1`)
    if (rowCount === 0) return
    await wait(200)
  }
  throw new Error('the relay does not come to an end')
}
