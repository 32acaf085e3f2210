import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

/** A cookie that holds the token of a session. */
export interface SessionCookie {
  /** The token that a request carries; null without one. */
  token(c: Context): string | null
  /** Gives the browser a session; it is forgotten when the browser closes and no script can read it. */
  give(c: Context, token: string): void
  /** Takes the session back. */
  take(c: Context): void
}

function sessionCookie(name: string): SessionCookie {
  const isTls = (c: Context) => new URL(c.req.url).protocol === 'https:'
  // Over TLS the browser takes the cookie from this host alone (`__Host-`).
  const nameFor = (c: Context) => (isTls(c) ? `__Host-${name}` : name)
  return {
    token: (c) => getCookie(c, nameFor(c)) ?? null,
    give: (c, token) =>
      setCookie(c, nameFor(c), token, { path: '/', httpOnly: true, sameSite: 'Lax', secure: isTls(c) }),
    take: (c) => void deleteCookie(c, nameFor(c), { path: '/', secure: isTls(c) }),
  }
}

export const staffSession = sessionCookie('phien')
/** Of its own: an officer is a citizen too, in the same browser. */
export const citizenSession = sessionCookie('cong-dan')
