import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { isAPIError } from 'better-auth/api'
import { bearer, username } from 'better-auth/plugins'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { z } from 'zod'
import { type Database, REGISTRY_SCHEMA } from '#store/database.ts'
import { describeSession, endSessions, type OpenSession, openSessions } from '#store/sessions.ts'
import { endOneTime, markOneTime, oneTimeUntil } from '#store/one-time-passwords.ts'
import { clearAttempts, countAccounts, countAttempt, makeCitizenUser } from '#store/sign-ins.ts'
import type { Clock } from './clock.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { brieflyKept } from './briefly-kept.ts'
import { type Passkeys, passkeys } from './passkeys.ts'
import { type SecondFactors, secondFactors } from './second-factor.ts'

/** A person of one centre, as an account is made for. */
export interface Account {
  readonly login: string
  readonly centre: string
  readonly staffId: string
}

/** Who is signed in of the centre. */
export interface SignedInAccount extends Account {
  readonly kind: 'staff'
  readonly userId: string
}

/** Which citizen is signed in. */
export interface SignedInCitizen {
  readonly kind: 'citizen'
  readonly centre: string
  readonly citizenId: string
  readonly userId: string
}

/** Where a sign-in comes from. */
export interface From {
  /** As it is counted. */
  readonly address: string
  /** The browser, as it calls itself. */
  readonly agent?: string
}

export interface SignIn {
  readonly centre: string
  readonly login: string
  readonly password: string
  /** Where the request comes from, as it is counted. */
  readonly address: string
  /** The browser, as it calls itself. */
  readonly agent?: string
}

/** The second step: what the first gave out, and the code. */
export interface SecondStep {
  readonly pending: string
  readonly code: string
  readonly address: string
  readonly agent?: string
}

/** A first password of the own: what the drawn one gave out, and what was chosen. */
export interface PasswordChosen {
  readonly pending: string
  readonly password: string
  readonly address: string
  readonly agent?: string
}

/** What a device has answered, and where. */
export interface PasskeyAnswer {
  readonly centre: string
  readonly handle: string
  readonly response: string
  readonly address: string
  readonly agent?: string
}

export type SignedIn =
  | { readonly token: string; readonly endsAt: Temporal.Instant; readonly staffId: string }
  /** The password is right; a code is wanted within five minutes. */
  | { readonly pending: string }
  /** The password was drawn for the person; an own one is to be chosen within five minutes. */
  | { readonly choosing: string }
  | { readonly refused: 'sign-in-failed' }
  | { readonly refused: 'sign-in-locked'; readonly facts: { readonly until: Temporal.Instant } }

/** Accounts and sessions. */
export interface Identity {
  signIn(given: SignIn): Promise<SignedIn>
  /** The second step; a wrong code counts as a wrong password does. */
  confirm(given: SecondStep): Promise<SignedIn>
  /** The person's own password in place of the one drawn; null when it is that one again. */
  choosePassword(given: PasswordChosen): Promise<SignedIn | null>
  signOut(token: string): Promise<void>
  /** Whose token it is; null when it has ended or never was. Asked again after at most a second. */
  whoIs(token: string): Promise<SignedInAccount | null>
  /** The same of a citizen's token. */
  whichCitizen(token: string): Promise<SignedInCitizen | null>
  /** A session for a citizen of a centre who has shown who he is; the first makes the account. */
  openForCitizen(centre: string, citizenId: string, from: From): Promise<string>
  /** A session for the citizen whose passkey has answered; null when none of ours has. */
  openCitizenByPasskey(given: PasskeyAnswer): Promise<string | null>
  /** Makes an account for a person of a centre, or gives the one there is a new password. */
  createAccount(account: Account, password: string): Promise<void>
  /**
   * The same with a password that opens only the choice of an own one, within two weeks; open sign-ins end, and a
   * second factor is taken off: who asks for it may have lost the telephone too. True when there was one.
   */
  giveOneTimePassword(account: Account, password: string): Promise<boolean>
  /** The sign-ins of the account that hold. */
  sessionsOf(account: { readonly userId: string }, token: string): Promise<readonly OpenSession[]>
  /** Ends one sign-in of the account, or with no id all but the token's. */
  endSessions(
    account: { readonly userId: string },
    given: { readonly id: string | null; readonly but: string },
  ): Promise<void>
  isPassword(account: SignedInAccount, password: string): Promise<boolean>
  /** Gives the account a new password and ends every other sign-in. */
  changePassword(account: SignedInAccount, password: string, token: string): Promise<void>
  readonly secondFactors: SecondFactors
  readonly passkeys: Passkeys
  /** A session for the account whose passkey has answered. */
  openByPasskey(given: PasskeyAnswer): Promise<SignedIn>
  /** Takes the second factor from an account that has lost it; false when there was none. */
  resetSecondFactor(centre: string, login: string): Promise<boolean>
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
  const factors = secondFactors(database, secret)
  const keys = passkeys(database, baseUrl)
  const kept = brieflyKept<SignedInAccount | SignedInCitizen | null>(
    { milliseconds: 1_000, most: 10_000 },
    findAccount,
  )

  async function findAccount(token: string): Promise<SignedInAccount | SignedInCitizen | null> {
    if (!/^[\w.+/=~-]{16,200}$/.test(token)) return null
    const found = await auth.api.getSession({ headers: bearerOf(token) })
    if (!found?.user.username) return null
    const { id: userId, centre, staffId, citizenId, name: login } = found.user
    if (staffId) return { kind: 'staff', login, centre, staffId, userId }
    return citizenId ? { kind: 'citizen', centre, citizenId, userId } : null
  }

  /** The person of the centre a token is for; of a citizen's token nobody. */
  async function findStaff(token: string): Promise<SignedInAccount | null> {
    const account = await findAccount(token)
    return account?.kind === 'staff' ? account : null
  }

  async function opened(
    token: string,
    staffId: string,
    now: Temporal.Instant,
    from: { readonly address: string; readonly agent?: string | undefined },
  ): Promise<SignedIn> {
    await describeSession(database, token, { address: from.address, agent: from.agent ?? '' })
    return { token, staffId, endsAt: now.add({ hours: SESSION_HOURS }) }
  }

  /** The account of a citizen; of two first sign-ins at once one makes it and both have it. */
  async function userOfCitizen(centre: string, citizenId: string): Promise<string> {
    const { internalAdapter } = await auth.$context
    const name = `${centre}/cong-dan/${citizenId}`
    const email = emailOf(centre, citizenId)
    const known = await internalAdapter.findUserByEmail(email)
    if (known) return known.user.id
    await makeCitizenUser(database, { id: randomUUIDv7(), name, email, centre, citizenId })
    const made = await internalAdapter.findUserByEmail(email)
    if (!made) throw new Error('an account was made and is not there')
    return made.user.id
  }

  async function sessionFor(userId: string, { address, agent = '' }: From): Promise<string> {
    const { internalAdapter } = await auth.$context
    const { token } = await internalAdapter.createSession(userId)
    await describeSession(database, token, { address, agent })
    return token
  }

  async function userOf(centre: string, login: string) {
    const { internalAdapter } = await auth.$context
    return (await internalAdapter.findUserByEmail(emailOf(centre, login)))?.user
  }

  async function passwordHolds(userId: string, password: string): Promise<boolean> {
    const { internalAdapter } = await auth.$context
    const accounts = await internalAdapter.findAccounts(userId)
    const hash = accounts.find((one) => one.providerId === 'credential')?.password
    return hash !== undefined && hash !== null && isPassword(password, hash)
  }

  /** Makes an account, or gives the one there is a new password; the account's id. */
  async function givePassword({ centre, login, staffId }: Account, password: string): Promise<string> {
    const { internalAdapter } = await auth.$context
    const known = await userOf(centre, login)
    if (known) await internalAdapter.updatePassword(known.id, await hashPassword(password))
    if (known) return known.id
    const email = emailOf(centre, login)
    const { user } = await auth.api.signUpEmail({
      body: { name: login, email, username: nameOf(centre, login), password, centre, staffId },
    })
    return user.id
  }

  /** Counts an attempt; the moment until which to wait when there were too many. */
  function counted(subjects: Subjects, now: Temporal.Instant) {
    return countAttempt(
      database,
      [
        { subject: subjects.account, most: MOST_WRONG.account },
        { subject: subjects.address, most: MOST_WRONG.address },
      ],
      now,
    )
  }

  return {
    async signIn({ centre, login, password, address, agent }) {
      const now = clock()
      const subjects = subjectsOf(nameOf(centre, login), address)
      const until = await counted(subjects, now)
      if (until) return { refused: 'sign-in-locked', facts: { until } }
      const token = await tokenFor(auth, nameOf(centre, login), password)
      const account = token === null ? null : await findStaff(token)
      if (token === null || account === null) return { refused: 'sign-in-failed' }
      const choosable = await oneTimeUntil(database, account.userId)
      if (choosable) {
        await auth.api.signOut({ headers: bearerOf(token) })
        if (Temporal.Instant.compare(now, choosable) > 0) return { refused: 'sign-in-failed' }
        return { choosing: await pendingFor(auth, account.userId, FIRST_PASSWORD) }
      }
      if (!(await factors.has(account.userId))) {
        await clearAttempts(database, subjects, now)
        return opened(token, account.staffId, now, { address, agent })
      }
      await auth.api.signOut({ headers: bearerOf(token) })
      return { pending: await pendingFor(auth, account.userId, SECOND_STEP) }
    },
    async confirm({ pending, code, address, agent }) {
      const now = clock()
      const { internalAdapter } = await auth.$context
      const user = await pendingUser(auth, pending, SECOND_STEP)
      if (!user) return { refused: 'sign-in-failed' }
      const subjects = subjectsOf(user.username, address)
      const until = await counted(subjects, now)
      if (until) return { refused: 'sign-in-locked', facts: { until } }
      if (!(await factors.opens(user.id, code))) return { refused: 'sign-in-failed' }
      await internalAdapter.deleteVerificationByIdentifier(`${SECOND_STEP} ${pending}`)
      await clearAttempts(database, subjects, now)
      const { token } = await internalAdapter.createSession(user.id)
      return opened(token, user.staffId, now, { address, agent })
    },
    async choosePassword({ pending, password, address, agent }) {
      const now = clock()
      const { internalAdapter } = await auth.$context
      const user = await pendingUser(auth, pending, FIRST_PASSWORD)
      if (!user) return { refused: 'sign-in-failed' }
      if (await passwordHolds(user.id, password)) return null
      if (!(await endOneTime(database, user.id))) return { refused: 'sign-in-failed' }
      await internalAdapter.deleteVerificationByIdentifier(`${FIRST_PASSWORD} ${pending}`)
      await internalAdapter.updatePassword(user.id, await hashPassword(password))
      await clearAttempts(database, subjectsOf(user.username, address), now)
      const { token } = await internalAdapter.createSession(user.id)
      return opened(token, user.staffId, now, { address, agent })
    },
    async signOut(token) {
      await auth.api.signOut({ headers: bearerOf(token) })
      kept.forget(token)
    },
    async whoIs(token) {
      const account = await kept.get(token)
      return account?.kind === 'staff' ? account : null
    },
    async whichCitizen(token) {
      const account = await kept.get(token)
      return account?.kind === 'citizen' ? account : null
    },
    openForCitizen: async (centre, citizenId, from) =>
      sessionFor(await userOfCitizen(centre, citizenId), from),
    async openCitizenByPasskey({ centre, handle, response, ...from }) {
      const userId = await keys.answered({ handle, response })
      if (userId === null) return null
      const token = await sessionFor(userId, from)
      const account = await findAccount(token)
      if (account?.kind === 'citizen' && account.centre === centre) return token
      await auth.api.signOut({ headers: bearerOf(token) })
      return null
    },
    sessionsOf: ({ userId }, token) => openSessions(database, userId, token),
    async endSessions({ userId }, given) {
      for (const token of await endSessions(database, userId, given)) kept.forget(token)
    },
    isPassword: ({ userId }, password) => passwordHolds(userId, password),
    async changePassword({ userId }, password, token) {
      const { internalAdapter } = await auth.$context
      await internalAdapter.updatePassword(userId, await hashPassword(password))
      for (const ended of await endSessions(database, userId, { id: null, but: token })) kept.forget(ended)
    },
    secondFactors: factors,
    passkeys: keys,
    async openByPasskey({ centre, handle, response, address, agent }) {
      const { internalAdapter } = await auth.$context
      const userId = await keys.answered({ handle, response })
      if (userId === null) return { refused: 'sign-in-failed' }
      const { token } = await internalAdapter.createSession(userId)
      const account = await findStaff(token)
      if (account?.centre === centre) return opened(token, account.staffId, clock(), { address, agent })
      await auth.api.signOut({ headers: bearerOf(token) })
      return { refused: 'sign-in-failed' }
    },
    async resetSecondFactor(centre, login) {
      const user = await userOf(centre, login)
      return user ? factors.remove(user.id) : false
    },
    async createAccount(account, password) {
      await endOneTime(database, await givePassword(account, password))
    },
    async giveOneTimePassword(account, password) {
      const userId = await givePassword(account, password)
      await markOneTime(database, userId, clock().add({ hours: 24 * ONE_TIME_DAYS }))
      for (const token of await endSessions(database, userId, { id: null, but: '' })) kept.forget(token)
      return factors.remove(userId)
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
        staffId: { type: 'string', required: false },
        citizenId: { type: 'string', required: false },
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

const PENDING_MINUTES = 5
const SECOND_STEP = 'second-step'
const FIRST_PASSWORD = 'first-password'
/** What a pending sign-in waits for: one can never be used as the other. */
type Awaited = typeof SECOND_STEP | typeof FIRST_PASSWORD
/** A password that was drawn and never used is worth nothing after so long. */
const ONE_TIME_DAYS = 14

/** What stands for a right password until the code comes; it is worth nothing without one. */
async function pendingFor(auth: Auth, userId: string, awaited: Awaited): Promise<string> {
  const { internalAdapter } = await auth.$context
  const pending = randomBytes(24).toString('base64url')
  const expiresAt = new Date(Temporal.Now.instant().add({ minutes: PENDING_MINUTES }).epochMilliseconds)
  await internalAdapter.createVerificationValue({
    identifier: `${awaited} ${pending}`,
    value: userId,
    expiresAt,
  })
  return pending
}

async function pendingUser(auth: Auth, pending: string, awaited: Awaited) {
  const { internalAdapter } = await auth.$context
  const found = await internalAdapter.findVerificationValue(`${awaited} ${pending}`)
  if (!found || found.expiresAt.getTime() < Temporal.Now.instant().epochMilliseconds) return null
  const user: unknown = await internalAdapter.findUserById(found.value)
  const read = PENDING_USER.safeParse(user)
  return read.success ? read.data : null
}

const PENDING_USER = z.object({ id: z.string(), username: z.string(), staffId: z.string() })

interface Subjects {
  readonly account: string
  readonly address: string
}

function subjectsOf(name: string, address: string): Subjects {
  return { account: `account ${name}`, address: `address ${address}` }
}

function emailOf(centre: string, login: string): string {
  return `${login}@${centre}.invalid`
}

function nameOf(centre: string, login: string): string {
  return `${centre}/${login.trim().toLowerCase()}`
}

function bearerOf(token: string): Headers {
  return new Headers({ authorization: `Bearer ${token}` })
}
