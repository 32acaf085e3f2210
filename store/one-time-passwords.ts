import { type Database, REGISTRY_SCHEMA } from './database.ts'

type Store = Pick<Database, 'pool'>

const TABLE = `${REGISTRY_SCHEMA}.one_time_password`

/** Marks the password of an account as one that opens nothing but the choice of an own one. */
export async function markOneTime({ pool }: Store, user: string, until: Temporal.Instant): Promise<void> {
  await pool.query(
    `insert into ${TABLE} (user_id, until) values ($1, $2) on conflict (user_id) do update set until = excluded.until`,
    [user, until.toString()],
  )
}

/** Until when the password of an account may be changed for an own one; null when it is an own one. */
export async function oneTimeUntil({ pool }: Store, user: string): Promise<Temporal.Instant | null> {
  const { rows } = await pool.query<{ until: string }>(`select until from ${TABLE} where user_id = $1`, [
    user,
  ])
  return rows[0] ? Temporal.Instant.from(rows[0].until) : null
}

/** The person has a password of the own. False when there was no other to be changed: somebody was faster. */
export async function endOneTime({ pool }: Store, user: string): Promise<boolean> {
  const { rowCount } = await pool.query(`delete from ${TABLE} where user_id = $1`, [user])
  return rowCount === 1
}
