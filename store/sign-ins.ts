import { type Database, REGISTRY_SCHEMA } from './database.ts'

/** How many attempts a subject (an account, an address) has in a quarter of an hour. */
export interface Allowance {
  readonly subject: string
  readonly most: number
}

type Store = Pick<Database, 'pool'>

const TABLE = `${REGISTRY_SCHEMA}.sign_in_attempt`
const WINDOW_MINUTES = 15

/**
 * Counts an attempt before the password is looked at; the subject's row makes attempts at once wait for each other,
 * so no more than allowed get through. Answers until when a subject that had its attempts must wait, or null. The
 * wait is reckoned from the first attempt: further ones do not make it longer.
 */
export async function countAttempt(
  { pool }: Store,
  allowances: readonly Allowance[],
  now: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const begun = now.subtract({ minutes: WINDOW_MINUTES })
  const { rows } = await pool.query<{ subject: string; since: string; attempts: number }>(
    `insert into ${TABLE} as kept (subject, since, attempts)
     select subject, $2::timestamptz, 1 from unnest($1::text[]) as given (subject)
     on conflict (subject) do update set
       since = case when kept.since > $3::timestamptz and kept.since <= $2::timestamptz then kept.since else excluded.since end,
       attempts = case when kept.since > $3::timestamptz and kept.since <= $2::timestamptz then kept.attempts + 1 else 1 end
     returning subject, since, attempts`,
    [allowances.map((one) => one.subject), now.toString(), begun.toString()],
  )
  const waits = rows.flatMap(({ subject, since, attempts }) => {
    const most = allowances.find((one) => one.subject === subject)?.most ?? 0
    return attempts > most ? [Temporal.Instant.from(since).add({ minutes: WINDOW_MINUTES })] : []
  })
  return waits.toSorted(Temporal.Instant.compare).at(-1) ?? null
}

/** After a sign-in: the account starts afresh, the address has this one attempt back, what is a day old goes. */
export async function clearAttempts(
  { pool }: Store,
  { account, address }: { readonly account: string; readonly address: string },
  now: Temporal.Instant,
): Promise<void> {
  await pool.query(`update ${TABLE} set attempts = attempts - 1 where subject = $1`, [address])
  await pool.query(`delete from ${TABLE} where subject = $1 or since < $2`, [
    account,
    now.subtract({ hours: 24 }).toString(),
  ])
}

/** How many of these sign-in names have an account. */
export async function countAccounts({ pool }: Store, names: readonly string[]): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*) as count from ${REGISTRY_SCHEMA}."user" where username = any($1)`,
    [names],
  )
  return rows[0]?.count ?? 0
}

/** Makes the account of a citizen, if there is none yet. Nobody signs in to it by a password. */
export async function makeCitizenUser(
  { pool }: Store,
  user: {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly centre: string
    readonly citizenId: string
  },
): Promise<void> {
  await pool.query(
    `insert into ${REGISTRY_SCHEMA}."user"
       (id, name, email, "emailVerified", "createdAt", "updatedAt", username, centre, "citizenId")
     values ($1, $2, $3, false, now(), now(), $2, $4, $5)
     on conflict do nothing`,
    [user.id, user.name, user.email, user.centre, user.citizenId],
  )
}
