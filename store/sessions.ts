import { type Database, REGISTRY_SCHEMA } from './database.ts'

type Store = Pick<Database, 'pool'>

/** A sign-in that has not ended. */
export interface OpenSession {
  readonly id: string
  readonly since: string
  readonly until: string
  readonly address: string | null
  readonly agent: string | null
  readonly isThis: boolean
}

const TABLE = `${REGISTRY_SCHEMA}."session"`

/** Where a sign-in came from, for the person to recognise it by. */
export async function describeSession(
  { pool }: Store,
  token: string,
  { address, agent }: { readonly address: string; readonly agent: string },
): Promise<void> {
  await pool.query(`update ${TABLE} set "ipAddress" = $2, "userAgent" = $3 where token = $1`, [
    token,
    address,
    agent.slice(0, 300),
  ])
}

/** The sign-ins of an account that hold, the latest first. */
export async function openSessions(
  { pool }: Store,
  user: string,
  token: string,
): Promise<readonly OpenSession[]> {
  const { rows } = await pool.query<OpenSession>(
    `select id, "createdAt" as since, "expiresAt" as until, "ipAddress" as address, "userAgent" as agent,
       token = $2 as "isThis"
     from ${TABLE} where "userId" = $1 and "expiresAt" > now() order by "createdAt" desc limit 50`,
    [user, token],
  )
  return rows
}

/** Ends one sign-in of an account, or with no id all but this one; answers the tokens that are worth nothing now. */
export async function endSessions(
  { pool }: Store,
  user: string,
  { id, but }: { readonly id: string | null; readonly but: string },
): Promise<readonly string[]> {
  const { rows } = await pool.query<{ token: string }>(
    `delete from ${TABLE} where "userId" = $1 and ($2::uuid is null and token <> $3 or id = $2) returning token`,
    [user, id, but],
  )
  return rows.map(({ token }) => token)
}
