import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { isRefusal, refuse } from '#domain/outcome.ts'
import { citizenSession } from '../desk/session-cookie.ts'
import { answerPage } from '../page.tsx'
import { visitOf, type WebDoors } from '../visit.ts'
import { IDENTITY_RETURN, nextOf } from './addresses.ts'
import { noFilingsPage, signInRefused } from './sign-in.tsx'

const MINUTES = 15

const ERRAND = z.object({
  state: z.string().max(200),
  nonce: z.string().max(200),
  verifier: z.string().max(200),
  next: z.string().max(300),
  /** Who was signed in when the way began; empty when nobody was. */
  who: z.string().max(40),
})

/** Off to the national identity; the browser keeps what it has to bring back. */
export async function goToIdentity(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  if (!visit.centre.takesFilings) return answerPage(visit, noFilingsPage(visit.words))
  const next = nextOf(c.req.query('tiep'))
  const begun = await doors.citizens.beginIdentity(c, new URL(IDENTITY_RETURN, visit.url.origin))
  if (isRefusal(begun)) return signInRefused(visit, doors, { next, refusal: begun })
  const errand = { ...begun.errand, next, who: visit.citizen?.id ?? '' }
  setCookie(c, nameFor(c), JSON.stringify(errand), {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isTls(c),
    maxAge: MINUTES * 60,
  })
  return c.redirect(begun.url.href, 303)
}

/** Back from it: in, or why not. What the browser kept is good for one way there and back. */
export async function backFromIdentity(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const errand = errandIn(c)
  deleteCookie(c, nameFor(c), { path: '/', secure: isTls(c) })
  const next = nextOf(errand?.next)
  const refusal = refuse('identity-not-proved')
  // Who signed in or out on the way may not be whom the identity is for.
  if (!errand || errand.who !== (visit.citizen?.id ?? ''))
    return signInRefused(visit, doors, { next, refusal })
  const token = await doors.citizens.enterByIdentity(c, visit.desk, visit.url, errand)
  if (isRefusal(token)) return signInRefused(visit, doors, { next, refusal: token })
  if (token !== null) citizenSession.give(c, token)
  return c.redirect(next, 303)
}

const isTls = (c: Context) => new URL(c.req.url).protocol === 'https:'
const nameFor = (c: Context) => (isTls(c) ? '__Host-dinh-danh' : 'dinh-danh')

function errandIn(c: Context): z.infer<typeof ERRAND> | null {
  try {
    const read = ERRAND.safeParse(JSON.parse(getCookie(c, nameFor(c)) ?? ''))
    return read.success ? read.data : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
