import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { aHall, type Hall, received } from '#work/a-hall.ts'
import { checkDossiers } from '#work/checks/check-dossier.ts'
import type { Desk } from '#work/desk.ts'
import { smallCentre } from '../../../e2e/small-centre.ts'
import { addDesk } from '../desk-app.ts'

const TIMES = 1000
const ACCESS = 'access_record'
/** Who has it open is noted over and over in the same row; what is cleared away by and by takes a few pages of 8 KB. */
const VIEWER = 'dossier_viewer'
const VIEWER_BYTES = 128 * 1024

let opened: TestCentre
let hall: Hall
beforeAll(async () => {
  opened = await testCentre({ imported: true, poolSize: 8 })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

/** The page of a dossier as this person's browser gets it, without the ids its forms get anew each time. */
function browserOf(desk: Desk) {
  const app = new Hono()
  const { actor } = desk
  if (actor.kind !== 'staff') throw new Error('the public has no desk')
  const staffDesk = { ...desk, actor }
  const doors = smallCentre({
    deskFor: () => Promise.resolve(desk),
    staff: { ...smallCentre().staff, deskFor: () => Promise.resolve(staffDesk) },
  })
  addDesk(app, doors, async (c) => c.text('too large', 413))
  return async (code: string) => {
    const answer = await app.request(`http://localhost/ban/ho-so/${code}`)
    expect(answer.status).toBe(200)
    return (await answer.text()).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
  }
}

/** How much every table of the centre holds, and where the rows of a dossier lie: a row written anew lies elsewhere. */
async function held(code: string) {
  const { schema } = opened.centre
  const one = async (text: string, values: readonly unknown[]) =>
    (await opened.owner.pool.query(text, [...values])).rows
  const places = (table: string, key: string) =>
    one(
      `select ctid::text, xmin::text from "${schema}".${table}
       where ${key} = (select id from "${schema}".dossier where code = $1) order by ctid`,
      [code],
    )
  const sizes = await one(
    `select c.relname as table, pg_catalog.pg_total_relation_size(c.oid) as bytes from pg_catalog.pg_class c
     where c.relnamespace = $1::text::pg_catalog.regnamespace and c.relkind = 'r'`,
    [`"${schema}"`],
  )
  return {
    dossier: await places('dossier', 'id'),
    events: await places('dossier_event', 'dossier_id'),
    read: await places('dossier_read', 'dossier_id'),
    search: await places('dossier_search', 'dossier_id'),
    bytes: new Map<string, number>(sizes.map(({ table, bytes }) => [table, Number(bytes)])),
  }
}

async function rowsOf(table: typeof ACCESS | typeof VIEWER): Promise<number> {
  const { count } = await opened.ownerCentre.db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

test(`opening a dossier ${TIMES} times makes nothing grow but the record of who saw it`, async () => {
  const { code } = await received(hall)
  const open = browserOf(hall.deskOf('handler', 'TCKH'))
  const first = await open(code)
  const [before, accesses] = [await held(code), await rowsOf(ACCESS)]

  let last = ''
  for (let time = 0; time < TIMES; time += 1) last = await open(code)

  expect(last).toBe(first)
  const after = await held(code)
  const { bytes: _, ...rows } = before
  expect(after).toMatchObject(rows)
  expect(await rowsOf(ACCESS)).toBe(accesses + TIMES)
  expect(await rowsOf(VIEWER)).toBe(1)
  const grown = [...after.bytes].filter(([table, bytes]) => bytes > (before.bytes.get(table) ?? 0))
  expect(grown.map(([table]) => table).filter((table) => table !== VIEWER)).toEqual([ACCESS])
  expect(after.bytes.get(VIEWER)).toBeLessThan(VIEWER_BYTES)
  expect(await checkDossiers(opened.centre, [code])).toEqual([])
}, 120_000)

test('the latest who saw a dossier are read from an index, however many there are', async () => {
  const { schema } = opened.centre
  await opened.owner.pool.query(
    `insert into "${schema}".access_record (id, at, staff_id, what, dossier_code)
     select pg_catalog.uuidv7(), '2019-03-05T01:00:00Z'::timestamptz + n * interval '1 second', pg_catalog.uuidv7(),
       'see-dossier', 'D' || n % 40 from pg_catalog.generate_series(1, 20000) n`,
  )
  await opened.owner.pool.query(`analyze "${schema}".access_record`)
  const { rows } = await opened.owner.pool.query<{ 'QUERY PLAN': string }>(
    `explain select at, staff_id, what from "${schema}".access_record
     where dossier_code = 'D7' order by at desc limit 200`,
  )
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(plan).toContain('Index Scan Backward using access_record_by_dossier')
  expect(plan).not.toContain('Sort')
})
