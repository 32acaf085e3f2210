import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { FeedbackSlip } from '#work/opinions/send-feedback.ts'
import { FEEDBACK } from './addresses.ts'

const COOKIE = 'gop-y'
const MINUTES = 15

/** Keeps code and key on this device for a while, so that they stay out of addresses. */
export function keepSlip(c: Context, { code, key }: FeedbackSlip): void {
  const bare = (typed: string) => typed.slice(0, 60).replace(/\s+/g, '')
  setCookie(c, COOKIE, `${bare(code)} ${bare(key)}`, {
    path: FEEDBACK,
    maxAge: MINUTES * 60,
    httpOnly: true,
    sameSite: 'Strict',
    secure: new URL(c.req.url).protocol === 'https:',
  })
}

export function keptSlip(c: Context): FeedbackSlip | null {
  const [code, key] = getCookie(c, COOKIE)?.split(' ') ?? []
  return code && key ? { code, key } : null
}

export function forgetSlip(c: Context): void {
  deleteCookie(c, COOKIE, { path: FEEDBACK })
}
