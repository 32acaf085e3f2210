import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { inject } from 'vitest'
import { type Centre, type Database, openDatabase } from '#store/database.ts'
import { APP_ROLE } from '#store/grants.ts'
import { asOwner } from '#store/owner.ts'
import { migrateAll, openCentre } from '#store/schemas.ts'
import { importCentre } from '#work/setup/import-centre.ts'
import { readCentreFiles } from '#work/setup/read-centre-files.ts'

/** A centre of a test's own, in a database of its own. Only for tests. */
export interface TestCentre {
  /** As the running program sees it: with the rights of its login. */
  readonly database: Database
  readonly centre: Centre
  /** As the owner sees it, for what a test has to prepare: law, people. */
  readonly owner: Database
  readonly ownerCentre: Centre
  readonly ownerUrl: string
  readonly appUrl: string
  close(): Promise<void>
}

const APP_PASSWORD = 'only-for-tests'
export const TEST_SLUG = 'dong-trieu'
const OPENED_AT = Temporal.Instant.from('2019-01-01T00:00:00Z')
const DONG_TRIEU = fileURLToPath(new URL('../centres/dong-trieu', import.meta.url))

/** Opens an empty centre, or with `imported` one with the files of Đông Triều; `close` throws it away. */
export async function testCentre({ imported = false, poolSize = 4 } = {}): Promise<TestCentre> {
  const template = await templateOf(imported ? 'imported' : 'empty')
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer((server) => server.query(`create database ${name} template ${template}`))
  const ownerUrl = urlOf(name)
  const appUrl = urlOf(name, APP_ROLE, APP_PASSWORD)
  const faults: Error[] = []
  const onError = (error: Error) => faults.push(error)
  const database = openDatabase({ url: appUrl, poolSize, onError })
  const owner = openDatabase({ url: ownerUrl, poolSize: 2, onError })
  return {
    database,
    centre: await mustHave(database),
    owner,
    ownerCentre: await mustHave(owner),
    ownerUrl,
    appUrl,
    async close() {
      await Promise.all([database.close(), owner.close()])
      await onServer((server) => server.query(`drop database ${name} with (force)`))
    },
  }
}

/** A prepared database to copy: made by the first test that needs it, while the others wait. */
function templateOf(kind: 'empty' | 'imported'): Promise<string> {
  const name = `template_${kind}`
  return asOwner(inject('testPostgres'), async (server) => {
    const { rowCount } = await server.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount !== 0) return name
    await server.query(`drop database if exists ${name}_unfinished`)
    await server.query(`create database ${name}_unfinished`)
    await prepare(urlOf(`${name}_unfinished`), kind === 'imported')
    await server.query(`alter database ${name}_unfinished rename to ${name}`)
    return name
  })
}

async function prepare(ownerUrl: string, imported: boolean): Promise<void> {
  await migrateAll({ ownerUrl, appPassword: APP_PASSWORD })
  await openCentre(ownerUrl, {
    slug: TEST_SLUG,
    name: 'Trung tâm Hành chính công thị xã Đông Triều',
    host: null,
    isDemonstration: true,
    at: OPENED_AT,
  })
  if (imported) await importDongTrieu(ownerUrl)
}

async function importDongTrieu(url: string): Promise<void> {
  const owner = openDatabase({ url, poolSize: 1, onError: (error) => console.error(error) })
  try {
    const { data, faults } = await readCentreFiles(DONG_TRIEU)
    if (!data) throw new Error(`faulty files: ${JSON.stringify(faults)}`)
    const outcome = await importCentre(await mustHave(owner), data, { at: OPENED_AT })
    if (!outcome.isWritten) throw new Error(`not imported: ${JSON.stringify(outcome.faults)}`)
  } finally {
    await owner.close()
  }
}

function urlOf(database: string, user?: string, password?: string): string {
  const url = new URL(inject('testPostgres'))
  url.pathname = `/${database}`
  if (user !== undefined && password !== undefined) Object.assign(url, { username: user, password })
  return url.href
}

async function onServer(work: (server: pg.Client) => Promise<unknown>): Promise<void> {
  const server = new pg.Client({ connectionString: inject('testPostgres') })
  await server.connect()
  try {
    await work(server)
  } finally {
    await server.end()
  }
}

async function mustHave(database: Database): Promise<Centre> {
  const centre = await database.centre(TEST_SLUG)
  if (!centre) throw new Error(`the template has no centre ${TEST_SLUG}`)
  return centre
}
