import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

/**
 * That this browser is the machine for citizens in the hall. It opens nothing and only takes away, so that nothing is
 * won by forging it, and nothing has to be kept of it.
 */
const NAME = 'ki-ot'
const YEAR_SECONDS = 365 * 86_400

const isTls = (c: Context) => new URL(c.req.url).protocol === 'https:'

export function isKiosk(c: Context): boolean {
  return getCookie(c, NAME) !== undefined
}

export function makeKiosk(c: Context): void {
  setCookie(c, NAME, '1', {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isTls(c),
    maxAge: YEAR_SECONDS,
  })
}

export function unmakeKiosk(c: Context): void {
  deleteCookie(c, NAME, { path: '/', secure: isTls(c) })
}

/** Every cookie of the whole site but the machine's own. */
export function forgetCookies(c: Context, but: readonly string[] = []): void {
  for (const name of Object.keys(getCookie(c)))
    if (name !== NAME && !but.includes(name)) deleteCookie(c, name, { path: '/', secure: isTls(c) })
}
