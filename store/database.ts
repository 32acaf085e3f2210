import { Kysely, PostgresDialect } from 'kysely'
import { Pool, type QueryResultRow } from 'pg'
import { announcer } from './announcing.ts'
import { columnTypes } from './columns.ts'
import type { CentreTables, RegistryTables } from './tables.ts'

export const REGISTRY_SCHEMA = 'mot_cua'

/** One centre's rooms in the database; nothing reached through it lies outside its schema. */
export interface Centre {
  readonly slug: string
  readonly name: string
  readonly schema: string
  readonly isDemonstration: boolean
  readonly db: Kysely<CentreTables>
  /** Runs a hot verb: one prepared statement, `{c}` in its text standing for the centre's schema. */
  run<Row extends QueryResultRow>(verb: HotVerb, values: readonly unknown[]): Promise<Row[]>
  /** Tells open pages, of this program and others, that a dossier has changed; for convenience, never for truth. */
  announce(change: { readonly code: string; readonly concerns: readonly string[] }): void
}

/** A statement that is prepared once a connection; its text is fixed, its values are bound. */
export interface HotVerb {
  readonly name: string
  readonly text: string
}

export interface Database {
  readonly pool: Pool
  readonly registry: Kysely<RegistryTables>
  /** The centre of that slug, or undefined. */
  centre(slug: string): Promise<Centre | undefined>
  /** The centre that answers to a host name: its own, or the only one there is. */
  centreFor(host: string): Promise<Centre | undefined>
  centres(): Promise<readonly Centre[]>
  close(): Promise<void>
}

export interface DatabaseSettings {
  readonly url: string
  readonly poolSize: number
  /** Told of errors on idle connections; without a listener a stopped database would end the process. */
  readonly onError: (error: Error) => void
}

/** Opens the pool. Every connection has an empty search_path, so a table without its schema is an error. */
export function openDatabase({ url, poolSize, onError }: DatabaseSettings): Database {
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    types: columnTypes,
    options: '-c search_path= -c timezone=UTC -c datestyle=ISO -c statement_timeout=30000',
    connectionTimeoutMillis: 10_000,
  })
  let isClosing = false
  const lost = (error: Error) => {
    // A server that is stopped behind us cuts what we are closing.
    if (!isClosing) onError(error)
  }
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  const dialect = new PostgresDialect({ pool })
  const registry = new Kysely<RegistryTables>({ dialect }).withSchema(REGISTRY_SCHEMA)
  const centres = new Kysely<CentreTables>({ dialect })
  const announced = announcer(pool, onError)
  const opened = new Map<string, Centre>()
  const texts = new Map<string, string>()

  function open(row: { slug: string; schema_name: string; name: string; is_demonstration: boolean }): Centre {
    const known = opened.get(row.slug)
    if (known) return known
    const schema = row.schema_name
    const centre: Centre = {
      slug: row.slug,
      name: row.name,
      schema,
      isDemonstration: row.is_demonstration,
      db: centres.withSchema(schema),
      async run<Row extends QueryResultRow>(verb: HotVerb, values: readonly unknown[]): Promise<Row[]> {
        const name = `${schema}.${verb.name}`
        let text = texts.get(name)
        if (text === undefined) {
          text = verb.text.replaceAll('{c}', `"${schema}"`)
          texts.set(name, text)
        }
        const { rows } = await pool.query<Row>({ name, text, values: [...values] })
        return rows
      },
      announce: (change) => announced.announce({ schema, ...change }),
    }
    opened.set(row.slug, centre)
    return centre
  }

  return {
    pool,
    registry,
    async centre(slug) {
      const row = await registry.selectFrom('centre').selectAll().where('slug', '=', slug).executeTakeFirst()
      return row && open(row)
    },
    async centreFor(host) {
      const rows = await registry.selectFrom('centre').selectAll().execute()
      const row = rows.find((one) => one.host === host) ?? (rows.length === 1 ? rows[0] : undefined)
      return row && open(row)
    },
    async centres() {
      const rows = await registry.selectFrom('centre').selectAll().orderBy('slug').execute()
      return rows.map(open)
    },
    async close() {
      isClosing = true
      announced.stop()
      await pool.end()
    },
  }
}
