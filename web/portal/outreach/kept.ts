import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { HomeSlip } from '#work/outreach/ask-home-visit.ts'
import { HOME_VISIT, SESSIONS } from './addresses.ts'

const MINUTES = 15
const REGISTRATION = 'luu-dong'
const HOME = 'tai-nha'

/** Keeps a code on this device for a while, so that it stays out of addresses. */
export function keepRegistration(c: Context, code: string): void {
  keep(c, REGISTRATION, SESSIONS, bare(code))
}

export function keptRegistration(c: Context): string | null {
  return getCookie(c, REGISTRATION) ?? null
}

export function forgetRegistration(c: Context): void {
  deleteCookie(c, REGISTRATION, { path: SESSIONS })
}

export function keepHomeSlip(c: Context, { code, key }: HomeSlip): void {
  keep(c, HOME, HOME_VISIT, `${bare(code)} ${bare(key)}`)
}

export function keptHomeSlip(c: Context): HomeSlip | null {
  const [code, key] = getCookie(c, HOME)?.split(' ') ?? []
  return code && key ? { code, key } : null
}

export function forgetHomeSlip(c: Context): void {
  deleteCookie(c, HOME, { path: HOME_VISIT })
}

const bare = (typed: string) => typed.slice(0, 60).replace(/\s+/g, '')

function keep(c: Context, name: string, path: string, value: string): void {
  setCookie(c, name, value, {
    path,
    maxAge: MINUTES * 60,
    httpOnly: true,
    sameSite: 'Strict',
    secure: new URL(c.req.url).protocol === 'https:',
  })
}
