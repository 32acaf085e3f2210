import { randomBytes } from 'node:crypto'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import type { Database } from '#store/database.ts'
import {
  keepChallenge,
  keepPasskey,
  type NamedPasskey,
  passkeyOf,
  passkeysOf,
  removePasskey,
  takeChallenge,
  usedPasskey,
} from '#store/passkeys.ts'

/** What a browser is asked, and the handle under which it answers. */
export interface Asked {
  readonly handle: string
  readonly options: object
}

/** Passkeys of accounts (WebAuthn): the device asks for finger, face or PIN, so one step is both. */
export interface Passkeys {
  of(user: string): Promise<readonly NamedPasskey[]>
  /** What a device needs to make a key for the account. */
  offer(user: string, login: string, centre: string): Promise<Asked>
  /** Keeps the key a device has made; false when it cannot be trusted. */
  add(
    user: string,
    given: { readonly handle: string; readonly response: string; readonly name: string },
  ): Promise<boolean>
  remove(user: string, id: string): Promise<void>
  ask(): Promise<Asked>
  /** The account whose key has answered; null when none of ours has. */
  answered(given: { readonly handle: string; readonly response: string }): Promise<string | null>
}

const id = z.string().min(1).max(1000)
const part = z.string().max(20_000)
const REGISTRATION = z.object({
  id,
  rawId: id,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
  response: z.object({ clientDataJSON: part, attestationObject: part }),
})
const AUTHENTICATION = z.object({
  id,
  rawId: id,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
  response: z.object({ clientDataJSON: part, authenticatorData: part, signature: part }),
})

export function passkeys(database: Pick<Database, 'pool'>, baseUrl: string): Passkeys {
  const { rpID, origins } = whereFor(baseUrl)
  const expected = { expectedOrigin: origins, expectedRPID: rpID, requireUserVerification: true }

  async function kept(challenge: string, userId: string | null): Promise<string> {
    const handle = randomBytes(18).toString('base64url')
    await keepChallenge(database, { handle, challenge, userId })
    return handle
  }

  return {
    of: (user) => passkeysOf(database, user),
    async offer(user, login, centre) {
      const known = await passkeysOf(database, user)
      const options = await generateRegistrationOptions({
        rpName: centre,
        rpID,
        userID: new TextEncoder().encode(user),
        userName: login,
        attestationType: 'none',
        excludeCredentials: known.map((one) => ({ id: one.id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      return { handle: await kept(options.challenge, user), options }
    },
    async add(user, { handle, response, name }) {
      const asked = await takeChallenge(database, handle)
      const read = REGISTRATION.safeParse(parsed(response))
      if (asked?.userId !== user || !read.success) return false
      const verified = await trusted(
        verifyRegistrationResponse({ response: read.data, expectedChallenge: asked.challenge, ...expected }),
      )
      if (!verified?.verified) return false
      const { credential } = verified.registrationInfo
      await keepPasskey(database, {
        id: credential.id,
        userId: user,
        publicKey: Buffer.from(credential.publicKey),
        counter: credential.counter,
        name,
      })
      return true
    },
    remove: (user, key) => removePasskey(database, user, key),
    async ask() {
      const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' })
      return { handle: await kept(options.challenge, null), options }
    },
    async answered({ handle, response }) {
      const asked = await takeChallenge(database, handle)
      const read = AUTHENTICATION.safeParse(parsed(response))
      const key = read.success ? await passkeyOf(database, read.data.id) : undefined
      if (!asked || asked.userId !== null || !read.success || !key) return null
      const verified = await trusted(
        verifyAuthenticationResponse({
          response: read.data,
          expectedChallenge: asked.challenge,
          credential: { id: read.data.id, publicKey: new Uint8Array(key.publicKey), counter: key.counter },
          ...expected,
        }),
      )
      if (!verified?.verified) return null
      await usedPasskey(database, read.data.id, verified.authenticationInfo.newCounter)
      return key.userId
    },
  }
}

/** A passkey belongs to a name: on this machine alone that is `localhost`, which an address of numbers is not. */
function whereFor(baseUrl: string): { readonly rpID: string; readonly origins: string[] } {
  const url = new URL(baseUrl)
  if (!/^127\.|^\[::1\]$/.test(url.hostname)) return { rpID: url.hostname, origins: [url.origin] }
  const local = new URL(baseUrl)
  local.hostname = 'localhost'
  return { rpID: 'localhost', origins: [local.origin] }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** An answer that does not hold is thrown by the library as an error of plain words; to us it is simply not trusted. */
async function trusted<Verified>(verifying: Promise<Verified>): Promise<Verified | null> {
  return verifying.catch((error: unknown) => {
    if (error instanceof Error) return null
    throw error
  })
}
