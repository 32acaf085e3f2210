import { afterAll, beforeAll, expect, test } from 'vitest'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { REGISTRY_SCHEMA } from './database.ts'
import { migrate, pendingMigrations } from './migrate.ts'
import { asOwner } from './owner.ts'
import { migrateAll, openCentre } from './schemas.ts'

let one: TestCentre
const at = Temporal.Instant.from('2019-01-01T00:00:00Z')
const another = {
  slug: 'cam-pha',
  name: 'Trung tâm Hành chính công Cẩm Phả',
  host: null,
  isDemonstration: false,
  at,
}

beforeAll(async () => {
  one = await testCentre()
})
afterAll(() => one.close())

test('running the migrations again applies nothing', async () => {
  const applied = await migrateAll({ ownerUrl: one.ownerUrl, appPassword: 'only-for-tests' })
  expect([...applied]).toEqual([
    [REGISTRY_SCHEMA, []],
    [one.centre.schema, []],
  ])
  expect(await pendingMigrations(one.database.pool, 'centre', one.centre.schema)).toEqual([])
})

test('of two who open the same centre at once, one does and both see it whole', async () => {
  const opened = await Promise.all([openCentre(one.ownerUrl, another), openCentre(one.ownerUrl, another)])
  expect(opened.toSorted()).toEqual([false, true])
  const centre = await one.database.centre('cam-pha')
  expect(centre?.schema).toBe('c_cam_pha')
  expect(await pendingMigrations(one.database.pool, 'centre', 'c_cam_pha')).toEqual([])
})

test('what a cut-off opening left behind is taken up by the next', async () => {
  await asOwner(one.ownerUrl, (owner) => migrate(owner, 'centre', 'c_uong_bi'))
  expect(await openCentre(one.ownerUrl, { ...another, slug: 'uong-bi' })).toBe(true)
})

test('a file changed after it was applied, or one we do not know, stops the run by name', async () => {
  const migrations = `${one.centre.schema}.migration`
  await one.owner.pool.query(`insert into ${migrations} values ('9999_future.sql', '', now())`)
  await expect(pendingMigrations(one.database.pool, 'centre', one.centre.schema)).rejects.toMatchObject({
    name: 'MigrationUnknown',
    file: '9999_future.sql',
  })
  await one.owner.pool.query(`delete from ${migrations} where name = '9999_future.sql'`)
  await one.owner.pool.query(`update ${migrations} set checksum = 'other' where name = '0001_people.sql'`)
  await expect(migrateAll({ ownerUrl: one.ownerUrl, appPassword: 'only-for-tests' })).rejects.toMatchObject({
    name: 'MigrationChanged',
    file: '0001_people.sql',
  })
})
