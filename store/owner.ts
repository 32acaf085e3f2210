import pg from 'pg'
import { columnTypes } from './columns.ts'

/** Held while schemas are made or changed: a second runner on the same database waits for it. */
const SCHEMA_WORK = 7_406_202_019

/**
 * Lends one connection of the database's owner, alone at work on schemas. Taking the lock is a statement of its
 * own and lasts as long as the connection, so it is also given back when the process is killed.
 */
export async function asOwner<Result>(
  url: string,
  work: (owner: pg.Client) => Promise<Result>,
): Promise<Result> {
  const owner = new pg.Client({
    connectionString: url,
    types: columnTypes,
    options: '-c search_path= -c timezone=UTC -c datestyle=ISO',
    connectionTimeoutMillis: 10_000,
  })
  // A lost connection fails the query that runs on it; this only keeps the event from ending the process.
  let lost: Error | undefined
  owner.on('error', (error) => (lost = error))
  await owner.connect()
  try {
    await owner.query('select pg_advisory_lock($1)', [SCHEMA_WORK])
    return await work(owner)
  } catch (error) {
    throw lost ?? error
  } finally {
    await owner.end()
  }
}

/** Runs statements that hold together or not at all. */
export async function inTransaction<Result>(owner: pg.Client, work: () => Promise<Result>): Promise<Result> {
  await owner.query('begin')
  try {
    const result = await work()
    await owner.query('commit')
    return result
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}
