import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

/** Over TLS the browser takes the cookie from this host alone (`__Host-`). */
const nameFor = (c: Context) => (isTls(c) ? '__Host-phien' : 'phien')
const isTls = (c: Context) => new URL(c.req.url).protocol === 'https:'

/** The token of the session that a request carries; null without one. */
export function sessionToken(c: Context): string | null {
  return getCookie(c, nameFor(c)) ?? null
}

/** Gives the browser a session; it is forgotten when the browser closes and no script can read it. */
export function giveSession(c: Context, token: string): void {
  setCookie(c, nameFor(c), token, { path: '/', httpOnly: true, sameSite: 'Lax', secure: isTls(c) })
}

/** Takes the session back. */
export function takeSession(c: Context): void {
  deleteCookie(c, nameFor(c), { path: '/', secure: isTls(c) })
}
