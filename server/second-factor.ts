import { createHash, randomBytes } from 'node:crypto'
import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import type { Database } from '#store/database.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  secondFactorOf,
  useRecovery,
  useStep,
} from '#store/second-factors.ts'

/** What the person puts into the telephone's application, as text and as an address for a QR code. */
export interface SharedSecret {
  readonly text: string
  readonly url: string
}

/** A code of the telephone as the second step of signing in (TOTP, RFC 6238), and ten codes for when it is lost. */
export interface SecondFactors {
  has(user: string): Promise<boolean>
  recoveryLeft(user: string): Promise<number>
  /** Draws a secret, asked for only once a code has been shown. */
  begin(user: string, account: string, issuer: string): Promise<SharedSecret>
  /** The secret that waits to be confirmed; null when there is none. */
  waiting(user: string, account: string, issuer: string): Promise<SharedSecret | null>
  /** The recovery codes, shown once; null when the code is wrong. */
  confirm(user: string, code: string, at: Temporal.Instant): Promise<readonly string[] | null>
  /** Whether a code, or a recovery code, opens; each opens once. */
  opens(user: string, code: string): Promise<boolean>
  remove(user: string): Promise<boolean>
}

const SECRET_BYTES = 20
const STEP_MS = 30_000
/** One step before and after: telephones are not exact. */
const STEPS = [0, -1, 1]
const RECOVERY_CODES = 10
const RECOVERY_BYTES = 10

export function secondFactors(database: Pick<Database, 'pool'>, key: string): SecondFactors {
  async function secretOf(user: string): Promise<Buffer | null> {
    const kept = await secondFactorOf(database, user)
    return kept ? Buffer.from(await symmetricDecrypt({ key, data: kept.secret }), 'hex') : null
  }

  /** The step whose code this is; null when it is none of now. Telephones go by the true time, not by a set clock. */
  async function stepOf(user: string, code: string): Promise<number | null> {
    const secret = await secretOf(user)
    if (!secret || !/^\d{6}$/.test(code)) return null
    const now = Math.floor(Temporal.Now.instant().epochMilliseconds / STEP_MS)
    const otp = createOTP(secret)
    for (const by of STEPS) if ((await otp.hotp(now + by)) === code) return now + by
    return null
  }

  const shared = (secret: Buffer, account: string, issuer: string): SharedSecret => ({
    text: base32.encode(secret, { padding: false }),
    url: createOTP(secret).url(issuer, account),
  })

  return {
    has: async (user) => (await secondFactorOf(database, user))?.isConfirmed ?? false,
    recoveryLeft: async (user) => (await secondFactorOf(database, user))?.recoveryLeft ?? 0,
    async begin(user, account, issuer) {
      const secret = randomBytes(SECRET_BYTES)
      await beginSecondFactor(database, user, await symmetricEncrypt({ key, data: secret.toString('hex') }))
      return shared(secret, account, issuer)
    },
    async waiting(user, account, issuer) {
      const kept = await secondFactorOf(database, user)
      if (!kept || kept.isConfirmed) return null
      const secret = await secretOf(user)
      return secret && shared(secret, account, issuer)
    },
    async confirm(user, code, at) {
      const step = await stepOf(user, code)
      if (step === null) return null
      const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode)
      return (await confirmSecondFactor(database, user, { at, step, recovery: codes.map(hashOf) }))
        ? codes
        : null
    },
    async opens(user, typed) {
      const code = typed.replace(/[\s-]/g, '')
      const step = await stepOf(user, code)
      return step === null ? useRecovery(database, user, hashOf(code)) : useStep(database, user, step)
    },
    remove: (user) => removeSecondFactor(database, user),
  }
}

/** Eighty bits in four groups of letters that are not mistaken for each other. */
function newRecoveryCode(): string {
  const text = base32.encode(randomBytes(RECOVERY_BYTES), { padding: false }).toLowerCase()
  return text.match(/.{4}/g)?.join('-') ?? text
}

function hashOf(code: string): Buffer {
  return createHash('sha256').update(code.replace(/[\s-]/g, '').toLowerCase()).digest()
}
