import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import { inTransaction } from './owner.ts'

export type SchemaKind = 'registry' | 'centre'

interface Migration {
  readonly name: string
  readonly text: string
  readonly checksum: string
}

type Applied = ReadonlyMap<string, string>

/** A file that was applied is not the file that stands there now: migrations are added, never changed. */
export class MigrationChanged extends Error {
  override readonly name = 'MigrationChanged'
  readonly schema: string
  readonly file: string
  constructor(schema: string, file: string) {
    super(`migration ${file} of ${schema} was changed after it had been applied`)
    this.schema = schema
    this.file = file
  }
}

/** The database holds a migration this program does not have: the program is older than its database. */
export class MigrationUnknown extends Error {
  override readonly name = 'MigrationUnknown'
  readonly schema: string
  readonly file: string
  constructor(schema: string, file: string) {
    super(`migration ${file} of ${schema} is not known to this program`)
    this.schema = schema
    this.file = file
  }
}

/** Brings a schema forward, each file in its own transaction; answers the names of the files it applied. */
export async function migrate(
  owner: pg.Client,
  kind: SchemaKind,
  schema: string,
): Promise<readonly string[]> {
  await makeSchema(owner, schema)
  const pending = pendingOf(schema, await readMigrations(kind), await readApplied(owner, schema))
  for (const migration of pending) await apply(owner, schema, migration)
  return pending.map((one) => one.name)
}

/** Names of the files a schema still lacks; throws as `migrate` does when files and database disagree. */
export async function pendingMigrations(
  pool: pg.Pool | pg.Client,
  kind: SchemaKind,
  schema: string,
): Promise<readonly string[]> {
  const pending = pendingOf(schema, await readMigrations(kind), await readApplied(pool, schema))
  return pending.map((one) => one.name)
}

async function makeSchema(owner: pg.Client, schema: string): Promise<void> {
  const name = pg.escapeIdentifier(schema)
  await inTransaction(owner, async () => {
    // Where Citus is installed, a schema made with this setting on is placed on a node as one piece.
    await owner.query(
      `select set_config('citus.enable_schema_based_sharding', 'on', true) from pg_extension where extname = 'citus'`,
    )
    await owner.query(`create schema if not exists ${name}`)
    await owner.query(
      `create table if not exists ${name}.migration (
        name text primary key, checksum text not null, applied_at timestamptz not null)`,
    )
  })
}

async function apply(owner: pg.Client, schema: string, migration: Migration): Promise<void> {
  const name = pg.escapeIdentifier(schema)
  await inTransaction(owner, async () => {
    await owner.query(`set local search_path to ${name}`)
    await owner.query(
      `insert into ${name}.migration (name, checksum, applied_at) values ($1, $2, clock_timestamp())`,
      [migration.name, migration.checksum],
    )
    await owner.query(migration.text)
  })
}

async function readMigrations(kind: SchemaKind): Promise<readonly Migration[]> {
  const folder = new URL(`./migrations/${kind}/`, import.meta.url)
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8')
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

async function readApplied(pool: pg.Pool | pg.Client, schema: string): Promise<Applied> {
  const { rows } = await pool.query<{ name: string; checksum: string }>(
    `select name, checksum from ${pg.escapeIdentifier(schema)}.migration`,
  )
  return new Map(rows.map((row) => [row.name, row.checksum]))
}

function pendingOf(schema: string, known: readonly Migration[], applied: Applied): readonly Migration[] {
  const names = new Set(known.map((one) => one.name))
  for (const name of applied.keys()) if (!names.has(name)) throw new MigrationUnknown(schema, name)
  return known.filter((migration) => {
    const checksum = applied.get(migration.name)
    if (checksum !== undefined && checksum !== migration.checksum)
      throw new MigrationChanged(schema, migration.name)
    return checksum === undefined
  })
}
