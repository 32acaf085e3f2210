import type { Context } from 'hono'
import type { AccountDoors } from '#web/visit.ts'
import type { Identity, SignedInAccount } from './identity.ts'

interface SignedInHere {
  readonly token: string
  readonly account: SignedInAccount
}

/** What a person can do with the own account, as far as the pages need it; without a session there is no account. */
export function accountDoors(
  identity: Identity,
  signedIn: (c: Context) => Promise<SignedInHere | null>,
): AccountDoors {
  const here = async (c: Context): Promise<SignedInHere> => {
    const found = await signedIn(c)
    if (!found) throw new Error('an account page without a session')
    return found
  }
  const { secondFactors } = identity
  return {
    async sessions(c) {
      const { account, token } = await here(c)
      return identity.sessionsOf(account, token)
    },
    async endSessions(c, id) {
      const { account, token } = await here(c)
      await identity.endSessions(account, { id, but: token })
    },
    async isPassword(c, password) {
      return identity.isPassword((await here(c)).account, password)
    },
    async changePassword(c, password) {
      const { account, token } = await here(c)
      await identity.changePassword(account, password, token)
    },
    async secondFactor(c, issuer) {
      const { userId, login } = (await here(c)).account
      if (await secondFactors.has(userId))
        return { kind: 'on', recoveryLeft: await secondFactors.recoveryLeft(userId) }
      const secret = await secondFactors.waiting(userId, login, issuer)
      return secret ? { kind: 'waiting', secret } : { kind: 'off' }
    },
    async beginSecondFactor(c, issuer) {
      const { userId, login } = (await here(c)).account
      await secondFactors.begin(userId, login, issuer)
    },
    async confirmSecondFactor(c, code, at) {
      return secondFactors.confirm((await here(c)).account.userId, code, at)
    },
    async passkeys(c) {
      return identity.passkeys.of((await here(c)).account.userId)
    },
    async offerPasskey(c, centre) {
      const { userId, login } = (await here(c)).account
      return identity.passkeys.offer(userId, login, centre)
    },
    async addPasskey(c, given) {
      return identity.passkeys.add((await here(c)).account.userId, given)
    },
    async removePasskey(c, id) {
      await identity.passkeys.remove((await here(c)).account.userId, id)
    },
    async removeSecondFactor(c) {
      await secondFactors.remove((await here(c)).account.userId)
    },
  }
}
