import { afterAll, beforeAll, expect, test } from 'vitest'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { REGISTRY_SCHEMA } from './database.ts'
import { APP_ROLE, grantsOf, PRIVILEGES } from './grants.ts'

let one: TestCentre

beforeAll(async () => {
  one = await testCentre()
})
afterAll(() => one.close())

test.each(['registry', 'centre'] as const)(
  'the program has the rights of the table of grants, no more: %s',
  async (kind) => {
    const schema = kind === 'registry' ? REGISTRY_SCHEMA : one.centre.schema
    const { rows } = await one.owner.pool.query<{ table: string; privilege: string; has: boolean }>(
      `select relname as table, privilege, has_table_privilege($2, c.oid, privilege) as has
     from pg_catalog.pg_class c, unnest($3::text[] || array['references', 'trigger', 'maintain']) as privilege
     where relnamespace = $1::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')`,
      [schema, APP_ROLE, PRIVILEGES],
    )
    const has: Record<string, string[]> = {}
    for (const { table, privilege, has: yes } of rows) (has[table] ??= []).push(...(yes ? [privilege] : []))
    expect(has).toEqual(grantsOf(kind))
  },
)

test.each(['dossier_event', 'access_record'])(
  'what happened cannot be changed, deleted or emptied: %s',
  async (table) => {
    const name = `${one.centre.schema}.${table}`
    const denied = { code: '42501' }
    await expect(one.database.pool.query(`update ${name} set at = at`)).rejects.toMatchObject(denied)
    await expect(one.database.pool.query(`delete from ${name}`)).rejects.toMatchObject(denied)
    await expect(one.database.pool.query(`truncate ${name}`)).rejects.toMatchObject(denied)
    await expect(one.database.pool.query(`drop table ${name}`)).rejects.toMatchObject(denied)
    await expect(one.database.pool.query(`alter table ${name} disable trigger all`)).rejects.toMatchObject(
      denied,
    )
  },
)

test('the program can neither make schemas nor read what no grant names', async () => {
  const denied = { code: '42501' }
  await expect(one.database.pool.query('create schema another')).rejects.toMatchObject(denied)
  await expect(one.database.pool.query('select * from pg_catalog.pg_authid')).rejects.toMatchObject(denied)
  await expect(
    one.database.pool.query(`create table ${one.centre.schema}.own (id bigint)`),
  ).rejects.toMatchObject(denied)
})
