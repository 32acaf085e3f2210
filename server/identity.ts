import { randomUUIDv7 } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { isAPIError } from 'better-auth/api'
import { bearer, username } from 'better-auth/plugins'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { type Database, REGISTRY_SCHEMA } from '#store/database.ts'
import { clearAttempts, countAccounts, countAttempt } from '#store/sign-ins.ts'
import type { Clock } from './clock.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { brieflyKept } from './briefly-kept.ts'

/** Who is signed in: a person of one centre. */
export interface Account {
  readonly login: string
  readonly centre: string
  readonly staffId: string
}

export interface SignIn {
  readonly centre: string
  readonly login: string
  readonly password: string
  /** Where the request comes from, as it is counted. */
  readonly address: string
}

export type SignedIn =
  | { readonly token: string; readonly endsAt: Temporal.Instant }
  | { readonly refused: 'sign-in-failed' }
  | { readonly refused: 'sign-in-locked'; readonly facts: { readonly until: Temporal.Instant } }

/** Accounts and sessions. */
export interface Identity {
  signIn(given: SignIn): Promise<SignedIn>
  signOut(token: string): Promise<void>
  /** Whose token it is; null when it has ended or never was. Asked again after at most a second. */
  whoIs(token: string): Promise<Account | null>
  /** Makes an account for a person of a centre, or gives the one there is a new password. */
  createAccount(account: Account, password: string): Promise<void>
  /** Whether there are accounts of all these logins. */
  hasAccounts(centre: string, logins: readonly string[]): Promise<boolean>
  close(): Promise<void>
}

export interface IdentitySettings {
  readonly database: Pick<Database, 'pool'>
  readonly databaseUrl: string
  readonly secret: string
  readonly baseUrl: string
  readonly clock: Clock
  readonly onError: (error: Error) => void
}

const SESSION_HOURS = 12
const MOST_WRONG = { account: 10, address: 50 } as const

/** Opens the accounts in the registry. */
export function openIdentity(settings: IdentitySettings): Identity {
  const { database, databaseUrl, secret, baseUrl, clock, onError } = settings
  // A pool of its own: better-auth compares moments as `Date`, which our own readers hand over as text.
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 4,
    options: '-c search_path= -c timezone=UTC -c statement_timeout=10000',
    connectionTimeoutMillis: 10_000,
  })
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  const auth = openAuth(pool, secret, baseUrl)
  const kept = brieflyKept<Account | null>({ milliseconds: 1_000, most: 10_000 }, findAccount)

  async function findAccount(token: string): Promise<Account | null> {
    if (!/^[\w.+/=~-]{16,200}$/.test(token)) return null
    const found = await auth.api.getSession({ headers: bearerOf(token) })
    if (!found?.user.username) return null
    const { centre, staffId } = found.user
    return { login: found.user.name, centre, staffId }
  }

  return {
    async signIn({ centre, login, password, address }) {
      const now = clock()
      const subjects = { account: `account ${nameOf(centre, login)}`, address: `address ${address}` }
      const until = await countAttempt(
        database,
        [
          { subject: subjects.account, most: MOST_WRONG.account },
          { subject: subjects.address, most: MOST_WRONG.address },
        ],
        now,
      )
      if (until) return { refused: 'sign-in-locked', facts: { until } }
      const token = await tokenFor(auth, nameOf(centre, login), password)
      if (token === null) return { refused: 'sign-in-failed' }
      await clearAttempts(database, subjects, now)
      return { token, endsAt: now.add({ hours: SESSION_HOURS }) }
    },
    async signOut(token) {
      await auth.api.signOut({ headers: bearerOf(token) })
      kept.forget(token)
    },
    whoIs: (token) => kept.get(token),
    async createAccount({ centre, login, staffId }, password) {
      const { internalAdapter } = await auth.$context
      const email = `${login}@${centre}.invalid`
      const known = await internalAdapter.findUserByEmail(email)
      if (known) await internalAdapter.updatePassword(known.user.id, await hashPassword(password))
      else
        await auth.api.signUpEmail({
          body: { name: login, email, username: nameOf(centre, login), password, centre, staffId },
        })
    },
    async hasAccounts(centre, logins) {
      const names = logins.map((login) => nameOf(centre, login))
      return (await countAccounts(database, names)) === new Set(names).size
    },
    close: () => pool.end(),
  }
}

type Auth = ReturnType<typeof openAuth>

function openAuth(pool: pg.Pool, secret: string, baseURL: string) {
  const db = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool }) })
  return betterAuth({
    secret,
    baseURL,
    database: { db: db.withSchema(REGISTRY_SCHEMA), type: 'postgres' },
    advanced: { database: { generateId: () => randomUUIDv7() } },
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      maxPasswordLength: 1000,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(password, hash) },
    },
    session: { expiresIn: SESSION_HOURS * 3600, disableSessionRefresh: true },
    user: {
      additionalFields: {
        centre: { type: 'string', required: true },
        staffId: { type: 'string', required: true },
      },
    },
    plugins: [username({ usernameValidator: () => true, maxUsernameLength: 200 }), bearer()],
    telemetry: { enabled: false },
    // It would log names that were typed.
    logger: { disabled: true },
  })
}

/** The token of a new session, or null when name or password is wrong; it takes as long when there is no such name. */
async function tokenFor(auth: Auth, name: string, password: string): Promise<string | null> {
  try {
    const session = await auth.api.signInUsername({ body: { username: name, password } })
    return session?.token ?? null
  } catch (error) {
    if (isAPIError(error) && error.statusCode >= 400 && error.statusCode < 500) return null
    throw error
  }
}

function nameOf(centre: string, login: string): string {
  return `${centre}/${login.trim().toLowerCase()}`
}

function bearerOf(token: string): Headers {
  return new Headers({ authorization: `Bearer ${token}` })
}
