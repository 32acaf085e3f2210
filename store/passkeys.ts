import { type Database, REGISTRY_SCHEMA } from './database.ts'

type Store = Pick<Database, 'pool'>

/** A passkey as the list of the account shows it. */
export interface NamedPasskey {
  readonly id: string
  readonly name: string
  readonly since: string
  readonly usedAt: string | null
}

export interface KeptPasskey {
  readonly userId: string
  readonly publicKey: Buffer
  readonly counter: number
}

export interface Challenge {
  readonly challenge: string
  readonly userId: string | null
}

const KEYS = `${REGISTRY_SCHEMA}.passkey`
const CHALLENGES = `${REGISTRY_SCHEMA}.passkey_challenge`

/** Keeps what a device is asked to sign for five minutes, and clears what is older. */
export async function keepChallenge(
  { pool }: Store,
  { handle, challenge, userId }: Challenge & { readonly handle: string },
): Promise<void> {
  await pool.query(`delete from ${CHALLENGES} where until < now()`)
  await pool.query(
    `insert into ${CHALLENGES} (handle, challenge, user_id, until) values ($1, $2, $3, now() + interval '5 minutes')`,
    [handle, challenge, userId],
  )
}

/** What was asked under a handle; it can be answered once. */
export async function takeChallenge({ pool }: Store, handle: string): Promise<Challenge | undefined> {
  const { rows } = await pool.query<Challenge>(
    `delete from ${CHALLENGES} where handle = $1 and until > now() returning challenge, user_id as "userId"`,
    [handle],
  )
  return rows[0]
}

export async function passkeysOf({ pool }: Store, user: string): Promise<readonly NamedPasskey[]> {
  const { rows } = await pool.query<NamedPasskey>(
    `select id, name, created_at as since, used_at as "usedAt" from ${KEYS} where user_id = $1 order by created_at limit 50`,
    [user],
  )
  return rows
}

export async function passkeyOf({ pool }: Store, id: string): Promise<KeptPasskey | undefined> {
  const { rows } = await pool.query<KeptPasskey>(
    `select user_id as "userId", public_key as "publicKey", counter from ${KEYS} where id = $1`,
    [id],
  )
  return rows[0]
}

export async function keepPasskey(
  { pool }: Store,
  { id, userId, publicKey, counter, name }: KeptPasskey & { readonly id: string; readonly name: string },
): Promise<void> {
  await pool.query(
    `insert into ${KEYS} (id, user_id, public_key, counter, name) values ($1, $2, $3, $4, $5) on conflict (id) do nothing`,
    [id, userId, publicKey, counter, name],
  )
}

/** Remembers that a passkey was used; the counter tells a copied one. */
export async function usedPasskey({ pool }: Store, id: string, counter: number): Promise<void> {
  await pool.query(`update ${KEYS} set counter = $2, used_at = now() where id = $1`, [id, counter])
}

export async function removePasskey({ pool }: Store, user: string, id: string): Promise<void> {
  await pool.query(`delete from ${KEYS} where user_id = $1 and id = $2`, [user, id])
}
