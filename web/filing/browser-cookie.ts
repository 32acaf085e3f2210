import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { newHandle } from '#work/chance.ts'
import type { Desk } from '#work/desk.ts'
import { type AtDraft, DRAFT_DAYS } from '#work/filing/own-draft.ts'

const COOKIE = 'nop'

/** Who fills in, with what the browser holds. */
export function atBrowser(c: Context, desk: Desk): AtDraft {
  return { desk, browser: getCookie(c, nameOf(c)) ?? null }
}

/** The same, once the browser holds what its drafts are known by; who is signed in needs none. */
export function withBrowser(c: Context, desk: Desk): AtDraft {
  const at = atBrowser(c, desk)
  if (desk.actor.kind !== 'public') return at
  const browser = at.browser ?? newHandle()
  setCookie(c, nameOf(c), browser, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isTls(c),
    maxAge: DRAFT_DAYS * 86_400,
  })
  return { desk, browser }
}

const isTls = (c: Context) => new URL(c.req.url).protocol === 'https:'
const nameOf = (c: Context) => (isTls(c) ? `__Host-${COOKIE}` : COOKIE)
