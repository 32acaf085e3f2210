import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { answerPage } from '../page.tsx'
import { Link } from '../parts/link.tsx'
import type { Visit } from '../visit.ts'
import type { LookUpTyped } from './look-up-form.tsx'

export const LOOK_UP = '/tra-cuu'
const COOKIE = 'tra-cuu'
const MINUTES_OPEN = 15

/** Keeps code and key on this device for a while, so that they stay out of addresses. */
export function keepKey(c: Context, { code, key }: LookUpTyped, minutes = MINUTES_OPEN): void {
  const bare = (typed: string) => typed.slice(0, 200).replace(/\s+/g, '')
  setCookie(c, COOKIE, `${bare(code)} ${bare(key)}`, {
    path: LOOK_UP,
    maxAge: minutes * 60,
    httpOnly: true,
    sameSite: 'Strict',
    secure: new URL(c.req.url).protocol === 'https:',
  })
}

export function keptKey(c: Context): LookUpTyped | null {
  const [code, key] = getCookie(c, COOKIE)?.split(' ') ?? []
  return code && key ? { code, key } : null
}

export function forgetKey(c: Context): void {
  deleteCookie(c, COOKIE, { path: LOOK_UP })
}

/** Whether a page was asked for by another site: the strict cookie does not come along then. */
export function isFromElsewhere(c: Context): boolean {
  return c.req.header('sec-fetch-site') === 'cross-site'
}

/** Asked for once more from a page of our own, the strict cookie comes along. */
export function comeAgain(
  visit: Visit,
  { to, title, link }: { readonly to: string; readonly title: string; readonly link: string },
): Response {
  const main = (
    <div class="wrap page">
      <h1>{title}</h1>
      <p>
        <Link href={to}>{link}</Link>
      </p>
    </div>
  )
  return answerPage(visit, { title, main, goOnTo: to })
}
