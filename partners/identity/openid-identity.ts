import * as openid from 'openid-client'
import { type Outcome, refuse } from '#domain/outcome.ts'
import { CLAIM_NAMES, type ClaimNames, readNationalPerson } from '#domain/people/national-person.ts'
import type { NationalIdentity } from './national-identity.ts'

export interface OpenidSettings {
  readonly key: string
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scope?: string | undefined
  /** What is asked for besides: `acr_values`, `prompt`. */
  readonly parameters?: { readonly [name: string]: string } | undefined
  readonly claims?: Partial<ClaimNames> | undefined
  /** Told why a sign-in did not come about; of the person it says nothing. */
  readonly onFault: (fault: string) => void
}

const PATIENCE_SECONDS = 10
/** On a machine that many use nobody is let in by the sign-in of whoever was there before. */
const AT_EVERY_TIME = { prompt: 'login' }

/**
 * A provider spoken to by OpenID Connect: discovery, authorisation code with PKCE, state and nonce, signatures checked
 * against the provider's own keys, and what it says of the person from the token and from its userinfo.
 */
export function openidIdentity(settings: OpenidSettings): NationalIdentity {
  const {
    key,
    name,
    issuer,
    clientId,
    clientSecret,
    scope = 'openid',
    parameters,
    claims,
    onFault,
  } = settings
  const names = { ...CLAIM_NAMES, ...claims }
  let found: Promise<openid.Configuration> | null = null

  /** What the provider says of itself; asked for again until it has answered once. */
  function provider(): Promise<openid.Configuration> {
    found ??= openid.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: PATIENCE_SECONDS,
      execute: [
        openid.enableNonRepudiationChecks,
        ...(isLoopback(issuer) ? [openid.allowInsecureRequests] : []),
      ],
    })
    found.catch(() => {
      found = null
    })
    return found
  }

  return {
    key,
    name,
    async begin(returnTo) {
      try {
        const config = await provider()
        const errand = {
          state: openid.randomState(),
          nonce: openid.randomNonce(),
          verifier: openid.randomPKCECodeVerifier(),
        }
        const url = openid.buildAuthorizationUrl(config, {
          ...AT_EVERY_TIME,
          ...parameters,
          redirect_uri: returnTo.href,
          scope,
          state: errand.state,
          nonce: errand.nonce,
          code_challenge: await openid.calculatePKCECodeChallenge(errand.verifier),
          code_challenge_method: 'S256',
        })
        return { url, errand }
      } catch (error) {
        return notSaid(error)
      }
    },
    async finish(calledAt, { state, nonce, verifier }) {
      try {
        const config = await provider()
        const tokens = await openid.authorizationCodeGrant(config, calledAt, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
        })
        const said = tokens.claims()
        if (!said) return refuse('identity-not-proved')
        const more = config.serverMetadata().userinfo_endpoint
          ? await openid.fetchUserInfo(config, tokens.access_token, said.sub)
          : {}
        return readNationalPerson({ ...said, ...more }, names)
      } catch (error) {
        return notSaid(error)
      }
    },
  }

  /** What went wrong, as the person can do something about it. */
  function notSaid(error: unknown): Outcome<never> {
    if (!(error instanceof Error)) throw error
    if (error instanceof openid.AuthorizationResponseError && error.error === 'access_denied')
      return refuse('identity-cancelled')
    onFault(reasonOf(error))
    return isAway(error) ? refuse('identity-unreachable') : refuse('identity-not-proved')
  }
}

/** The provider did not answer, or answered that it cannot. */
function isAway(error: Error): boolean {
  const code = 'code' in error ? error.code : ''
  const response = error.cause instanceof Response ? error.cause : null
  return (
    error instanceof TypeError ||
    error.name === 'TimeoutError' ||
    code === 'OAUTH_TIMEOUT' ||
    code === 'OAUTH_RESPONSE_IS_NOT_CONFORM' ||
    (response !== null && response.status >= 500)
  )
}

/** Codes and names alone: messages and causes may carry what the provider said of the person. */
function reasonOf(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  const told = 'error' in error && typeof error.error === 'string' ? ` ${error.error}` : ''
  return `${code}${told}`
}

/** Only a provider on this machine may be spoken to without TLS. */
function isLoopback(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer)
  return protocol === 'http:' && /^(?:127\.|localhost$|\[::1\]$)/.test(hostname)
}
