import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { SIGN_IN } from '../portal/sign-in.tsx'
import type { Page } from '../page.tsx'
import { visitOf, type WebDoors } from '../visit.ts'
import type { DeskPage, DeskVisit } from './desk-page.ts'
import { typedIn } from './form.ts'
import { answerDeskPage } from './frame.tsx'
import { liveEvents } from './live.ts'
import { DESK_PAGES } from './pages.ts'

const FORM_BYTES = 256 * 1024

/** The desk: every page asks who it is first. */
export function addDesk(app: Hono, doors: WebDoors, tooLarge: (c: Context) => Promise<Response>): void {
  app.get('/ban/song', async (c) => {
    const desk = await doors.staff.deskFor(c)
    return desk ? liveEvents(c, { desk }, doors.staff) : c.body(null, 401)
  })
  for (const page of DESK_PAGES) {
    const { get, post, path, mostBytes = FORM_BYTES } = page
    if (get) app.get(path, (c) => atDesk(c, doors, get))
    if (post)
      app.post(path, csrf(), bodyLimit({ maxSize: mostBytes, onError: tooLarge }), (c) =>
        atDesk(c, doors, async (visit) => post(visit, typedIn(await c.req.formData()))),
      )
  }
}

/** The methods a page of the desk answers to, for `Allow`. */
export function methodsOf({ get, post }: DeskPage): string {
  return [get && 'GET, HEAD', post && 'POST'].filter(Boolean).join(', ')
}

async function atDesk(
  c: Context,
  doors: WebDoors,
  answer: (visit: DeskVisit) => Promise<Page | Response>,
): Promise<Response> {
  const desk = await doors.staff.deskFor(c)
  if (!desk) return c.redirect(`${SIGN_IN}?tiep=${encodeURIComponent(wayBack(c))}`, 303)
  const visit: DeskVisit = { ...(await visitOf(c, doors)), desk, onFault: (fault) => doors.onError(fault) }
  const answered = await answer(visit)
  if (!(answered instanceof Response)) return answerDeskPage(visit, answered)
  // Answered by the context, so that cookies set on the way go along.
  const onward = answered.headers.get('Location')
  return onward === null ? answered : c.redirect(onward, 303)
}

function wayBack(c: Context): string {
  const { pathname, search } = new URL(c.req.url)
  return c.req.method === 'GET' ? `${pathname}${search}` : '/ban'
}
