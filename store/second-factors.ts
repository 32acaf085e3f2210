import { type Database, REGISTRY_SCHEMA } from './database.ts'

type Store = Pick<Database, 'pool'>

export interface SecondFactor {
  /** Encrypted. */
  readonly secret: string
  readonly isConfirmed: boolean
  readonly recoveryLeft: number
}

const TABLE = `${REGISTRY_SCHEMA}.second_factor`

/** The second factor of an account; undefined when none was begun. */
export async function secondFactorOf({ pool }: Store, user: string): Promise<SecondFactor | undefined> {
  const { rows } = await pool.query<SecondFactor>(
    `select secret, confirmed_at is not null as "isConfirmed", cardinality(recovery) as "recoveryLeft"
     from ${TABLE} where user_id = $1`,
    [user],
  )
  return rows[0]
}

/** Keeps a secret that is not yet confirmed; one that is confirmed is not replaced. */
export async function beginSecondFactor({ pool }: Store, user: string, secret: string): Promise<void> {
  await pool.query(
    `insert into ${TABLE} as kept (user_id, secret) values ($1, $2)
     on conflict (user_id) do update set secret = excluded.secret where kept.confirmed_at is null`,
    [user, secret],
  )
}

/** The person has shown a code: from now on it is asked for. */
export async function confirmSecondFactor(
  { pool }: Store,
  user: string,
  {
    at,
    step,
    recovery,
  }: { readonly at: Temporal.Instant; readonly step: number; readonly recovery: readonly Buffer[] },
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update ${TABLE} set confirmed_at = $2, last_step = $3, recovery = $4::bytea[]
     where user_id = $1 and confirmed_at is null`,
    [user, at.toString(), step, recovery],
  )
  return rowCount === 1
}

/** Uses the code of a step of time up; false when it, or a later one, was used before. */
export async function useStep({ pool }: Store, user: string, step: number): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update ${TABLE} set last_step = $2 where user_id = $1 and last_step < $2`,
    [user, step],
  )
  return rowCount === 1
}

/** Uses a recovery code up; false when there is none such left. */
export async function useRecovery({ pool }: Store, user: string, hash: Buffer): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update ${TABLE} set recovery = array_remove(recovery, $2) where user_id = $1 and $2 = any(recovery)`,
    [user, hash],
  )
  return rowCount === 1
}

/** Signing in takes the password alone again. */
export async function removeSecondFactor({ pool }: Store, user: string): Promise<boolean> {
  const { rowCount } = await pool.query(`delete from ${TABLE} where user_id = $1`, [user])
  return rowCount === 1
}
